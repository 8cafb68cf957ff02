// Stage: hosting. A built site → beside it, the files by which hosts send its headers.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hostFiles } from './host-files.ts';
import { headersWith, policyIn } from './security-headers.ts';
import { movedFile, movedPage, movedAddresses } from './redirects.ts';

/** Beside a built site, whose pages and data are there. @param base ends in a slash */
export function writeHostFiles(folder: string, base: string, site: URL | undefined): void {
  const data = readFileSync(path.join(folder, 'data/manuals.json'));
  // Of a large site it is long, and most have nothing that ever had another id.
  const moved = data.includes('"formerly":["')
    ? movedAddresses(JSON.parse(data.toString()) as Parameters<typeof movedAddresses>[0])
    : [];
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const files = new Map(hostFiles(base, headersWith(policyIn(page)), moved));
  for (const one of moved) files.set(movedFile(one), movedPage(one, site));
  for (const [name, text] of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}
