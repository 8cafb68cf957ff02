// Pages ↔ blocks: what Pagefind takes for one page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutBlocks, placing } from '../../../src/search/block.ts';
import { buildIndex } from '../../../src/search/build-index.ts';
import { engineOver } from './office-content.ts';
import { sayingsOf } from './sayings.ts';

test('a block begins with a page and ends with one; no page is in two', () => {
  assert.deepEqual(cutBlocks([]), []);
  assert.deepEqual(cutBlocks([5, 7]), [0]);
  assert.deepEqual(cutBlocks([90_000, 1, 39_999, 10, 3]), [0, 1, 3]);
});

test('a position in a block is one on a page', () => {
  const place = placing([3, 0], [10, 2, 5, 4, 1]);
  const postings = new Map([
    [0, [0, 3, 4]],
    [1, [0, 9, 10, 11, 12, 16]],
  ]);
  assert.deepEqual(
    [...place(postings)].toSorted(([a], [b]) => a - b),
    [
      [0, [0, 9]],
      [1, [0, 1]],
      [2, [0, 4]],
      [3, [0, 3]],
      [4, [0]],
    ],
  );
});

test('pages of several blocks are found, each at its own words', async () => {
  const names = ['หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด'];
  const engine = engineOver(await buildIndex(sayingsOf(names)));
  const { blocks } = await engine.catalogue();
  assert.ok(blocks.length > 1);
  for (const name of names) {
    const { exact } = await engine.ask(`ถ้อยคำสุดท้ายของ${name}`);
    assert.deepEqual(
      exact.map(({ page, runs }) => [
        page.url,
        page.parts[page.partAt[runs[0]?.from ?? 0] ?? 0]?.anchor,
      ]),
      [[`/${name}/`, 'last']],
    );
  }
  assert.equal((await engine.ask('ความรู้ทั่วไป')).exact.length, names.length);
});
