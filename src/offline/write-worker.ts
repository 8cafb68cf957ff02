// Stage: offline. A built site's files → sw.js beside them.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { keepingWorker, retiringWorker } from './build-worker.ts';
import { precacheList, type BuiltFile } from './precache-list.ts';
import { offlineSetting } from './setting.ts';

/**
 * Into a site that is otherwise complete: the worker lists what is there, the search index above all.
 * @param base ends in a slash
 * @returns how many files it keeps; undefined where no copy is wanted
 */
export async function writeWorker(folder: string, base: string): Promise<number | undefined> {
  const worker = path.join(folder, 'sw.js');
  if (offlineSetting(process.env) === 'off') {
    await writeFile(worker, await retiringWorker());
    return undefined;
  }
  const entries = precacheList(filesOf(folder), base);
  await writeFile(worker, await keepingWorker(entries, base));
  return entries.length;
}

function filesOf(folder: string): BuiltFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const below = path.relative(folder, file).split(path.sep).join('/');
      return { path: below, size: statSync(file).size, bytes: () => readFileSync(file) };
    });
}
