// Stage: portal. The list that build-portal.ts wrote (KHUMUE_PORTAL_LIST) → what the portal's pages show.
import { readFileSync } from 'node:fs';
import type { JoinedOffice } from '../directory/joined-office.ts';

export interface PortalList {
  readonly title: string;
  /** The directory's folder: a path that ends in a slash. */
  readonly directory: string;
  /** The pages' content security policy. */
  readonly policy: string;
  readonly offices: readonly JoinedOffice[];
}

export function portalList(): PortalList {
  const file = process.env['KHUMUE_PORTAL_LIST'];
  if (!file) throw new Error('portal: npm run build:portal makes these pages');
  return JSON.parse(readFileSync(file, 'utf8')) as PortalList;
}
