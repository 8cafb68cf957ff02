// Lines of a seed and texts of content, both written out → their alignment, as short lines.
import { align, type Alignment } from '../../../src/source/align.ts';
import type { Piece } from '../../../src/source/pieces.ts';
import { readSeed, type Reading } from '../../../src/source/reading.ts';
import type { Correction, Omission } from '../../../src/source/seed-notes.ts';

export interface Notes {
  readonly corrections?: readonly Omit<Correction, 'seed' | 'kind' | 'reason' | 'certainty'>[];
  readonly omissions?: readonly { readonly line: number; readonly text: string }[];
}

export function readingOf(
  lines: readonly string[],
  { corrections = [], omissions = [] }: Notes = {},
): Reading {
  const noted = corrections.map((note): Correction => ({
    ...note,
    seed: '001',
    kind: 'word',
    reason: 'อ่านผิด',
    certainty: 'certain',
  }));
  const left = omissions.map((note): Omission => ({ ...note, seed: '001', reason: 'เลขหน้า' }));
  const { reading, problems } = readSeed({ id: '001', text: lines.join('\n') }, noted, left);
  if (problems.length > 0) throw new Error(problems.map(({ problem }) => problem).join(', '));
  return reading;
}

/** Pieces of one part; a text's path is its place in the list, or what stands before a `|`. */
export function piecesOf(texts: readonly string[], part = 'part'): Piece[] {
  return texts.map((entry, i) => {
    const [path = '', text = ''] = entry.includes('|') ? entry.split('|') : [String(i), entry];
    return { part, path, text };
  });
}

export function laidAlong(
  lines: readonly string[],
  texts: readonly string[],
  notes: Notes = {},
): Alignment {
  return align(readingOf(lines, notes), piecesOf(texts));
}

/** `path line:column-line:column` of each piece. */
export const places = ({ pieces }: Alignment): string[] =>
  pieces.map(
    ({ piece, span: { from, to } }) =>
      `${piece.path} ${from.line}:${from.column}-${to.line}:${to.column}`,
  );

/** `not-in-source path at line: expected / printed` or `not-covered line:column text` of each problem. */
export const problemsOf = ({ problems }: Alignment): string[] =>
  problems.map((problem) =>
    problem.type === 'not-in-source'
      ? `not-in-source ${problem.piece.path} at ${problem.at.line}: ${problem.expected} / ${problem.printed}`
      : `not-covered ${problem.at.line}:${problem.at.column} ${problem.text}`,
  );
