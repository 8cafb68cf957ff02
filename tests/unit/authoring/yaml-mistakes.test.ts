// One slip in a file's YAML → one line for its author, that says where and what.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseContentFile } from '../../../src/authoring/content-file.ts';
import { formatProblem } from '../../../src/authoring/problem.ts';
import { checkShape } from '../../../src/authoring/schema-problems.ts';
import { ProcedureData } from '../../../src/model/procedure.ts';

const RIGHT = `---
title: รับหนังสือ
aliases:
  - text: รับเรื่อง
    basis: editor
audience: staff
numbering: "1."
steps:
  - id: take
    text: รับหนังสือจากหน่วยงานภายนอก
    actor: clerk
    kind: submit
  - id: note
    text: ลงทะเบียนรับ
    to:
      - head
  - id: send
    text: เสนอผู้อำนวยการ
form: {}
---
`;

for (const [name, right, wrong, line, says] of [
  ['a tab', '    text: ลง', '\ttext: ลง', 14, 'เยื้องด้วยแท็บ'],
  ['a space too few', '    kind: submit', '   kind: submit', 12, 'เยื้องไม่ตรงกับช่องอื่นของข้อเดียวกัน'],
  ['a space too many', '    kind: submit', '     kind: submit', 11, 'บรรทัดถัดไปเยื้องเข้ามากกว่า'],
  ['an item set in', '  - id: note', '   - id: note', 13, 'เยื้องไม่ตรงกับข้ออื่น'],
  ['no colon', '    kind: submit', '    kind submit', 12, 'ขาดเครื่องหมาย : หลังชื่อช่อง'],
  ['no space after it', 'title: รับ', 'title:รับ', 2, 'ช่องว่างหลัง :'],
  ['a colon in a text', 'text: ลงทะเบียน', 'text: ลงทะเบียน: ', 14, 'มีเครื่องหมาย : ในข้อความ'],
  ['an open quote', 'numbering: "1."', 'numbering: "1.', 7, 'อัญประกาศที่เปิดไว้ไม่มีตัวปิด'],
  ['an open bracket', 'form: {}', 'form: { fee: none', 19, 'ไม่มีเครื่องหมายปิด'],
] as const)
  test(`${name} makes one problem, at its line`, () => {
    assert.ok(RIGHT.includes(right));
    const file = parseContentFile('a.mdx', RIGHT.replace(right, wrong));
    const [problem = '', ...more] = checkShape(file, ProcedureData).problems.map(formatProblem);
    assert.deepEqual(more, []);
    assert.ok(problem.startsWith(`a.mdx:${String(line)} — อ่านส่วนหัว`), problem);
    assert.ok(problem.includes(says), problem);
  });

test('fields that stand twice are all told, and where nothing is wrong nothing', () => {
  assert.deepEqual(checkShape(parseContentFile('a.mdx', RIGHT), ProcedureData).problems, []);
  const twice = RIGHT.replace('audience: staff', 'audience: staff\ntitle: ก\naudience: both');
  const { problems } = checkShape(parseContentFile('a.mdx', twice), ProcedureData);
  assert.equal(problems.filter(({ kind }) => kind === 'duplicate-key').length, 2);
});
