// Stage: search. What is searched → the files of the index, in memory.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { knownOr, type KnownData } from '../model/known-data.ts';
import { remembered } from '../thai/remembered.ts';
import { cutBlocks } from './block.ts';
import { CATALOGUE_FILE, packCatalogue } from './catalogue.ts';
import { tokenNumbers } from './index-tokens.ts';
import { lastWords, type LastFile } from './last-words.ts';
import { cutPacks, packFile, packLines } from './line-pack.ts';
import { normalise } from './normalise.ts';
import { chunkFile, type Chunk } from './pagefind-format.ts';
import { pagefindWords } from './pagefind-words.ts';
import { printedLine } from './printed.ts';
import type { SearchContent } from './search-page.ts';
import { verifyIndex } from './verify-index.ts';
import { countWords, joinCounts, packWords, WORDS_FILE } from './word-list.ts';
import { cutWords, mergeWords } from './word-places.ts';

/** Path below the index folder → content. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** What earlier builds left. */
export interface Before {
  /** Of texts that were indexed. Takes in what is found out now. */
  readonly known: KnownData;
  readonly file: LastFile;
}

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
  const tokens: number[][][] = [];
  const tokensOf = (page: number): number[][] =>
    (tokens[page] ??= (texts[page] ?? []).map((text) => numbers.of(normal(text))));
  const lengths = content.pages.map(({ url }, page) => {
    const own = knownOr(before?.known, 'units', joined(texts[page] ?? []), () =>
      tokensOf(page).map(({ length }) => length),
    );
    if (own.every((length) => length === 0)) throw new Error(`search: nothing to index on ${url}`);
    return own;
  });
  const firsts = cutBlocks(lengths.map(sum));
  const blocks = firsts.map((first, i): Block => {
    const pages = texts.slice(first, firsts[i + 1]);
    return { first, pages, hash: hashOf(joined(pages.flat()), 16) };
  });

  const hashes = blocks.map(({ hash }) => hash);
  const last = before && lastWords(before.file, hashes);
  const fresh = new Map(
    blocks.flatMap(({ first, pages }, number) =>
      last?.blocks.has(number)
        ? []
        : [[number, pages.flatMap((_, i) => tokensOf(first + i).flat())] as const],
    ),
  );
  const words = mergeWords(last?.words ?? [], await pagefindWords(fresh, numbers));
  const pieces = cutWords(words);
  verifyIndex(pieces, fresh, numbers, sum(lengths.flat()));

  const files = new Map<string, Uint8Array>();
  const add = (path: string, content: Uint8Array): void => {
    files.set(path, packedAsBefore(content, before?.file(path)));
  };
  const chunks = pieces.map(({ from, to, bytes }): Chunk => {
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
    hashes,
    packs,
  });
  files.set(CATALOGUE_FILE, encode(catalogue));
  const counts = blocks.map(({ pages, hash }) =>
    knownOr(before?.known, 'words', hash, () => countWords(pages.flat().map(normal))),
  );
  const whole = [...names, ...aliases].map(normal);
  files.set(WORDS_FILE, encode(packWords(joinCounts(counts, whole))));
  return files;
}

interface Block {
  /** The number of its first page. */
  readonly first: number;
  /** What is indexed of each of its pages. */
  readonly pages: readonly (readonly string[])[];
  /** That of all its texts. */
  readonly hash: string;
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

function hashOf(content: string | Uint8Array, length = 8): string {
  return createHash('sha256').update(content).digest('hex').slice(0, length);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
