// A line and what was found in it → the words that are shown, marked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerpt, type Marked } from '../../../src/search/excerpt.ts';
import { unitsOf } from '../../../src/search/units.ts';

const shown = (pieces: readonly Marked[]): string =>
  pieces.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');

/** Where a phrase stands in a line, in units. */
function runOf(line: string, phrase: string): { from: number; to: number } {
  const from = unitsOf(line.slice(0, line.indexOf(phrase))).length;
  return { from, to: from + unitsOf(phrase).length };
}

test('the words asked for are marked as they are printed, digits, dots, hyphens and all', () => {
  for (const [line, phrase] of [
    ['ทดสอบระดับชาติ (O-NET) ปีนี้', 'O-NET'],
    ['คำสั่งที่ ๒๑๘ /๒๕๖๒ ลงวันที่', '๒๑๘ /๒๕๖๒'],
    ['พระราชบัญญัติ พ.ศ. ๒๕๔๖', 'พ.ศ.'],
    ['งานรับ - ส่ง หนังสือ', 'รับ - ส่ง'],
  ] as const)
    assert.equal(
      shown(excerpt(line, [runOf(line, phrase)], true)),
      line.replace(phrase, `[${phrase}]`),
    );
});

const LONG = `${'ส่งเสริมการจัดการศึกษาให้มีคุณภาพ '.repeat(12)}งานลูกเสือ ${'และประสานความร่วมมือกับทุกหน่วยงาน '.repeat(12)}`;

test('a long line is cut where words end, around the mark', () => {
  const pieces = excerpt(LONG, [runOf(LONG, 'ลูกเสือ')], true);
  const text = shown(pieces);
  assert.match(text, /^….+\[ลูกเสือ\].+…$/);
  assert.ok(text.length < 230, String(text.length));
  const inside = pieces
    .map((piece) => piece.text)
    .join('')
    .slice(1, -1);
  const cuts = new Set(
    [...new Intl.Segmenter('th', { granularity: 'word' }).segment(LONG)].map(({ index }) => index),
  );
  assert.ok(cuts.has(LONG.indexOf(inside)) && cuts.has(LONG.indexOf(inside) + inside.length));
});

test('what is only similar is marked in whole words, and common ones not at all', () => {
  const line = 'ส่งเสริมกิจการลูกเสือและเนตรนารี';
  const runs = [runOf(line, 'การลูกเสือและ')];
  assert.equal(shown(excerpt(line, runs, false)), 'ส่งเสริมกิจการ[ลูกเสือ]และเนตรนารี');
});

test('without a mark the beginning is shown', () => {
  assert.match(shown(excerpt(LONG, [], true)), /^ส่งเสริม.+…$/);
});
