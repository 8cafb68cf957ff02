// Thai texts → their order in a Thai dictionary.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareThai } from '../../../src/model/thai-collation.ts';

const sorted = (...words: string[]): string[] => words.toSorted(compareThai);

test('words go by the Thai alphabet', () => {
  assert.deepEqual(sorted('หมวด', 'กลุ่ม', 'งาน', 'ขั้น'), ['กลุ่ม', 'ขั้น', 'งาน', 'หมวด']);
});

test('a vowel written before its consonant is read after it', () => {
  assert.deepEqual(sorted('เกษตร', 'ขา', 'กา', 'ไก่'), ['กา', 'เกษตร', 'ไก่', 'ขา']);
});

test('tone marks decide only between words that are the same without them', () => {
  assert.deepEqual(sorted('แจ้งผล', 'แจงเหตุ'), ['แจ้งผล', 'แจงเหตุ']);
  assert.deepEqual(sorted('ป้า', 'ป่า', 'ปา'), ['ปา', 'ป่า', 'ป้า']);
});

test('numbers go by their value, in Thai digits as well', () => {
  assert.deepEqual(sorted('งานที่ 10', 'งานที่ 9'), ['งานที่ 9', 'งานที่ 10']);
  assert.deepEqual(sorted('งานที่ ๑๐', 'งานที่ ๙'), ['งานที่ ๙', 'งานที่ ๑๐']);
});

test('equal texts compare as equal', () => {
  assert.equal(compareThai('งาน', 'งาน'), 0);
});
