// Page: /data/revisions.json: each procedure's revision, by which a run knows that its manual changed.
import type { APIRoute } from 'astro';
import { revisionOf } from '../../checklist/revision.ts';
import { handedOver } from '../../source/handed-over.ts';
import type { Procedure } from '../../model/library.ts';
import { site } from '../_site.ts';

const FILE = 'data/revisions.json';

export const GET: APIRoute = async () => {
  const { library } = await site();
  const { last } = handedOver();
  const before = last ? (JSON.parse(last.read(FILE).toString()) as Record<string, string>) : {};
  const revision = ({ ref, steps }: Procedure): string =>
    (last?.unchanged.has(ref) ? before[ref] : undefined) ?? revisionOf(steps);
  return Response.json(
    Object.fromEntries(library.procedures.map((one) => [one.ref, revision(one)])),
  );
};
