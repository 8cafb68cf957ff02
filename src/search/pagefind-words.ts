// Stage: search. Blocks' tokens → their words with places, by Pagefind, each read back.
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { TokenNumbers } from './index-tokens.ts';
import { chunkFile, readChunk, readMeta, SIGNATURE, type Postings } from './pagefind-format.ts';
import { readWords, type Word } from './word-places.ts';

const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/;

/**
 * @param tokens of each block, their numbers
 * @param blocks the blocks' own numbers
 * @throws Error naming what Pagefind lost or misplaced
 */
export async function pagefindWords(
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
