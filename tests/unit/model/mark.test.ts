// A list's first mark and an index → the mark as the source prints it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareMark, markAt } from '../../../src/model/mark.ts';

const first = (numbering: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => markAt(numbering, i));

test('Arabic digits count up, with what stands around them', () => {
  assert.deepEqual(first('1.', 3), ['1.', '2.', '3.']);
  assert.deepEqual(first('1)', 2), ['1)', '2)']);
});

test('Thai digits count up as Thai digits', () => {
  assert.deepEqual(first('๑.', 3), ['๑.', '๒.', '๓.']);
});

test('a list may go past nine, in either digits', () => {
  assert.equal(markAt('1.', 9), '10.');
  assert.equal(markAt('๙.', 1), '๑๐.');
  assert.equal(markAt('๑.', 99), '๑๐๐.');
});

test('a list may begin at any number', () => {
  assert.deepEqual(first('๕.', 2), ['๕.', '๖.']);
});

test('of a nested number only the last part counts up', () => {
  assert.deepEqual(first('๒.๑', 3), ['๒.๑', '๒.๒', '๒.๓']);
  assert.deepEqual(first('๒.๒.๑.', 2), ['๒.๒.๑.', '๒.๒.๒.']);
  assert.equal(markAt('1.9', 1), '1.10');
});

test('of mixed digits the last run counts, in its own digits', () => {
  assert.equal(markAt('๒.1', 1), '๒.2');
  assert.equal(markAt('2.๑', 1), '2.๒');
});

test('parentheses stay around the number', () => {
  assert.deepEqual(first('(๑)', 2), ['(๑)', '(๒)']);
});

test('words before the number stay', () => {
  assert.deepEqual(first('ยุทธศาสตร์ที่ 1', 2), ['ยุทธศาสตร์ที่ 1', 'ยุทธศาสตร์ที่ 2']);
});

test('letters go by the alphabet that lists use, without ฃ, ฅ and ฆ', () => {
  assert.deepEqual(first('ก.', 3), ['ก.', 'ข.', 'ค.']);
  assert.equal(markAt('ข)', 2), 'ง)');
  assert.deepEqual(first('ต', 3), ['ต', 'ถ', 'ท']);
});

test('a number counts before a letter', () => {
  assert.equal(markAt('ก.๑', 1), 'ก.๒');
});

test('letters that run out throw', () => {
  assert.equal(markAt('ก', 40), 'ฮ');
  assert.throws(() => markAt('ก', 41), new RangeError('no mark 41 in the numbering "ก"'));
  assert.throws(() => markAt('ฮ.', 1), RangeError);
});

test('a letter that lists do not use has no mark after it', () => {
  assert.throws(() => markAt('ฆ', 0), RangeError);
  assert.throws(() => markAt('ฆ', 1), RangeError);
});

test('a numbering without digit or letter throws', () => {
  assert.throws(() => markAt('-', 0), RangeError);
  assert.throws(() => markAt('', 0), RangeError);
});

test('a bare mark has lost the punctuation around it, not the one inside', () => {
  assert.deepEqual(['๒.๑.', '1)', '(๑)', ' ก. ', '1.', '((ก))', '๒.๑'].map(bareMark), [
    '๒.๑',
    '1',
    '๑',
    'ก',
    '1',
    'ก',
    '๒.๑',
  ]);
});
