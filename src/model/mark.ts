// Stage: model. List marks: a numbering and an index → the mark as the source prints it.
import { toArabicDigits, toThaiDigits } from './numeral.ts';

const THAI_LETTERS = 'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ';

/**
 * The mark of item `index` (from 0) of a list whose first mark is `numbering`.
 * The last run of digits counts up; where there is none, the last Thai letter does.
 *
 * @example markAt('๒.๑', 2) // '๒.๓'
 * @throws RangeError when the numbering holds neither digit nor letter, or the letters run out.
 */
export function markAt(numbering: string, index: number): string {
  const digits = /(?:[0-9]+|[๐-๙]+)(?![^]*[0-9๐-๙])/.exec(numbering);
  if (digits) {
    const value = Number(toArabicDigits(digits[0])) + index;
    const thai = /[๐-๙]/.test(digits[0]);
    return splice(
      numbering,
      digits.index,
      digits[0].length,
      thai ? toThaiDigits(String(value)) : String(value),
    );
  }
  const letter = /[ก-ฮ](?![^]*[ก-ฮ])/.exec(numbering);
  const first = letter ? THAI_LETTERS.indexOf(letter[0]) : -1;
  const next = first < 0 ? undefined : THAI_LETTERS[first + index];
  if (!letter || !next)
    throw new RangeError(`no mark ${String(index)} in the numbering "${numbering}"`);
  return splice(numbering, letter.index, 1, next);
}

/** A mark without the punctuation that closes it: `๒.๑.` → `๒.๑`, `1)` → `1`, `(๑)` → `๑`. */
export function bareMark(mark: string): string {
  return mark.trim().replace(/^[(]+|[.)\s]+$/g, '');
}

function splice(text: string, at: number, length: number, put: string): string {
  return text.slice(0, at) + put + text.slice(at + length);
}
