// Stage: search. What is searched → the files of the index, in memory.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { remembered } from '../thai/remembered.ts';
import { cutBlocks } from './block.ts';
import { CATALOGUE_FILE, packCatalogue } from './catalogue.ts';
import { cutChunk } from './cut-chunk.ts';
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
import { countWords, packWords, WORDS_FILE } from './word-list.ts';

/** Path below the index folder → content. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/;

/**
 * Indexes all pages. The same content gives the same files. Of Pagefind's bundle the words are
 * kept; its reader, its user interfaces and its lists are not (see pagefind-format.ts), and what it keeps of each
 * page in a file, its text in tokens, lies in packs as printed. It is given the pages in blocks (block.ts).
 * @throws Error naming what is wrong with the index: one with a hole is none.
 */
export async function buildIndex(content: SearchContent): Promise<IndexFiles> {
  const lengths: number[][] = [];
  const normal = remembered(normalise);
  const numbers = tokenNumbers();
  const tokens = content.pages.map(({ url, parts }) => {
    const own = parts.map(({ text }) => numbers.of(normal(text)));
    lengths.push(own.map(({ length }) => length));
    if (own.every(({ length }) => length === 0))
      throw new Error(`search: nothing to index on ${url}`);
    return own.flat();
  });
  const firsts = cutBlocks(tokens.map(({ length }) => length));
  const blocks = firsts.map((first, i) => tokens.slice(first, firsts[i + 1]).flat());
  const written = await runPagefind(
    blocks.map((block) => block.map((number) => numbers.token(number)).join(' ')),
  );

  const files = new Map<string, Uint8Array>();
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
  const pieces = meta.chunks.flatMap(({ hash }) => cutChunk(file(chunkFile(hash))));
  verify(
    pieces.map(({ bytes }) => readChunk(bytes)),
    byNumber.map((block) => blocks[block] ?? []),
    numbers,
  );
  const chunks = pieces.map(({ from, to, bytes }): Chunk => {
    const hash = hashOf(bytes);
    files.set(chunkFile(hash), gzipSync(bytes, { level: 9 }));
    return { from, to, hash };
  });

  const texts = content.pages.flatMap(({ parts }) => parts.map(({ text }) => text));
  const aliases = content.pages.flatMap(({ parts }) =>
    parts.filter(({ field }) => field === 'alias').map(({ text }) => text),
  );
  const names = content.people.flatMap((person) => person.names);
  const packs = cutPacks(
    content.pages.map(({ parts }) => parts.map((part) => printedLine(part.text))),
  ).map((pages) => {
    const text = packLines(pages);
    const hash = hashOf(text);
    files.set(packFile(hash), gzipSync(text, { level: 9 }));
    return { hash, pages: pages.length };
  });
  const catalogue = packCatalogue(content, {
    lengths,
    chunks,
    blocks: byNumber.map((block) => firsts[block] ?? 0),
    packs,
  });
  files.set(CATALOGUE_FILE, encode(catalogue));
  files.set(
    WORDS_FILE,
    encode(packWords(countWords(texts.map(normal), [...names, ...aliases].map(normal)))),
  );
  return files;
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

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 8);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
