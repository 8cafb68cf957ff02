// A content file → the words in it that its source binds, to change one and see that it is noticed.
import { createHash } from 'node:crypto';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { TextFile } from '../../../src/authoring/parse-content.ts';

/** A word's place in its file's text. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

const words = new Intl.Segmenter('th', { granularity: 'word' });

/** Fields that hold an editor's words, and actors, whose words are checked where a step names them. */
const EDITORS = new Set(['note', 'short', 'prefix', 'aliases', 'actors', 'what']);

/** Every Thai word of a file that must stand in a source. */
export function sourceTexts({ path, text }: TextFile): Place[] {
  if (path.endsWith('.yaml')) return fields(text, 0, path);
  const end = text.indexOf('\n---', 3);
  return [...fields(text.slice(4, end + 1), 4, path), ...wordsOf(text.slice(end + 4), end + 4)];
}

/** The files without such a word. */
export function withoutSourceTexts(files: readonly TextFile[]): string[] {
  return files.filter((file) => sourceTexts(file).length === 0).map(({ path }) => path);
}

/** One of the places, always the same for the same name. */
export function chosen<T>(places: readonly T[], name: string): T | undefined {
  return places[
    createHash('sha256').update(name).digest().readUInt32BE() % Math.max(1, places.length)
  ];
}

function fields(yaml: string, offset: number, path: string): Place[] {
  return textsBelow(parseDocument(yaml).contents, path, '').flatMap(([from, to]) =>
    wordsOf(yaml.slice(from, to), from + offset),
  );
}

function textsBelow(node: unknown, path: string, key: string): [number, number][] {
  if (isScalar(node))
    return typeof node.value === 'string' && node.range && bound(path, key)
      ? [[node.range[0], node.range[1]]]
      : [];
  if (isSeq(node)) return node.items.flatMap((item) => textsBelow(item, path, key));
  if (!isMap(node)) return [];
  // Where an editor named the thing, its name is the editor's.
  const editors = node.get('basis') === 'editor';
  return node.items.flatMap(({ key: name, value }) => {
    const own = isScalar(name) ? String(name.value) : '';
    return EDITORS.has(own) || (editors && ['name', 'text'].includes(own))
      ? []
      : textsBelow(value, path, own);
  });
}

/** A post's title is the editor's reading of what is printed. */
function bound(path: string, key: string): boolean {
  return !(path.startsWith('people/') && key === 'title');
}

function wordsOf(text: string, offset: number): Place[] {
  return [...words.segment(text)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike && /^[ก-๎]{2,}$/.test(segment)
      ? [{ from: offset + index, to: offset + index + segment.length }]
      : [],
  );
}
