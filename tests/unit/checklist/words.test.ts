// Unit: times and progress in Thai; an address as a QR code.
import assert from 'node:assert/strict';
import test from 'node:test';
import { qrPath } from '../../../src/checklist/qr-path.ts';
import { dateWords, progressWords } from '../../../src/checklist/words.ts';

test('a date is in the Buddhist era, with the hour where asked', () => {
  assert.match(dateWords('2025-01-13T05:30:00.000Z'), /^13 มกราคม (พ\.ศ\. )?2568$/);
  assert.match(dateWords('2025-01-13T05:30:00.000Z', true), /^13 ม\.ค\. 2568 \d\d:\d\d$/);
});

test('progress is said in words', () => {
  assert.equal(progressWords({ count: 3, total: 9 }), 'ทำแล้ว 3 จาก 9 ข้อ');
});

test('a QR code has its three corners and its quiet zone', () => {
  const { size, d } = qrPath('https://example.go.th/manuals/manual/procedure/');
  assert.ok(size >= 29 + 8);
  const dark = new Set<string>();
  for (const [, x = '', y = '', w = ''] of d.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let i = 0; i < Number(w); i++) dark.add(`${String(Number(x) + i)},${y}`);
  const corner = (x: number, y: number): boolean =>
    Array.from({ length: 7 }, (_, i) => [
      `${String(x + i)},${String(y)}`,
      `${String(x)},${String(y + i)}`,
    ])
      .flat()
      .every((cell) => dark.has(cell));
  assert.ok(corner(4, 4) && corner(size - 11, 4) && corner(4, size - 11));
  assert.ok(
    [...dark].every((cell) => cell.split(',').every((n) => Number(n) >= 4 && Number(n) < size - 4)),
  );
});
