// Stage: render. The site before the last → the beginning of the next: folders, and files that the last one has as well.
import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { namesBelow } from './site-files.ts';

/** A site that is no longer in use. */
export interface SpareSite {
  readonly folder: string;
  /** Its files that are the last site's as well, the same on disk. */
  readonly same: readonly string[];
}

/**
 * To make some thousand folders and links and to take away as many is a sixth of a build in which little changes.
 * Whatever is not kept is taken away, not written over: on disk it may be the last site's, which readers still see.
 *
 * @param next a folder that is not there yet
 * @param kept the files that are to be as in the last site
 * @returns those of them that are there, and the folders from which something was taken away
 */
export function takeUp(
  { folder, same }: SpareSite,
  next: string,
  kept: ReadonlySet<string>,
): { there: Set<string>; folders: Set<string> } {
  renameSync(folder, next);
  const wanted = new Set(same.filter((name) => kept.has(name)));
  const there = new Set<string>();
  const folders = new Set<string>();
  for (const name of namesBelow(next)) {
    if (wanted.has(name)) {
      there.add(name);
      continue;
    }
    rmSync(path.join(next, name));
    folders.add(path.posix.dirname(name));
  }
  return { there, folders };
}

/** Of pages that are no more, with the folders around them that hold nothing else. */
export function removeEmpty(site: string, folders: Iterable<string>): void {
  for (const folder of folders)
    for (let at = folder; at !== '.' && isEmpty(path.join(site, at)); at = path.posix.dirname(at))
      rmdirSync(path.join(site, at));
}

function isEmpty(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length === 0;
}
