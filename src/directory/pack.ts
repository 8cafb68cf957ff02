// Stage: directory. Names → small files of which a look-up loads a few, however many offices there are.
import { unitsOf } from '../search/units.ts';
import { entryKinds, type Entry } from './entries.ts';
import { keysOf, shardOf } from './keys.ts';

export const MANIFEST_FILE = 'manifest.json';

/** `shards` and `more` are numbers of files: 0.json … and more-0.json …. */
export interface Manifest {
  readonly version: 1;
  readonly shards: number;
  readonly more: number;
  /** Keys that stand in so many names that they tell little. */
  readonly frequent: readonly string[];
}

/** Numbers of entries under each key, with how many there are in all; and the entries, by number. */
export interface Shard {
  readonly keys: Readonly<Record<string, readonly [total: number, entries: readonly number[]]>>;
  readonly entries: Readonly<Record<string, PackedEntry>>;
}
/** Only the first places; `count` says how many there are. */
export type PackedEntry = readonly [
  kind: number,
  title: string,
  others: readonly string[],
  count: number,
  places: readonly PackedPlace[],
];
export type PackedPlace = readonly [office: number, path: string];
/** All places of entries that have more than a shard holds, by number. */
export type MorePlaces = Readonly<Record<string, readonly PackedPlace[]>>;

/** Under one key so many entries are listed, those of most offices and the shortest first. */
const MOST_UNDER_A_KEY = 30;
/** An entry in a shard names so many offices. */
export const FIRST_PLACES = 3;
/** Characters a file is to have on average: few enough to load several, enough to be worth a request. */
const SHARD_SIZE = 10_000;
const MORE_SIZE = 16_000;
/** So many frequent keys are told, the most frequent first. */
const MOST_FREQUENT = 400;

/** A shard that is being filled. */
interface Filling {
  readonly keys: Record<string, Shard['keys'][string]>;
  readonly entries: Record<string, PackedEntry>;
}

/** File name → what it holds, JSON. The same entries give the same files. */
export function packDirectory(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const order = entries
    .map((entry, number) => ({ entry, number }))
    .sort(
      (a, b) =>
        b.entry.places.length - a.entry.places.length ||
        a.entry.title.length - b.entry.title.length ||
        a.number - b.number,
    );
  const filed = new Map<string, number[]>();
  for (const { entry, number } of order) {
    const names = [entry.title, ...entry.others];
    for (const key of new Set(names.flatMap((name) => keysOf(unitsOf(name))))) {
      const numbers = filed.get(key);
      if (numbers) numbers.push(number);
      else filed.set(key, [number]);
    }
  }

  const packed = entries.map(({ kind, title, others, places }): PackedEntry => [
    entryKinds.indexOf(kind),
    title,
    others,
    places.length,
    places.slice(0, FIRST_PLACES).map(({ office, path }) => [office, path]),
  ]);
  const size = (number: number): number => JSON.stringify(packed[number]).length + 8;
  let total = 0;
  for (const numbers of filed.values())
    for (const number of numbers.slice(0, MOST_UNDER_A_KEY)) total += size(number);
  const shards = Math.max(1, Math.ceil(total / SHARD_SIZE));

  const files = Array.from({ length: shards }, (): Filling => ({ keys: {}, entries: {} }));
  for (const [key, numbers] of [...filed].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = files[shardOf(key, shards)];
    const listed = numbers.slice(0, MOST_UNDER_A_KEY);
    if (!file) continue;
    file.keys[key] = [numbers.length, listed];
    for (const number of listed) {
      const entry = packed[number];
      if (entry) file.entries[String(number)] = entry;
    }
  }

  const many = order.filter(({ entry }) => entry.places.length > FIRST_PLACES);
  const places = many.map(({ entry, number }) => ({
    number,
    places: entry.places.map(({ office, path }): PackedPlace => [office, path]),
  }));
  const more = Math.max(
    1,
    Math.ceil(places.reduce((sum, each) => sum + JSON.stringify(each).length, 0) / MORE_SIZE),
  );
  const rest = Array.from({ length: more }, (): Record<string, readonly PackedPlace[]> => ({}));
  for (const { number, places: all } of places) {
    const file = rest[number % more];
    if (file) file[String(number)] = all;
  }

  const manifest: Manifest = {
    version: 1,
    shards,
    more,
    frequent: [...filed]
      .filter(([, numbers]) => numbers.length > MOST_UNDER_A_KEY)
      .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
      .slice(0, MOST_FREQUENT)
      .map(([key]) => key),
  };
  return new Map([
    [MANIFEST_FILE, JSON.stringify(manifest)],
    ...files.map((file, i): [string, string] => [`${String(i)}.json`, JSON.stringify(file)]),
    ...rest.map((file, i): [string, string] => [`more-${String(i)}.json`, JSON.stringify(file)]),
  ]);
}
