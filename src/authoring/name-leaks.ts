// Stage: authoring. A built site and the names that must not be in it → the files that have one all the same.
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { PrivateNames } from './hide-names.ts';
import { filesBelow } from './read-office.ts';

export interface NameLeak {
  /** Below the built folder. */
  readonly file: string;
  readonly found: string;
}

/**
 * Looks for every spelling, white space and markup aside, and for every id of a person, in the name and the text of
 * every file; files that are gzip or brotli are unpacked first, as a search index is.
 */
export function nameLeaks(folder: string, names: PrivateNames): NameLeak[] {
  const spellings = names.spellings.map((spelling) => ({ spelling, bare: bare(spelling) }));
  const ids = names.ids.map((id) => ({
    id,
    find: new RegExp(`(?<![a-z0-9-])${id}(?![a-z0-9-])`, 'i'),
  }));
  return filesBelow(folder).flatMap((path) => {
    const file = relative(folder, path).split(sep).join('/');
    const text = `${file}\n${textOf(path)}`;
    const plain = bare(decoded(text));
    // A name cut by tags (words are held together by spans) is still a name to a reader.
    const untagged = bare(decoded(text.replace(/<[^>]*>/g, '')));
    return [
      ...spellings.flatMap(({ spelling, bare: wanted }) =>
        plain.includes(wanted) || untagged.includes(wanted) ? [spelling] : [],
      ),
      ...ids.flatMap(({ id, find }) => (find.test(text) ? [id] : [])),
    ].map((found) => ({ file, found }));
  });
}

function textOf(path: string): string {
  const bytes = readFileSync(path);
  if (path.endsWith('.br')) return brotliDecompressSync(bytes).toString('utf8');
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (zipped ? gunzipSync(bytes) : bytes).toString('utf8');
}

const bare = (text: string): string =>
  text.normalize('NFC').replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, '');

/** Letters as HTML, JSON and addresses may write them: `&#3609;`, `\u0E19`, `%E0%B8%99`. */
function decoded(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
}
