// Unit tests: indexes of several offices asked as one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildIndex } from '../../../src/search/build-index.ts';
import { searchEngine, type Engine } from '../../../src/search/engine.ts';
import { mergeIndexes } from '../../../src/search/merge-indexes.ts';
import { searchContent } from '../../../src/search/search-content.ts';
import type { SearchContent } from '../../../src/search/search-page.ts';
import { engineOver, openOver, ownLibrary } from './office-content.ts';

const content = searchContent(ownLibrary(), () => undefined);
const half = (of: 0 | 1): SearchContent => ({
  ...content,
  pages: content.pages.filter((_, i) => i % 2 === of),
});
// One after another: Pagefind runs once.
const whole = await buildIndex(content);
const first = await buildIndex(half(0));
const second = await buildIndex(half(1));
const [one, other] = await Promise.all([openOver(first), openOver(second)]);

const QUERIES = [
  'สารบรรณ',
  'รายงานผลการดำเนินงาน',
  'สารบรรน',
  'การรับนักเรียนเข้าเรียนในโรงเรียน',
  'ลือกลาง',
];

const scores = async (engine: Engine, query: string, base: RegExp): Promise<[string, number][]> => {
  const { exact, similar, meant } = await engine.ask(query);
  return [...exact, ...similar, ...meant.flatMap(({ hits }) => hits)]
    .map(({ page, score }): [string, number] => [page.url.replace(base, ''), score])
    .toSorted(([a, x], [b, y]) => a.localeCompare(b) || x - y);
};

for (const query of QUERIES)
  test(`"${query}": a page has the score that it has in one index of all pages`, async () => {
    const merged = searchEngine(() =>
      Promise.resolve(
        mergeIndexes([
          { id: 'a', url: 'https://a.example', opened: one },
          { id: 'b', url: 'https://b.example', opened: other },
        ]),
      ),
    );
    const base = /^https:\/\/[ab]\.example/;
    const alone = await scores(engineOver(whole), query, base);
    const together = await scores(merged, query, base);
    assert.ok(alone.length > 0);
    assert.deepEqual(
      together.map(([url]) => url),
      alone.map(([url]) => url),
    );
    together.forEach(([url, score], i) => {
      assert.ok(Math.abs(score - (alone[i]?.[1] ?? NaN)) < 1e-9, url);
    });
  });

test('the lines of a page come from its own index, and ids of two offices are apart', async () => {
  const merged = mergeIndexes([
    { id: 'a', url: 'https://a.example', opened: one },
    { id: 'b', url: 'https://b.example/x', opened: one },
  ]);
  const [page, again] = merged.catalogue.pages.filter(({ title }) => title === 'งานสารบรรณ');
  assert.ok(page && again);
  assert.equal(again.url, page.url.replace('https://a.example', 'https://b.example/x'));
  assert.deepEqual(await merged.lines(again), await merged.lines(page));
  assert.ok((await merged.lines(page)).includes('งานสารบรรณ'));
  const ids = merged.catalogue.offices.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.includes(page.office) && page.office.startsWith('a:'));
});
