// Unit tests: which manuals' and procedures' pages are other ones after a change, and which of them an address shows.
import assert from 'node:assert/strict';
import test from 'node:test';
import { checkContent, type OfficeFiles } from '../../../src/authoring/check-content.ts';
import { madeOffice, type MadeFile } from '../../fixtures/made-office.ts';
import { OUTLINE, shownAt, pageKeys } from '../../../src/render/page-keys.ts';

const PROCEDURE = `---
title: งาน
aliases:
  - text: ชื่ออื่น
    basis: editor
numbering: ๑.
steps:
  - id: aaaaa
    text: รับเรื่อง
    actor: clerk
  - id: bbbbb
    text: >-
      ตรวจเรื่อง
      ให้ครบ
    substeps:
      - id: ccccc
        text: ตรวจเอกสาร
note: ท้ายเรื่อง
---
`;
const manual = (id: string): OfficeFiles['content'] =>
  [
    [`manuals/${id}/manual.mdx`, `---\ntitle: คู่มือ\nseed: seed-${id}\nparts: [request]\n---\n`],
    [`manuals/${id}/procedures/request.mdx`, PROCEDURE],
  ].map(([path = '', text = '']) => ({ path, shown: path, text }));
const seed = (id: string): OfficeFiles['seeds'][number] => ({ id, shown: id, text: 'รับเรื่อง' });
const OFFICE: OfficeFiles = {
  content: [...manual('one'), ...manual('two')],
  seeds: [seed('seed-one'), seed('seed-two')],
  corrections: { shown: 'corrections.yaml', text: '[]' },
  omissions: { shown: 'omissions.yaml', text: '[]' },
};
const SEEDS = new Map([
  ['one', 'seed-one'],
  ['two', 'seed-two'],
]);
const before = pageKeys(OFFICE, SEEDS);
const seen = { ...before, shown: { ...before.shown, 'one/known': '' } };

/** The manuals whose pages are other ones where the first one's procedure has another text. */
function touched(from: string, to: string, file = 'manuals/one/procedures/request.mdx'): string[] {
  const content = OFFICE.content.map((one) =>
    one.path === file ? { ...one, text: one.text.replace(from, to) } : one,
  );
  assert.notDeepEqual(content, OFFICE.content);
  return otherThanBefore({ ...OFFICE, content });
}

function otherThanBefore(files: OfficeFiles): string[] {
  const { shown } = pageKeys(files, SEEDS);
  return Object.keys(shown).filter((id) => shown[id] !== before.shown[id]);
}

for (const [from, to] of [
  ['รับเรื่อง', 'รับหนังสือ'],
  ['      ให้ครบ', '      ให้ถูก\n      ให้ครบ'],
  ['ตรวจเอกสาร', 'ตรวจสำเนา'],
] as const)
  test(`the words of a step are on its own manual's pages: ${from}`, () => {
    assert.deepEqual(touched(from, to), ['one']);
  });

for (const [from, to] of [
  ['title: งาน', 'title: งานใหม่'],
  ['ชื่ออื่น', 'อีกชื่อ'],
  ['actor: clerk', 'actor: head'],
  ['id: ccccc', 'id: ddddd'],
  ['note: ท้ายเรื่อง', 'note: อื่น'],
  ['    substeps:\n      - id: ccccc\n        text: ตรวจเอกสาร\n', ''],
] as const)
  test(`all else may be on any manual's pages: ${from.trim().split('\n')[0] ?? ''}`, () => {
    assert.deepEqual(touched(from, to), [OUTLINE, 'one', 'two']);
  });

test('a seed is on the pages of its manual; what was decided about the seeds may be on any', () => {
  const seeds = [{ ...seed('seed-one'), text: 'รับเรื่องใหม่' }, seed('seed-two')];
  assert.deepEqual(otherThanBefore({ ...OFFICE, seeds }), ['one']);
  const corrections = { shown: 'corrections.yaml', text: '- seed: seed-one' };
  assert.deepEqual(otherThanBefore({ ...OFFICE, corrections }), [OUTLINE, 'one', 'two']);
  assert.deepEqual(otherThanBefore({ ...OFFICE, seeds: [...OFFICE.seeds, seed('more')] }), [
    OUTLINE,
    'one',
    'two',
  ]);
});

