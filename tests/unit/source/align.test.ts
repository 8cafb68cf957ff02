// The reading text and the pieces of content → where each piece stands, and every difference at its line.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { align, compact } from '../../../src/source/align.ts';
import { laidAlong, piecesOf, places, problemsOf, readingOf } from './laid-along.ts';

const STEPS = [
  'ขั้นตอนการปฏิบัติงาน',
  '1. ผู้ยื่นคำร้องกรอกแบบคำร้อง',
  '2. เจ้าหน้าที่ตรวจเอกสาร',
  '3. เสนอหัวหน้าสำนักงานลงนาม',
  '4. แจ้งผลแก่ผู้ยื่นคำร้อง',
  'ผังการปฏิบัติงาน',
];
/** The same lines as content has them: each mark a piece of its own. */
const split = (lines: readonly string[]): string[] => {
  let mark = 0;
  return lines.flatMap((line) => {
    const text = /^[0-9]+\. (.+)$/.exec(line)?.[1];
    if (text === undefined) return [line];
    mark++;
    return [`${mark}.mark|${mark}.`, `${mark}.text|${text}`];
  });
};

test('content that says what the source says has no problem and covers every character', () => {
  const alignment = laidAlong(STEPS, split(STEPS));
  assert.deepEqual(problemsOf(alignment), []);
  assert.deepEqual(places(alignment).slice(0, 3), [
    '0 1:1-1:21',
    '1.mark 2:1-2:3',
    '1.text 2:4-2:30',
  ]);
  assert.equal(alignment.pieces.length, 10);
  const all = STEPS.join('').replace(/\s/g, '').length;
  assert.deepEqual(alignment.characters, { all, covered: all });
});

test('white space and line breaks need not be the same', () => {
  const alignment = laidAlong(
    ['รับ - ส่ง  หนังสือ', '', 'ราชการ\tทุก วัน'],
    ['รับ-ส่งหนังสือราชการ', 'ทุกวัน'],
  );
  assert.deepEqual(problemsOf(alignment), []);
  assert.deepEqual(places(alignment), ['0 1:1-3:7', '1 3:8-3:15']);
});

test('invisible characters need not be the same', () => {
  const alignment = laidAlong(['\uFEFFงาน\u200Bสารบรรณ'], ['งาน\u2060สารบรรณ']);
  assert.deepEqual(problemsOf(alignment), []);
  assert.equal(compact(' ก\u200B ข\u00A0\tค\n'), 'กขค');
});

test('a character beyond the first 65,536 is two columns, and shifts nothing behind it', () => {
  const alignment = laidAlong(['รับ😀เรื่อง', 'ส่งเรื่อง'], ['รับ😀เรื่อง', 'ส่ง', 'เรื่อง']);
  assert.deepEqual(problemsOf(alignment), []);
  assert.deepEqual(places(alignment), ['0 1:1-1:12', '1 2:1-2:4', '2 2:4-2:10']);
});

test('content need not be in the normal form that its source is in', () => {
  assert.deepEqual(problemsOf(laidAlong(['caf\u00E9'], ['cafe\u0301'])), []);
});

test('a source need not be in normal form', () => {
  assert.deepEqual(problemsOf(laidAlong(['cafe\u0301'], ['caf\u00E9'])), []);
});

test('a tone mark typed before the vowel below its letter is the same as after it', () => {
  assert.deepEqual(problemsOf(laidAlong(['ร\u0E49\u0E38น'], ['ร\u0E38\u0E49น'])), []);
});

test('a changed word is one problem, at its line, with what is printed there', () => {
  const alignment = laidAlong(STEPS, split(STEPS.with(3, '3. เสนอผู้อำนวยการลงนาม')));
  assert.deepEqual(problemsOf(alignment), [
    'not-in-source 3.text at 4: เสนอผู้อำนวยการลงนาม / เสนอหัวหน้าสำนักงานลงนาม',
  ]);
});

test('a changed word does not uncover the text that stands in its place', () => {
  const { characters } = laidAlong(STEPS, split(STEPS.with(3, '3. เสนอผู้อำนวยการลงนาม')));
  assert.equal(characters.covered, characters.all);
});

