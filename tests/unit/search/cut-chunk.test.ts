// Pagefind's files of words, cut into pieces that weigh alike.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { buildIndex } from '../../../src/search/build-index.ts';
import { cutChunk } from '../../../src/search/cut-chunk.ts';
import { readChunk } from '../../../src/search/pagefind-format.ts';
import { searchContent } from '../../../src/search/search-content.ts';
import { ownLibrary } from './office-content.ts';

const files = await buildIndex(searchContent(ownLibrary(), () => undefined));
const chunks = [...files]
  .filter(([name]) => name.startsWith('index/'))
  .map(([, bytes]) => gunzipSync(bytes));

test('the pieces together hold the words of the file, each with its places, in order', () => {
  assert.ok(chunks.length > 1);
  for (const chunk of chunks) {
    const pieces = cutChunk(chunk, 4000);
    assert.ok(pieces.length > 1);
    assert.deepEqual(
      pieces.flatMap(({ bytes }) => [...readChunk(bytes)]),
      [...readChunk(chunk)],
    );
    for (const { from, to, bytes } of pieces) {
      const words = [...readChunk(bytes).keys()];
      assert.deepEqual([words[0], words.at(-1)], [from, to]);
      assert.ok(bytes.length < 4100 || words.length === 1);
    }
  }
});

test('a file that is small enough stays as it is', () => {
  for (const chunk of chunks) {
    const [piece, ...more] = cutChunk(chunk, chunk.length);
    assert.deepEqual(more, []);
    assert.deepEqual(Buffer.from(piece?.bytes ?? []), chunk);
  }
});

test('no file of a site’s index weighs much more than another may', () => {
  for (const chunk of chunks) assert.ok(chunk.length < 42_000, String(chunk.length));
});