const TWO = {
  'manuals/one/manual.mdx':
    '---\ntitle: { text: คู่มือ, basis: editor }\nkind: book\nseed: one\noffice: { ref: here, basis: stated }\nparts: [first, second]\n---\n',
  'manuals/one/procedures/first.mdx':
    '---\ntitle: งานแรก\naudience: staff\nnumbering: ๑.\nsteps:\n  - id: aaaaa\n    text: รับเรื่อง\n  - id: bbbbb\n    text: ส่งเรื่อง\n---\n',
  'manuals/one/procedures/second.mdx':
    '---\ntitle: งานที่สอง\naudience: staff\nnumbering: ๑.\nsteps:\n  - id: ccccc\n    text: ตรวจเรื่อง\n---\n',
  'offices/here.yaml':
    'name: สำนักงาน\nshort: สนง\nkind: area\nbasis: editor\nunits: []\nactors: []\n',
};

/** Of an office that is right, the keys after its seed, as it follows from the content, and a file were changed. */
function shownAfter(
  change: Partial<typeof TWO> = {},
  changeSeed = (text: string): string => text,
): Readonly<Record<string, string>> {
  const made = madeOffice(
    Object.entries({ ...TWO, ...change }).map(([path, text]): MadeFile => ({ path, text })),
  );
  const files = {
    ...made,
    seeds: made.seeds.map((one) => ({ ...one, text: changeSeed(one.text) })),
  };
  const { aligned, content, problems } = checkContent(files);
  assert.deepEqual(problems, []);
  const seedOf = new Map(content.manuals.map(({ id, data }) => [id, data.seed]));
  return pageKeys(files, seedOf, aligned).shown;
}

test('a procedure’s pages show its own words and their places, not the words of the one before it', () => {
  const start = shownAfter();
  assert.deepEqual(Object.keys(start), [OUTLINE, 'one', 'one/first', 'one/second']);
  const differing = (after: typeof start): string[] =>
    Object.keys(start).filter((id) => after[id] !== start[id]);
  const first = TWO['manuals/one/procedures/first.mdx'].replace('รับเรื่อง', 'รับหนังสือ');
  assert.deepEqual(differing(shownAfter({ 'manuals/one/procedures/first.mdx': first })), [
    'one',
    'one/first',
  ]);
  // A line more in the source, and what stands below it is elsewhere.
  const lower = (text: string): string => text.replace(/(?=^.*ส่งเรื่อง)/m, '\n');
  assert.deepEqual(differing(shownAfter({}, lower)), ['one', 'one/first', 'one/second']);
});

test('a body is part of the program, frontmatter is not', () => {
  const of = (text: string): string =>
    pageKeys(
      { ...OFFICE, content: OFFICE.content.map((one, i) => (i === 1 ? { ...one, text } : one)) },
      SEEDS,
    ).bodies;
  assert.equal(of(PROCEDURE.replace('งาน', 'อื่น')), before.bodies);
  assert.equal(of(`${PROCEDURE}\n`), before.bodies);
  assert.notEqual(of(`${PROCEDURE}ข้อความ\n`), before.bodies);
});

for (const [address, manuals] of [
  ['/manuals/one/', ['one']],
  ['/manuals/one/request/', ['one']],
  ['/manuals/one/request.svg', ['one']],
  ['/manuals/one/request/handout/', ['one']],
  ['/manuals/one/known/', ['one/known']],
  ['/manuals/one/known.svg', ['one/known']],
  ['/manuals/one/known/handout/', ['one/known']],
  ['/keeper/two/', ['two']],
  ['/sources/seed-two/', ['two']],
  ['/tasks/compare/one--two/', ['one', 'two']],
  ['/', [OUTLINE]],
  ['/manuals/', [OUTLINE]],
  ['/keeper/', [OUTLINE]],
  ['/offices/one/', [OUTLINE]],
  ['/data/manuals.schema.json', [OUTLINE]],
  ['/404', [OUTLINE]],
  ['/people/', [OUTLINE]],
  ['/tasks/', undefined],
  ['/sources/', undefined],
  ['/sources/unknown/', undefined],
  ['/tasks/compare/', undefined],
  ['/people/somebody/', undefined],
  ['/data/manuals.json', undefined],
] as const)
  test(`what ${address} shows`, () => {
    assert.deepEqual(shownAt(address, seen), manuals);
  });
