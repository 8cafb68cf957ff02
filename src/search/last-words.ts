// Stage: search. The last index and the blocks of the next → the words that it has of those that are as they were.
import { gunzipSync } from 'node:zlib';
import { CATALOGUE_FILE, unpackIndexed } from './catalogue.ts';
import { chunkFile } from './pagefind-format.ts';
import { readWords, type Word } from './word-places.ts';

/** A file of the last index, by its path below the index folder; undefined where it is not there. */
export type LastFile = (path: string) => Uint8Array | undefined;

/** Words with their places, and the numbers of the blocks that these are in. */
export interface LastWords {
  readonly words: readonly Word[];
  readonly blocks: ReadonlySet<number>;
}

/**
 * Undefined where there is no last index or it has none of these blocks.
 * @param hashes of the next index's blocks, in order
 */
export function lastWords(file: LastFile, hashes: readonly string[]): LastWords | undefined {
  const catalogue = file(CATALOGUE_FILE);
  if (!catalogue) return undefined;
  const last = unpackIndexed(new TextDecoder().decode(catalogue));
  // Each once: two blocks may say the same.
  const left = Map.groupBy(hashes.keys(), (number) => hashes[number]);
  const numbers = last.hashes.map((hash) => left.get(hash)?.shift());
  const blocks = new Set(numbers.filter((number) => number !== undefined));
  if (blocks.size === 0) return undefined;
  const words = last.chunks.flatMap(({ hash }) => {
    const bytes = file(chunkFile(hash));
    if (!bytes) throw new Error(`search: the last index has no ${chunkFile(hash)}`);
    return readWords(gunzipSync(bytes), (inFile) => numbers[inFile]);
  });
  return { words, blocks };
}
