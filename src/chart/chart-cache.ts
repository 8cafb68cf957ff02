// Stage: chart. What was drawn from which input by which code → a file in the build's cache, so that a second build draws nothing.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FONT_FOLDER } from './fonts.ts';

/** Everything that a drawing depends on besides its input, from the project's root. */
const CODE = ['src/chart', 'src/thai', FONT_FOLDER];
const PACKAGES = ['@dagrejs/dagre', 'budoux', 'fontkit', 'jsdom', 'mermaid'];

let version: string | undefined;
/** Counts for tests and the benchmark. */
export const cacheUse = { found: 0, made: 0 };

/**
 * The value that `make` made for this input before, or makes now. It has to be JSON.
 *
 * @param kind what is made: two kinds never share a value
 * @param input all that the value depends on besides the code
 */
export async function cached<T>(
  kind: string,
  input: unknown,
  make: () => Promise<T> | T,
): Promise<T> {
  const folder = cacheFolder();
  const key = hash(`${kind} ${JSON.stringify(input)}`);
  const file = path.join(folder, `${key}.json`);
  const known = read(file);
  if (known !== undefined) {
    cacheUse.found += 1;
    return JSON.parse(known) as T;
  }
  const value = await make();
  cacheUse.made += 1;
  mkdirSync(folder, { recursive: true });
  // Whole or not at all: another process may read it.
  const partial = `${file}.${String(process.pid)}`;
  const kept = JSON.stringify(value);
  writeFileSync(partial, kept);
  renameSync(partial, file);
  // As it comes out of the cache the next time.
  return JSON.parse(kept) as T;
}

/** One folder a version of the code; those of other versions are of no more use. */
function cacheFolder(): string {
  const all = path.join(process.env['KHUMUE_CACHE'] || '.cache/dev', 'charts');
  if (version === undefined) {
    version = codeVersion();
    for (const other of list(all)) {
      if (other !== version) rmSync(path.join(all, other), { recursive: true, force: true });
    }
  }
  return path.join(all, version);
}

/** @throws Error when the project's sources are not below the working folder. */
function codeVersion(): string {
  const sum = createHash('sha256');
  for (const folder of CODE) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
      const text = read(path.join(folder, file));
      if (text !== undefined) sum.update(`${file}\n${text}\n`);
    }
  }
  for (const name of PACKAGES)
    sum.update(read(path.join('node_modules', name, 'package.json')) ?? '');
  // Where words end comes from ICU.
  return sum
    .update(process.versions.icu ?? '')
    .digest('hex')
    .slice(0, 16);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
