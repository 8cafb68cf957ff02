// A piece or a part → what the page says of its place in the source.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { align } from '../../../src/source/align.ts';
import { provenanceOf } from '../../../src/source/provenance.ts';
import { pieceNote, rangeNote } from '../../../src/source/source-note.ts';
import { piecesOf, readingOf } from './laid-along.ts';

const reading = readingOf(['คำนำ', 'แจงให้ทราบ', 'แล้วรายงาน'], {
  corrections: [{ line: 2, printed: 'แจง', read: 'แจ้ง' }],
});
const provenance = provenanceOf(
  reading,
  align(reading, piecesOf(['title|คำนำ', 'steps.0.text|แจ้งให้ทราบ', 'steps.1.text|แล้วรายงาน'])),
);

test('a piece on one line is said to stand on that line, with a link to it', () => {
  assert.deepEqual(pieceNote(provenance, 'part', 'title'), {
    lines: 'บรรทัด 1',
    path: '/sources/001/#L1',
    corrections: [],
  });
});

test('what was corrected in a piece stands in its note', () => {
  const note = pieceNote(provenance, 'part', 'steps.0.text');
  assert.equal(note?.lines, 'บรรทัด 2');
  assert.deepEqual(
    note.corrections.map(({ printed, read }) => `${printed} → ${read}`),
    ['แจง → แจ้ง'],
  );
});

test('a part over several lines is said to stand from the first to the last, with a link to the first', () => {
  const note = rangeNote(provenance, 'part');
  assert.equal(note?.lines, 'บรรทัด 1–3');
  assert.equal(note.path, '/sources/001/#L1');
  assert.equal(note.corrections.length, 1);
});

test('a range below a path says nothing of the rest of the part', () => {
  assert.equal(rangeNote(provenance, 'part', 'steps')?.lines, 'บรรทัด 2–3');
  assert.deepEqual(rangeNote(provenance, 'part', 'steps.1')?.corrections, []);
});

test('what does not stand in the source has no note', () => {
  assert.equal(pieceNote(provenance, 'part', 'purpose'), undefined);
  assert.equal(rangeNote(provenance, 'other'), undefined);
});
