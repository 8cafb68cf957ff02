// Thai text → where lines may end, and the lines.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { textWidth } from '../../../src/chart/fonts.ts';
import { wrapText } from '../../../src/chart/wrap.ts';
import { model } from '../../../node_modules/budoux/module/data/models/th.js';
import { Parser } from '../../../node_modules/budoux/module/parser.js';
import { breakOpportunities } from '../../../src/thai/line-break.ts';
import { isPhraseEnd } from '../../../src/thai/phrase-end.ts';
import { FIXTURE_OFFICE, officeLibrary } from './office-library.ts';

const pieces = (text: string): string[] => {
  const places = [0, ...breakOpportunities(text), text.length];
  return places.slice(1).map((end, i) => text.slice(places[i], end));
};
const STYLE = { size: 16, weight: 400 } as const;

suite('where Thai lines may end', () => {
  test('between words that both segmenters see', () => {
    assert.deepEqual(pieces('รับงานจากกลุ่มอำนวยการ'), ['รับ', 'งาน', 'จาก', 'กลุ่มอำนวยการ']);
  });
  test('not inside words that one of them cuts', () => {
    for (const word of ['วิเคราะห์', 'การกลุ่ม', 'กำกับ', 'หลักฐาน', 'คำสั่ง', 'สถานประกอบการ'])
      assert.ok(
        !pieces(`ตาม${word}นี้`).some(
          (piece) => piece !== word && word.startsWith(piece) && piece.length > 1,
        ),
        word,
      );
  });
  test('never before ฯ, ๆ or closing marks, nor after opening ones', () => {
    for (const text of ['ผู้ตรวจราชการฯ ครั้งที่ ๑', 'งานอื่น ๆ ที่ได้รับ', 'ชุมชน ฯลฯ', 'กลุ่ม (งานแผน) นี้'])
      for (const piece of pieces(text).slice(1)) assert.doesNotMatch(piece, /^[ฯๆ)\s]/);
    assert.ok(!pieces('กลุ่ม (งานแผน) นี้').some((piece) => piece.endsWith('(')));
  });
  test('the pieces joined are the text', () => {
    for (const procedure of officeLibrary().procedures)
      for (const { text } of procedure.steps) assert.equal(pieces(text).join(''), text);
  });
});

test('a phrase ends where BudouX’s own parser says so, and nowhere else', () => {
  const budoux = new Parser(model);
  const texts = officeLibrary().procedures.flatMap(({ title, steps }) => [
    title,
    ...steps.map(({ text }) => text),
  ]);
  for (const text of texts) {
    const places = Array.from(text.slice(1), (_, i) => i + 1);
    assert.deepEqual(
      places.filter((at) => isPhraseEnd(text, at)),
      budoux.parseBoundaries(text),
    );
  }
});

suite('lines', () => {
  test('no line is wider than its room, in any procedure at any width', () => {
    for (const office of [undefined, FIXTURE_OFFICE]) {
      for (const { steps } of officeLibrary(office).procedures) {
        for (const { text } of steps) {
          for (const width of [120, 180, 260, 700]) {
            const lines = wrapText(text, width, STYLE);
            assert.equal(lines.join(''), text);
            for (const line of lines)
              assert.ok(textWidth(line.trimEnd(), 16) <= width, `${line} > ${String(width)}`);
          }
        }
      }
    }
  });
  test('as few lines as fit, of about the same length', () => {
    const text = 'เสนอผู้อำนวยการกลุ่ม มอบหมายให้ผู้รับผิดชอบปฏิบัติ';
    assert.deepEqual(wrapText(text, 250, STYLE), ['เสนอผู้อำนวยการกลุ่ม ', 'มอบหมายให้ผู้รับผิดชอบปฏิบัติ']);
  });
  test('a word wider than the line is cut between letters, marks with theirs', () => {
    const lines = wrapText('น้ำ'.repeat(60), 100, STYLE);
    assert.equal(lines.join(''), 'น้ำ'.repeat(60));
    for (const line of lines) assert.doesNotMatch(line, /^[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]/u);
  });
  test('widths are those of the font files', () => {
    // Measured in Chromium with the site's font: canvas measureText at 16 px.
    assert.equal(Math.round(textWidth('ผู้อำนวยการกลุ่ม', 16) * 100) / 100, 107.68);
  });
});
