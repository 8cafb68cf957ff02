// Questions as people type them → what is asked for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuestion } from '../../../src/search/question.ts';

const CASES: readonly [typed: string, intent: string | undefined, subject: string][] = [
  ['ใครรับผิดชอบงานลูกเสือ', 'who', 'ลูกเสือ'],
  ['งานลูกเสือใครดูแล', 'who', 'ลูกเสือ'],
  ['เรื่องรางวัลพระราชทานต้องติดต่อใคร', 'who', 'รางวัลพระราชทาน'],
  ['ติดต่อใครเรื่องเด็กพิการครับ', 'who', 'เด็กพิการ'],
  ['ใครทำแทนผู้อำนวยการกลุ่ม', 'stand-in', 'ผู้อำนวยการกลุ่ม'],
  ['ถ้าผู้อำนวยการกลุ่มไม่อยู่ ใครทำแทน', 'stand-in', 'ผู้อำนวยการกลุ่ม'],
  ['บุญจันทร์มีหน้าที่อะไรบ้าง', 'duties', 'บุญจันทร์'],
  ['หน้าที่ของบุญจันทร์', 'duties', 'บุญจันทร์'],
  ['โฮมสคูลต้องทำอย่างไร', 'how', 'โฮมสคูล'],
  ['ขอทำโฮมสคูลยังไงคะ', 'how', 'โฮมสคูล'],
  ['ขั้นตอนการรับหนังสือ', 'how', 'รับหนังสือ'],
  ['งานสารบรรณ', undefined, 'งานสารบรรณ'],
  ['บุญจันทร์ ลีกลาง', undefined, 'บุญจันทร์ ลีกลาง'],
];

for (const [typed, intent, subject] of CASES)
  test(`“${typed}” asks ${intent ?? 'for the words'}: ${subject}`, () => {
    const question = readQuestion(typed);
    assert.equal(question.intent, intent);
    assert.equal(question.subject, subject);
  });

test('a frame around nothing asks for its own words', () => {
  for (const typed of ['ใครรับผิดชอบ', 'ขั้นตอน', 'ขอ', 'แทน']) {
    const question = readQuestion(typed);
    assert.equal(question.intent, undefined);
    assert.ok(question.subject.length > 0 && typed.includes(question.subject));
    assert.deepEqual(question.readings, [typed]);
  }
});
