// Stage: search. A built site and the records of its pages → its search index, under /pagefind/.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { KnownData } from '../model/known-data.ts';
import { buildIndex } from './build-index.ts';
import type { SearchContent } from './search-page.ts';

/** Below the site's folder. */
export const FOLDER = 'pagefind';
/** A page of the development server (src/pages/pagefind/records.json.ts); a build is handed what it says. */
export const RECORDS = 'records.json';

/**
 * @param site the folder of a built site
 * @param known of texts that were indexed before
 * @param last the folder of the last site, where it was built by the same code
 * @throws Error naming what is wrong with the index: any fault fails the build
 */
export async function writeIndex(
  site: string,
  content: SearchContent,
  known: KnownData,
  last?: string,
): Promise<void> {
  const folder = path.join(site, FOLDER);
  const files = await buildIndex(content, {
    known,
    file: (name) => (last === undefined ? undefined : readIfThere(path.join(last, FOLDER, name))),
  });
  for (const [name, bytes] of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

function readIfThere(file: string): Uint8Array | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}
