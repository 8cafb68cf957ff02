// Stage: import. A source of randomness and the ids in use → new ids, each given once.

/** Without 0, 1, l and o, which are read for each other. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const LETTERS = 24;
const LENGTH = 5;

export type NewId = () => string;

/** Five random characters, the first a letter. `random` gives numbers from 0 up to 1, as Math.random does. */
export function newIds(random: () => number, used: Iterable<string>): NewId {
  const taken = new Set(used);
  const pick = (from: number): string => ALPHABET.charAt(Math.floor(random() * from));
  return () => {
    for (;;) {
      let id = pick(LETTERS);
      while (id.length < LENGTH) id += pick(ALPHABET.length);
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
}
