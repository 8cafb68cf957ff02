// Files of every type, sound and damaged: they give a text or say in Thai what is wrong.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { manualText, UnreadableManual } from '../../../src/import/manual-text.ts';
import { nameLetters } from '../../../src/import/unnamed-letters.ts';
import { draftOf } from './drafting.ts';
import { pdfFile } from './pdf-file.ts';
import { wordFile } from './word-file.ts';

const words = async (name: string, bytes: Uint8Array): Promise<string> =>
  (await manualText(name, bytes)).text;
const THAI = new TextEncoder().encode('# งานสารบรรณ\nขั้นตอนการปฏิบัติงาน\n๑. รับหนังสือ\n๒. ส่งหนังสือ\n');
const WORD = wordFile([
  { heading: 'งานสารบรรณ', level: 1 },
  'ขั้นตอนการปฏิบัติงาน',
  '๑.\tรับหนังสือ',
  '๒.\tส่งหนังสือ',
  { list: ['ลงทะเบียน', 'เก็บสำเนา'], ordered: true },
  { list: ['ตรวจเลขที่'], ordered: false },
  {
    table: [
      ['ชื่อ - สกุล', 'หน้าที่'],
      ['นางสาวทดสอบ ระบบดี', '๑. งานสารบรรณ\n๒. งานประชุม'],
    ],
  },
]);
const PDF = pdfFile([
  ['คมู ือการปฏิบตั ิงาน', '', 'งานสารบรรณ', 'ขั้นตอนการปฏิบัติงาน', '๑. รับหนังสือ'],
  ['๒. ส่งหนังสือ'],
  [],
]);

test('a text in UTF-8 keeps its bytes', async () => {
  const withMark = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), THAI]);
  for (const bytes of [THAI, withMark])
    assert.deepEqual((await manualText('a.md', bytes)).seed, bytes);
});

test('a text of an older machine is read as Thai, and the report says so', async () => {
  const { text, findings } = await manualText(
    'a.txt',
    new Uint8Array([0xa4, 0xd9, 0xe8, 0xc1, 0xd7, 0xcd]),
  );
  assert.equal(text, 'คู่มือ');
  assert.deepEqual(
    findings.map(({ kind }) => kind),
    ['encoding'],
  );
  const wide = Buffer.from('\uFEFFคู่มือ', 'utf16le');
  assert.equal(await words('a.txt', wide), 'คู่มือ');
});

test('a Word file gives its paragraphs, headings, lists and tables', async () => {
  const { text, findings } = await manualText('a.docx', WORD);
  assert.equal(
    text.replace(/\n+/g, '\n'),
    '# งานสารบรรณ\nขั้นตอนการปฏิบัติงาน\n๑.\tรับหนังสือ\n๒.\tส่งหนังสือ\n1. ลงทะเบียน\n2. เก็บสำเนา\n- ตรวจเลขที่\n' +
      'ชื่อ - สกุล\tหน้าที่\nนางสาวทดสอบ ระบบดี\t๑. งานสารบรรณ ๒. งานประชุม\n',
  );
  assert.deepEqual(
    findings.map(({ kind }) => kind),
    ['auto-number'],
  );
});

test('a PDF gives its text layer with its marks in place, and names the page that has none', async () => {
  const { text, findings } = await manualText('a.pdf', PDF);
  assert.equal(text, 'คู่มือการปฏิบัติงาน\n\nงานสารบรรณ\nขั้นตอนการปฏิบัติงาน\n๑. รับหนังสือ\n๒. ส่งหนังสือ\n');
  assert.deepEqual(
    findings.map(({ kind }) => kind),
    ['page-without-text', 'marks-mended'],
  );
});

test('a Word file and a PDF become procedures with steps', async () => {
  for (const [name, bytes] of [
    ['a.docx', WORD],
    ['a.pdf', PDF],
  ] as const) {
    const { procedures, steps } = draftOf(await words(name, bytes)).counts;
    assert.deepEqual([name, procedures, steps >= 2], [name, 1, true]);
  }
});

