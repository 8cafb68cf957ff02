// Stage: source. A seed, its corrections and omissions → the reading text, line by line, with its way back.
import type { Correction, Omission } from './seed-notes.ts';

/** A source text, byte for byte as it came. */
export interface Seed {
  readonly id: string;
  readonly text: string;
}

/** A run of a line. `from` and `to` are columns in the seed's line, from 0, `to` not included. */
export type Run = { readonly from: number; readonly to: number; readonly printed: string } & (
  | { readonly type: 'same' }
  | { readonly type: 'omitted'; readonly reason: string }
  | { readonly type: 'corrected'; readonly correction: Correction }
);

/** A line of the seed, cut into runs that together are the whole line. */
export interface ReadingLine {
  /** From 1. */
  readonly number: number;
  readonly printed: string;
  readonly runs: readonly Run[];
}

export interface Reading {
  readonly seed: string;
  readonly lines: readonly ReadingLine[];
}

/** A note that does not fit its seed: its text is not on the line, or stands there more than once. */
export interface NoteProblem {
  readonly note: Correction | Omission;
  readonly problem:
    | 'not-on-line'
    | 'several-on-line'
    | 'overlaps'
    | 'matches-nothing'
    | 'bad-pattern'
    | 'no-such-line';
}

type Claim =
  | {
      readonly from: number;
      readonly to: number;
      readonly type: 'corrected';
      readonly correction: Correction;
    }
  | {
      readonly from: number;
      readonly to: number;
      readonly type: 'omitted';
      readonly reason: string;
    };

/**
 * Applies a seed's notes. Notes of other seeds are passed over. A note that does not fit is reported and left out,
 * so that one mistake does not hide the next.
 */
export function readSeed(
  seed: Seed,
  corrections: readonly Correction[],
  omissions: readonly Omission[],
): { reading: Reading; problems: NoteProblem[] } {
  const problems: NoteProblem[] = [];
  const printed = seed.text.split(/\r?\n/);
  const claims: Claim[][] = printed.map(() => []);

  const claim = (
    note: Correction | Omission,
    lineNumber: number,
    text: string,
    occurrence: number | undefined,
    make: (from: number, to: number) => Claim,
  ): void => {
    const line = printed[lineNumber - 1];
    const taken = claims[lineNumber - 1];
    if (line === undefined || taken === undefined) {
      problems.push({ note, problem: 'no-such-line' });
      return;
    }
    const found = occurrences(line, text);
    const from = occurrence === undefined ? found[0] : found[occurrence - 1];
    if (from === undefined) problems.push({ note, problem: 'not-on-line' });
    else if (occurrence === undefined && found.length > 1)
      problems.push({ note, problem: 'several-on-line' });
    else if (taken.some((other) => from < other.to && other.from < from + text.length))
      problems.push({ note, problem: 'overlaps' });
    else taken.push(make(from, from + text.length));
  };

  for (const correction of corrections.filter((note) => note.seed === seed.id)) {
    claim(correction, correction.line, correction.printed, correction.occurrence, (from, to) => ({
      from,
      to,
      type: 'corrected',
      correction,
    }));
  }
  for (const omission of omissions.filter((note) => note.seed === seed.id)) {
    if ('text' in omission) {
      claim(omission, omission.line, omission.text, omission.occurrence, (from, to) => ({
        from,
        to,
        type: 'omitted',
        reason: omission.reason,
      }));
    } else omitPattern(omission, printed, claims, problems);
  }

  const lines = printed.map((line, i) => ({
    number: i + 1,
    printed: line,
    runs: cut(line, claims[i] ?? []),
  }));
  return { reading: { seed: seed.id, lines }, problems };
}

/** A line as it reads: corrections applied, omissions still in place. */
export function readText(line: ReadingLine): string {
  return line.runs
    .map((run) => (run.type === 'corrected' ? run.correction.read : run.printed))
    .join('');
}

function omitPattern(
  omission: Extract<Omission, { pattern: string }>,
  printed: readonly string[],
  claims: Claim[][],
  problems: NoteProblem[],
): void {
  let expression: RegExp;
  try {
    expression = new RegExp(omission.pattern, 'gu');
  } catch {
    problems.push({ note: omission, problem: 'bad-pattern' });
    return;
  }
  const matches = printed.map((line) =>
    [...line.matchAll(expression)].filter((match) => match[0] !== ''),
  );
  matches.forEach((onLine, i) => {
    for (const match of onLine) {
      const from = match.index;
      const to = from + match[0].length;
      const taken = claims[i] ?? [];
      // A correction that already speaks of this place wins: it says more.
      if (!taken.some((other) => from < other.to && other.from < to))
        taken.push({ from, to, type: 'omitted', reason: omission.reason });
    }
  });
  if (matches.flat().length === 0) problems.push({ note: omission, problem: 'matches-nothing' });
}

function occurrences(line: string, text: string): number[] {
  const found: number[] = [];
  for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) found.push(at);
  return found;
}

function cut(line: string, claims: readonly Claim[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  const same = (to: number): void => {
    if (to > at) runs.push({ type: 'same', from: at, to, printed: line.slice(at, to) });
  };
  for (const claim of claims.toSorted((a, b) => a.from - b.from)) {
    same(claim.from);
    runs.push({ ...claim, printed: line.slice(claim.from, claim.to) });
    at = claim.to;
  }
  same(line.length);
  return runs;
}
