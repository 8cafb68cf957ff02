// Names and the sources → where each spelling is printed; without names, posts in their place everywhere.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { checkContent } from '../../../src/authoring/check-content.ts';
import { hideNames, privateNames } from '../../../src/authoring/hide-names.ts';
import { nameLeaks } from '../../../src/authoring/name-leaks.ts';
import { formatProblem } from '../../../src/authoring/problem.ts';
import { nameSpellings, postSpellings } from '../../../src/components/person-view.ts';
import { namesSetting } from '../../../src/model/names.ts';
import { compact } from '../../../src/source/align.ts';
import { placesOf } from '../../../src/source/name-places.ts';
import { readSeed } from '../../../src/source/reading.ts';
import { built, fiveManuals, inventedOffice, type Built } from './offices.ts';

const real = fiveManuals();
const office = inventedOffice();

const lines = (text: string, ...seed: string[]): number[] =>
  placesOf(text, [readSeed({ id: 's', text: seed.join('\n') }, [], []).reading]).map(
    ({ line }) => line,
  );

test('every spelling is found on its line of the source, the preferred one first', () => {
  const { library, readings } = real;
  const boonjan = library.person('boonjan');
  assert.deepEqual(
    nameSpellings(boonjan, library, readings).map(({ text, preferred, places }) => [
      text,
      preferred,
      places.map(({ label, path }) => [label, path]),
    ]),
    [
      ['บุญจันทร์ ลีกลาง', true, [['บรรทัด 7', '/sources/001_33c4b01b3b8b6139/#L7']]],
      ['บุญจันทร์ ลือกลาง', false, [['บรรทัด 19', '/sources/001_33c4b01b3b8b6139/#L19']]],
      ['บุญจันทร์ ลีอกกลาง', false, [['บรรทัด 184', '/sources/001_33c4b01b3b8b6139/#L184']]],
    ],
  );
  assert.deepEqual(
    postSpellings(boonjan, library, readings).map(({ text, places }) => [
      text,
      places.map(({ label }) => label),
    ]),
    [
      ['นักวิชาการศึกษา ชำนาญการ', ['บรรทัด 7']],
      ['นักวิชาการศึกษาชำนาญการ', ['บรรทัด 20']],
      ['นักวิชาการศึกษาระดับชำนาญการ อ.๔๕', ['บรรทัด 184']],
    ],
  );
});

test('a post that others hold too is found only behind the person’s own name', () => {
  const { library, readings } = office;
  const places = postSpellings(library.person('chamlong'), library, readings);
  assert.deepEqual(
    places.map(({ places: at }) => at.map(({ label }) => label)),
    [['บรรทัด 256']],
  );
});

test('a name that a line’s end or a stray space cuts is found on the line where it begins', () => {
  assert.deepEqual(lines('มาลี ใจดี', 'ก', 'นางมาลี', 'ใจดี', 'มาลี  ใจ ดี'), [2, 4]);
  assert.deepEqual(lines('มาลี ใจดี', 'มาลี ใจดำ'), []);
});

test('the setting knows two words, and a misspelt one does not publish names', () => {
  assert.equal(namesSetting({}), 'shown');
  assert.equal(namesSetting({ KHUMUE_NAMES: '' }), 'shown');
  assert.equal(namesSetting({ KHUMUE_NAMES: 'hidden' }), 'hidden');
  assert.throws(() => namesSetting({ KHUMUE_NAMES: 'hiden' }), /hiden.+hidden/s);
});

const everything = ({ files }: Pick<Built, 'files'>): string =>
  compact(
    [
      ...files.content.flatMap(({ path, text }) => [path, text]),
      ...files.seeds.map(({ text }) => text),
      files.corrections.text,
      files.omissions.text,
    ].join('\n'),
  );

for (const [name, site] of [
  ['the five manuals', real],
  ['the invented office', office],
] as const) {
  test(`${name} without names pass the checks and hold no spelling and no person’s id`, () => {
    const hidden = hideNames(site.files);
    assert.deepEqual(checkContent(hidden).problems.map(formatProblem), []);
    const text = everything({ files: hidden });
    const names = privateNames(site.files);
    assert.ok(names.spellings.length >= site.library.people.length);
    for (const spelling of names.spellings) assert.ok(!text.includes(compact(spelling)), spelling);
    for (const id of names.ids) assert.doesNotMatch(text, new RegExp(`(?<![a-z-])${id}(?![a-z-])`));
  });

  test(`${name} without names keep every line, every person and every duty`, () => {
    const hidden = built(hideNames(site.files));
    assert.deepEqual(
      hidden.files.seeds.map(({ text }) => text.split('\n').length),
      site.files.seeds.map(({ text }) => text.split('\n').length),
    );
    assert.equal(hidden.library.people.length, site.library.people.length);
    const duties = ({ library }: Built): unknown[] =>
      library.orders.flatMap((order) =>
        order.assignments.map((assignment) => [
          assignment.post,
          assignment.duties.map(({ id, substitutes }) => [id, substitutes?.rank]),
        ]),
      );
    assert.deepEqual(duties(hidden), duties(site));
    assert.equal(
      new Set(hidden.library.people.map(({ fullName }) => fullName)).size,
      site.library.people.length,
      'two people without names are still two',
    );
  });
}

