// Unit tests: which manuals' pages are other ones after a change, and which manuals an address shows.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { OfficeFiles } from '../../../src/authoring/check-content.ts';
import { manualsShown, pageKeys } from '../../../src/render/page-keys.ts';

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
const before = pageKeys(OFFICE);

/** The manuals whose pages are other ones where the first one's procedure has another text. */
function touched(from: string, to: string, file = 'manuals/one/procedures/request.mdx'): string[] {
  const content = OFFICE.content.map((one) =>
    one.path === file ? { ...one, text: one.text.replace(from, to) } : one,
  );
  assert.notDeepEqual(content, OFFICE.content);
  return otherThanBefore({ ...OFFICE, content });
}

function otherThanBefore(files: OfficeFiles): string[] {
  const { manuals } = pageKeys(files);
  return Object.keys(manuals).filter((id) => manuals[id] !== before.manuals[id]);
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
    assert.deepEqual(touched(from, to), ['one', 'two']);
  });

test('a seed is on the pages of its manual; what was decided about the seeds may be on any', () => {
  const seeds = [{ ...seed('seed-one'), text: 'รับเรื่องใหม่' }, seed('seed-two')];
  assert.deepEqual(otherThanBefore({ ...OFFICE, seeds }), ['one']);
  const corrections = { shown: 'corrections.yaml', text: '- seed: seed-one' };
  assert.deepEqual(otherThanBefore({ ...OFFICE, corrections }), ['one', 'two']);
  assert.deepEqual(otherThanBefore({ ...OFFICE, seeds: [...OFFICE.seeds, seed('more')] }), [
    'one',
    'two',
  ]);
});

test('a body is part of the program, frontmatter is not', () => {
  const of = (text: string): string =>
    pageKeys({
      ...OFFICE,
      content: OFFICE.content.map((one, i) => (i === 1 ? { ...one, text } : one)),
    }).bodies;
  assert.equal(of(PROCEDURE.replace('งาน', 'อื่น')), before.bodies);
  assert.equal(of(`${PROCEDURE}\n`), before.bodies);
  assert.notEqual(of(`${PROCEDURE}ข้อความ\n`), before.bodies);
});

for (const [address, manuals] of [
  ['/manuals/one/', ['one']],
  ['/manuals/one/request/', ['one']],
  ['/manuals/one/request.svg', ['one']],
  ['/manuals/one/request/handout/', ['one']],
  ['/keeper/two/', ['two']],
  ['/sources/seed-two/', ['two']],
  ['/tasks/compare/one--two/', ['one', 'two']],
  ['/', undefined],
  ['/manuals/', undefined],
  ['/keeper/', undefined],
  ['/sources/unknown/', undefined],
  ['/tasks/compare/', undefined],
  ['/people/somebody/', undefined],
  ['/data/manuals.json', undefined],
] as const)
  test(`what ${address} shows`, () => {
    assert.deepEqual(manualsShown(address, before.seeds), manuals);
  });
