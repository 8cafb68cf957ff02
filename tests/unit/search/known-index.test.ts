// An index that is made with the last one at hand is the one that is made from nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { KnownData } from '../../../src/model/known-data.ts';
import { buildIndex, type IndexFiles } from '../../../src/search/build-index.ts';
import { unpackCatalogue } from '../../../src/search/catalogue.ts';
import { cutWords, readWords } from '../../../src/search/word-places.ts';
import type { SearchContent, SearchPage } from '../../../src/search/search-page.ts';
import { sayingsOf } from './sayings.ts';

const NAMES = ['หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด'];
const content = sayingsOf(NAMES);
const first = new KnownData();
const files = await buildIndex(content, { known: first, file: () => undefined });
const blocks = unpackCatalogue(new TextDecoder().decode(files.get('catalogue.json'))).blocks;

test('with what is known kept and nothing else, an index is as without', async () => {
  assert.deepEqual(files, await buildIndex(content));
  assert.ok(blocks.length > 2);
});

const [one, two] = content.pages;
for (const [what, changed] of [
  ['nothing is otherwise', content],
  ['a word is another', withPage(1, (page) => ({ ...page, parts: said(page, 'ถ้อยคำอื่น') }))],
  ['a page has a word more', withPage(3, (page) => ({ ...page, parts: said(page, 'ก ข') }))],
  ['a page is so much longer that blocks begin elsewhere', withPage(0, longer)],
  ['a page is gone', { ...content, pages: content.pages.slice(1) }],
  ['there is a page more', sayingsOf([...NAMES, 'แปด'])],
  ['two pages have changed places', { ...content, pages: [two, one, ...content.pages.slice(2)] }],
  ['all is new', sayingsOf(['เก้า', 'สิบ'])],
] as [string, SearchContent][])
  test(`${what}: as from nothing`, async () => {
    const known = new KnownData(first.text());
    assert.deepEqual(await buildIndex(changed, { known, file }), await buildIndex(changed));
  });

test('of blocks that say the same each is found once', async () => {
  const same = (count: number) => sayingsOf(Array.from({ length: count }, () => 'เหมือนกัน'));
  const known = new KnownData();
  const last = await buildIndex(same(9), { known, file: () => undefined });
  const before = { known, file: (name: string) => last.get(name) };
  for (const count of [3, 6, 9, 12])
    assert.deepEqual(await buildIndex(same(count), before), await buildIndex(same(count)));
});

test('words of blocks that are as they were come from the last index, and of no other', async () => {
  // Told by a mark that the last one has in its words.
  const marked: IndexFiles = new Map(
    [...files].map(([name, bytes]) => [
      name,
      name.startsWith('index/') ? gzipSync(renamed(gunzipSync(bytes))) : bytes,
    ]),
  );
  const next = withPage(0, (page) => ({ ...page, parts: said(page, 'ถ้อยคำอื่น') }));
  const before = { known: new KnownData(first.text()), file: (name: string) => marked.get(name) };
  const words = allWords(await buildIndex(next, before));
  assert.ok(words.includes(MARK));
  assert.ok(!allWords(await buildIndex(sayingsOf(['เก้า']), before)).includes(MARK));
});

test('a last index that lacks a word fails the build', async () => {
  const holed: IndexFiles = new Map(
    [...files].map(([name, bytes]) => [
      name,
      name.startsWith('index/') ? gzipSync(withoutOneWord(gunzipSync(bytes))) : bytes,
    ]),
  );
  const before = { known: new KnownData(), file: (name: string) => holed.get(name) };
  await assert.rejects(buildIndex(content, before), /the index holds \d+ of \d+ words/);
});

function withoutOneWord(bytes: Uint8Array): Uint8Array {
  const [piece] = cutWords(readWords(bytes, (block) => block).slice(1), Infinity);
  return piece?.bytes ?? bytes;
}

function file(name: string): Uint8Array | undefined {
  return files.get(name);
}

/** No token has it, and it is as long as the letters of one. */
const MARK = '\ua4fb';

/** One word of several blocks with another ending. */
function renamed(bytes: Buffer): Buffer {
  const word = readWords(bytes, (block) => block).find(({ places }) => places.length > 1);
  const copy = Buffer.from(bytes);
  if (word) copy.write(word.text.slice(0, -1) + MARK, bytes.indexOf(word.text));
  return copy;
}

function allWords(index: IndexFiles): string {
  return [...index]
    .filter(([name]) => name.startsWith('index/'))
    .map(([, bytes]) => gunzipSync(bytes).toString('utf8'))
    .join('');
}

function withPage(at: number, change: (page: SearchPage) => SearchPage): SearchContent {
  return { ...content, pages: content.pages.map((page, i) => (i === at ? change(page) : page)) };
}

function said(page: SearchPage, text: string): SearchPage['parts'] {
  return [...page.parts.slice(0, -1), { field: 'body', anchor: 'last', text }];
}

function longer(page: SearchPage): SearchPage {
  return { ...page, parts: said(page, 'ความรู้ทั่วไป '.repeat(9000)) };
}
