// Stage: search. Blocks' tokens → their words with places, by Pagefind.
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { TokenNumbers } from './index-tokens.ts';
import { chunkFile, readMeta, SIGNATURE } from './pagefind-format.ts';
import { readWords, type Word } from './word-places.ts';

const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/;

/**
 * @param blocks by number: the numbers of their tokens
 * @throws Error where Pagefind says one, or writes otherwise than is known here
 */
export async function pagefindWords(
  blocks: ReadonlyMap<number, readonly number[]>,
  numbers: TokenNumbers,
): Promise<Word[]> {
  if (blocks.size === 0) return [];
  const texts = [...blocks].map(
    ([block, tokens]) => [block, tokens.map((number) => numbers.token(number)).join(' ')] as const,
  );
  const written = await runPagefind(texts);
  const byHash = new Map<string, number>();
  for (const [path, bytes] of written) {
    const hash = FRAGMENT.exec(path)?.[1];
    if (hash !== undefined) byHash.set(hash, blockOfFragment(bytes));
  }
  const metaFile = [...written.keys()].find((path) => path.endsWith('.pf_meta'));
  if (metaFile === undefined) throw new Error('search: Pagefind wrote no list of its files');
  const file = (path: string): Uint8Array => gunzipSync(written.get(path) ?? new Uint8Array());
  const { hashes, chunks } = readMeta(file(metaFile));
  return chunks.flatMap(({ hash }) =>
    readWords(file(chunkFile(hash)), (inFile) => byHash.get(hashes[inFile] ?? '')),
  );
}

async function runPagefind(
  blocks: readonly (readonly [number: number, text: string])[],
): Promise<Map<string, Uint8Array>> {
  try {
    const { index, errors } = await pagefind.createIndex({});
    if (!index) throw new Error(`search: ${errors.join('; ')}`);
    for (const [number, content] of blocks) {
      // No title among the metadata: Pagefind would index its words too, cut its own way.
      const added = await index.addCustomRecord({
        url: String(number),
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

/** The number of a fragment's block: runPagefind gave it as its address. */
function blockOfFragment(bytes: Uint8Array): number {
  const text = gunzipSync(bytes).toString('utf8');
  if (!text.startsWith(SIGNATURE))
    throw new Error('search: a fragment is not as Pagefind 1.6 writes it');
  return Number((JSON.parse(text.slice(SIGNATURE.length)) as { url: string }).url);
}
