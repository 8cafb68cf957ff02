// Stage: directory. What offices publish (/data/manuals.json) → the names that can be looked up over all of them.
import { normalise } from '../search/normalise.ts';
import type { PublishedNames } from './published-names.ts';

export const entryKinds = ['procedure', 'person', 'manual'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** A page of an office. */
export interface Place {
  /** The office's position in the portal's list. */
  readonly office: number;
  /** From the root of the office's site. */
  readonly path: string;
}

/** A name with every page that bears it: many offices have the same work. */
export interface Entry {
  readonly kind: EntryKind;
  /** As the first office writes it. */
  readonly title: string;
  /** What else it is called, in any office. */
  readonly others: readonly string[];
  readonly places: readonly Place[];
}

/**
 * Names that are written alike are one entry; the offices in their own order.
 * @param published what each office publishes; undefined for one that could not be read
 */
export function directoryEntries(published: readonly (PublishedNames | undefined)[]): Entry[] {
  const entries = new Map<string, Entry & { others: string[]; places: Place[] }>();
  const add = (kind: EntryKind, title: string, place: Place, others: readonly string[]): void => {
    const key = `${kind} ${normalise(title)}`;
    const entry = entries.get(key) ?? { kind, title, others: [], places: [] };
    entries.set(key, entry);
    entry.places.push(place);
    const known = new Set([entry.title, ...entry.others].map(normalise));
    for (const other of others)
      if (!known.has(normalise(other))) {
        known.add(normalise(other));
        entry.others.push(other);
      }
  };
  published.forEach((data, office) => {
    for (const { title, url, aliases } of data?.procedures ?? []) {
      const others = aliases.map(({ text }) => text);
      add('procedure', title, { office, path: url }, others);
    }
    for (const { name, url, spellings } of data?.people ?? []) {
      const others = spellings.map(({ text }) => text);
      add('person', name, { office, path: url }, others);
    }
    for (const { title, url } of data?.manuals ?? [])
      add('manual', title.text, { office, path: url }, []);
  });
  return [...entries.values()];
}
