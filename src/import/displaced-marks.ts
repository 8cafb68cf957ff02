// Stage: import. A line as a PDF's text layer gives it → the line with its marks back in place, and what stays in doubt.
import { isImpossible, isKnownText, wordsOf } from './known-word.ts';

/** A place that was mended: what stood there and what it reads. */
export interface Mend {
  readonly printed: string;
  readonly read: string;
}

export interface MendedLine {
  readonly text: string;
  readonly mends: readonly Mend[];
  /** Words that look displaced and could not be mended with certainty. */
  readonly doubts: readonly string[];
}

const TONES = ['่', '้', '๊', '๋', '์', '็'];
/** A letter, the letter that a mark slid to, the marks, and the space that came with them: น ก ั ␠. */
const SLID = /([ก-ฮ])([ก-ฮ])([ัิ-ฺ็-๎]+)( |$)/gu;

/** Marks, and the vowels that no word begins with. */
const FOLLOWS = '[\\u0E30-\\u0E3A\\u0E47-\\u0E4E]';
const MARKS = '[\\u0E31\\u0E34-\\u0E3A\\u0E47-\\u0E4E]+';
/** The spaces between words. Those before a mark, or behind a mark that has one before it, no author typed. */
const SPACES = new RegExp(`( +)(?!${FOLLOWS})(?<! ${MARKS} +)`, 'u');
const LONE_MARK = new RegExp(` (${MARKS}) `, 'gu');

/**
 * Order mistakes are mended without asking: no Thai word is written so (สาํ, เเ, ํา). A mark that slid to the next letter
 * is moved back only where the dictionary knows the result and not what stood there; everything else is a doubt.
 */
export function mendMarks(line: string): MendedLine {
  const mends: Mend[] = [];
  const doubts: string[] = [];
  const cells = line.split('\t').map((cell) => {
    const tokens = cell.split(SPACES);
    for (let i = 0; i < tokens.length; i += 2) {
      const token = tokens[i] ?? '';
      if (!looksDisplaced(token)) continue;
      // The space that came with a slid mark lies inside the word: try the word with what follows it.
      const spans = [2, 1, 0].map((more) => tokens.slice(i, i + 2 * more + 1).join(''));
      const printed = spans.find((span) => mendPhrase(span) !== undefined);
      const read = printed === undefined ? undefined : mendPhrase(printed);
      if (printed === undefined || read === undefined) {
        if (isImpossible(token)) doubts.push(token);
        continue;
      }
      mends.push(shortest(printed, read));
      tokens.splice(i, printed.split(SPACES).length, ...read.split(SPACES));
    }
    return tokens.join('');
  });
  return { text: cells.join('\t'), mends, doubts };
}

/** Marks in an order that no word has, or a run of Thai letters that the dictionary does not know and that ends in a mark. */
function looksDisplaced(token: string): boolean {
  if (!/[ก-๎]/u.test(token)) return false;
  if (isImpossible(token) || token.includes('เเ')) return true;
  const thai = /[ก-๎]+$/u.exec(token)?.[0] ?? '';
  return /[ก-ฮ]{2}[ัิ-ฺ็่-๋]$/u.test(thai) && !isKnownText(thai);
}

/** The one reading of a displaced phrase that the dictionary knows; undefined where there is none, or more than one. */
function mendPhrase(printed: string): string | undefined {
  const ordered = reorder(printed.replace(LONE_MARK, ' $1'));
  const moved = [
    ordered,
    ...withMarksMoved(ordered).flatMap((text) => [text, text.replace(/ /g, '')]),
  ];
  const joined = printed.includes('าํ ') ? moved.map((text) => text.replace(/ำ /gu, 'ำ')) : [];
  const readings = [...moved, ...joined].filter((text) => text !== printed && sound(text));
  const best = readings.toSorted((a, b) => countWords(a) - countWords(b) || b.length - a.length)[0];
  // A tone that the text layer lost shows by making one word of two: คู|มือ, คู่มือ.
  const most = best === undefined ? Infinity : countWords(best) - 1;
  const toned = [...new Set(moved.flatMap(withATone))].filter(
    (text) => countWords(text) <= most && sound(text),
  );
  const words = new Set(toned.map((text) => text.replace(/ /g, '')));
  return words.size === 1 ? toned.toSorted((a, b) => a.length - b.length)[0] : best;
}

function countWords(text: string): number {
  return wordsOf(text).filter((word) => word.trim() !== '').length;
}

/** The text with each choice of its slid marks moved back, and the spaces after those taken away. */
function withMarksMoved(text: string): string[] {
  const count = [...text.matchAll(SLID)].length;
  return Array.from({ length: 2 ** Math.min(count, 4) - 1 }, (_, i) => {
    let at = 0;
    return text.replace(SLID, (all: string, first: string, second: string, marks: string) =>
      (i + 1) & (1 << at++) ? first + marks + second : all,
    );
  });
}

function sound(text: string): boolean {
  const runs = text.match(/[ก-๎]+/gu) ?? [];
  return runs.length > 0 && runs.every((run) => !isImpossible(run) && isKnownText(run));
}

/** สาํ → สำ, นํา → นำ, จ ากัด → จำกัด, เเ → แ, a tone before the vowel that it stands upon → after it. */
function reorder(text: string): string {
  return text
    .replace(/เเ/gu, 'แ')
    .replace(/า([่-๋]?)ํ/gu, '$1ำ')
    .replace(/ํ([่-๋]?)า/gu, '$1ำ')
    .replace(/(?<=[ก-ฮ][่-๋]?) า/gu, 'ำ')
    .replace(/([่-๋])([ัิีึืุู])/gu, '$2$1');
}

/** The text with one tone put on each letter in turn: for คมู ือ, whose tone the text layer lost. */
function withATone(text: string): string[] {
  const letters = [...text.matchAll(/[ก-ฮ][ัิีึืุู]?(?![่-๋์็])/gu)];
  return letters.flatMap((letter) =>
    TONES.map((tone) => {
      const at = letter.index + letter[0].length;
      return text.slice(0, at) + tone + text.slice(at);
    }),
  );
}

/** The mend without the words before and behind it that stay as they are. */
function shortest(printed: string, read: string): Mend {
  const words = wordsOf(read);
  let from = 0;
  let to = words.length;
  let [shortPrinted, shortRead] = [printed, read];
  for (
    let word = words[from];
    to - from > 1 && word !== undefined && shortPrinted.startsWith(word);
    word = words[++from]
  ) {
    shortPrinted = shortPrinted.slice(word.length);
    shortRead = shortRead.slice(word.length);
  }
  for (
    let word = words[to - 1];
    to - from > 1 && word !== undefined && shortPrinted.endsWith(word);
    word = words[--to - 1]
  ) {
    shortPrinted = shortPrinted.slice(0, -word.length);
    shortRead = shortRead.slice(0, -word.length);
  }
  return { printed: shortPrinted, read: shortRead };
}
