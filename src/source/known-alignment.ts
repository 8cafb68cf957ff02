// Stage: source. A manual that fitted its seed in an earlier build → the same alignment, without comparing their letters again.
import type { KnownData } from '../model/known-data.ts';
import type { Alignment } from './align.ts';
import type { Piece } from './pieces.ts';

/** All that an alignment is made of: the seed, its notes, the pieces. */
export interface LaidOf {
  readonly seed: { readonly id: string; readonly text: string };
  readonly notes: readonly unknown[];
  readonly pieces: readonly Piece[];
}

/** Of each piece, line and column of its beginning and its end, in a row; the seed's characters, of which none is uncovered. */
interface Kept {
  readonly places: readonly number[];
  readonly characters: number;
}

const NUMBERS = 4;

/** Undefined where it is not known. */
export function knownAlignment(known: KnownData, laid: LaidOf): Alignment | undefined {
  const kept = known.get('alignment', textOf(laid)) as Kept | undefined;
  if (kept === undefined) return undefined;
  const { places, characters } = kept;
  const seed = laid.seed.id;
  const at = (i: number): { line: number; column: number } => ({
    line: places[i] ?? 1,
    column: places[i + 1] ?? 1,
  });
  return {
    pieces: laid.pieces.map((piece, i) => ({
      piece,
      span: { seed, from: at(NUMBERS * i), to: at(NUMBERS * i + 2) },
    })),
    problems: [],
    characters: { all: characters, covered: characters },
  };
}

/** Only of a manual that fits: what is wrong is to be found again. */
export function keepAlignment(known: KnownData, laid: LaidOf, alignment: Alignment): void {
  const { pieces, problems, characters } = alignment;
  const fits = problems.length === 0 && characters.all === characters.covered;
  // A piece of nothing but white space has no place.
  if (!fits || pieces.length !== laid.pieces.length) return;
  const places = pieces.flatMap(({ span: { from, to } }) => [
    from.line,
    from.column,
    to.line,
    to.column,
  ]);
  known.keep('alignment', textOf(laid), { places, characters: characters.all } satisfies Kept);
}

function textOf({ seed, notes, pieces }: LaidOf): string {
  return [
    seed.id,
    seed.text,
    JSON.stringify(notes),
    ...pieces.flatMap(({ part, path, text }) => [part, path, text]),
  ].join('\0');
}
