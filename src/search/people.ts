// Stage: search, in the browser. A name as somebody remembers it → the people it can be.
import { normalise } from './normalise.ts';
import type { NamedPerson } from './search-page.ts';
import { slips } from './slips.ts';

export interface NameMatch {
  readonly person: NamedPerson;
  /** The spelling that comes closest, as printed. */
  readonly name: string;
  /** 0 where it is spelt so somewhere. */
  readonly slips: number;
}

const PREFIX = /^(?:นางสาว|นส|นาง|นาย|คุณ|ครู|อาจารย์|ดร|ว่าที่ร้อยตรี|ผอ|ท่าน) ?/;

/** Closest first. A word of a name may have two slips where it is long enough to be known by them. */
export function findPeople(query: string, people: readonly NamedPerson[]): NameMatch[] {
  const wanted = words(query);
  if (wanted.length === 0 || wanted.length > 3) return [];
  return people
    .flatMap((person): NameMatch[] => {
      const matches = person.names.map((name) => ({ name, slips: distance(wanted, words(name)) }));
      const nearest = matches.toSorted((a, b) => a.slips - b.slips)[0];
      return nearest && nearest.slips < Infinity ? [{ person, ...nearest }] : [];
    })
    .toSorted((a, b) => a.slips - b.slips);
}

function words(name: string): string[] {
  return normalise(name)
    .trim()
    .replace(PREFIX, '')
    .split(/[^\u0E00-\u0E7Fa-z]+/)
    .filter((word) => word.length > 2);
}

/** Every wanted word has to be a word of the name, or all of them together the whole name. */
function distance(wanted: readonly string[], name: readonly string[]): number {
  const whole = apart(wanted.join(''), name.join(''), 2);
  const each = wanted.map((word) => Math.min(...name.map((part) => apart(word, part, most(word)))));
  return Math.min(whole, Math.max(...each));
}

/** As written or as heard: จันทร์ and จัน, ลักษณ์ and ลัก. */
function apart(a: string, b: string, limit: number): number {
  return Math.min(slips(a, b, limit), slips(heard(a), heard(b), limit - 0.5) + 0.5);
}

function heard(word: string): string {
  return word.replace(/(?:ทร|ตร|ดร|ษณ|ษฐ|ณฑ|[ก-ฮ])[ิุ]?์/g, '');
}

function most(word: string): number {
  return word.length >= 6 ? 2 : word.length >= 4 ? 1 : 0.6;
}
