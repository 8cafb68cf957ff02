// Stage: render. Checked content → the store in which the page program looks for it.
import { COLLECTIONS } from '../authoring/collections.ts';
import type { Entry, ParsedContent } from '../authoring/parse-content.ts';

/** As Astro keeps an entry of a collection. */
export interface StoredEntry {
  readonly id: string;
  readonly data: unknown;
  /** From the project's root: by it the program finds the module that a body has become. */
  readonly filePath: string;
  /** Only where there is one. */
  readonly body?: string;
  readonly deferredRender?: true;
}

/** A collection's name → its entries, by id. */
export type ContentStore = Map<string, Map<string, StoredEntry>>;

export function contentStore(content: ParsedContent): ContentStore {
  const store: ContentStore = new Map();
  for (const name of Object.keys(COLLECTIONS) as (keyof typeof COLLECTIONS)[]) {
    const entries = content[name].map((entry) => storedEntry(entry, idOf(name, entry)));
    // Astro knows no collection without entries.
    if (entries.length > 0) store.set(name, new Map(entries.map((entry) => [entry.id, entry])));
  }
  return store;
}

function storedEntry({ data, file }: Entry<unknown>, id: string): StoredEntry {
  const stored = { id, data, filePath: file.path };
  return file.body.trim() === '' ? stored : { ...stored, body: file.body, deferredRender: true };
}

/** That of the loader (src/authoring/loader.ts). */
function idOf(collection: keyof typeof COLLECTIONS, { manual, id }: Entry<unknown>): string {
  return collection === 'manuals' || manual === '' ? id : `${manual}/${id}`;
}
