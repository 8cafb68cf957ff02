// Unit tests: the ways on from a step, as the chart's arrows say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waysOn, type Arrow, type Stop } from '../../../src/components/flow-chart/walk-ways.ts';

const arrow = (from: string, to: string, when = '', inferred = false): Arrow => ({
  from,
  to,
  when,
  inferred,
});
const way = (to: string | undefined, when = '', inferred = false): object => ({
  to,
  when,
  inferred,
});

/** 1, 2 (with 2.1 and 2.2), 3 */
const stops: Stop[] = [
  { step: 'one', above: undefined },
  { step: 'a', above: 'two' },
  { step: 'b', above: 'two' },
  { step: 'three', above: undefined },
];
const line = [
  arrow('start', 'one'),
  arrow('one', 'two'),
  arrow('two', 'a'),
  arrow('a', 'b'),
  arrow('b', 'three'),
  arrow('three', 'end'),
];

test('an arrow into a step with substeps leads to the first of them', () => {
  assert.deepEqual(waysOn('one', stops, line), [way('a')]);
});

test('the last substep goes on to the step after', () => {
  assert.deepEqual(waysOn('b', stops, line), [way('three')]);
});

test('the last step leads to the end', () => {
  assert.deepEqual(waysOn('three', stops, line), [way(undefined)]);
});

test('a decision has a way an arrow, in their order, back and forth', () => {
  const arrows = [arrow('one', 'three', 'ผ่าน'), arrow('one', 'end', 'ไม่ผ่าน')];
  assert.deepEqual(waysOn('one', stops, arrows), [way('three', 'ผ่าน'), way(undefined, 'ไม่ผ่าน')]);
  const back = [arrow('three', 'a', 'ไม่ครบ'), arrow('three', 'end', 'ครบ')];
  assert.deepEqual(waysOn('three', stops, back), [way('a', 'ไม่ครบ'), way(undefined, 'ครบ')]);
});

test('where a step with substeps is a decision itself, it is asked after its last substep', () => {
  const arrows = [arrow('two', 'a'), arrow('two', 'three', 'ครบ'), arrow('two', 'one', 'ไม่ครบ')];
  assert.deepEqual(waysOn('b', stops, arrows), [way('three', 'ครบ'), way('one', 'ไม่ครบ')]);
  assert.deepEqual(waysOn('a', stops, [...arrows, arrow('a', 'b')]), [way('b')]);
});

test('an editor’s way stands beside the way that the source says', () => {
  const arrows = [...line, arrow('b', 'a', 'ไม่ถูกต้อง', true)];
  assert.deepEqual(waysOn('b', stops, arrows), [way('three'), way('a', 'ไม่ถูกต้อง', true)]);
});

test('without any arrow a step goes on to the next in order, the last to the end', () => {
  assert.deepEqual(waysOn('one', stops, []), [way('a')]);
  assert.deepEqual(waysOn('three', stops, []), [way(undefined)]);
});

test('a step that the list does not have leads nowhere', () => {
  assert.deepEqual(waysOn('other', stops, line), []);
});
