// Stage: form. What the form says, with marks where a new entry has no id yet → the same with ids. The same mark gives the same id each time.
import { isRecord, type FormData } from './form-data.ts';

/** The form puts this and a random hexadecimal number where an id of a new entry belongs. */
export const NEW_ID = 'new-';

/** Without 0, 1, l and o, as all such ids (import/new-id.ts). */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const LETTERS = 24;
const LENGTH = 5;

/**
 * An entry that was copied in the form came with its original's id: the copy is a new entry.
 * @param old what the file says, where an id may stand twice already
 */
export function givenIds(shown: FormData, old: FormData = {}): FormData {
  const taken = new Set(idsIn(shown).filter((id) => !id.startsWith(NEW_ID)));
  const left = new Map<string, number>();
  for (const id of idsIn(old)) left.set(id, (left.get(id) ?? 0) + 1);
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (!isRecord(value)) return value;
    const id = value['id'];
    const fields = Object.entries(value).map(([key, field]) => [key, walk(field)] as const);
    if (typeof id !== 'string') return Object.fromEntries(fields);
    const places = left.get(id) ?? 1;
    if (!id.startsWith(NEW_ID) && places > 0) {
      left.set(id, places - 1);
      return Object.fromEntries(fields);
    }
    let seed = id;
    let given = idFrom(seed);
    while (taken.has(given)) given = idFrom((seed += '+'));
    taken.add(given);
    return Object.fromEntries(fields.map(([key, field]) => [key, key === 'id' ? given : field]));
  };
  return walk(shown) as FormData;
}

function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (!isRecord(value)) return [];
  const below = Object.values(value).flatMap(idsIn);
  return typeof value['id'] === 'string' ? [value['id'], ...below] : below;
}

/** FNV-1a, whose 32 bits are spread over five characters, the first a letter. */
function idFrom(seed: string): string {
  let hash = 0x811c9dc5;
  for (const character of seed)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  let id = ALPHABET.charAt(hash % LETTERS);
  hash = Math.floor(hash / LETTERS);
  while (id.length < LENGTH) {
    id += ALPHABET.charAt(hash % ALPHABET.length);
    hash = Math.floor(hash / ALPHABET.length);
  }
  return id;
}