test('what is no manual is refused in Thai, with what to do', async () => {
  const refused: [string, Uint8Array, RegExp][] = [
    ['a.txt', new Uint8Array(), /แฟ้มว่าง/],
    ['a.txt', new Uint8Array([1, 0, 2, 3]), /ไบนารี/],
    ['a.txt', Buffer.from('12 34'), /ไม่พบตัวอักษร.*OCR/],
    ['a.doc', THAI, /บันทึกเป็น \.docx/],
    ['a.xlsx', THAI, /ใช้แฟ้ม \.txt \.md \.docx หรือ \.pdf/],
    ['noending', THAI, /ไม่มีนามสกุล/],
    ['a.docx', THAI, /อ่านแฟ้ม Word .* ไม่ได้/],
    ['a.pdf', THAI, /อ่านแฟ้ม PDF ไม่ได้/],
    ['a.pdf', pdfFile([[]]), /ไม่พบตัวอักษร.*OCR/],
  ];
  for (const [name, bytes, message] of refused)
    await assert.rejects(
      manualText(name, bytes),
      (error) => error instanceof UnreadableManual && message.test(error.message),
    );
});

/** The file with some bytes changed, cut off or put in. */
const damage = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255), fc.constantFrom('set', 'cut', 'put')), {
      minLength: 1,
      maxLength: 6,
    })
    .map((changes) => {
      let damaged = Uint8Array.from(bytes);
      for (const [at, value, change] of changes) {
        if (change === 'set') damaged[at % damaged.length] = value;
        else if (change === 'put')
          damaged = Uint8Array.of(...damaged.slice(0, at), value, ...damaged.slice(at));
        else damaged = damaged.slice(0, Math.max(1, at));
      }
      return damaged;
    });

for (const [name, bytes, runs] of [
  ['a.txt', THAI, 400],
  ['a.docx', WORD, 120],
  ['a.pdf', PDF, 120],
] as const)
  test(`a damaged ${name.slice(1)} gives a draft or a message in Thai`, async () => {
    let drafts = 0;
    await fc.assert(
      fc.asyncProperty(damage(bytes), async (damaged) => {
        try {
          assert.ok(draftOf(await words(name, damaged)).files.length > 0);
          drafts++;
        } catch (error) {
          if (!(error instanceof UnreadableManual)) throw error;
          assert.match(error.message, /[ก-๙]/);
        }
      }),
      { numRuns: runs, seed: 7 },
    );
    assert.ok(drafts > 0);
  });

test('any text gives a draft', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '# หัวข้อ',
      'ขั้นตอนการปฏิบัติงาน',
      '๑. ก',
      '๒. ข',
      '1)',
      '- ค',
      'ก.\tง',
      'สารบัญ',
      'ตอนที่ ๑',
      'คำสั่งสำนักงาน',
      'ที่ ๑/๒๕๖๐',
      'ก\tข\tค',
      'ยุทธศาสตร์ที่ 1 ก',
      'เป้าหมาย',
      '| ก | ข |',
      'Flow Chart',
      '๑.๑ ก',
      '๒.๑.๑ ข',
      'นาย',
      '',
      'ขอบข่าย/ภารกิจ',
      '๕. ขั้นตอน',
      'แบบฟอร์มที่ใช้',
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      assert.ok(draftOf(lines.join('\n')).files.length > 0);
    }),
    { numRuns: 400, seed: 7 },
  );
});

test('a mark that a PDF does not name is named where only one can be meant, and else left out and told', () => {
  assert.deepEqual(nameLetters('ขั\0นตอนการปฏิบัติงานในพื\0นที\0การศึกษา ๑'), {
    text: 'ขั้นตอนการปฏิบัติงานในพื้นที่การศึกษา ๑',
    named: 3,
    doubts: [],
  });
  assert.deepEqual(nameLetters('คู่มือเล่มนี\0ช่วย'), {
    text: 'คู่มือเล่มนีช่วย',
    named: 0,
    doubts: ['คู่มือเล่มนีช่วย'],
  });
  assert.deepEqual(nameLetters('ไม่มีอะไรหาย'), { text: 'ไม่มีอะไรหาย', named: 0, doubts: [] });
});

test('a PDF whose font does not name all of its letters gives a text without signs that no file may hold', async () => {
  const bytes = readFileSync(join(import.meta.dirname, '../../../public/examples/borrowing.pdf'));
  const { text, findings } = await manualText('borrowing.pdf', bytes);
  assert.doesNotMatch(text, /\0/);
  assert.match(text, /^ขั้นตอนการปฏิบัติงาน$/m);
  assert.ok(findings.some(({ kind, line }) => kind === 'marks-unsure' && line === 5));
});
