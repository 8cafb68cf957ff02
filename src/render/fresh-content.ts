// Stage: render. The content's store as the page program has it, and the office's files → the store as the files are now.
import { stringify, unflatten } from 'devalue';
import { COLLECTIONS } from '../authoring/collections.ts';
import { loadFolder, type EntryStore, type StoredEntry } from '../authoring/loader.ts';

/**
 * @param store flat, as Astro writes it: a map of collections, each a map of its entries
 * @param root the project's folder
 * @throws ZodError where a file does not have the shape of its collection: the checks should have said so
 */
export async function freshContent(store: readonly unknown[], root: string): Promise<unknown[]> {
  const collections = unflatten([...store]) as Map<string, Map<string, StoredEntry>>;
  for (const [name, { type, schema }] of Object.entries(COLLECTIONS)) {
    const entries = collections.get(name) ?? new Map<string, StoredEntry>();
    const into: EntryStore = {
      keys: () => [...entries.keys()],
      get: (id) => entries.get(id),
      set: (entry) => entries.set(entry.id, entry),
      delete: (id) => entries.delete(id),
      // The program has the bodies; where one changed there is another program.
      addModuleImport: () => undefined,
    };
    await loadFolder(type, root, into, ({ data }) => Promise.resolve(schema.parse(data)));
    // As Astro has it, which knows no collection without entries.
    if (entries.size > 0) collections.set(name, entries);
    else collections.delete(name);
  }
  return JSON.parse(stringify(collections)) as unknown[];
}
