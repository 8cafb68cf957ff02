// Stage: Thai text. A text → the places where a line may end, for what no browser lays out.
import { icuWords } from './icu-words.ts';
import { keepWords } from './keep-words.ts';
import { isPhraseEnd } from './phrase-end.ts';

/** No line begins with these; the mark of repetition and of abbreviation belong to the word before. */
const NOT_FIRST = /[ฯๆ\s)\]}”’».,:;!?%]/;
/** No line ends with these. */
const NOT_LAST = /[([{“‘«]/;
/** After these a line may end whatever the models say. */
const ENDS = /[\s/]/;

/**
 * Offsets into the text, ascending, at which a new line may begin. A place counts where both ICU and
 * BudouX's Thai model see one: ICU alone breaks การก|ลุ่ม, BudouX alone วิ|เคราะห์. Words of the keep
 * list stay whole. After a space or a slash there is always one.
 */
export function breakOpportunities(text: string): number[] {
  const inside = insideKept(text);
  const found: number[] = [];
  for (const { start: index } of icuWords(text)) {
    if (index === 0 || inside.has(index)) continue;
    const before = text.charAt(index - 1);
    if (NOT_FIRST.test(text.charAt(index)) || NOT_LAST.test(before)) continue;
    if (ENDS.test(before) || isPhraseEnd(text, index)) found.push(index);
  }
  return found;
}

/** Offsets that lie within a kept run. */
function insideKept(text: string): Set<number> {
  const inside = new Set<number>();
  let at = 0;
  for (const part of keepWords(text)) {
    if (part.keep) for (let i = 1; i < part.text.length; i += 1) inside.add(at + i);
    at += part.text.length;
  }
  return inside;
}
