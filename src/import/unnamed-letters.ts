// Stage: import. A line of a PDF with letters that its font does not name → the line with the mark that each can only be, and the words where that is not certain.
import { keepWords } from '../thai/keep-words.ts';
import { isKnownWord, wordsOf } from './known-word.ts';

/** What a reader of PDFs gives for a glyph without a name. Fonts leave it to the marks that stand higher over a vowel. */
const UNNAMED = '\0';
const MARKS = ['่', '้', '๊', '๋', '์', '็'];
/** Each place is chosen with the others as they were chosen last: after a few rounds nothing changes. */
const ROUNDS = 3;

export function nameLetters(line: string): { text: string; named: number; doubts: string[] } {
  let named = 0;
  const doubts: string[] = [];
  const text = line.replace(/[ก-๎\0]*\0[ก-๎\0]*/gu, (printed) => {
    const parts = printed.replace(/ํ([่-๋\0]?)า/gu, '$1ำ').split(UNNAMED);
    const { marks, sure } = chooseMarks(parts);
    const left = joined(
      parts,
      marks.map((mark, i) => (sure[i] ? mark : '')),
    );
    named += sure.filter(Boolean).length;
    if (sure.includes(false)) doubts.push(left);
    return left;
  });
  return { text, named, doubts };
}

/** For each gap between the parts the mark that reads best, and whether it alone does. */
function chooseMarks(parts: readonly string[]): { marks: string[]; sure: boolean[] } {
  const marks = parts.slice(1).map(() => '้');
  const sure = marks.map(() => false);
  for (let round = 0; round < ROUNDS; round++)
    marks.forEach((_, place) => {
      const [best, next] = MARKS.map((mark) => ({
        mark,
        ...reading(joined(parts, marks.with(place, mark))),
      })).toSorted((a, b) => a.unknown - b.unknown || a.words - b.words || b.usual - a.usual);
      if (!best || !next) return;
      marks[place] = best.mark;
      sure[place] =
        best.unknown < next.unknown || best.words < next.words || best.usual > next.usual;
    });
  return { marks, sure };
}

const joined = (parts: readonly string[], marks: readonly string[]): string =>
  parts.map((part, i) => (i === 0 ? part : `${marks[i - 1] ?? ''}${part}`)).join('');

/** Few words that the dictionary does not know, few words at all, and usual ones: ขั่น is as good to it as ขั้น, but only ขั้นตอน is usual. */
function reading(text: string): { unknown: number; words: number; usual: number } {
  const words = wordsOf(text);
  return {
    unknown: words.filter((word) => !isKnownWord(word)).length,
    words: words.length,
    usual: keepWords(text).reduce((sum, part) => sum + (part.keep ? part.text.length : 0), 0),
  };
}
