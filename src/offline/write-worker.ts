// Stage: offline. A built site's files → sw.js beside them.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { keepingWorker, retiringWorker } from './build-worker.ts';
import { precacheList, type BuiltFile } from './precache-list.ts';
import { offlineSetting } from './setting.ts';

/** Its name below the site's folder. */
export const WORKER = 'sw.js';

/**
 * Into a site that is otherwise complete: the worker lists what is there, the search index above all.
 * @param base ends in a slash
 * @param files their names below the folder, with slashes, and their sizes in bytes
 * @returns how many files it keeps; undefined where no copy is wanted
 */
export async function writeWorker(
  folder: string,
  base: string,
  files: Iterable<readonly [name: string, readonly [size: number, ...rest: unknown[]]]>,
): Promise<number | undefined> {
  const worker = path.join(folder, WORKER);
  if (offlineSetting(process.env) === 'off') {
    await writeFile(worker, await retiringWorker());
    return undefined;
  }
  const built = [...files].map(([name, [size]]): BuiltFile => ({
    path: name,
    size,
    bytes: () => readFileSync(path.join(folder, name)),
  }));
  const entries = precacheList(built, base);
  await writeFile(worker, await keepingWorker(entries, base));
  return entries.length;
}
