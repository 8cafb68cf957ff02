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
 * every file; files that are gzip or brotli are unpacked first, as a search index is, and a PDF is read as its text.
 * @throws Error of the reader where a PDF cannot be read: what cannot be searched is not published.
 */
export async function nameLeaks(folder: string, names: PrivateNames): Promise<NameLeak[]> {
  const leaks: NameLeak[] = [];
  for (const path of filesBelow(folder)) {
    const file = relative(folder, path).split(sep).join('/');
    const found = path.endsWith('.pdf')
      ? namesInPdf(await pdfTextOf(path), file, names)
      : namesIn(`${file}\n${textOf(path)}`, names);
    leaks.push(...found.map((name) => ({ file, found: name })));
  }
  return leaks;
}

function namesIn(text: string, names: PrivateNames): string[] {
  const plain = bare(decoded(text));
  // A name cut by tags (words are held together by spans) is still a name to a reader.
  const untagged = bare(decoded(text.replace(/<[^>]*>/g, '')));
  return [
    ...names.spellings.filter((spelling) => {
      const wanted = bare(spelling);
      return plain.includes(wanted) || untagged.includes(wanted);
    }),
    ...idsIn(text, names),
  ];
}

/**
 * A PDF keeps glyphs, not letters. Marks above and below may come out in another order, so they do not count; a glyph
 * that the font moves aside (the marks over ป) comes out as no letter at all, and may be any letter or mark.
 */
function namesInPdf(text: string, file: string, names: PrivateNames): string[] {
  const plain = withoutMarks(bare(text)).replace(/[\p{Cc}\p{Co}\uFFFD]/gu, UNREAD);
  return [
    ...names.spellings.filter((spelling) =>
      new RegExp(
        Array.from(withoutMarks(bare(spelling)), (letter) => `[${UNREAD}${letter}]`).join(
          `${UNREAD}*`,
        ),
        'u',
      ).test(plain),
    ),
    ...idsIn(`${file}\n${text}`, names),
  ];
}

const idsIn = (text: string, { ids }: PrivateNames): string[] =>
  ids.filter((id) => new RegExp(`(?<![a-z0-9-])${id}(?![a-z0-9-])`, 'i').test(text));

async function pdfTextOf(path: string): Promise<string> {
  // Loaded only where there is a PDF: the reader is large.
  const { extractLinks, extractText, getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(path)), { verbosity: 0 });
  const { text } = await extractText(pdf, { mergePages: true });
  const { links } = await extractLinks(pdf);
  // Title, author and the like.
  const { info } = await pdf.getMetadata();
  return [text, ...links, ...Object.values(info as Record<string, unknown>)].join('\n');
}

const UNREAD = '\uFFFD';

const withoutMarks = (text: string): string =>
  text.replace(/ำ/g, 'า').replace(/[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/g, '');

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
