// Stage: render. A built site's folder → what its files are on disk: by that a later build knows what somebody has touched.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Bytes, when it was written, in ms, and its number on the disk, which it shares with whatever is linked to it. */
export type FileState = readonly [size: number, written: number, disk: number];

/** By the file's name below the folder, with slashes. A folder that was moved has the same. */
export type SiteFiles = ReadonlyMap<string, FileState>;

/** Hidden files as well: `.nojekyll`. @param known those that need not be looked at again */
export function siteFiles(folder: string, known: SiteFiles = new Map()): SiteFiles {
  return new Map(
    namesBelow(folder).map((name) => [name, known.get(name) ?? fileState(path.join(folder, name))]),
  );
}

export function fileState(file: string): FileState {
  const { size, mtimeMs, ino } = statSync(file);
  return [size, mtimeMs, ino];
}

/** Of the files of one folder, those that are the same on disk in another. */
export function sameOnDisk(files: SiteFiles, others: SiteFiles): string[] {
  return [...files].flatMap(([name, state]) => (isSame(state, others.get(name)) ? [name] : []));
}

function isSame(state: FileState, other: FileState | undefined): boolean {
  return other !== undefined && state.every((value, i) => value === other[i]);
}

/** With slashes; no folders. */
export function namesBelow(folder: string): string[] {
  const names: string[] = [];
  const add = (below: string): void => {
    for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) add(name);
      else names.push(name);
    }
  };
  add('');
  return names;
}