test('a changed last word is one problem', () => {
  const alignment = laidAlong(STEPS, split(STEPS.with(5, 'ผังงาน')));
  assert.deepEqual(problemsOf(alignment), ['not-in-source 9 at 6: ผังงาน / ผังการปฏิบัติงาน']);
});

test('the difference is found inside a long line that began some lines above', () => {
  const alignment = laidAlong(
    ['อาศัยอำนาจตามความใน', 'มาตรา ๓๗ แห่ง', 'พระราชบัญญัติ'],
    ['อาศัยอำนาจตามความในมาตรา ๔๗ แห่งพระราชบัญญัติ'],
  );
  assert.equal(alignment.problems[0]?.at.line, 2);
  assert.equal(alignment.problems[0].at.column, 7);
});

test('a paragraph that the content lacks is not covered, from its first line on', () => {
  const lines = ['คำนำ', 'คู่มือเล่มนี้มีไว้ให้เจ้าหน้าที่', 'ขอขอบคุณทุกท่าน', 'ที่ช่วยเหลือ', 'นางสาวมะลิ ใจงาม'];
  const alignment = laidAlong(lines, [lines[0] ?? '', lines[1] ?? '', lines[4] ?? '']);
  assert.deepEqual(problemsOf(alignment), ['not-covered 3:1 ขอขอบคุณทุกท่านที่ช่วยเหลือ']);
  assert.equal(alignment.characters.all - alignment.characters.covered, 27);
});

test('text after the last piece is not covered', () => {
  assert.deepEqual(problemsOf(laidAlong(['คำนำ', 'ภาคผนวก'], ['คำนำ'])), [
    'not-covered 2:1 ภาคผนวก',
  ]);
});

test('text within a line that the content lacks is not covered, from its column on', () => {
  const alignment = laidAlong(['ลงนามในหนังสือ ภายในสามวัน', 'แจ้งผล'], ['ลงนามในหนังสือ', 'แจ้งผล']);
  assert.deepEqual(problemsOf(alignment), ['not-covered 1:16 ภายในสามวัน']);
});

test('a sentence that the source lacks is not in the source, and what follows still is', () => {
  const lines = ['คำนำ', 'คู่มือเล่มนี้มีไว้ให้เจ้าหน้าที่', 'นางสาวมะลิ ใจงาม'];
  const alignment = laidAlong(lines, lines.toSpliced(2, 0, 'ขอขอบคุณทุกท่าน'));
  assert.deepEqual(problemsOf(alignment), ['not-in-source 2 at 3: ขอขอบคุณทุกท่าน / ']);
  assert.deepEqual(places(alignment).at(-1), '3 3:1-3:17');
});

test('a sentence after the last line is not in the source', () => {
  assert.deepEqual(problemsOf(laidAlong(['คำนำ', 'สารบัญ'], ['คำนำ', 'สารบัญ', 'ภาคผนวก'])), [
    'not-in-source 2 at 2: ภาคผนวก / ',
  ]);
});

test('a short line that stands in several places is laid at each in turn', () => {
  const lines = ['งานสารบรรณ', 'รายงานผล', 'งานประชุม', 'รายงานผล', 'งานบริการ', 'รายงานผล'];
  assert.deepEqual(
    places(laidAlong(lines, lines)).filter((_, i) => i % 2 === 1),
    ['1 2:1-2:9', '3 4:1-4:9', '5 6:1-6:9'],
  );
});

test('of a short line that stands in several places, the one that is missing is the one reported', () => {
  const lines = [
    'งานสารบรรณของสำนักงาน',
    'รายงานผล',
    'งานประชุมคณะกรรมการ',
    'รายงานผล',
    'งานบริการประชาชน',
    'รายงานผล',
  ];
  assert.deepEqual(problemsOf(laidAlong(lines, lines.toSpliced(3, 1))), [
    'not-covered 4:1 รายงานผล',
  ]);
});

