// Stage: search, in the browser. A printed line and what was found in it → the words to show, marked.
import { wordsOf, type Range } from './line-words.ts';
import { joined, type Run } from './match.ts';
import { printedUnits } from './printed.ts';

export interface Marked {
  readonly text: string;
  readonly mark: boolean;
}

/** About as many characters as three lines of a phone hold. */
const LENGTH = 150;
/** They stand everywhere: marked, they would only make noise. */
const COMMON = new Set(
  'การ และ ที่ ของ ใน ให้ ได้ เป็น มี ตาม กับ จาก โดย เพื่อ หรือ แก่ ต่อ ไป มา ว่า นี้ นั้น ความ ซึ่ง'.split(' '),
);

/**
 * @param line one part of a page, as printed
 * @param runs what was found, in units from the line's first
 * @param exact the runs are the words asked for; otherwise whole words that they mostly cover are marked
 * @param length in characters; the whole line where it is not much longer
 */
export function excerpt(
  line: string,
  runs: readonly Run[],
  exact: boolean,
  length = LENGTH,
): Marked[] {
  const words = wordsOf(line);
  const units = printedUnits(line);
  const found = joined(runs).flatMap(({ from, to }): Range[] => {
    const first = units[from];
    const last = units[to - 1];
    return first && last ? [{ from: first.at, to: withDot(line, last.end) }] : [];
  });
  const marks = exact ? found : wholeWords(line, words, found);
  const window = windowAround(line, words, marks, length);
  return cut(line, window, marks);
}

/** The dot that closes an abbreviation belongs to it. */
function withDot(line: string, end: number): number {
  return /[ก-ฮ]\.[ก-ฮ]\.?$/.test(line.slice(0, end + 1)) && line[end] === '.' ? end + 1 : end;
}

function wholeWords(line: string, words: readonly Range[], found: readonly Range[]): Range[] {
  const marked = words.filter(({ from, to }) => {
    const word = line.slice(from, to);
    if (!/[\p{L}\p{N}]/u.test(word) || COMMON.has(word)) return false;
    const covered = found.reduce(
      (sum, range) => sum + Math.max(0, Math.min(to, range.to) - Math.max(from, range.from)),
      0,
    );
    return covered >= (to - from) * 0.7;
  });
  const merged: Range[] = [];
  for (const word of marked) {
    const last = merged.at(-1);
    if (last?.to === word.from) merged[merged.length - 1] = { from: last.from, to: word.to };
    else merged.push(word);
  }
  return merged;
}

/** As many marks as fit, cut where words end. */
function windowAround(
  line: string,
  words: readonly Range[],
  marks: readonly Range[],
  length: number,
): Range {
  if (line.length <= length * 1.25) return { from: 0, to: line.length };
  let best = { from: 0, to: Math.min(length, line.length), covered: -1 };
  for (const first of marks.length > 0 ? marks : [{ from: 0, to: 0 }]) {
    const inside = marks.filter(
      (mark) => mark.from >= first.from && mark.to <= first.from + length,
    );
    const covered = inside.reduce((sum, mark) => sum + mark.to - mark.from, 0);
    if (covered <= best.covered) continue;
    const end = Math.max(first.to, ...inside.map((mark) => mark.to));
    const room = Math.max(0, length - (end - first.from));
    const from = Math.max(0, Math.min(first.from - Math.floor(room / 2), line.length - length));
    best = { from, to: Math.min(line.length, Math.max(end, from + length)), covered };
  }
  const from = words.findLast((word) => word.from <= best.from)?.from ?? 0;
  const to = words.find((word) => word.to >= best.to)?.to ?? line.length;
  return { from, to };
}

function cut(line: string, window: Range, marks: readonly Range[]): Marked[] {
  const pieces: Marked[] = [];
  const put = (text: string, mark: boolean): void => {
    if (text !== '') pieces.push({ text, mark });
  };
  put(window.from > 0 ? '…' : '', false);
  let at = window.from;
  for (const mark of marks) {
    const from = Math.max(mark.from, at);
    const to = Math.min(mark.to, window.to);
    if (to <= from) continue;
    put(line.slice(at, from), false);
    put(line.slice(from, to), true);
    at = to;
  }
  put(line.slice(at, window.to), false);
  put(window.to < line.length ? '…' : '', false);
  return pieces;
}
