// A text and the corrections that touch it → its runs, with corrected words apart.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctedRuns } from '../../../src/source/corrected-text.ts';
import type { Correction } from '../../../src/source/seed-notes.ts';

const correction = (printed: string, read: string): Correction => ({
  seed: '001',
  line: 1,
  printed,
  read,
  kind: 'word',
  reason: 'อ่านผิด',
  certainty: 'certain',
});
/** The runs as texts, corrected ones in brackets with what was printed. */
const runs = (text: string, ...corrections: Correction[]): string[] =>
  correctedRuns(text, corrections).map((run) =>
    run.correction ? `[${run.text}<${run.correction.printed}]` : run.text,
  );

test('a text without corrections is one run', () => {
  assert.deepEqual(runs('แจ้งให้ทราบ'), ['แจ้งให้ทราบ']);
  assert.deepEqual(runs(''), ['']);
});

test('a corrected word stands apart, with what was printed', () => {
  assert.deepEqual(runs('โปรดแจ้งให้ทราบ', correction('แจง', 'แจ้ง')), [
    'โปรด',
    '[แจ้ง<แจง]',
    'ให้ทราบ',
  ]);
});

test('a corrected word may begin or end the text, or be all of it', () => {
  assert.deepEqual(runs('แจ้งให้ทราบ', correction('แจง', 'แจ้ง')), ['[แจ้ง<แจง]', 'ให้ทราบ']);
  assert.deepEqual(runs('โปรดแจ้ง', correction('แจง', 'แจ้ง')), ['โปรด', '[แจ้ง<แจง]']);
  assert.deepEqual(runs('แจ้ง', correction('แจง', 'แจ้ง')), ['[แจ้ง<แจง]']);
});

test('several corrections are found in order, each after the one before', () => {
  assert.deepEqual(runs('แจ้งแล้วแจ้งอีก', correction('แจง', 'แจ้ง'), correction('แจ๋ง', 'แจ้ง')), [
    '[แจ้ง<แจง]',
    'แล้ว',
    '[แจ้ง<แจ๋ง]',
    'อีก',
  ]);
});

test('corrections that touch leave no empty run between them', () => {
  assert.deepEqual(runs('กขคง', correction('A', 'กข'), correction('B', 'คง')), [
    '[กข<A]',
    '[คง<B]',
  ]);
});

test('a correction that took words away, or whose words are not in the text, marks nothing', () => {
  assert.deepEqual(runs('ขั้นตอน', correction('### ', '')), ['ขั้นตอน']);
  assert.deepEqual(runs('ขั้นตอน', correction('#', ' ')), ['ขั้นตอน']);
  assert.deepEqual(runs('ขั้นตอน', correction('ข้นตอน', 'ข้อที่'), correction('ตอบ', 'ตอน')), [
    'ขั้น',
    '[ตอน<ตอบ]',
  ]);
});

test('white space around the corrected words does not count', () => {
  assert.deepEqual(runs('รับส่งหนังสือ', correction('รับ สง', ' ส่ง ')), ['รับ', '[ส่ง<รับ สง]', 'หนังสือ']);
});

test('the runs, joined, are the text', () => {
  const text = 'โปรดแจ้งให้ทราบ แล้วรายงานผล';
  const parts = correctedRuns(text, [
    correction('แจง', 'แจ้ง'),
    correction('###', ''),
    correction('แลว', 'แล้ว'),
  ]);
  assert.equal(parts.map((run) => run.text).join(''), text);
  assert.equal(parts.length, 5);
});
