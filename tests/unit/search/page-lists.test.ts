// The search page's lists: all of what there is, and of hundreds the first.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_LISTED, pageLists } from '../../../src/components/search-page/lists.ts';
import { searchContent } from '../../../src/search/search-content.ts';
import { fiveManuals } from '../who/offices.ts';

const content = searchContent(fiveManuals().library, () => undefined);

test('a list holds all there is', () => {
  for (const { count, links, title } of pageLists(content))
    assert.equal(links.length, count, title);
  assert.deepEqual(
    pageLists(content).map(({ title, count }) => [title, count > 0]),
    [
      ['งานที่มีขั้นตอน', true],
      ['บุคคล', true],
      ['คำสั่ง', true],
      ['ภารกิจ', true],
    ],
  );
});

test('of hundreds it holds the first, says how many there are and leads to the page with all', () => {
  const own = content.pages.filter(({ kind }) => kind === 'procedure');
  const pages = Array.from({ length: 50 }, () => own).flat();
  const [list, ...others] = pageLists({ ...content, pages });
  assert.deepEqual(others, []);
  assert.equal(list?.count, own.length * 50);
  assert.equal(list.links.length, MOST_LISTED);
  assert.equal(list.path, '/manuals/');
});
