// Stage: import. New files and files that grow → all of them on disk, or none.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { fileFault } from '../source/file-fault.ts';

export interface NewFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}
/** A file that gets other contents; `before` is what was read, undefined where there was none. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** A draft that may not be written. Its message is in Thai and says what to do. */
export class DraftRefused extends Error {}

/**
 * Writes everything or, where anything is in the way or fails, nothing.
 * @throws DraftRefused where a new file is there already, or a changed one is no longer as it was read.
 */
export function writeDraft(
  files: readonly NewFile[],
  changed: readonly ChangedFile[],
  folders: readonly string[] = [],
): void {
  const there = [...folders, ...files.map(({ path }) => path)].find((path) => existsSync(path));
  if (there !== undefined)
    throw new DraftRefused(
      `มี ${there} อยู่แล้ว ไม่เขียนทับ ใช้ชื่ออื่นด้วย --id และ --seed หรือย้ายของเดิมออกก่อน`,
    );
  const moved = changed.find(({ path, before }) => textOf(path) !== before);
  if (moved) throw new DraftRefused(`${moved.path} ถูกแก้ไประหว่างนี้ ยังไม่ได้เขียนอะไร สั่งใหม่`);

  // Without a handler of ours, Ctrl-C would end the program between two files.
  const wait = (): void => undefined;
  process.on('SIGINT', wait);
  const made: string[] = [];
  try {
    for (const { path, content } of files) {
      made.push(...makeFolders(dirname(path)));
      writeFileSync(path, content, { flag: 'wx' });
      made.push(path);
    }
    for (const { path, after } of changed) {
      const beside = `${path}.new`;
      made.push(beside);
      writeFileSync(beside, after);
    }
    for (const { path } of changed) renameSync(`${path}.new`, path);
  } catch (error) {
    for (const { path, before } of changed) {
      if (before === undefined) rmSync(path, { force: true });
      else writeFileSync(path, before);
    }
    for (const path of made.toReversed()) remove(path);
    throw error;
  } finally {
    process.off('SIGINT', wait);
  }
}

/**
 * A YAML list with new entries, as `toText` writes them, behind those it has, which stay byte for byte.
 * An entry that it has already is not written again.
 * @throws DraftRefused where the file cannot be read as a list, or as text: writing it would lose what it holds.
 */
export function withEntries(
  path: string,
  entries: readonly object[],
  toText: (entries: readonly object[]) => string,
): ChangedFile[] {
  if (entries.length === 0) return [];
  const before = textOf(path);
  const kept = (before ?? '').replace(/^\s*\[\s*\]\s*$/m, '');
  const known = fileFault(kept) ? undefined : listIn(kept);
  const fresh = entries.filter((entry) => !known?.some((one) => isDeepStrictEqual(one, entry)));
  if (known && fresh.length === 0) return [];
  const after = (kept === '' || kept.endsWith('\n') ? kept : `${kept}\n`) + toText(fresh);
  if (known && listIn(after)?.length === known.length + fresh.length)
    return [{ path, before, after }];
  throw new DraftRefused(
    `อ่าน ${path} เป็นรายการ YAML ไม่ได้ ยังไม่ได้เขียนอะไร แก้แฟ้มนี้ให้ npm run check ผ่านก่อน แล้วสั่งใหม่`,
  );
}

function listIn(yaml: string): readonly unknown[] | undefined {
  try {
    const list: unknown = parse(yaml) ?? [];
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Makes a folder and those above it; the ones that were not there, outermost first. */
function makeFolders(folder: string): string[] {
  if (existsSync(folder)) return [];
  const above = makeFolders(dirname(folder));
  mkdirSync(folder);
  return [...above, folder];
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    try {
      rmdirSync(path);
    } catch {
      // Somebody else put something into the folder meanwhile: it is theirs.
    }
  }
}
