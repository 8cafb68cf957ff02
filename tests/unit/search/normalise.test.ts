// Every way of writing the same → one form.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normalise } from '../../../src/search/normalise.ts';

const same = (name: string, ...ways: readonly [string, ...string[]]): void => {
  void test(`${name}: ${ways.join(' = ')}`, () => {
    for (const way of ways) assert.equal(normalise(way), normalise(ways[0]));
  });
};

same('nikhahit and aa are am', 'คำสั่ง', 'ค\u0E4Dาสั่ง');
same('nikhahit, tone and aa in any order', 'น้ำ', 'น\u0E49\u0E4Dา', 'น\u0E4D\u0E49า', 'นำ\u0E49');
same('two e are ae', 'แผน', '\u0E40\u0E40ผน');
same('a tone typed before its vowel', 'ที่', 'ท\u0E48\u0E35');
same('a mark typed twice', 'ที่', 'ท\u0E35\u0E35\u0E48', 'ท\u0E35\u0E48\u0E48');
same('nothing unseen counts', 'สารบรรณ', 'สาร\u200Bบรรณ', '\uFEFFสาร\u00ADบรร\u2060ณ');
same('digits of both kinds', '218/2562', '๒๑๘/๒๕๖๒');
same('abbreviations, dotted, spaced or plain', 'สพป', 'สพป.', 'ส.พ.ป.', 'ส. พ. ป.', 'ส พ ป');
same('Latin words, hyphened, in any case', 'onet', 'O-NET', 'o-net', 'ONET', 'O\u2013NET');

test('a sentence’s last dot and a single letter are no abbreviation', () => {
  assert.equal(normalise('การศึกษา.'), 'การศึกษา.');
  assert.equal(normalise('ข้อ ก. และ'), 'ข้อ ก. และ');
});

test('the form of a form is itself', () => {
  const thai = fc.string({
    unit: fc.integer({ min: 0x0e01, max: 0x0e5b }).map((code) => String.fromCharCode(code)),
  });
  fc.assert(
    fc.property(thai, (text) => {
      const once = normalise(text);
      assert.equal(normalise(once), once);
    }),
    // Found by chance and kept: marks that only meet once others have moved.
    { examples: [['ก\u0E48\u0E35\u0E48'], ['\u0E40\u0E40\u0E40']] },
  );
});
