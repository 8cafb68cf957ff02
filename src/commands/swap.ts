// build, build:folder, pdf: a folder that is ready → in the place of the old one, all or nothing.
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
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

/**
 * A setting's folder, or the usual one. Where it is a link, the folder that the link leads to: that is what is replaced, and not the link.
 * @returns absolute
 */
export function outputFolder(root: string, setting: string | undefined, usual: string): string {
  const folder = path.resolve(root, setting || usual);
  const isLink = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink();
  return isLink && existsSync(folder) ? realpathSync(folder) : folder;
}

/**
 * Two renames, both beside `out`, or on another disk they would be copies that can end half way: a reader sees the old folder, for an
 * instant nothing, then the new one; never a half.
 * @param spare where the old folder is put away, if it can be moved there; else it is deleted
 * @returns whether it had to be copied from another disk; false where the folder cannot be replaced: it is as it was, and why is printed
 */
export function swap(ready: string, out: string, spare?: string): 'moved' | 'copied' | false {
  const { incoming, outgoing } = beside(out);
  let brought: 'moved' | 'copied';
  try {
    mkdirSync(path.dirname(out), { recursive: true });
    for (const left of [incoming, outgoing]) rmSync(left, { recursive: true, force: true });
    brought = bring(ready, incoming);
    if (existsSync(out)) renameSync(out, outgoing);
    renameSync(incoming, out);
  } catch (error) {
    recover(out);
    rmSync(incoming, { recursive: true, force: true });
    console.error(
      `เปลี่ยนโฟลเดอร์ ${out} ไม่ได้ (${reasonOf(error)}) ถ้าเป็นจุดที่ต่อดิสก์ไว้ (mount) หรือเขียนในโฟลเดอร์ที่ครอบอยู่ไม่ได้ โปรดตั้งให้เป็นโฟลเดอร์ย่อยข้างในแทน`,
    );
    return false;
  }
  if (spare === undefined || !putAway(outgoing, spare))
    rmSync(outgoing, { recursive: true, force: true });
  return brought;
}

/** A run that was killed between the two renames left the good folder beside its place. */
export function recover(out: string): void {
  const { outgoing } = beside(out);
  if (!existsSync(out) && existsSync(outgoing)) renameSync(outgoing, out);
}

function beside(out: string): { incoming: string; outgoing: string } {
  const at = path.join(path.dirname(out), `.${path.basename(out)}`);
  return { incoming: `${at}.incoming`, outgoing: `${at}.outgoing` };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : String(error);
}

function bring(from: string, to: string): 'moved' | 'copied' {
  try {
    renameSync(from, to);
    return 'moved';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true, force: true });
    return 'copied';
  }
}

function putAway(folder: string, spare: string): boolean {
  rmSync(spare, { recursive: true, force: true });
  try {
    renameSync(folder, spare);
    return true;
  } catch {
    // On another disk, or there was no old folder.
    return false;
  }
}
