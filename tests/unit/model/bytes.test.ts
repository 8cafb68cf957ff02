// Texts and bytes, one after another in one piece of memory.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bytes } from '../../../src/model/bytes.ts';

test('what was added stands there as UTF-8, however much it is', () => {
  const bytes = new Bytes();
  const texts = ['คู่มือ', 'manual', '', '😀', 'ขั้นตอน'.repeat(100_000), 'ก'.repeat(400_000)];
  const places = texts.map((text) => [bytes.length, bytes.add(text)] as const);
  bytes.add(Buffer.from('จบ'));
  assert.deepEqual(
    places.map(([start, length]) => bytes.text(start, length)),
    texts,
  );
  assert.deepEqual(bytes.whole(), Buffer.from(`${texts.join('')}จบ`));
});

test('after it is cleared it begins anew', () => {
  const bytes = new Bytes();
  bytes.add('เก่า');
  bytes.clear();
  assert.equal(bytes.length, 0);
  bytes.add('ใหม่');
  assert.equal(bytes.whole().toString(), 'ใหม่');
});
