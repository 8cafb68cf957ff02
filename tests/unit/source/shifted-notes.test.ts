// Notes that do not fit a seed whose lines moved → by how many lines they are off.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSeed } from '../../../src/source/reading.ts';
import { shifted, shiftOf, type Shift } from '../../../src/source/shifted-notes.ts';
import type { Correction } from '../../../src/source/seed-notes.ts';

const LINES = ['ก', 'ข', 'ค', 'ง', 'จ', 'ฉ'];
const note = (line: number, seed = 'a'): Correction => ({
  seed,
  line,
  printed: LINES[line - 1] ?? '',
  read: 'x',
  kind: 'word',
  reason: 'ทดสอบ',
  certainty: 'certain',
});

function found(lines: readonly string[], notes: readonly Correction[]): Shift | undefined {
  const seed = { id: 'a', text: lines.join('\n') };
  return shiftOf(seed, readSeed(seed, notes, []).problems);
}

test('a line added or taken away moves the notes behind it', () => {
  const notes = [note(1), note(3), note(4), note(6)];
  assert.deepEqual(found(['ก', 'ใหม่', ...LINES.slice(1)], notes), { from: 3, by: 1 });
  assert.deepEqual(found(['ก', ...LINES.slice(2)], notes), { from: 3, by: -1 });
  assert.equal(found(LINES, notes), undefined);
});

test('notes that are wrong each in its own way are no shift, and two could be chance', () => {
  const notes = [note(3), note(4), note(6)];
  assert.equal(found(['ก', 'ใหม่', 'ข', 'ค', 'ง', 'ฉ', 'จ'], notes), undefined);
  assert.equal(found(['ใหม่', ...LINES], notes.slice(0, 2)), undefined);
});

test('only the notes of that seed from that line on move', () => {
  const notes = [note(1), note(3), note(3, 'b')];
  const moved = shifted(notes, { id: 'a', text: '' }, { from: 3, by: 2 });
  assert.deepEqual(
    moved.map(({ line }) => line),
    [1, 5, 3],
  );
});
