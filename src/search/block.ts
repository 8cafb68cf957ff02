// Stage: search, both sides. Pages ↔ blocks of them: what Pagefind takes for one page. It spends more on each page than on its words.
import type { Postings } from './pagefind-format.ts';

/** Units of a block, about: more make Pagefind no quicker, only larger. */
const SIZE = 40_000;

/** @param lengths how many units each page has, in order @returns of each block, its first page */
export function cutBlocks(lengths: readonly number[]): number[] {
  const firsts: number[] = [];
  let size = Infinity;
  lengths.forEach((length, page) => {
    if (size >= SIZE) {
      firsts.push(page);
      size = 0;
    }
    size += length;
  });
  return firsts;
}

/** Positions in blocks → positions on pages. */
export type Place = (inBlocks: Postings) => Postings;

/**
 * @param blocks of each block, by Pagefind's number, its first page
 * @param lengths how many units each page has, in order
 */
export function placing(blocks: readonly number[], lengths: readonly number[]): Place {
  return (inBlocks) => {
    const onPages = new Map<number, number[]>();
    for (const [block, positions] of inBlocks) {
      let page = blocks[block] ?? lengths.length;
      let from = 0;
      for (const position of positions) {
        for (; position >= from + (lengths[page] ?? Infinity); page++) from += lengths[page] ?? 0;
        const known = onPages.get(page);
        if (known) known.push(position - from);
        else onPages.set(page, [position - from]);
      }
    }
    return onPages;
  };
}
