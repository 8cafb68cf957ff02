// Stage: authoring. Content files of one type → an Astro collection. Frontmatter is read by our own parser, as the checks read it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { parseContentFile } from './content-file.ts';
import type { ContentPlace } from './content-place.ts';
import { contentPlace } from './content-place.ts';
import { filesBelow, officeFolders } from './read-office.ts';
import { whenQuiet } from './when-quiet.ts';

/** What is kept of a file. */
export interface StoredEntry {
  readonly id: string;
  readonly data: Record<string, unknown>;
  readonly digest: string;
  /** From the project's root: by it an editor knows which schema a file has. */
  readonly filePath: string;
  /** Only where there is one: an entry whose body is empty becomes no module, and a module costs 15 ms. */
  readonly body?: string;
  readonly deferredRender?: true;
}

/** The entries of one type: Astro's store, or another that is kept like it (src/render/). */
export interface EntryStore {
  keys(): Iterable<string>;
  get(id: string): Partial<StoredEntry> | undefined;
  set(entry: StoredEntry): unknown;
  delete(id: string): unknown;
  /** Tells of a body that did not change. */
  addModuleImport(filePath: string): unknown;
}

/** By an entry's type's schema. Undefined where it is to be left as it was. */
type Parse = (entry: {
  readonly id: string;
  readonly data: Record<string, unknown>;
  readonly filePath: string;
}) => Promise<Record<string, unknown> | undefined>;

/** Loads `manual.mdx`, `sections/*.mdx`, … of every manual, or the offices or people. */
export function contentLoader(type: ContentPlace['type']): Loader {
  return {
    name: `content-${type}`,
    async load(context) {
      const { config, store, watcher } = context;
      const root = fileURLToPath(config.root);
      const folder = resolve(root, officeFolders().content);
      // A build has been checked before. The development server goes on with what the file said last, or without it:
      // its pages say what is wrong (content-problems.ts).
      const parse: Parse = (entry) =>
        watcher ? context.parseData(entry).catch(() => undefined) : context.parseData(entry);
      await loadFolder(type, root, store as EntryStore, parse);
      const reload = whenQuiet((path: string) => {
        // Deleted in the meantime: 'unlink' is told as well.
        if (existsSync(path))
          void loadFile(type, { folder, root }, path, store as EntryStore, parse);
      });
      watcher?.add(folder);
      watcher?.on('change', reload);
      watcher?.on('add', reload);
      watcher?.on('unlink', (path) => {
        const id = idOf(type, folder, path);
        if (id !== undefined) store.delete(id);
      });
    },
  };
}

/** Brings a store to what the office's files say. @param root the project's folder */
export async function loadFolder(
  type: ContentPlace['type'],
  root: string,
  store: EntryStore,
  parse: Parse,
): Promise<void> {
  const folder = resolve(root, officeFolders().content);
  const stale = new Set(store.keys());
  for (const path of filesBelow(folder)) {
    const id = await loadFile(type, { folder, root }, path, store, parse);
    if (id !== undefined) stale.delete(id);
  }
  for (const id of stale) store.delete(id);
}

async function loadFile(
  type: ContentPlace['type'],
  { folder, root }: { readonly folder: string; readonly root: string },
  path: string,
  store: EntryStore,
  parse: Parse,
): Promise<string | undefined> {
  const id = idOf(type, folder, path);
  if (id === undefined) return undefined;
  const text = readFileSync(path, 'utf8');
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const known = store.get(id);
  if (known?.digest === digest) {
    if (known.deferredRender && known.filePath) store.addModuleImport(known.filePath);
    return id;
  }
  const file = parseContentFile(path, text);
  const data = await parse({
    id,
    data: (file.data ?? {}) as Record<string, unknown>,
    filePath: path,
  });
  if (!data) return id;
  const filePath = relative(root, path).split(sep).join('/');
  if (file.body.trim() === '') store.set({ id, data, digest, filePath });
  else store.set({ id, data, digest, body: file.body, filePath, deferredRender: true });
  return id;
}

/** An entry's id in the collection of its type; undefined for a file of another type. */
function idOf(type: ContentPlace['type'], folder: string, path: string): string | undefined {
  const place = contentPlace(relative(folder, path).split(sep).join('/'));
  if (place?.type !== type) return undefined;
  return 'manual' in place ? `${place.manual}/${place.id}` : place.id;
}
