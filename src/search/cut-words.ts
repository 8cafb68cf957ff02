// Stage: search, in the browser. A text and the words that are known → the text cut into them.
import { unitsIn } from './units.ts';
import type { WordCounts } from './word-list.ts';

/** A piece of a run of letters: a word of the list, or what is in none. */
export interface Piece {
  readonly text: string;
  readonly known: boolean;
}

/** A run of Thai letters → its pieces. */
export type CutRun = (run: string) => Piece[];

/** A normalised text → its words, in any script, and its numbers. */
export type CutWords = (text: string) => string[];

export function wordCutter(cut: CutRun): CutWords {
  return (text) =>
    (text.match(/[\u0E00-\u0E7F]+|\d+|[^\u0E00-\u0E7F\P{L}]+/gu) ?? []).flatMap((run) =>
      /[\u0E00-\u0E7F]/.test(run) ? cut(run).map((piece) => piece.text) : [run],
    );
}

/** The likeliest way to cut a run into words of the list; what is in none stays as it is. */
export function runCutter(words: WordCounts): CutRun {
  let all = 1;
  for (const count of words.values()) all += count;
  const begins = new Set<string>();
  for (const word of words.keys())
    for (let i = 1; i < word.length; i++) begins.add(word.slice(0, i));
  return (run) => {
    const units = unitsIn(run).map(({ text }) => text);
    const best: { cost: number; from: number; known: boolean }[] = [
      { cost: 0, from: 0, known: true },
    ];
    const offer = (to: number, cost: number, from: number, known: boolean): void => {
      if (cost < (best[to]?.cost ?? Infinity)) best[to] = { cost, from, known };
    };
    for (let i = 0; i < units.length; i++) {
      const here = best[i];
      if (!here) continue;
      let word = '';
      for (let j = i; j < units.length; j++) {
        word += units[j] ?? '';
        const count = words.get(word);
        if (count !== undefined) offer(j + 1, here.cost + Math.log(all / count), i, true);
        else if (!begins.has(word)) break;
      }
      const length = units[i]?.length ?? 1;
      offer(i + 1, here.cost + (here.known ? 6 : 0) + 9 * length, i, false);
    }
    const pieces: Piece[] = [];
    for (let end = units.length; end > 0;) {
      const { from, known } = best[end] ?? { from: end - 1, known: false };
      const text = units.slice(from, end).join('');
      const next = pieces[0];
      if (!known && next && !next.known) pieces[0] = { text: text + next.text, known };
      else pieces.unshift({ text, known });
      end = from;
    }
    return pieces;
  };
}
