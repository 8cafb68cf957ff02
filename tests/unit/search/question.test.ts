// Questions as people type them → what is asked for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalise } from '../../../src/search/normalise.ts';
import { readQuestion } from '../../../src/search/question.ts';
import { spelledOut } from '../../../src/search/shorthand.ts';

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
  ['โฮมสคูลค่าธรรมเนียมเท่าไหร่', 'how-much', 'โฮมสคูล'],
  ['โฮมสคูลใช้เวลากี่วัน', 'how-much', 'โฮมสคูล'],
  ['ทำโฮมสคูลใช้เอกสารอะไร', 'how', 'โฮมสคูล'],
  ['จะขอทำโฮมสคูลต้องไปที่ไหน', 'how', 'โฮมสคูล'],
  ['สมัครเรียนยังไง', 'how', 'สมัครเรียน'],
  ['ใครแทน ผอ.กลุ่ม', 'stand-in', 'ผู้อำนวยการกลุ่ม'],
  ['ผอ.กลุ่มคือใคร', undefined, 'ผู้อำนวยการกลุ่ม'],
  ['การใช้เงิน', undefined, 'การใช้เงิน'],
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
    assert.equal(question.readings[0], typed);
  }
});

const SHORT: readonly [typed: string, spelt: string][] = [
  ['ผอ.', 'ผู้อำนวยการ'],
  ['รอง ผอ.กลุ่ม', 'รอง ผู้อำนวยการกลุ่ม'],
  ['พ.ร.บ.การศึกษา', 'พระราชบัญญัติการศึกษา'],
  ['๗ มิ.ย. ๖๒', '7 มิถุนายน 2562'],
  ['07 มิย 2562', '7 มิถุนายน 2562'],
  ['7 ก.ค. 2562', '7 กรกฎาคม 2562'],
  ['7/6/2562', '7 มิถุนายน 2562'],
  ['7-6-2019', '7 มิถุนายน 2562'],
  ['มิ.ย. 62', 'มิถุนายน 2562'],
  ['คำสั่งเลขที่ 218/2562', 'คำสั่งที่ 218/2562'],
];

test('words and dates that people shorten are spelled out', () => {
  for (const [typed, spelt] of SHORT) assert.equal(spelledOut(normalise(typed)), spelt, typed);
});

test('what only looks short stays as it is', () => {
  for (const text of [
    '218/2562',
    '13/13/2562',
    'ก.ค.ศ.',
    'กพ',
    'ผอม',
    'กศน.',
    'มาตรา 37',
    'สพป.เลย',
    '1.2.3',
  ])
    assert.equal(spelledOut(normalise(text)), normalise(text), text);
});