test('two pieces in the wrong order are both reported', () => {
  const lines = [
    'งานสารบรรณของสำนักงาน',
    'งานประชุมคณะกรรมการ',
    'งานบริการประชาชน',
    'งานพัสดุและการเงิน',
  ];
  const { problems } = laidAlong(lines, [
    lines[0] ?? '',
    lines[2] ?? '',
    lines[1] ?? '',
    lines[3] ?? '',
  ]);
  assert.ok(problems.length >= 2);
  assert.ok(problems.every(({ at }) => at.line === 2 || at.line === 3));
});

test('several changed words are several problems, each at its line', () => {
  const changed = STEPS.with(1, '1. ผู้ยื่นคำขอกรอกแบบคำร้อง')
    .with(3, '3. เสนอผู้อำนวยการลงนาม')
    .with(5, 'ผังงาน');
  assert.deepEqual(
    laidAlong(STEPS, split(changed)).problems.map(({ at }) => at.line),
    [2, 4, 6],
  );
});

test('two changed steps, one after the other, are two problems, each at its line', () => {
  const changed = STEPS.with(2, '2. นักวิชาการตรวจเอกสาร').with(3, '3. เสนอผู้อำนวยการลงนาม');
  assert.deepEqual(problemsOf(laidAlong(STEPS, split(changed))), [
    'not-in-source 2.text at 3: นักวิชาการตรวจเอกสาร / เจ้าหน้าที่ตรวจเอกสาร',
    'not-in-source 3.text at 4: เสนอผู้อำนวยการลงนาม / เสนอหัวหน้าสำนักงานลงนาม',
  ]);
});

test('a changed word, a missing line and an added one in one text are three problems', () => {
  const lines = [
    'ความเป็นมาของสำนักงาน',
    'อำนาจของสำนักงาน',
    'โครงสร้างการบริหารงาน',
    'บุคลากรในสำนักงาน',
    'แผนที่ตั้งของสำนักงาน',
    'ผู้จัดทำคู่มือเล่มนี้',
  ];
  const texts = [
    lines[0] ?? '',
    'อำนาจของหน่วยงาน',
    lines[2] ?? '',
    lines[4] ?? '',
    'ข้อความที่เพิ่มเอง',
    lines[5] ?? '',
  ];
  assert.deepEqual(problemsOf(laidAlong(lines, texts)), [
    'not-in-source 1 at 2: อำนาจของหน่วยงาน / อำนาจของสำนักงาน',
    'not-covered 4:1 บุคลากรในสำนักงาน',
    'not-in-source 4 at 6: ข้อความที่เพิ่มเอง / ',
  ]);
});

test('a step that the content lacks is one problem, though all later marks shift', () => {
  const { problems } = laidAlong(STEPS, split(STEPS.toSpliced(2, 1)));
  assert.deepEqual(
    problems.map(({ type, at }) => `${type} ${at.line}`),
    ['not-covered 3'],
  );
});

test('a step that the source lacks is one problem, though all later marks shift', () => {
  const alignment = laidAlong(STEPS, split(STEPS.toSpliced(2, 0, '2. ขั้นที่ผู้เรียบเรียงคิดเอง')));
  assert.deepEqual(problemsOf(alignment), ['not-in-source 2.text at 3: ขั้นที่ผู้เรียบเรียงคิดเอง / ']);
});

test('a mistake early in a long text leaves the rest laid where it stands', () => {
  const lines = Array.from({ length: 40 }, (_, i) => `${i + 1}. งานที่ ${i + 1} ของสำนักงาน`);
  const alignment = laidAlong(lines, split(lines.toSpliced(3, 0, '4. งานที่คิดขึ้นเอง')));
  assert.equal(alignment.problems.length, 1);
  assert.equal(places(alignment).at(-1), '41.text 40:5-40:26');
});

test('a wrong mark is a problem of the mark', () => {
  const alignment = laidAlong(STEPS, split(STEPS).with(1, '1.mark|๑.'));
  assert.deepEqual(problemsOf(alignment), ['not-in-source 1.mark at 2: ๑. / 1.']);
});

