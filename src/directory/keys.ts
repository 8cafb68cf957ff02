// Stage: directory, both sides. The units of a name or a query → the keys under which names are filed.
import type { Unit } from '../search/units.ts';

/** Every two units in a row; a number, and a unit that is in no pair, alone. */
export function keysOf(units: readonly Unit[]): string[] {
  const keys = units.flatMap((unit, i) => {
    const before = units[i - 1];
    const next = units[i + 1];
    if (unit.kind === 'number') return [unit.text];
    if (next && next.kind !== 'number') return [`${unit.text} ${next.text}`];
    return before && before.kind !== 'number' ? [] : [unit.text];
  });
  return [...new Set(keys)];
}

/** In which of so many files a key is (FNV-1a over its UTF-16 units). */
export function shardOf(key: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) {
    hash ^= key.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % shards;
}
