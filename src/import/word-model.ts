// Stage: import. All texts of a project → how usual a run of words is among them.
import { isKnownWord, wordsOf } from './known-word.ts';

export interface PlacedWord {
  readonly text: string;
  /** Offset in its line. */
  readonly from: number;
}

/** The words of a line with their places; spaces are none. */
export function placedWords(line: string): PlacedWord[] {
  let at = 0;
  return wordsOf(line).flatMap((text) => {
    const from = at;
    at += text.length;
    return text.trim() === '' ? [] : [{ text, from }];
  });
}

/** What a word costs that no text has: less where the dictionary knows it. */
const UNSEEN_KNOWN = 0.3;
const UNSEEN_UNKNOWN = 0.002;
/** How much the word before says, against how often the word stands at all. */
const PAIR_SHARE = 0.7;

export interface CountedWord {
  readonly text: string;
  readonly printed: boolean;
  readonly doubted?: boolean;
}

export class WordModel {
  readonly words = new Map<string, number>();
  readonly #pairs = new Map<string, number>();
  #all = 0;

  constructor(texts: readonly string[]) {
    for (const text of texts)
      for (const line of text.split(/\r?\n/)) {
        let before = '';
        for (const { text: word } of placedWords(line)) {
          this.words.set(word, (this.words.get(word) ?? 0) + 1);
          this.#pairs.set(`${before} ${word}`, (this.#pairs.get(`${before} ${word}`) ?? 0) + 1);
          before = word;
          this.#all++;
        }
      }
  }

  count(word: string): number {
    return this.words.get(word) ?? 0;
  }

  /**
   * How unlikely the words are behind `before`, in bits. A word that is `printed` on the very place that is asked about
   * is no evidence for itself: it counts one less. One that is `doubted` is no evidence wherever it stands.
   */
  cost(before: string, words: readonly CountedWord[]): number {
    let sum = 0;
    let previous: CountedWord = { text: before, printed: true };
    for (const word of words) {
      const own = word.doubted ? Infinity : word.printed ? 1 : 0;
      const seen = Math.max(0, this.count(word.text) - own);
      const likely = isKnownWord(word.text) || !/[ก-๎]/u.test(word.text);
      const alone = (seen + (likely ? UNSEEN_KNOWN : UNSEEN_UNKNOWN)) / this.#all;
      const together = this.#pairs.get(`${previous.text} ${word.text}`) ?? 0;
      const pair = Math.max(
        0,
        together - (previous.doubted ? Infinity : previous.printed ? own : 0),
      );
      const first = Math.max(1, this.count(previous.text) - (previous.printed ? 1 : 0));
      sum -= Math.log2(PAIR_SHARE * (pair / first) + (1 - PAIR_SHARE) * alone);
      previous = word;
    }
    return sum;
  }
}
