// Stage: authoring. Content files of one type → an Astro collection. Frontmatter is read by our own parser, as the checks read it.
import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { bodyIn, parseContentFile } from './content-file.ts';
import type { ContentPlace } from './content-place.ts';
import { contentPlace } from './content-place.ts';
import { filesBelow, officeFolders } from './read-office.ts';
import { whenQuiet } from './when-quiet.ts';

/**
 * Loads `manual.mdx`, `sections/*.mdx`, … of every manual, or the offices or people.
 * An entry whose body is empty becomes no module: that is most procedures, and a module costs 15 ms.
 */
export function contentLoader(type: ContentPlace['type']): Loader {
  return {
    name: `content-${type}`,
    async load(context) {
      const folder = resolve(fileURLToPath(context.config.root), officeFolders().content);
      const stale = new Set(context.store.keys());
      for (const path of filesBelow(folder)) {
        const id = await loadFile(type, folder, path, context);
        if (id !== undefined) stale.delete(id);
      }
      for (const id of stale) context.store.delete(id);
      const reload = whenQuiet((path: string) => {
        // Deleted in the meantime: 'unlink' is told as well.
        if (existsSync(path)) void loadFile(type, folder, path, context);
      });
      context.watcher?.add(folder);
      context.watcher?.on('change', reload);
      context.watcher?.on('add', reload);
      context.watcher?.on('unlink', (path) => {
        const id = idOf(type, folder, path);
        if (id !== undefined) context.store.delete(id);
      });
    },
  };
}

async function loadFile(
  type: ContentPlace['type'],
  folder: string,
  path: string,
  context: LoaderContext,
): Promise<string | undefined> {
  const id = idOf(type, folder, path);
  if (id === undefined) return undefined;
  const text = readFileSync(path, 'utf8');
  // The page program is given its content when it is run (src/render/): of that, only the bodies are part of it.
  if (process.env['KHUMUE_PROGRAM'] && bodyIn(path, text).trim() === '') return undefined;
  const { store, config } = context;
  const digest = context.generateDigest(text);
  const known = store.get(id);
  if (known?.digest === digest) {
    if (known.deferredRender && known.filePath) store.addModuleImport(known.filePath);
    return id;
  }
  // By its path an editor knows which schema a file has.
  const filePath = relative(fileURLToPath(config.root), path).split(sep).join('/');
  const file = parseContentFile(path, text);
  const parsed = context.parseData({
    id,
    data: (file.data ?? {}) as Record<string, unknown>,
    filePath: path,
  });
  // A build has been checked before. The development server goes on with what the file said last, or without it:
  // its pages say what is wrong (content-problems.ts).
  const data = await (context.watcher ? parsed.catch(() => undefined) : parsed);
  if (!data) return id;
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
