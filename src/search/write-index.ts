// Stage: search. A built site with the records of its pages → the search index in their place, under /pagefind/.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildIndex } from './build-index.ts';
import type { SearchContent } from './search-page.ts';

/** Below the site's folder. */
export const FOLDER = 'pagefind';
/** A page of the site (src/pages/pagefind/records.json.ts): only Astro's pages can read the content. */
export const RECORDS = 'records.json';

/**
 * In place of the records that the pages left in a built site, the index of them.
 * @throws Error naming what is wrong with the index: any fault fails the build
 */
export async function writeIndex(site: string): Promise<void> {
  const folder = path.join(site, FOLDER);
  const records = path.join(folder, RECORDS);
  const content = JSON.parse(readFileSync(records, 'utf8')) as SearchContent;
  const files = await buildIndex(content);
  for (const [name, bytes] of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  rmSync(records);
}
