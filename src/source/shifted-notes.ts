// Stage: source. A seed and notes that do not fit it → by how many lines they are off, where a line was added or taken away above them.
import type { NoteProblem, Seed } from './reading.ts';
import type { Correction, Omission } from './seed-notes.ts';

export interface Shift {
  /** The first line, as noted, from which on every note is off. */
  readonly from: number;
  /** How many lines further down the words stand; below 0: further up. */
  readonly by: number;
}

/** As few notes off by the same can be chance. */
const LEAST = 3;
const FURTHEST = 40;

/** Undefined where the notes that do not fit stand on no common distance from their words. */
export function shiftOf(seed: Seed, misfits: readonly NoteProblem[]): Shift | undefined {
  const lines = seed.text.split(/\r?\n/);
  const lost = misfits.flatMap(({ note, problem }) =>
    (problem === 'not-on-line' || problem === 'no-such-line') && 'line' in note
      ? [{ line: note.line, text: 'printed' in note ? note.printed : note.text }]
      : [],
  );
  if (lost.length < LEAST) return undefined;
  const distances = Array.from({ length: FURTHEST }, (_, i) => [i + 1, -i - 1]).flat();
  const by = distances.find((distance) =>
    lost.every(({ line, text }) => lines[line - 1 + distance]?.includes(text)),
  );
  return by === undefined ? undefined : { from: Math.min(...lost.map(({ line }) => line)), by };
}

/** The notes of a seed as they would fit it, in the same order; those of other seeds as they are. */
export function shifted<Note extends Correction | Omission>(
  notes: readonly Note[],
  seed: Seed,
  { from, by }: Shift,
): Note[] {
  return notes.map((note) =>
    note.seed === seed.id && 'line' in note && note.line >= from
      ? { ...note, line: note.line + by }
      : note,
  );
}
