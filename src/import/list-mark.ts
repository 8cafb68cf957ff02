// Stage: import. The beginning of a line → the list mark that stands there, and the text after it.
import { toArabicDigits } from '../model/numeral.ts';

/** A mark at the beginning of a line: `๑.`, `๒.๑`, `1)`, `(๑)`, `ก.`, `-`, `ยุทธศาสตร์ที่ 1`. */
export interface ListMark {
  readonly printed: string;
  /** Marks of one list share a style. Thai and Arabic digits are the same, for the two are often mixed. */
  readonly style: string;
  /** The numbers in it: `๒.๑` is [2, 1]. A letter counts from 1; a bullet has none. */
  readonly path: readonly number[];
}

const DIGITS = '(?:[0-9]{1,3}|[๐-๙]{1,3})';
const LETTERS = 'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ';
/** The dashes and bullets that stand before an item; the private ones are what Symbol and Wingdings leave. */
export const BULLETS = '-–—•·▪◦●○■□➢➤✓✔☐☑*\uF0B7\uF0A7\uF0D8\uF0FC';

const LABELLED = new RegExp(
  `^((?:ยุทธศาสตร์|กลยุทธ์|ขั้นตอน|ขั้น|ข้อ|ประเด็น|ประเด็นยุทธศาสตร์)ที่ ?${DIGITS})[.:]?(?=[\\s:]|$)`,
);
const COMPOUND = new RegExp(`^(${DIGITS}(?:\\.${DIGITS})+[.)]?)(?=\\s|[^\\s0-9๐-๙.,/])`);
const SIMPLE = new RegExp(`^(${DIGITS}[.)])(?=\\s|[^\\s0-9๐-๙.,)])`);
const BRACKETED = new RegExp(`^(\\(${DIGITS}\\))(?=\\s|[^\\s])`);
const LETTER = /^([ก-ฮ][.)]|\([ก-ฮ]\))(?=\s+\S)/;
const BULLET = new RegExp(`^([${BULLETS.replace('-', '\\-')}])(?=\\s+\\S)`);

/** The mark at the beginning of a text and what follows it, or undefined. */
export function leadingMark(text: string): { mark: ListMark; rest: string } | undefined {
  const printed =
    LABELLED.exec(text)?.[1] ??
    COMPOUND.exec(text)?.[1] ??
    SIMPLE.exec(text)?.[1] ??
    BRACKETED.exec(text)?.[1] ??
    LETTER.exec(text)?.[1] ??
    BULLET.exec(text)?.[1];
  if (printed === undefined) return undefined;
  const rest = text.slice(printed.length).trim();
  // A number alone on its line is a page number.
  if (rest === '') return undefined;
  return { mark: listMark(printed), rest };
}

/** A mark as printed → what it counts. */
export function listMark(printed: string): ListMark {
  const numbers = [...toArabicDigits(printed).matchAll(/[0-9]+/g)].map(([digits]) =>
    Number(digits),
  );
  if (numbers.length > 0) {
    const label = /^[ก-๎]+ที่/.exec(printed)?.[0];
    const style =
      label ??
      (numbers.length > 1
        ? `#${String(numbers.length)}`
        : printed.startsWith('(')
          ? '(1)'
          : printed.endsWith(')')
            ? '1)'
            : '1.');
    return { printed, style, path: numbers };
  }
  const letter = /[ก-ฮ]/.exec(printed)?.[0];
  if (letter)
    return { printed, style: printed.replace(letter, 'ก'), path: [LETTERS.indexOf(letter) + 1] };
  return { printed, style: `bullet ${printed}`, path: [] };
}

/** The last number of a mark, which counts the items of its list; undefined for a bullet. */
export function countOf(mark: ListMark): number | undefined {
  return mark.path.at(-1);
}

export function isBullet(mark: ListMark): boolean {
  return mark.path.length === 0;
}

/** `ยุทธศาสตร์ที่ 1`: a mark with a word that says what it counts. */
export function isLabelled(mark: ListMark): boolean {
  return mark.style.endsWith('ที่');
}
