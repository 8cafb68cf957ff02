// A path below the content folder → what it holds and its id.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentPlace } from '../../../src/authoring/content-place.ts';

test('the folder says the type and the name is the id', () => {
  assert.deepEqual(contentPlace('manuals/loei-1/manual.mdx'), { type: 'manual', id: 'loei-1' });
  assert.deepEqual(contentPlace('manuals/loei-1/sections/cover.mdx'), {
    type: 'section',
    manual: 'loei-1',
    id: 'cover',
  });
  assert.deepEqual(contentPlace('manuals/loei-1/procedures/home.mdx'), {
    type: 'procedure',
    manual: 'loei-1',
    id: 'home',
  });
  assert.deepEqual(contentPlace('manuals/loei-1/orders/218.mdx'), {
    type: 'order',
    manual: 'loei-1',
    id: '218',
  });
  assert.deepEqual(contentPlace('offices/loei-1.yaml'), { type: 'office', id: 'loei-1' });
  assert.deepEqual(contentPlace('people/boonjan.yaml'), { type: 'person', id: 'boonjan' });
});

for (const path of [
  'manual.mdx',
  'manuals/manual.mdx',
  'manuals/loei-1/cover.mdx',
  'manuals/loei-1/section/cover.mdx',
  'manuals/loei-1/sections/cover.md',
  'manuals/loei-1/sections/deep/cover.mdx',
  'manuals/loei-1/manual.yaml',
  'offices/loei-1.mdx',
  'people/loei-1/boonjan.yaml',
  'x/offices/loei-1.yaml',
]) {
  test(`${path} is no place for content`, () => {
    assert.equal(contentPlace(path), undefined);
  });
}
