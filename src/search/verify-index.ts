// Stage: search. An index's files of words → an error where a word is lost or misplaced.
import type { TokenNumbers } from './index-tokens.ts';
import { readChunk } from './pagefind-format.ts';
import type { Piece } from './word-places.ts';

/**
 * Reads the index back: of every block so many tokens as there are, of a fresh one each at its position, and nothing else.
 * @param fresh blocks that were indexed now, by number: the numbers of their tokens
 * @param wanted how many tokens all blocks have
 * @throws Error naming what is wrong
 */
export function verifyIndex(
  pieces: readonly Piece[],
  fresh: ReadonlyMap<number, readonly number[]>,
  numbers: TokenNumbers,
  wanted: number,
): void {
  let found = 0;
  for (const { bytes } of pieces)
    for (const [token, postings] of readChunk(bytes)) {
      const number = numbers.number(token);
      for (const [block, positions] of postings) {
        const tokens = fresh.get(block);
        if (tokens)
          for (const position of positions)
            if (number === undefined || tokens[position] !== number)
              throw new Error(`search: the index misplaces a word: block ${String(block)}`);
        found += positions.length;
      }
    }
  if (found !== wanted)
    throw new Error(`search: the index holds ${String(found)} of ${String(wanted)} words`);
}
