// Unit: a run changed, undone, and two copies of it merged.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { change, undoing } from '../../../src/checklist/run-change.ts';
import { lastUse, merge, type Run } from '../../../src/checklist/run.ts';
import { at, sampleRun, START } from './sample-run.ts';

test('a change writes the value and when it was made, and leaves the old run alone', () => {
  const run = sampleRun();
  const changed = change(run, { 'done.sa': at(1), label: 'โรงเรียนอื่น' }, at(1));
  assert.equal(changed.done['sa'], at(1));
  assert.equal(changed.label, 'โรงเรียนอื่น');
  assert.deepEqual(changed.at, { label: at(1), snapshot: START, 'done.sa': at(1) });
  assert.deepEqual(run, sampleRun());
});

test('a value that is there already keeps the time of its change', () => {
  const run = change(sampleRun(), { 'done.sa': at(1) }, at(1));
  assert.deepEqual(change(run, { 'done.sa': at(1), finished: undefined }, at(9)), run);
});

test('a change lies after the last one of its field even when the clock was set back', () => {
  const run = change(sampleRun(), { label: 'ก' }, at(100));
  const later = change(run, { label: 'ข' }, at(5));
  assert.equal(later.at['label'], '2025-01-13T03:01:40.001Z');
  assert.equal(merge(run, later).label, 'ข');
});

test('an undo takes back what was changed, and nothing that came after', () => {
  const before = change(sampleRun(), { 'notes.sa': 'เดิม' }, at(1));
  const after = change(before, { 'notes.sa': undefined, 'done.sa': at(2) }, at(2));
  const meanwhile = change(after, { 'done.sc': at(3) }, at(3));
  const undone = change(meanwhile, undoing(before, after), at(4));
  assert.deepEqual(undone.notes, { sa: 'เดิม' });
  assert.deepEqual(undone.done, { sc: at(3) });
});

test('the last use of a run is its last change', () => {
  const run = change(sampleRun(), { 'done.sa': at(7) }, at(7));
  assert.equal(lastUse(run), at(7));
  assert.equal(lastUse(change(run, { 'notes.sa': 'ก' }, at(8))), at(8));
});

const fields = ['done.sa', 'done.sb1', 'skipped.sb2', 'notes.sc', 'chosen.sa', 'label', 'finished'];
const edits = fc.array(
  fc.record({
    field: fc.constantFrom(...fields),
    value: fc.constantFrom(undefined, 'ก', 'ข', at(1)),
    second: fc.integer({ min: 1, max: 6 }),
  }),
  { maxLength: 12 },
);
const runs = edits.map((list) =>
  list.reduce<Run>(
    (run, { field, value, second }) =>
      field === 'label' && value === undefined ? run : change(run, { [field]: value }, at(second)),
    sampleRun(),
  ),
);

test('two copies merge to the same run in either order, and merging again changes nothing', () => {
  fc.assert(
    fc.property(runs, runs, (a, b) => {
      const ab = merge(a, b);
      assert.deepEqual(ab, merge(b, a));
      assert.deepEqual(merge(ab, a), ab);
      assert.deepEqual(merge(ab, b), ab);
    }),
    { numRuns: 500 },
  );
});

test('three copies merge to the same run however they are paired', () => {
  fc.assert(
    fc.property(runs, runs, runs, (a, b, c) => {
      assert.deepEqual(merge(merge(a, b), c), merge(a, merge(b, c)));
    }),
    { numRuns: 300 },
  );
});

test('of two changes of one field the later one stays, a removal too', () => {
  const ticked = change(sampleRun(), { 'done.sa': at(1) }, at(1));
  const unticked = change(ticked, { 'done.sa': undefined }, at(2));
  assert.deepEqual(merge(ticked, unticked).done, {});
  const noted = change(ticked, { 'notes.sb1': 'ก' }, at(3));
  const both = merge(unticked, noted);
  assert.deepEqual([both.done, both.notes], [{}, { sb1: 'ก' }]);
});
