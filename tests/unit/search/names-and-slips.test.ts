// Names and words with slips → the people and words that were meant.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCutter, wordCutter } from '../../../src/search/cut-words.ts';
import { findPeople } from '../../../src/search/people.ts';
import { isOther, slips } from '../../../src/search/slips.ts';
import { corrector } from '../../../src/search/spelling.ts';
import { countWords, joinCounts, packWords, unpackWords } from '../../../src/search/word-list.ts';

const people = [
  { id: 'boonjan', label: 'นางบุญจันทร์ ลีกลาง', names: ['บุญจันทร์ ลีกลาง', 'บุญจันทร์ ลีอกกลาง'] },
  { id: 'nanthana', label: 'นางสาวนันทนา เปี้ยจันทร์', names: ['นันทนา เปี้ยจันทร์'] },
];
const found = (query: string): string[] => findPeople(query, people).map(({ person }) => person.id);

test('a person is found by any spelling, with a prefix or none, first name or surname alone', () => {
  for (const query of ['ลีกลาง', 'ลีอกกลาง', 'นางบุญจันทร์', 'คุณบุญจันทร์ ลีกลาง', 'บุญจันทร์ลีกลาง'])
    assert.deepEqual(found(query), ['boonjan'], query);
  assert.equal(findPeople('ลีอกกลาง', people)[0]?.slips, 0);
});

test('a surname with two slips still finds the person, and an ordinary word finds nobody', () => {
  for (const query of ['เปียจันทร', 'เปี้ยจัน', 'เปรี้ยจันทร์', 'เปี้ยจนทร']) {
    assert.deepEqual(found(query), ['nanthana'], query);
  }
  for (const query of ['กลาง', 'การศึกษา', 'นันทนาการ', 'งานสารบรรณ', 'ใบขับขี่'])
    assert.deepEqual(found(query), [], query);
});

test('slips that look or sound alike count less, and too many are endless', () => {
  assert.ok(slips('สารบรรน', 'สารบรรณ', 2) < slips('สารบรรก', 'สารบรรณ', 2));
  assert.equal(slips('สารบรรณ', 'สารบรรณ', 2), 0);
  assert.equal(slips('สารบรรณ', 'ลูกเสือ', 2), Infinity);
  assert.equal(slips('ab', 'ba', 2), 0.7);
  // Spoken alike.
  assert.equal(slips('สารบัญ', 'สารบรรณ', 2), 0.5);
});

test('a short word with another letter is another word, not a slip', () => {
  assert.ok(isOther('ดนตรี', 'มนตรี', 1) && isOther('ดนตรี', 'นตรี', 1));
  assert.ok(!isOther('บิเตน', 'บริเตน', 1) && !isOther('สารบรรน', 'สารบรรณ', 0.5));
});

const words = joinCounts(
  [countWords(['งานสารบรรณ รับส่งหนังสือราชการ นักเรียนโควตาพิเศษ ลูกเสือ'])],
  ['โฮมสคูล', 'homeschool'],
);

test('a word with one slip is mended, Thai and Latin, alone and in a row', () => {
  const correct = corrector(words, runCutter(words));
  for (const [typed, meant] of [
    ['สารบรรน', 'สารบรรณ'],
    ['สาบรรณ', 'สารบรรณ'],
    ['สารบัญ', 'สารบรรณ'],
    ['งานสาระบัน', 'งานสารบรรณ'],
    ['โฮมสกูล', 'โฮมสคูล'],
    ['homescool', 'homeschool'],
    ['ลุกเสือ', 'ลูกเสือ'],
    ['นักเรียนโควตาพิเสษ', 'นักเรียนโควตาพิเศษ'],
  ] as const)
    assert.ok(
      correct(typed).slice(0, 3).includes(meant),
      `${typed} → ${correct(typed).join(', ')}`,
    );
});

test('the list of words comes out of its file as it went in', () => {
  assert.deepEqual(new Map([...unpackWords(packWords(words))].sort()), new Map([...words].sort()));
});

test('a query is cut into words of the list, numbers and what no list holds', () => {
  const list = new Map([
    ['งาน', 5],
    ['สารบรรณ', 3],
    ['ลูกเสือ', 2],
  ]);
  const cut = wordCutter(runCutter(list));
  assert.deepEqual(cut('งานสารบรรณ 218/2562 homeschool'), [
    'งาน',
    'สารบรรณ',
    '218',
    '2562',
    'homeschool',
  ]);
  assert.deepEqual(cut('ลูกเสือฌฮฬ'), ['ลูกเสือ', 'ฌฮฬ']);
});
