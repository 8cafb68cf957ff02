// Stage: search. What is searched → the files of the index, in memory.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { knownOr, type KnownData } from '../model/known-data.ts';
import { remembered } from '../thai/remembered.ts';
import { cutBlocks } from './block.ts';
import { CATALOGUE_FILE, packCatalogue, unpackIndexed } from './catalogue.ts';
import { tokenNumbers, type TokenNumbers } from './index-tokens.ts';
import { cutPacks, packFile, packLines } from './line-pack.ts';
import { normalise } from './normalise.ts';
import {
  chunkFile,
  readChunk,
  readMeta,
  SIGNATURE,
  type Chunk,
  type Postings,
} from './pagefind-format.ts';
import { printedLine } from './printed.ts';
import type { SearchContent } from './search-page.ts';
import { countWords, joinCounts, packWords, WORDS_FILE } from './word-list.ts';
import { cutWords, mergeWords, readWords, type Word } from './word-places.ts';

/** Path below the index folder → content. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** What earlier builds left. */
export interface Before {
  /** Of texts that were indexed. Takes in what is found out now. */
  readonly known: KnownData;
  /** A file of the last index, by its path below the index folder; undefined where it is not there. */
  readonly file: (path: string) => Uint8Array | undefined;
}

const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/;

/**
 * Indexes all pages. The same content gives the same files, whatever was there before. Of Pagefind's bundle the words are
 * kept; its reader, its user interfaces and its lists are not (see pagefind-format.ts), and what it keeps of each
 * page in a file, its text in tokens, lies in packs as printed. It is given the pages in blocks (block.ts), and only those
 * blocks that the last index does not have: of the others, that one's words are taken.
 * @throws Error naming what is wrong with the index: one with a hole is none.
 */
export async function buildIndex(content: SearchContent, before?: Before): Promise<IndexFiles> {
  const normal = remembered(normalise);
  const numbers = tokenNumbers();
  const texts = content.pages.map(({ parts }) => parts.map(({ text }) => text));
  const tokensOf = rememberedByNumber((page) =>
    (texts[page] ?? []).map((text) => numbers.of(normal(text))),
  );
  const lengths = content.pages.map(({ url }, page) => {
    const own = knownOr(before?.known, 'units', joined(texts[page] ?? []), () =>
      tokensOf(page).map(({ length }) => length),
    );
    if (own.every((length) => length === 0)) throw new Error(`search: nothing to index on ${url}`);
    return own;
  });
  const firsts = cutBlocks(lengths.map(sum));
  const blocks = firsts.map((first, i): Block => {
    const text = joined(texts.slice(first, firsts[i + 1]).flat());
    return { first, next: firsts[i + 1] ?? texts.length, text, hash: hashOf(text, 16) };
  });

  const last = before && lastWords(before, blocks);
  const fresh = [...blocks.keys()].filter((number) => !last?.blocks.has(number));
  const tokens = fresh.map((number) => {
    const { first = 0, next = 0 } = blocks[number] ?? {};
    return Array.from({ length: next - first }, (_, i) => tokensOf(first + i).flat()).flat();
  });
  const words = mergeWords(last?.words ?? [], await freshWords(tokens, fresh, numbers));

  const files = new Map<string, Uint8Array>();
  const add = (path: string, content: Uint8Array): void => {
    files.set(path, packedAsBefore(content, before?.file(path)));
  };
  const chunks = cutWords(words).map(({ from, to, bytes }): Chunk => {
    const hash = hashOf(bytes);
    add(chunkFile(hash), bytes);
    return { from, to, hash };
  });
  const aliases = content.pages.flatMap(({ parts }) =>
    parts.filter(({ field }) => field === 'alias').map(({ text }) => text),
  );
  const names = content.people.flatMap((person) => person.names);
  const packs = cutPacks(texts.map((lines) => lines.map(printedLine))).map((pages) => {
    const text = encode(packLines(pages));
    const hash = hashOf(text);
    add(packFile(hash), text);
    return { hash, pages: pages.length };
  });
  const catalogue = packCatalogue(content, {
    lengths,
    chunks,
    blocks: firsts,
    hashes: blocks.map(({ hash }) => hash),
    packs,
  });
  files.set(CATALOGUE_FILE, encode(catalogue));
  const counts = blocks.map(({ first, next, text }) =>
    knownOr(before?.known, 'words', text, () =>
      countWords(texts.slice(first, next).flat().map(normal)),
    ),
  );
  const whole = [...names, ...aliases].map(normal);
  files.set(WORDS_FILE, encode(packWords(joinCounts(counts, whole))));
  return files;
}

interface Block {
  /** Its first page, and the first after it. */
  readonly first: number;
  readonly next: number;
  /** All that is indexed of it. */
  readonly text: string;
  readonly hash: string;
}

/** The words that the last index has of blocks that are as they were, and these blocks' numbers. */
interface LastWords {
  readonly words: readonly Word[];
  readonly blocks: ReadonlySet<number>;
}

