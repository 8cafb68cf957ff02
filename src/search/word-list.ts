// Stage: search, both sides. Normalised texts → the words in them, counted; the list ↔ its file.
import { remembered } from '../thai/remembered.ts';

/** The list's file, in the index folder. */
export const WORDS_FILE = 'words.txt';

/** Thai without ฯ and ๆ, or Latin. */
const RUN = /(?:(?![\u0E2F\u0E46])[\u0E01-\u0E4E])+|[a-z]+/g;

export type WordCounts = ReadonlyMap<string, number>;

/** What stands in texts, each with how often. */
export interface Counts {
  readonly words: readonly (readonly [string, number])[];
  /** Two words side by side of which one is so short that the segmenter may have cut inside a word it does not know (บรร|ณ, a surname). */
  readonly pairs: readonly (readonly [string, number])[];
}

/** @param texts normalised */
export function countWords(texts: readonly string[]): Counts {
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
  // What an office writes it writes often: สำนักงานเขตพื้นที่การศึกษา.
  const cut = remembered((run) => [...segmenter.segment(run)].map(({ segment }) => segment));
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const text of texts)
    for (const [run] of text.matchAll(RUN)) {
      const cutRun = cut(run);
      cutRun.forEach((word, i) => {
        add(words, word);
        const next = cutRun[i + 1];
        if (next !== undefined && Math.min(word.length, next.length) <= 3)
          if (word.length + next.length <= 16) add(pairs, word + next);
      });
    }
  return { words: [...words], pairs: [...pairs] };
}

/** @param whole normalised; their runs are words as they are */
export function joinCounts(all: readonly Counts[], whole: readonly string[] = []): WordCounts {
  const joined = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const counts of all) {
    for (const [word, count] of counts.words) add(joined, word, count);
    for (const [pair, count] of counts.pairs) add(pairs, pair, count);
  }
  for (const text of whole) for (const [run] of text.matchAll(RUN)) add(joined, run, 2);
  for (const [pair, count] of pairs) if (!joined.has(pair)) joined.set(pair, count);
  for (const word of [...joined.keys()]) if (word.length < 2) joined.delete(word);
  return joined;
}

function add(to: Map<string, number>, word: string, count = 1): void {
  to.set(word, (to.get(word) ?? 0) + count);
}

/** One line a word, in order: how many characters it shares with the last one (base 36), the rest, its count. */
export function packWords(words: WordCounts): string {
  let last = '';
  return [...words]
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([word, count]) => {
      let shared = 0;
      while (shared < 35 && shared < last.length && word[shared] === last[shared]) shared++;
      last = word;
      return (
        shared.toString(36) + word.slice(shared) + (count > 1 ? `\t${count.toString(36)}` : '')
      );
    })
    .join('\n');
}

export function unpackWords(text: string): WordCounts {
  const words = new Map<string, number>();
  let last = '';
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [head = '', count = '1'] = line.split('\t');
    last = last.slice(0, parseInt(head.charAt(0), 36)) + head.slice(1);
    words.set(last, parseInt(count, 36));
  }
  return words;
}
