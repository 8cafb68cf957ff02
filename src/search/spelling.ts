// Stage: search, in the browser. A query that is found nowhere and the words that are → what may have been meant.
import type { CutRun, Piece } from './cut-words.ts';
import { isOther, slips } from './slips.ts';
import type { WordCounts } from './word-list.ts';

/** A normalised query → corrected ones, the likeliest first. */
export type Correct = (query: string) => string[];

/** At most so many pieces are mended as one: a slip makes the dictionary cut a word into several. */
const MOST_PIECES = 5;

export function corrector(words: WordCounts, cut: CutRun): Correct {
  const near = nearWords(words);
  return (query) => {
    const runs = query.match(/[\u0E00-\u0E7F]+|[a-z]+|[^\u0E00-\u0E7Fa-z]+/g) ?? [];
    const penalties = new Map<string, number>();
    runs.forEach((run, at) => {
      if (!/[\u0E00-\u0E7Fa-z]/.test(run)) return;
      const pieces = /[a-z]/.test(run) ? [{ text: run, known: words.has(run) }] : cut(run);
      for (let i = 0; i < pieces.length; i++) {
        for (let j = i; j < Math.min(pieces.length, i + MOST_PIECES); j++) {
          const span = pieces.slice(i, j + 1);
          const text = joinedText(span);
          if (text.length < 3 || text.length > 36) continue;
          for (const { word, distance } of near(text)) {
            const mended = joinedText(pieces.slice(0, i)) + word + joinedText(pieces.slice(j + 1));
            const candidate = [...runs.slice(0, at), mended, ...runs.slice(at + 1)].join('');
            // Few and small slips, pieces that only a slip explains, and common words come first.
            const penalty =
              distance +
              (i === j && span[0]?.known ? 0.6 : 0) -
              0.12 * (j - i) -
              0.03 * Math.log(words.get(word) ?? 1) -
              (span.some(({ known }) => !known) ? 0.5 : 0);
            if (penalty < (penalties.get(candidate) ?? Infinity)) penalties.set(candidate, penalty);
          }
        }
      }
    });
    return [...penalties].sort((a, b) => a[1] - b[1]).map(([candidate]) => candidate);
  };
}

const joinedText = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** A word without its marks, its look-alikes made one: what most slips leave as it was. */
function skeleton(word: string): string {
  return word
    .replace(/รร|[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/g, '')
    .replace(/ำ/g, 'า')
    .replace(/[ญณ]/g, 'น')
    .replace(/ใ/g, 'ไ')
    .replace(/[ศษ]/g, 'ส')
    .replace(/ค/g, 'ด')
    .replace(/ฏ/g, 'ฎ')
    .replace(/ซ/g, 'ช');
}

/** Words whose skeleton is the same or differs by one character. */
function nearWords(words: WordCounts): (text: string) => { word: string; distance: number }[] {
  const bySkeleton = new Map<string, string[]>();
  const add = (key: string, word: string): void => {
    const list = bySkeleton.get(key);
    if (!list) bySkeleton.set(key, [word]);
    else if (list.at(-1) !== word) list.push(word);
  };
  for (const word of words.keys()) {
    if (word.length < 4 || word.length > 40) continue;
    for (const key of shortened(skeleton(word))) add(key, word);
  }
  return (text) => {
    const most = text.length >= 10 ? 2 : text.length >= 6 ? 1.6 : 1.05;
    const candidates = new Set(
      shortened(skeleton(text)).flatMap((key) => bySkeleton.get(key) ?? []),
    );
    candidates.delete(text);
    return [...candidates]
      .map((word) => ({ word, distance: slips(text, word, most) }))
      .filter(({ word, distance }) => distance < Infinity && !isOther(text, word, distance))
      .sort(
        (a, b) => a.distance - b.distance || (words.get(b.word) ?? 0) - (words.get(a.word) ?? 0),
      )
      .slice(0, 6);
  };
}

/** A skeleton and, if it is long enough, each of its forms with a character left out. */
function shortened(skeletal: string): string[] {
  if (skeletal.length < 2) return [];
  if (skeletal.length < 3) return [skeletal];
  return [
    skeletal,
    ...Array.from(skeletal, (_, i) => skeletal.slice(0, i) + skeletal.slice(i + 1)),
  ];
}
