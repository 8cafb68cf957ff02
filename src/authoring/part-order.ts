// Stage: authoring. A manual's pieces that are not where its seed has them → the same pieces in the seed's order, where that is all that is wrong.
import { align, type Alignment } from '../source/align.ts';
import type { Piece } from '../source/pieces.ts';
import type { Reading } from '../source/reading.ts';

/** Parts that stand together in the wrong place. */
export interface MovedParts {
  readonly parts: readonly string[];
  /** The part behind which the seed has them; undefined at its beginning. */
  readonly after: string | undefined;
  /** With the parts in that place. */
  readonly alignment: Alignment;
}

/** Undefined where the parts stand in the seed's order, or where that would not help. */
export function movedParts(
  reading: Reading,
  pieces: readonly Piece[],
  alignment: Alignment,
): MovedParts | undefined {
  const lost = lostParts(pieces, alignment);
  if (lost.size === 0) return undefined;
  const stay = pieces.filter(({ part }) => !lost.has(part));
  const moved = pieces.filter(({ part }) => lost.has(part));
  const gaps = alignment.problems.flatMap((found) =>
    found.type === 'not-covered' ? [found.after] : [],
  );
  const tries = [...new Set(gaps)].map((after): MovedParts => {
    const at = stay.findLastIndex(({ part }) => part === after) + 1;
    const ordered = [...stay.slice(0, at), ...moved, ...stay.slice(at)];
    return { parts: [...lost], after, alignment: align(reading, ordered) };
  });
  return tries.find((one) => lostParts(pieces, one.alignment).size === 0);
}

/** Parts of which less than half was found, in the order of the content. */
function lostParts(pieces: readonly Piece[], alignment: Alignment): Set<string> {
  const placed = new Set(alignment.pieces.map(({ piece }) => piece));
  const length = (some: readonly Piece[]): number =>
    some.reduce((sum, { text }) => sum + text.length, 0);
  const lost = [...Map.groupBy(pieces, ({ part }) => part)].filter(
    ([, own]) => 2 * length(own.filter((piece) => placed.has(piece))) < length(own),
  );
  return new Set(lost.map(([part]) => part));
}
