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
  | {
      readonly type: 'not-covered';
      readonly at: Position;
      readonly text: string;
      /** The part whose piece stands before it. */
      readonly after: string | undefined;
    };

export interface Alignment {
  readonly pieces: readonly { readonly piece: Piece; readonly span: Span }[];
  readonly problems: readonly AlignProblem[];
  /** Characters of the seed that are not white space: how many there are, how many are covered. */
  readonly characters: { readonly all: number; readonly covered: number };
}

/** A manual laid along its seed. */
export interface AlignedManual {
  readonly manual: string;
  readonly reading: Reading;
  readonly alignment: Alignment;
}

const EXCERPT = 60;
/** A letter with its marks, which NFC may join to it or put into another order. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
/** White space does not count, nor do the invisible characters an OCR leaves. */
const BLANK = /[\s\u200B-\u200D\u2060\uFEFF]/u;
const BLANKS = new RegExp(`${BLANK.source}+`, 'gu');

/** The text without white space and invisible characters: what is compared. */
export function compact(text: string): string {
  return text.normalize('NFC').replace(BLANKS, '');
}

/**
 * Lays the pieces along the reading text in order. A right manual has its pieces one after the other with nothing
 * between them, so a short line that stands in eight places can never be taken for another. Where that fails, the
 * longest chain of pieces that stand in order is kept and what lies between its links is said to be wrong.
 */
export function align(reading: Reading, pieces: readonly Piece[]): Alignment {
  const { text, places, omitted } = stream(reading);
  const wanted = pieces
    .map((piece) => ({ piece, text: compact(piece.text) }))
    .filter((entry) => entry.text !== '');
  const starts = inARow(text, wanted) ?? longestChain(text, wanted);

  const placeAt = (index: number, side: 'from' | 'to' = 'from'): Position => {
    const at = Math.min(index, text.length - 1);
    return { line: places.line[at] ?? 1, column: places[side][at] ?? 1 };
  };
  const placed: { piece: Piece; span: Span }[] = [];
  const problems: AlignProblem[] = [];
  let covered = omitted;
  let cursor = 0;
  let waiting: Wanted[] = [];
  const closeGap = (to: number): void => {
    // What stands in a wrong piece's place is spoken for: the piece is reported, not the place.
    if (waiting.length > 0) covered += to - cursor;
    problems.push(
      ...gapProblems(text.slice(cursor, to), waiting, placed.at(-1)?.piece.part, (offset) =>
        placeAt(cursor + offset),
      ),
    );
    waiting = [];
  };
  wanted.forEach((entry, i) => {
    const start = starts[i];
    if (start === undefined) {
      waiting.push(entry);
      return;
    }
    closeGap(start);
    cursor = start + entry.text.length;
    covered += entry.text.length;
    placed.push({
      piece: entry.piece,
      span: { seed: reading.seed, from: placeAt(start), to: placeAt(cursor - 1, 'to') },
    });
  });
  closeGap(text.length);
  const characters = { all: text.length + omitted, covered };
  return { pieces: placed, problems: withoutShiftedMarks(problems), characters };
}

interface Wanted {
  readonly piece: Piece;
  /** Compacted, not empty. */
  readonly text: string;
}

/** Where each piece starts if they stand one after the other and cover the text; undefined otherwise. */
function inARow(text: string, wanted: readonly Wanted[]): number[] | undefined {
  let cursor = 0;
  const starts: number[] = [];
  for (const entry of wanted) {
    if (!text.startsWith(entry.text, cursor)) return undefined;
    starts.push(cursor);
    cursor += entry.text.length;
  }
  return cursor === text.length ? starts : undefined;
}

interface Link {
  readonly piece: number;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  readonly before: Link | undefined;
}

/**
 * The chain of pieces, in order and without overlap, that covers most of the text; a piece that begins where the one
 * before it ends is preferred. Undefined for a piece that is not in the chain.
 */
