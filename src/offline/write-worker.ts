// Stage: offline. A built site's files and the worker's script → sw.js beside them.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { precacheList, versionOf, type BuiltFile, type PrecacheEntry } from './precache-list.ts';
import { offlineSetting } from './setting.ts';

/** Its name below the site's folder. */
export const WORKER = 'sw.js';

/**
 * Into a site that is otherwise complete: the worker lists what is there, the search index above all.
 * @param script bundleWorker() of the site's setting
 * @param base ends in a slash
 * @param files their names below the folder, with slashes, and their sizes in bytes
 * @returns how many files it keeps; undefined where no copy is wanted
 */
export async function writeWorker(
  folder: string,
  script: string,
  base: string,
  files: Iterable<readonly [name: string, readonly [size: number, ...rest: unknown[]]]>,
): Promise<number | undefined> {
  const worker = path.join(folder, WORKER);
  if (offlineSetting(process.env) === 'off') {
    await writeFile(worker, script);
    return undefined;
  }
  const built = [...files].map(([name, [size]]): BuiltFile => ({
    path: name,
    size,
    bytes: () => readFileSync(path.join(folder, name)),
  }));
  const entries = precacheList(built, base);
  await writeFile(worker, withList(script, entries, base));
  return entries.length;
}

/** What worker.ts declares, before it. @param base ends in a slash */
export function withList(script: string, entries: readonly PrecacheEntry[], base: string): string {
  const values = {
    PRECACHE: entries,
    VERSION: versionOf(entries),
    OFFLINE_PAGE: `${base}offline/`,
  };
  const list = Object.entries(values).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `const ${list.join(',')};\n${script}`;
}
