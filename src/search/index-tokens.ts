// Stage: search. Normalised texts → their tokens, by number: a site has a million of them, and some thousand different ones.
import { tokenOf } from './token.ts';
import { eachUnit, type Unit } from './units.ts';

export interface TokenNumbers {
  /** The numbers of a text's tokens, one a unit. */
  of(normalised: string): number[];
  token(number: number): string;
  /** Undefined for a token that no text had. */
  number(token: string): number | undefined;
}

/** Unlike any unit's number. */
const NONE = 0;
/** More than there are units: two numbers are one. */
const UNITS = 2 ** 24;

export function tokenNumbers(): TokenNumbers {
  const units: Pick<Unit, 'text' | 'kind'>[] = [{ text: '', kind: 'latin' }];
  const unitNumbers = new Map<string, number>();
  const tokens: string[] = [];
  const numbers = new Map<string, number>();
  /** Two units → their token. */
  const paired = new Map<number, number>();

  const unitNumber = (text: string, kind: Unit['kind']): number => {
    const known = unitNumbers.get(text);
    if (known !== undefined) return known;
    units.push({ text, kind });
    unitNumbers.set(text, units.length - 1);
    return units.length - 1;
  };
  const tokenNumber = (first: number, second: number): number => {
    const key = first * UNITS + second;
    const known = paired.get(key);
    if (known !== undefined) return known;
    const token = tokenOf(units[first] ?? NO_UNIT, second === NONE ? undefined : units[second]);
    const number = numbers.get(token) ?? tokens.push(token) - 1;
    numbers.set(token, number);
    paired.set(key, number);
    return number;
  };
  return {
    of(normalised) {
      const own: number[] = [];
      let before = NONE;
      eachUnit(normalised, (from, to, kind) => {
        const unit = unitNumber(normalised.slice(from, to), kind);
        if (before !== NONE) own.push(tokenNumber(before, unit));
        before = unit;
      });
      if (before !== NONE) own.push(tokenNumber(before, NONE));
      return own;
    },
    token: (number) => tokens[number] ?? '',
    number: (token) => numbers.get(token),
  };
}

const NO_UNIT = { text: '', kind: 'latin' } as const;
