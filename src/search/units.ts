// Stage: search, both sides. A text → its units: Thai character clusters, Latin letters, numbers.
import { normalise } from './normalise.ts';

/**
 * `thai`: a consonant with all that belongs to it (ที่, กำ, เรื), which no keyboard or font can part.
 * `latin`: one letter. `number`: a whole number, so that 18 does not stand in 218.
 */
export type UnitKind = 'thai' | 'latin' | 'number';

export interface Unit {
  readonly text: string;
  readonly kind: UnitKind;
  /** Nothing but white space or punctuation stands before it: a word begins here for certain. */
  readonly first: boolean;
}

/** Any letter but Thai ones, with the marks on it, and Latin ones that have some. */
const LETTER = /\p{L}\p{M}*/uy;

/** @param kind of the unit from `from` to `to` @param first see Unit */
export type TakeUnit = (from: number, to: number, kind: UnitKind, first: boolean) => void;

/** The places of the units of a text that is normalised already. By hand: a building site has a million of them. */
export function eachUnit(text: string, take: TakeUnit): void {
  let end = -1;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const kind = isDigit(code) ? 'number' : code >> 7 === THAI ? 'thai' : 'latin';
    const to = END[kind](text, at);
    if (to > at) {
      take(at, to, kind, at !== end);
      end = to;
    }
    at = Math.max(to, at + 1);
  }
}

/** Where the unit of a kind ends that begins at a place; that place where none does. */
const END: Readonly<Record<UnitKind, (text: string, at: number) => number>> = {
  number: endOfNumber,
  thai: endOfCluster,
  latin: endOfLetter,
};

/** The block of Thai letters: U+0E00 to U+0E7F. */
const THAI = 0x0e00 >> 7;

/** A consonant with its vowels and marks, or a vowel or mark that stands alone, as in a half-typed word; ๆ and ฯ are none. */
function endOfCluster(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const consonant = code >= 0x0e40 && code <= 0x0e44 ? at + 1 : at;
  if (!isConsonant(text.charCodeAt(consonant))) return isAlone(code) ? at + 1 : at;
  let to = endOfMarks(text, consonant + 1);
  const vowel = text.charCodeAt(to);
  if (vowel === 0x0e30 || vowel === 0x0e32 || vowel === 0x0e33) to += 1;
  return endOfMarks(text, to);
}

function endOfMarks(text: string, from: number): number {
  let to = from;
  while (isMark(text.charCodeAt(to))) to += 1;
  return to;
}

function isConsonant(code: number): boolean {
  return code >= 0x0e01 && code <= 0x0e2e;
}

/** What stands on a consonant or below it. */
function isMark(code: number): boolean {
  return (
    code === 0x0e31 || (code >= 0x0e34 && code <= 0x0e3a) || (code >= 0x0e47 && code <= 0x0e4e)
  );
}

function isAlone(code: number): boolean {
  return (
    (code >= 0x0e30 && code <= 0x0e3a) ||
    (code >= 0x0e40 && code <= 0x0e45) ||
    (code >= 0x0e47 && code <= 0x0e4d)
  );
}

function endOfNumber(text: string, at: number): number {
  let to = at + 1;
  while (isDigit(text.charCodeAt(to))) to += 1;
  return to;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function endOfLetter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  // White space and most signs. No mark comes of ASCII.
  if (code < 0x80 && !/[a-z]/i.test(text.charAt(at))) return at;
  if (code < 0x80 && !(text.charCodeAt(at + 1) >= 0x80)) return at + 1;
  LETTER.lastIndex = at;
  return LETTER.test(text) ? LETTER.lastIndex : at;
}

/** The units of a text that is normalised already, each with its place in it. */
export function unitsIn(normalised: string): (Unit & { readonly at: number })[] {
  const units: (Unit & { readonly at: number })[] = [];
  eachUnit(normalised, (at, to, kind, first) => {
    units.push({ text: normalised.slice(at, to), kind, first, at });
  });
  return units;
}

/** The units of a text as written. */
export function unitsOf(text: string): readonly Unit[] {
  return unitsIn(normalise(text));
}

/** Units between which nothing but letters of one script stands, and numbers: คำสั่ง218 are two. */
export function groupsOf(units: readonly Unit[]): Unit[][] {
  const groups: Unit[][] = [];
  for (const unit of units) {
    const group = groups.at(-1);
    if (!group || unit.first || group[0]?.kind !== unit.kind) groups.push([unit]);
    else group.push(unit);
  }
  return groups;
}