test('the wrong marks of a list are one problem, in each part that has one', () => {
  const lines = [
    'งานสารบรรณ',
    '1. รับหนังสือจากภายนอก',
    '2. ลงทะเบียนรับ',
    'งานประชุม',
    '1. จัดทำระเบียบวาระ',
  ];
  const texts = [
    'title|งานสารบรรณ',
    '0.mark|๑.',
    '0.text|รับหนังสือจากภายนอก',
    '1.mark|๒.',
    '1.text|ลงทะเบียนรับ',
  ];
  const other = ['title|งานประชุม', '0.mark|ก.', '0.text|จัดทำระเบียบวาระ'];
  const alignment = align(readingOf(lines), [...piecesOf(texts, 'one'), ...piecesOf(other, 'two')]);
  assert.deepEqual(problemsOf(alignment), [
    'not-in-source 0.mark at 2: ๑. / 1.',
    'not-in-source 0.mark at 5: ก. / 1.',
  ]);
});

/** Two parts, one after the other; the list of the second begins with the wrong mark. */
const afterPart = (...texts: string[]): string[] => {
  const lines = ['งานสารบรรณ', '1. รับหนังสือจากภายนอก', 'งานประชุม', '1. จัดทำระเบียบวาระ'];
  const second = piecesOf(['title|งานประชุม', '0.mark|ก.', '0.text|จัดทำระเบียบวาระ'], 'two');
  return problemsOf(align(readingOf(lines), [...piecesOf(texts, 'one'), ...second]));
};

test('a changed word of one part does not excuse the wrong marks of the next', () => {
  assert.equal(
    afterPart('title|งานสารบรรณ', '0.mark|1.', '0.text|รับหนังสือจากภายใน').at(-1),
    'not-in-source 0.mark at 4: ก. / 1.',
  );
});

test('a line that one part lacks does not excuse the wrong marks of the next', () => {
  assert.equal(afterPart('title|งานสารบรรณ').at(-1), 'not-in-source 0.mark at 4: ก. / 1.');
});

test('a piece stands where the corrected words are printed', () => {
  const alignment = laidAlong(['แจงให้ทราบ', '### รายงานผล'], ['แจ้งให้ทราบ', 'รายงานผล'], {
    corrections: [
      { line: 1, printed: 'แจง', read: 'แจ้ง' },
      { line: 2, printed: '### ', read: '' },
    ],
  });
  assert.deepEqual(problemsOf(alignment), []);
  assert.deepEqual(places(alignment), ['0 1:1-1:11', '1 2:5-2:13']);
});

test('what is left out is covered without standing in the content', () => {
  const alignment = laidAlong(['คำนำ 12', 'สารบัญ'], ['คำนำ', 'สารบัญ'], {
    omissions: [{ line: 1, text: '12' }],
  });
  assert.deepEqual(problemsOf(alignment), []);
  assert.deepEqual(alignment.characters, { all: 12, covered: 12 });
});

test('a slip that no correction mends is a problem', () => {
  assert.deepEqual(problemsOf(laidAlong(['แจงให้ทราบ'], ['แจ้งให้ทราบ'])), [
    'not-in-source 0 at 1: แจ้งให้ทราบ / แจงให้ทราบ',
  ]);
});

test('a piece of nothing but white space is passed over', () => {
  const alignment = laidAlong(['คำนำ'], ['คำนำ', ' ']);
  assert.deepEqual(problemsOf(alignment), []);
  assert.equal(alignment.pieces.length, 1);
});

test('an empty source has none of the content, and no content covers none of the source', () => {
  assert.deepEqual(problemsOf(laidAlong([''], ['คำนำ'])), ['not-in-source 0 at 1: คำนำ / ']);
  const { problems, characters } = align(readingOf(['คำนำ']), []);
  assert.equal(problems.length, 1);
  assert.deepEqual(characters, { all: 4, covered: 0 });
});

test('a problem names the piece of content that is wrong', () => {
  const { problems } = align(readingOf(['คำนำ']), piecesOf(['title|บทนำ'], 'preface'));
  assert.ok(problems[0]?.type === 'not-in-source');
  assert.deepEqual(problems[0].piece, { part: 'preface', path: 'title', text: 'บทนำ' });
});
