// Stage: search, both sides. Units → the tokens under which Pagefind keeps them.
// Pagefind drops combining marks and cuts words its own way. Neither happens to Yi syllables
// (U+A000…), so each character of a unit becomes one.
import type { Unit } from './units.ts';

const AFTER_UNIT = '\uA101';
/** Pagefind completes a word that has no such end: how a half-typed unit is found. */
const END = '\uA100';
const LETTERS = 0xa110;

/** Thai, Latin and digits as one syllable a character; any other letter as two. */
function encode(text: string): string {
  let encoded = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) encoded += String.fromCharCode(LETTERS + code);
    else if (code >= 0x0e00 && code < 0x0e80)
      encoded += String.fromCharCode(0xa000 + code - 0x0e00);
    else encoded += String.fromCharCode(0xa200 + (code >> 8), 0xa300 + (code & 0xff));
  }
  return encoded;
}

type Paired = Pick<Unit, 'text' | 'kind'>;

/** Two units in a row make a token; a number stands alone, and so does what nothing can follow. */
function pairs(unit: Paired, next: Paired | undefined): next is Paired {
  return next !== undefined && unit.kind !== 'number' && next.kind === unit.kind;
}

/** A unit's token: one a unit, so that a token's position is its unit's. @param next the unit that follows in the same text */
export function tokenOf(unit: Paired, next: Paired | undefined): string {
  const own = encode(unit.text) + AFTER_UNIT;
  return pairs(unit, next) ? own + encode(next.text) + END : own + END;
}

/** What has to stand at a position: `at` counts from the first unit of the query. */
export interface Term {
  readonly token: string;
  /** The token may go on: a half-typed unit, or whatever stands after a unit that is alone. */
  readonly open: boolean;
  readonly at: number;
  /** How many units it covers: 2, or 1 for a number and a unit that stands alone. */
  readonly units: 1 | 2;
}

/**
 * The terms of consecutive units: every pair, and whatever is in none.
 * With `open` the last unit may go on: กล finds กลุ่ม.
 */
export function queryTerms(units: readonly Unit[], open = false): Term[] {
  const terms: Term[] = [];
  units.forEach((unit, at) => {
    const before = units[at - 1];
    const next = units[at + 1];
    const last = at >= units.length - (pairs(unit, next) ? 2 : 1);
    const begun = open && last;
    if (pairs(unit, next)) {
      const token = encode(unit.text) + AFTER_UNIT + encode(next.text) + (begun ? '' : END);
      terms.push({ token, open: begun, at, units: 2 });
    } else if (unit.kind === 'number') {
      const token = encode(unit.text) + (begun ? '' : AFTER_UNIT + END);
      terms.push({ token, open: begun, at, units: 1 });
    } else if (!before || !pairs(before, unit)) {
      const token = encode(unit.text) + (begun ? '' : AFTER_UNIT);
      terms.push({ token, open: true, at, units: 1 });
    }
  });
  return terms;
}
