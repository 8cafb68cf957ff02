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

const MARK = '[\\u0E31\\u0E34-\\u0E3A\\u0E47-\\u0E4E]';
/** The last alternative takes vowels that stand alone, as in a half-typed word. ๆ and ฯ are none. */
const CLUSTER = `[เ-ไ]?[ก-ฮ]${MARK}*[\\u0E30\\u0E32\\u0E33]?${MARK}*|[\\u0E30-\\u0E3A]|[\\u0E40-\\u0E45]|[\\u0E47-\\u0E4D]`;
const UNIT = new RegExp(`(${CLUSTER})|(\\d+)|(?!\\u0E2F|\\u0E46)\\p{L}\\p{M}*`, 'gsu');

/** The units of a text that is normalised already, each with its place in it. */
export function unitsIn(normalised: string): (Unit & { readonly at: number })[] {
  let end = -1;
  return [...normalised.matchAll(UNIT)].map((match) => {
    const first = match.index !== end;
    end = match.index + match[0].length;
    return {
      text: match[0],
      kind: match[1] === undefined ? (match[2] === undefined ? 'latin' : 'number') : 'thai',
      first,
      at: match.index,
    };
  });
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