/** Undefined where there is no last index or it has none of these blocks. */
function lastWords({ file }: Before, blocks: readonly Block[]): LastWords | undefined {
  const catalogue = file(CATALOGUE_FILE);
  if (!catalogue) return undefined;
  const { chunks, hashes } = unpackIndexed(decode(catalogue));
  const numbers = hashes.map((hash) => blocks.findIndex((block) => block.hash === hash));
  if (numbers.every((number) => number < 0)) return undefined;
  const blockOf = (inFile: number): number | undefined => {
    const number = numbers[inFile] ?? -1;
    return number < 0 ? undefined : number;
  };
  const words = chunks.flatMap(({ hash }) => {
    const bytes = file(chunkFile(hash));
    if (!bytes) throw new Error(`search: the last index has no ${chunkFile(hash)}`);
    return readWords(gunzipSync(bytes), blockOf);
  });
  return { words, blocks: new Set(numbers.filter((number) => number >= 0)) };
}

/**
 * @param tokens the numbers of each block's
 * @param blocks their numbers
 */
async function freshWords(
  tokens: readonly (readonly number[])[],
  blocks: readonly number[],
  numbers: TokenNumbers,
): Promise<Word[]> {
  if (blocks.length === 0) return [];
  const written = await runPagefind(
    tokens.map((block) => block.map((number) => numbers.token(number)).join(' ')),
  );
  const hashes: string[] = [];
  for (const [path, bytes] of written) {
    const hash = FRAGMENT.exec(path)?.[1];
    if (hash !== undefined) hashes[blockOfFragment(bytes)] = hash;
  }
  const metaFile = [...written.keys()].find((path) => path.endsWith('.pf_meta'));
  if (metaFile === undefined) throw new Error('search: Pagefind wrote no list of its files');
  const file = (path: string): Uint8Array => gunzipSync(written.get(path) ?? new Uint8Array());
  const meta = readMeta(file(metaFile));
  const byNumber = meta.hashes.map((hash) => hashes.indexOf(hash));
  const chunks = meta.chunks.map(({ hash }) => file(chunkFile(hash)));
  verify(
    chunks.map(readChunk),
    byNumber.map((block) => tokens[block] ?? []),
    numbers,
  );
  return chunks.flatMap((bytes) => readWords(bytes, (inFile) => blocks[byNumber[inFile] ?? -1]));
}

async function runPagefind(blocks: readonly string[]): Promise<Map<string, Uint8Array>> {
  try {
    const { index, errors } = await pagefind.createIndex({});
    if (!index) throw new Error(`search: ${errors.join('; ')}`);
    for (const [i, content] of blocks.entries()) {
      // No title among the metadata: Pagefind would index its words too, cut its own way.
      const added = await index.addCustomRecord({
        url: String(i),
        content,
        language: 'und',
      });
      if (added.errors.length > 0) throw new Error(`search: ${added.errors.join('; ')}`);
    }
    const { files, errors: writing } = await index.getFiles();
    if (writing.length > 0) throw new Error(`search: ${writing.join('; ')}`);
    return new Map(files.map(({ path, content }) => [path, content]));
  } finally {
    await pagefind.close();
  }
}

/**
 * Reads the index back: every token of every block at its position, and nothing else.
 * @param blocks the numbers of their tokens
 */
function verify(
  chunks: readonly ReadonlyMap<string, Postings>[],
  blocks: readonly (readonly number[])[],
  numbers: TokenNumbers,
): void {
  let found = 0;
  for (const chunk of chunks)
    for (const [token, postings] of chunk) {
      const wanted = numbers.number(token);
      for (const [block, positions] of postings) {
        const tokens = blocks[block];
        for (const position of positions)
          if (wanted === undefined || tokens?.[position] !== wanted)
            throw new Error(`search: the index misplaces a word: block ${String(block)}`);
        found += positions.length;
      }
    }
  const wanted = blocks.reduce((sum, tokens) => sum + tokens.length, 0);
  if (found !== wanted)
    throw new Error(`search: the index holds ${String(found)} of ${String(wanted)} words`);
}

/** The position of a fragment's block: runPagefind gave it as its address. */
function blockOfFragment(bytes: Uint8Array): number {
  const text = gunzipSync(bytes).toString('utf8');
  if (!text.startsWith(SIGNATURE))
    throw new Error('search: a fragment is not as Pagefind 1.6 writes it');
  return Number((JSON.parse(text.slice(SIGNATURE.length)) as { url: string }).url);
}

/** To pack is ten times as slow as to unpack. */
function packedAsBefore(content: Uint8Array, before: Uint8Array | undefined): Uint8Array {
  return before && gunzipSync(before).equals(content) ? before : gzipSync(content, { level: 9 });
}

/** Texts that are cut otherwise have other tokens. */
function joined(texts: readonly string[]): string {
  return texts.join('\0');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function rememberedByNumber<T>(make: (number: number) => T): (number: number) => T {
  const made = new Map<number, T>();
  return (number) => {
    const known = made.get(number) ?? make(number);
    made.set(number, known);
    return known;
  };
}

function hashOf(content: string | Uint8Array, length = 8): string {
  return createHash('sha256').update(content).digest('hex').slice(0, length);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
