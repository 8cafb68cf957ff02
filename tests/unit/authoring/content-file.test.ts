// A content file's text → its data, its body, and the line of every field.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseContentFile, type FieldPath } from '../../../src/authoring/content-file.ts';

const MDX = `---
# ความเห็น
title: คำนำ
steps:
  - id: a
    text: หนึ่ง
    to:
      - head
  - text: สอง
---

ย่อหน้าแรก
`;
const line = (path: FieldPath, text = MDX): number =>
  parseContentFile('a.mdx', text).position(path).line;

test('frontmatter becomes data, and what follows it the body', () => {
  const file = parseContentFile('a.mdx', MDX);
  assert.deepEqual(file.data, {
    title: 'คำนำ',
    steps: [{ id: 'a', text: 'หนึ่ง', to: ['head'] }, { text: 'สอง' }],
  });
  assert.equal(file.body, '\nย่อหน้าแรก\n');
  assert.equal(file.bodyLine, 11);
  assert.deepEqual(file.errors, []);
});

test('a field stands on the line of its key, an item on the line of its hyphen', () => {
  assert.equal(line(['title']), 3);
  assert.equal(line(['steps']), 4);
  assert.equal(line(['steps', 0, 'text']), 6);
  assert.equal(line(['steps', 0, 'to', 0]), 8);
  assert.equal(line(['steps', 1]), 9);
});

test('a field that is missing stands where its nearest parent does', () => {
  assert.equal(line(['steps', 1, 'id']), 9);
  assert.equal(line(['steps', 0, 'next', 0, 'to']), 5);
  assert.equal(line(['steps', 7, 'text']), 4);
  assert.equal(line(['form', 'fee']), 3);
  assert.equal(line(['title', 'text']), 3);
});

test('a column counts from 1', () => {
  assert.deepEqual(parseContentFile('a.mdx', MDX).position(['steps', 0, 'text']), {
    line: 6,
    column: 5,
  });
});

test('a key that should not be there stands on its own line', () => {
  const file = parseContentFile('a.mdx', MDX);
  assert.equal(file.keyPosition(['steps', 0], 'to').line, 7);
  assert.equal(file.keyPosition([], 'title').line, 3);
  assert.equal(file.keyPosition(['steps', 0], 'gone').line, 5);
});

test('a file that is no MDX is YAML from its first line on', () => {
  const file = parseContentFile('people/mali.yaml', 'prefix: นาง\nname: มะลิ\n');
  assert.deepEqual(file.data, { prefix: 'นาง', name: 'มะลิ' });
  assert.equal(file.position(['name']).line, 2);
  assert.equal(file.body, '');
});

test('lines may end as Windows ends them, and a byte order mark may come first', () => {
  const file = parseContentFile('a.mdx', `\uFEFF${MDX.replaceAll('\n', '\r\n')}`);
  assert.equal(file.position(['steps', 0, 'text']).line, 6);
  assert.equal(file.bodyLine, 11);
  assert.deepEqual(file.errors, []);
});

test('a body may hold a line of hyphens', () => {
  const file = parseContentFile('a.mdx', '---\ntitle: ก\n---\nหนึ่ง\n\n---\n\nสอง\n');
  assert.equal(file.body, 'หนึ่ง\n\n---\n\nสอง\n');
});

test('frontmatter may be empty, and a body may be missing', () => {
  const empty = parseContentFile('a.mdx', '---\n---\nเนื้อหา');
  assert.deepEqual([empty.data, empty.body, empty.bodyLine], [null, 'เนื้อหา', 3]);
  const bare = parseContentFile('a.mdx', '---\ntitle: ก\n---');
  assert.deepEqual([bare.data, bare.body], [{ title: 'ก' }, '']);
});

test('a date stays text, and so does a number in quotes', () => {
  assert.deepEqual(parseContentFile('a.yaml', 'date: 2019-06-07\nmark: "1."\nyes: no\n').data, {
    date: '2019-06-07',
    mark: '1.',
    yes: 'no',
  });
});

test('without frontmatter there is one error, on the first line, and no data', () => {
  for (const text of ['title: ก\n', '---\ntitle: ก\n', '', '\n---\ntitle: ก\n---\n']) {
    const { errors, data } = parseContentFile('a.mdx', text);
    assert.deepEqual(
      errors.map(({ line: at, code }) => [at, code]),
      [[1, 'NO_FRONTMATTER']],
    );
    assert.ok(data === null || data === undefined);
  }
});

test('an error has its line in the file, and then there is no data', () => {
  const { errors, data } = parseContentFile('a.mdx', '---\ntitle: ก\nsteps: ข: ค\n---\n');
  assert.deepEqual(
    errors.map(({ line: at }) => at),
    [3],
  );
  assert.equal(data, undefined);
});

test('a key that stands twice is an error at the second, and is named', () => {
  const { errors } = parseContentFile('a.mdx', '---\ntitle: ก\nkind: list\ntitle: ข\n---\n');
  assert.deepEqual(
    errors.map(({ line: at, code, message }) => [at, code, message]),
    [[4, 'DUPLICATE_KEY', 'title']],
  );
});

test('a quote that is never closed is an error where it opens, however much it swallows', () => {
  for (const quote of ['"', "'"]) {
    const { errors } = parseContentFile(
      'a.yaml',
      `prefix: นาง\nname: ${quote}มะลิ\nnote: ก\nposts: []\n`,
    );
    assert.equal(errors[0]?.line, 2);
  }
});
