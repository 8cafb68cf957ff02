// Stage: import. New files and notes to append → all of them on disk, or none.
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
import { parse } from 'yaml';

export interface NewFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}
/** YAML lists that grow by some entries; what stands in them stays byte for byte. */
export interface GrowingFile {
  readonly path: string;
  readonly entries: readonly object[];
  readonly text: string;
}

/** A draft that may not be written. Its message is in Thai and says what to do. */
export class DraftRefused extends Error {}

/**
 * Writes everything or, where anything is in the way or fails, nothing.
 * @throws DraftRefused where a file is there already or a notes file cannot be read.
 */
export function writeDraft(
  files: readonly NewFile[],
  growing: readonly GrowingFile[],
  folders: readonly string[] = [],
): void {
  const there = [...folders, ...files.map(({ path }) => path)].find((path) => existsSync(path));
  if (there !== undefined)
    throw new DraftRefused(
      `มี ${there} อยู่แล้ว ไม่เขียนทับ ใช้ชื่ออื่นด้วย --id และ --seed หรือย้ายของเดิมออกก่อน`,
    );
  const grown = growing.filter(({ entries }) => entries.length > 0).map(grow);

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
    for (const { path, after } of grown) {
      const beside = `${path}.new`;
      made.push(beside);
      writeFileSync(beside, after);
    }
    for (const { path } of grown) renameSync(`${path}.new`, path);
  } catch (error) {
    for (const { path, before } of grown) {
      if (before === undefined) rmSync(path, { force: true });
      else writeFileSync(path, before);
    }
    for (const path of made.toReversed()) remove(path);
    throw error;
  } finally {
    process.off('SIGINT', wait);
  }
}

/** A notes file with its new entries; checked as YAML before anything is written. */
function grow({ path, entries, text }: GrowingFile): {
  path: string;
  before: string | undefined;
  after: string;
} {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const kept = (before ?? '').replace(/^\s*\[\s*\]\s*$/m, '');
  const after = kept === '' || kept.endsWith('\n') ? kept + text : `${kept}\n${text}`;
  const count = (yaml: string): number => {
    const list: unknown = parse(yaml);
    if (list === null || list === undefined) return 0;
    if (!Array.isArray(list)) throw new Error('not a list');
    return list.length;
  };
  try {
    if (count(after) === count(kept) + entries.length) return { path, before, after };
  } catch {
    // Said below.
  }
  throw new DraftRefused(`อ่าน ${path} เป็นรายการ YAML ไม่ได้ แก้แฟ้มนี้ให้ npm run check ผ่านก่อน แล้วสั่งใหม่`);
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
