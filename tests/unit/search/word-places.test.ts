// Pagefind's files of words: read, put together with another's, cut into pieces that weigh alike.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { buildIndex } from '../../../src/search/build-index.ts';
import { readChunk } from '../../../src/search/pagefind-format.ts';
import { cutWords, mergeWords, readWords } from '../../../src/search/word-places.ts';
import { searchContent } from '../../../src/search/search-content.ts';
import { ownLibrary } from './office-content.ts';
import { sayingsOf } from './sayings.ts';

const files = await buildIndex(searchContent(ownLibrary(), () => undefined));
const chunks = [...files]
  .filter(([name]) => name.startsWith('index/'))
  .map(([, bytes]) => gunzipSync(bytes));
const asInFile = (block: number): number => block;

test('the pieces together hold the words of the file, each with its places, in order', () => {
  assert.ok(chunks.length > 1);
  for (const chunk of chunks) {
    const pieces = cutWords(readWords(chunk, asInFile), 4000);
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
    const [piece, ...more] = cutWords(readWords(chunk, asInFile), chunk.length);
    assert.deepEqual(more, []);
    assert.deepEqual(Buffer.from(piece?.bytes ?? []), chunk);
  }
});

test('no file of a site’s index weighs much more than another may', () => {
  for (const chunk of chunks) assert.ok(chunk.length < 42_000, String(chunk.length));
});

test('what was taken apart by blocks is put together again, whichever comes first', async () => {
  const index = await buildIndex(sayingsOf(['หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด']));
  const whole = [...index]
    .filter(([name]) => name.startsWith('index/'))
    .map(([, bytes]) => gunzipSync(bytes))
    .toSorted((a, b) => (firstWord(a) < firstWord(b) ? -1 : 1));
  const words = whole.flatMap((bytes) => readWords(bytes, asInFile));
  const only = (isWanted: (block: number) => boolean) =>
    whole.flatMap((bytes) => readWords(bytes, (block) => (isWanted(block) ? block : undefined)));
  const odd = only((block) => block % 2 === 1);
  const even = only((block) => block % 2 === 0);
  assert.ok(odd.length > 0 && odd.length < words.length && even.length < words.length);
  assert.deepEqual(mergeWords(odd, even), words);
  assert.deepEqual(mergeWords(even, odd), words);
  assert.deepEqual(mergeWords([], words), words);
});

test('a file of another form is refused', () => {
  const [chunk = Buffer.alloc(0)] = chunks;
  assert.throws(() => readWords(chunk.subarray(1), asInFile), /no signature/);
  assert.throws(() => readWords(chunk.subarray(0, 5000), asInFile));
});

function firstWord(chunk: Uint8Array): string {
  return readWords(chunk, asInFile)[0]?.text ?? '';
}