function longestChain(text: string, wanted: readonly Wanted[]): (number | undefined)[] {
  // best[e]: the heaviest chain that ends at or before e, as a Fenwick tree of prefix maxima.
  const best: (Link | undefined)[] = [];
  const endingAt = new Map<number, Link>();
  const heavier = (a: Link | undefined, b: Link | undefined): Link | undefined =>
    (b?.weight ?? 0) > (a?.weight ?? 0) ? b : a;
  const upTo = (end: number): Link | undefined => {
    let link: Link | undefined;
    for (let i = end + 1; i > 0; i -= i & -i) link = heavier(link, best[i]);
    return link;
  };
  const keep = (link: Link): void => {
    for (let i = link.end + 1; i <= text.length + 1; i += i & -i) best[i] = heavier(best[i], link);
    endingAt.set(link.end, heavier(endingAt.get(link.end), link) ?? link);
  };
  wanted.forEach((entry, piece) => {
    const links: Link[] = [];
    for (
      let start = text.indexOf(entry.text);
      start >= 0;
      start = text.indexOf(entry.text, start + 1)
    ) {
      const far = upTo(start);
      const near = endingAt.get(start);
      const nearWeight = near ? near.weight + 0.5 : 0;
      const before = nearWeight >= (far?.weight ?? 0) ? near : far;
      const weight = Math.max(nearWeight, far?.weight ?? 0) + entry.text.length;
      links.push({ piece, start, end: start + entry.text.length, weight, before });
    }
    // Only after all: a piece does not follow itself.
    links.forEach(keep);
  });
  const starts: (number | undefined)[] = wanted.map(() => undefined);
  for (let link = upTo(text.length); link; link = link.before) starts[link.piece] = link.start;
  return starts;
}

/** What is wrong between two links: source that no content speaks for, content that the source does not say, or both. */
function gapProblems(
  gap: string,
  waiting: readonly Wanted[],
  after: string | undefined,
  placeAt: (offset: number) => Position,
): AlignProblem[] {
  if (waiting.length === 0) {
    if (gap === '') return [];
    return [{ type: 'not-covered', at: placeAt(0), text: gap.slice(0, EXCERPT), after }];
  }
  let cursor = 0;
  return waiting.map(({ piece, text }): AlignProblem => {
    // Of several wrong pieces each is held against the place where its first words stand, if they do.
    const found = waiting.length > 1 ? gap.indexOf(text.slice(0, 6), cursor) : -1;
    if (found >= 0) cursor = found;
    const same = commonPrefix(text, gap, cursor);
    return {
      type: 'not-in-source',
      piece,
      at: placeAt(cursor + same),
      expected: around(text, same),
      printed: around(gap.slice(cursor), same),
    };
  });
}

/** A part's wrong marks say something once, and nothing where a line above them is missing or one too many. */
function withoutShiftedMarks(problems: readonly AlignProblem[]): AlignProblem[] {
  const troubled = new Set<string>();
  return problems.filter((found) => {
    const part = found.type === 'not-covered' ? found.after : found.piece.part;
    const isMark = found.type === 'not-in-source' && found.piece.path.endsWith('mark');
    const known = isMark && part !== undefined && troubled.has(part);
    if (part !== undefined) troubled.add(part);
    return !known;
  });
}

/** For each code unit of a text, the line on which it stands, and from and to which column. */
interface Places {
  readonly line: number[];
  readonly from: number[];
  readonly to: number[];
}

/** The characters to be covered by content, each with its place; omitted ones are only counted. */
function stream(reading: Reading): { text: string; places: Places; omitted: number } {
  let text = '';
  let omitted = 0;
  const places: Places = { line: [], from: [], to: [] };
  const put = (units: number, line: number, from: number, to: number): void => {
    for (let i = 0; i < units; i += 1) {
      places.line.push(line);
      places.from.push(from);
      places.to.push(to);
    }
  };
  for (const { number: line, runs } of reading.lines) {
    for (const run of runs) {
      if (run.type === 'omitted') {
        omitted += compact(run.printed).length;
        continue;
      }
      if (run.type === 'corrected') {
        const read = compact(run.correction.read);
        text += read;
        put(read.length, line, run.from + 1, run.to + 1);
        continue;
      }
      let column = run.from + 1;
      if (run.printed.normalize('NFC') === run.printed) {
        text += run.printed.replace(BLANKS, '');
        for (let i = 0; i < run.printed.length; i += 1, column += 1)
          if (!isBlank(run.printed.charCodeAt(i))) put(1, line, column, column + 1);
        continue;
      }
      for (const char of characters(run.printed)) {
        const kept = compact(char);
        text += kept;
        put(kept.length, line, column, column + char.length);
        column += char.length;
      }
    }
  }
  return { text, places, omitted };
}

/** The text's characters; clusters that are not in normal form stay whole, so that they can be brought into it. */
function characters(text: string): string[] {
  return Array.from(text.matchAll(CLUSTER)).flatMap(([cluster]) =>
    cluster.normalize('NFC') === cluster ? Array.from(cluster) : [cluster],
  );
}

/** Whether a code unit is one of BLANKS. */
function isBlank(unit: number): boolean {
  // Most are Thai letters, and none of those.
  return (unit <= 0x20 || unit > 0xe7f || unit === 0xa0) && BLANK.test(String.fromCharCode(unit));
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