test('a person without a name is the post, and the same one wherever the name stood', () => {
  const { library, files } = built(hideNames(real.files));
  const assigned = library.orders[0]?.assignments[0];
  const person = library.person(assigned?.person ?? '');
  assert.equal(person.fullName, 'ผู้ดำรงตำแหน่งนักวิชาการศึกษาชำนาญการ');
  assert.equal(assigned?.name, person.fullName);
  assert.equal(person.note, undefined);
  assert.deepEqual(person.spellings, []);
  const seed = files.seeds.find(({ id }) => id.startsWith('001'))?.text.split('\n') ?? [];
  assert.equal(seed[6]?.trim(), 'ผู้ดำรงตำแหน่งนักวิชาการศึกษาชำนาญการ นักวิชาการศึกษา ชำนาญการ');
});

/** The five manuals with a text put somewhere. */
function withNote(note: {
  line: number;
  printed: string;
  read: string;
  reason: string;
}): Built['files'] {
  const { files } = real;
  const entry = [
    '- seed: 001_33c4b01b3b8b6139',
    `  line: ${String(note.line)}`,
    `  printed: "${note.printed}"`,
    `  read: "${note.read}"`,
    '  kind: word',
    `  reason: "${note.reason}"`,
    '  certainty: certain',
  ].join('\n');
  return {
    ...files,
    corrections: { ...files.corrections, text: `${files.corrections.text.trimEnd()}\n${entry}\n` },
  };
}

test('names in a correction’s words and reason go too: with prefix, surname alone, given name with prefix', () => {
  const hidden = hideNames(
    withNote({
      line: 7,
      printed: 'นางบุญจันทร์ ลีกลาง',
      read: 'บุญจันทร์ ลีกลาง',
      reason: 'นามสกุล “ลีกลาง” ของคุณบุญจันทร์ และ น.ส.พณลักษณ์ คำไล้',
    }),
  );
  const text = hidden.corrections.text.slice(hidden.corrections.text.lastIndexOf('- seed:'));
  assert.ok(text.includes('ผู้ดำรงตำแหน่ง'));
  for (const part of ['บุญจันทร์', 'ลีกลาง', 'พณลักษณ์', 'คำไล้', 'น.ส.', 'คุณ'])
    assert.ok(!text.includes(part), part);
});

test('common words that are also somebody’s name stay: รองผู้อำนวยการ, นันทนาการ', () => {
  const hidden = hideNames(
    withNote({
      line: 7,
      printed: 'ชำนาญการ',
      read: 'ชำนาญการ',
      reason: 'รองผู้อำนวยการกลุ่ม งานนันทนาการ',
    }),
  );
  assert.ok(hidden.corrections.text.includes('รองผู้อำนวยการกลุ่ม งานนันทนาการ'));
  assert.ok(hidden.seeds.some(({ text }) => text.includes('นันทนาการ')));
});

test('a built folder is searched through: cut by tags, written as codes, packed, in a file’s name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'khumue-names-'));
  try {
    const names = { spellings: ['มาลี ใจดี'], ids: ['malee'] };
    const write = (file: string, bytes: string | Buffer): void => {
      writeFileSync(join(folder, file), bytes);
    };
    write('clean.html', '<p>มาลา ใจดี</p><p>maleewan</p>');
    assert.deepEqual(await nameLeaks(folder, names), []);
    write('tags.html', '<b>มาลี</b> <span class="w">ใจดี</span>');
    write(
      'codes.json',
      JSON.stringify('มาลีใจดี').replace(
        /[^ -~]/g,
        (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    );
    write('address.txt', `/search/?q=${encodeURIComponent('มาลี ใจดี')}`);
    write('index.pf_index', gzipSync('ชื่อในดัชนีคือ มาลี ใจดี เท่านั้น '.repeat(20)));
    mkdirSync(join(folder, 'malee'));
    write('malee/index.html', 'x');
    assert.deepEqual(
      (await nameLeaks(folder, names)).map(({ file }) => file),
      ['address.txt', 'codes.json', 'index.pf_index', 'malee/index.html', 'tags.html'],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
