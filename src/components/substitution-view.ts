// Stage: components. Standing in for somebody → the words and links that pages show.
import type { Person } from '../model/library.ts';
import { toThaiDigits } from '../model/numeral.ts';
import { personPath, postPath } from '../model/paths.ts';
import type { Away, StandIn } from '../model/substitution.ts';

export interface Named {
  readonly label: string;
  /** From the site's root. A post stands in the list of people, if anybody stands in for it now. */
  readonly path: string | undefined;
}

export function named(person: Person): Named {
  return { label: person.fullName, path: personPath(person.id) };
}

export function awayNamed(away: Away): Named {
  return away.type === 'person'
    ? named(away.person)
    : { label: away.actor.title, path: postPath(away.office.id, away.actor.id) };
}

/** `เป็นลำดับที่ ๓`, in the digits in which the order numbers its duties; empty where no rank is stated. */
export function rankWords({ rank, assigned }: StandIn): string {
  return rank === undefined ? '' : `เป็นลำดับที่ ${rankDigits(rank, assigned.number)}`;
}

/** A rank in the digits of a mark beside it. */
export function rankDigits(rank: number, like: string): string {
  return /[๐-๙]/.test(like) ? toThaiDigits(String(rank)) : String(rank);
}

/** `๑ และ ๒`, `๑ ๒ และ ๔`. */
export function listWords(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(' ')} และ ${words.at(-1) ?? ''}`;
}
