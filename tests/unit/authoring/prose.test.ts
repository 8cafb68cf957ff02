// An MDX body → its paragraphs as plain text, each with its line.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BodyError, codeIn, proseParagraphs } from '../../../src/authoring/prose.ts';

const read = (body: string): string[] =>
  proseParagraphs(body).map(({ line, text }) => `${line} ${text}`);

test('paragraphs are separated by empty lines and begin on their first', () => {
  assert.deepEqual(read('\nหนึ่ง\nต่อ\n\nสอง\n'), ['2 หนึ่ง\nต่อ', '5 สอง']);
});

test('an empty body has none', () => {
  assert.deepEqual(read(''), []);
  assert.deepEqual(read(' \n\n'), []);
});

test('headings, quotations and the items of a list are text', () => {
  assert.deepEqual(read('## หัวข้อ\n\n> คำกล่าว\n\n1. หนึ่ง\n2. สอง\n   - ย่อย\n'), [
    '1 หัวข้อ',
    '3 คำกล่าว',
    '5 หนึ่ง',
    '6 สอง',
    '7 ย่อย',
  ]);
});

test('what makes words bold, or a link, is not text', () => {
  assert.deepEqual(read('งาน**สำคัญ** ดู[ที่นี่](/x) และ `รหัส`'), ['1 งานสำคัญ ดูที่นี่ และ รหัส']);
});

test('code, components, imports and expressions are not the source’s words', () => {
  assert.deepEqual(
    read(
      'import A from "a"\n\n```mermaid\nflowchart TD\n```\n\n<A title="x" />\n\n{1 + 1}\n\nข้อความ\n',
    ),
    ['11 ข้อความ'],
  );
});

test('a brace or an angle bracket may be written with a backslash', () => {
  assert.deepEqual(read('ค่า \\{ก\\} และ \\<ข>'), ['1 ค่า {ก} และ <ข>']);
});

test('a body that is no MDX throws, with the line', () => {
  for (const [body, line] of [
    ['หนึ่ง\n\nimport ข้อมูลเข้าระบบ\n\nสาม', 3],
    ['หนึ่ง\n\nค่า {ไม่ปิด\n', 3],
    ['หนึ่ง\n\n\nสอง <b>หนา\n', 4],
  ] as const) {
    assert.throws(
      () => proseParagraphs(body),
      (error: Error & { line?: number }) => error.line === line && error.message !== '',
    );
  }
});

test('what could show words that no check compares is named with its line; charts and comments are not', () => {
  const body = [
    'ย่อหน้า <A /> กับ {1 + 1}',
    '{/* หมายเหตุ */}',
    '```mermaid\nflowchart TD\n```',
    '```js\nalert(1)\n```',
    '![ภาพ](a.png)',
  ].join('\n\n');
  assert.deepEqual(
    codeIn(body).map(({ line, what, text }) => `${line} ${what} ${text}`),
    ['1 แท็ก <A>', '1 ปีกกา 1 + 1', '9 กล่องโค้ด alert(1)', '13 รูปภาพ a.png'],
  );
});

test('a link that would run something is named; one that leads somewhere is not', () => {
  const body =
    '[ก](javascript:alert(1)) [ข](https://example.go.th) [ค](/about/)\n\n[ง]: JavaScript:x';
  assert.deepEqual(
    codeIn(body).map(({ line, what, text }) => `${line} ${what} ${text}`),
    ['1 ลิงก์ javascript:alert(1)', '3 ลิงก์ JavaScript:x'],
  );
});

test('a body that is no MDX throws with the sign that it stumbled over', () => {
  const signs = ['ค่า {ไม่ปิด', '<b>หนา', 'น้อยกว่า <=5', '<!-- ข -->', 'import x'].map((body) => {
    try {
      return proseParagraphs(body);
    } catch (error) {
      return error instanceof BodyError ? error.sign : error;
    }
  });
  assert.deepEqual(signs, ['{', '<', '<', '<', 'import']);
});
