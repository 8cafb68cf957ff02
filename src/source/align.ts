// Stage: source. The reading text and a manual's pieces → where each piece stands, and what does not fit.
import type { Piece } from './pieces.ts';
import type { Reading } from './reading.ts';

/** A place in a seed: line and column from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a piece stands in its seed; `to` is the place after its last character. */
export interface Span {
  readonly seed: string;
  readonly from: Position;
  readonly to: Position;
}

export type AlignProblem =
  /** The content says what the source does not; `printed` is what stands there instead. */
  | {
      readonly type: 'not-in-source';
      readonly piece: Piece;
      readonly at: Position;
      readonly expected: string;
      readonly printed: string;
    }
  /** The source says what neither content nor omissions hold. */
  | { readonly type: 'not-covered'; readonly at: Position; readonly text: string };

export interface Alignment {
  readonly pieces: readonly { readonly piece: Piece; readonly span: Span }[];
  readonly problems: readonly AlignProblem[];
  /** Characters of the seed that are not white space: how many there are, how many are covered. */
  readonly characters: { readonly all: number; readonly covered: number };
}

const EXCERPT = 60;
/** White space does not count, nor do the invisible characters an OCR leaves. */
const BLANK = /[\s\u200B-\u200D\u2060\uFEFF]/u;

/** The text without white space and invisible characters: what is compared. */
export function compact(text: string): string {
  return Array.from(text.normalize('NFC'))
    .filter((char) => !BLANK.test(char))
    .join('');
}

/**
 * Lays the pieces along the reading text in order. A right manual has its pieces one after the other with nothing
 * between them, so a short line that stands in eight places can never be taken for another.
 */
export function align(reading: Reading, pieces: readonly Piece[]): Alignment {
  const { text, places, omitted } = stream(reading);
  const compacted = pieces.map((piece) => compact(piece.text));
  const placed: { piece: Piece; span: Span }[] = [];
  const problems: AlignProblem[] = [];
  const placeAt = (index: number): Position =>
    places[Math.min(index, places.length - 1)]?.from ?? { line: 1, column: 1 };
  let cursor = 0;
  let covered = omitted;

  const uncovered = (to: number): void => {
    if (to > cursor)
      problems.push({
        type: 'not-covered',
        at: placeAt(cursor),
        text: text.slice(cursor, Math.min(to, cursor + EXCERPT)),
      });
  };

  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    const wanted = compacted[i];
    if (!piece || !wanted) continue;
    if (!text.startsWith(wanted, cursor)) {
      const here = text.indexOf(wanted, cursor);
      const next = resume(text, compacted, i + 1, cursor);
      if (here >= 0 && (next === undefined || here <= next)) {
        uncovered(here);
        cursor = here;
      } else {
        const same = commonPrefix(wanted, text, cursor);
        problems.push({
          type: 'not-in-source',
          piece,
          at: placeAt(cursor + same),
          expected: around(wanted, same),
          printed: around(text.slice(cursor, next ?? cursor + wanted.length + EXCERPT), same),
        });
        if (next !== undefined && text.startsWith(compacted[i + 1] ?? '\n', next)) {
          // What stands here instead is spoken for: it is this piece, wrongly written.
          covered += next - cursor;
          cursor = next;
        }
        continue;
      }
    }
    const last = places[cursor + wanted.length - 1];
    const first = places[cursor];
    if (first && last)
      placed.push({ piece, span: { seed: reading.seed, from: first.from, to: last.to } });
    cursor += wanted.length;
    covered += wanted.length;
  }
  uncovered(text.length);
  return { pieces: placed, problems, characters: { all: text.length + omitted, covered } };
}

interface Place {
  readonly from: Position;
  readonly to: Position;
}

/** The characters to be covered by content, each with its place; omitted ones are only counted. */
function stream(reading: Reading): { text: string; places: Place[]; omitted: number } {
  let text = '';
  let omitted = 0;
  const places: Place[] = [];
  for (const line of reading.lines) {
    for (const run of line.runs) {
      if (run.type === 'omitted') {
        omitted += compact(run.printed).length;
        continue;
      }
      const corrected = run.type === 'corrected';
      let column = run.from + 1;
      for (const char of corrected ? run.correction.read : run.printed) {
        const kept = compact(char);
        const place = corrected
          ? {
              from: { line: line.number, column: run.from + 1 },
              to: { line: line.number, column: run.to + 1 },
            }
          : {
              from: { line: line.number, column },
              to: { line: line.number, column: column + char.length },
            };
        places.push(...Array.from(kept, () => place));
        text += kept;
        column += char.length;
      }
    }
  }
  return { text, places, omitted };
}

/** Where the next piece that can be told apart (it is long enough) takes up again. */
function resume(
  text: string,
  compacted: readonly string[],
  from: number,
  cursor: number,
): number | undefined {
  for (const wanted of compacted.slice(from, from + 4)) {
    if (wanted.length < 8 && wanted !== compacted[from]) continue;
    const at = text.indexOf(wanted, cursor);
    if (at >= 0) return at;
  }
  return undefined;
}

function commonPrefix(wanted: string, text: string, at: number): number {
  let length = 0;
  while (length < wanted.length && wanted[length] === text[at + length]) length++;
  return length;
}

function around(text: string, at: number): string {
  const from = Math.max(0, at - 12);
  return `${from > 0 ? '…' : ''}${text.slice(from, at + EXCERPT / 2)}${text.length > at + EXCERPT / 2 ? '…' : ''}`;
}
