// build: what an earlier build made of texts, in a file beside the site's program -> KnownData, and what this build made in its place.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { KnownData } from '../model/known-data.ts';
import { codeKey, shortHash } from './site-key.ts';

/**
 * By other code the same text may be read otherwise: the file is that of this code alone.
 *
 * @param name of what is known: content, texts
 * @param use what it leaves undefined has failed, and what was known stays
 */
export async function withKnown<T>(
  { root, work }: { readonly root: string; readonly work: string },
  name: string,
  use: (known: KnownData) => Promise<T | undefined>,
): Promise<T | undefined> {
  const start = `known-${name}-`;
  const file = path.join(work, start + shortHash(codeKey(root)));
  const known = new KnownData(existsSync(file) ? readFileSync(file, 'utf8') : '');
  const made = await use(known);
  if (made === undefined) return undefined;
  for (const old of readdirSync(work)) if (old.startsWith(start)) rmSync(path.join(work, old));
  writeFileSync(file, known.text());
  return made;
}
