// Stage: chart. What was drawn from which input by which code → files in the build's cache, so that a second build draws nothing.
import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Bytes } from '../model/bytes.ts';
import { FONT_FOLDER } from './fonts.ts';

/** Everything that a drawing depends on besides its input, from the project's root. */
const CODE = ['src/chart', 'src/sharing', 'src/thai', FONT_FOLDER];
const PACKAGES = ['@dagrejs/dagre', 'budoux', 'fontkit', 'mermaid', 'sharp'];

/** In bytes. Values go into a file together, some dozen charts: a file of its own would cost each as much as a tenth of its drawing. */
const LENGTH_OF_FILE = 4_000_000;

/** Where a value stands in a file. */
interface Place {
  readonly file: string;
  readonly start: number;
  readonly length: number;
}

let version: string | undefined;
/** What the cache's files hold; read once. */
let kept: Map<string, Place> | undefined;
/** What was made here and is in no file yet. */
const waiting = new Bytes();
/** Where in it each value stands. */
const waitingPlaces = new Map<string, Omit<Place, 'file'>>();
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
  const key = hash(`${kind} ${JSON.stringify(input)}`);
  const known = find(key);
  if (known !== undefined) {
    cacheUse.found += 1;
    return JSON.parse(known) as T;
  }
  const value = await make();
  cacheUse.made += 1;
  keep(key, JSON.stringify(value));
  return value;
}

function find(key: string): string | undefined {
  const fresh = waitingPlaces.get(key);
  if (fresh) return waiting.text(fresh.start, fresh.length);
  const place = (kept ??= placesIn(cacheFolder())).get(key);
  return place && readPlace(place)?.toString();
}

function keep(key: string, value: string): void {
  if (waitingPlaces.size === 0) process.once('exit', save);
  const start = waiting.length;
  waitingPlaces.set(key, { start, length: waiting.add(value) });
  if (waiting.length < LENGTH_OF_FILE) return;
  process.removeListener('exit', save);
  save();
}

/** Writes what waits into a file: a line that says where each value stands, then the values. */
function save(): void {
  const folder = cacheFolder();
  const index = [...waitingPlaces].map(([key, { start, length }]) => [key, start, length] as const);
  const head = Buffer.from(`${JSON.stringify(index)}\n`);
  const file = path.join(folder, `${index[0]?.[0] ?? ''}-${String(process.pid)}`);
  mkdirSync(folder, { recursive: true });
  // Whole or not at all: another process may read it.
  writeFileSync(`${file}${PARTIAL}`, Buffer.concat([head, waiting.whole()]));
  renameSync(`${file}${PARTIAL}`, file);
  for (const [key, start, length] of index)
    kept?.set(key, { file, start: head.length + start, length });
  waitingPlaces.clear();
  waiting.clear();
}

const PARTIAL = '.partial';

/** What the files of a folder hold. A file that is not whole holds nothing. */
function placesIn(folder: string): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const name of list(folder)) {
    const file = path.join(folder, name);
    if (name.endsWith(PARTIAL)) continue;
    const bytes = readFileSync(file);
    const head = bytes.indexOf('\n') + 1;
    for (const [key, start, length] of indexIn(bytes.toString('utf8', 0, head)))
      places.set(key, { file, start: head + start, length });
  }
  return places;
}

function indexIn(line: string): [string, number, number][] {
  try {
    return JSON.parse(line) as [string, number, number][];
  } catch {
    return [];
  }
}

/** Undefined where the file is gone: another build has cleared the cache. */
function readPlace({ file, start, length }: Place): Buffer | undefined {
  let open: number;
  try {
    open = openSync(file, 'r');
  } catch {
    return undefined;
  }
  try {
    const bytes = Buffer.allocUnsafe(length);
    return readSync(open, bytes, 0, length, start) === length ? bytes : undefined;
  } finally {
    closeSync(open);
  }
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
