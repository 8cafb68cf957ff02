// build, build:folder, pdf: a folder that is ready → in the place of the old one, all or nothing.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** A mistyped setting must not replace somebody's folder. `isOurs` tells by the names of what is in it. */
export function isReplaceable(
  folder: string,
  isOurs: (names: readonly string[]) => boolean = isSite,
): boolean {
  if (!existsSync(folder)) return true;
  return statSync(folder).isDirectory() && isOurs(readdirSync(folder));
}

function isSite(names: readonly string[]): boolean {
  return names.length === 0 || names.includes('index.html') || names.includes('404.html');
}

/** A folder of PDFs. */
export function isPrinted(names: readonly string[]): boolean {
  return names.every((name) => ['manuals', 'people'].includes(name));
}

/** Two renames: a reader sees the old site, for an instant nothing, then the new one; never a half. */
export function swap(ready: string, out: string, previous: string): void {
  rmSync(previous, { recursive: true, force: true });
  mkdirSync(path.dirname(out), { recursive: true });
  if (existsSync(out)) move(out, previous);
  try {
    move(ready, out);
  } catch (error) {
    if (existsSync(previous)) move(previous, out);
    throw error;
  }
  rmSync(previous, { recursive: true, force: true });
}

/** A build that was killed between the two renames left the good site in `previous`. */
export function recover(out: string, previous: string): void {
  if (!existsSync(out) && existsSync(previous)) move(previous, out);
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    // Another disk: copy beside the target first, so that the last act is a rename all the same.
    const beside = `${to}.incoming`;
    rmSync(beside, { recursive: true, force: true });
    cpSync(from, beside, { recursive: true });
    renameSync(beside, to);
    rmSync(from, { recursive: true, force: true });
  }
}
