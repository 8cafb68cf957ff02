// Stage: source. A spelling and the readings → every line of the seeds on which it is printed.
import { compact } from './align.ts';
import type { Reading } from './reading.ts';

export interface NamePlace {
  readonly seed: string;
  /** The line on which the words begin, from 1. */
  readonly line: number;
}

/**
 * Where the words stand as printed, white space aside, so that a name cut by a line's end is found as well.
 * A line that prints them twice is named once. Where some lines print them with the very same spaces, only those
 * count: `นักวิชาการศึกษา ชำนาญการ` and `นักวิชาการศึกษาชำนาญการ` are two forms.
 */
export function placesOf(words: string, readings: readonly Reading[]): NamePlace[] {
  return places(words, readings, () => true);
}

/** What may lie between a name and the post that belongs to it: a bracket, or the word ตำแหน่ง. */
const GAP = 8;

/** Where the words follow directly on one of the names: somebody else may hold the same post. */
export function placesAfter(
  words: string,
  names: readonly string[],
  readings: readonly Reading[],
): NamePlace[] {
  const wanted = names.map(compact).filter((name) => name !== '');
  return places(words, readings, (text, at) =>
    wanted.some((name) => {
      const before = text.slice(Math.max(0, at - GAP - name.length), at);
      return before.includes(name);
    }),
  );
}

function places(
  words: string,
  readings: readonly Reading[],
  counts: (text: string, at: number) => boolean,
): NamePlace[] {
  const wanted = compact(words);
  if (wanted === '') return [];
  const found = readings.flatMap((reading) => {
    const { text, starts } = joined(reading);
    const lines = new Set<number>();
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
      if (counts(text, at)) lines.add(lineAt(starts, at));
    return [...lines].map((line) => ({
      seed: reading.seed,
      line,
      exact: spaced(reading.lines[line - 1]?.printed ?? '').includes(spaced(words)),
    }));
  });
  const exact = found.filter((place) => place.exact);
  return (exact.length > 0 ? exact : found).map(({ seed, line }) => ({ seed, line }));
}

const spaced = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ');

interface Joined {
  readonly text: string;
  /** Where each line begins in the text. */
  readonly starts: readonly number[];
}

const cache = new WeakMap<Reading, Joined>();

function joined(reading: Reading): Joined {
  const known = cache.get(reading);
  if (known) return known;
  let text = '';
  const starts = reading.lines.map(({ printed }) => {
    const start = text.length;
    text += compact(printed);
    return start;
  });
  const made = { text, starts };
  cache.set(reading, made);
  return made;
}

function lineAt(starts: readonly number[], at: number): number {
  let line = 1;
  starts.forEach((start, i) => {
    if (start <= at) line = i + 1;
  });
  return line;
}
