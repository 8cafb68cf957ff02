// Stage: hosting. A built site → beside it, the files by which hosts send its headers.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hostFiles } from './host-files.ts';
import { headersWith, policyIn } from './security-headers.ts';
import { movedFile, movedPage, movedAddresses } from './redirects.ts';

/** Beside a built site, whose pages and data are there. @param base ends in a slash */
export async function writeHostFiles(
  folder: string,
  base: string,
  site: URL | undefined,
): Promise<void> {
  const data = await readFile(path.join(folder, 'data/manuals.json'), 'utf8');
  const moved = movedAddresses(JSON.parse(data) as Parameters<typeof movedAddresses>[0]);
  const page = await readFile(path.join(folder, 'index.html'), 'utf8');
  const files = new Map(hostFiles(base, headersWith(policyIn(page)), moved));
  for (const one of moved) files.set(movedFile(one), movedPage(one, site));
  for (const [name, text] of files) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
}
