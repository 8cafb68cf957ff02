// Every kind of problem: a small office with that mistake → exactly the lines that its author reads.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkContent } from '../../../src/authoring/check-content.ts';
import { LONGEST_FILE } from '../../../src/source/file-fault.ts';
import {
  formatProblem,
  problem,
  problemKinds,
  sortProblems,
} from '../../../src/authoring/problem.ts';
import { layOver } from './office-overlay.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/problems');
const BASE = join(FIXTURES, 'base');
const kinds = Object.keys(problemKinds);
const folders = readdirSync(FIXTURES).filter((name) => name !== 'base');

/** Folders that show more than one kind, with what they show. */
const SCENES: Record<string, string> = {
  'several-at-once': 'several mistakes in several files are all reported, each at its line',
  'unread-chapter':
    'a chapter and a list of tasks that could not be read leave alone what they hold',
  'unread-manual': 'a manual that could not be read leaves its seed and its parts alone',
  'unread-files':
    'files that could not be read are named, and nothing is blamed for what they hold',
};

test('the base office has no problem, and every character of its seed is covered', () => {
  const { problems, content, corrections, omissions, aligned } = checkContent(
    layOver(BASE, join(FIXTURES, 'none')),
  );
  assert.deepEqual(problems.map(formatProblem), []);
  assert.equal(content.procedures.length, 1);
  assert.ok(corrections.length > 0 && omissions.length > 0);
  assert.deepEqual(
    aligned.map(({ alignment }) => alignment.characters.all === alignment.characters.covered),
    [true],
  );
});

/** A megabyte is no fixture: its test makes it. */
const MADE = ['too-large'];

test('every kind of problem has a fixture, and every fixture is a kind or a known scene', () => {
  assert.deepEqual([...folders, ...MADE].toSorted(), [...kinds, ...Object.keys(SCENES)].toSorted());
});

test('too-large: a file beyond the limit is named at once, and nothing is blamed for what it holds', () => {
  const files = layOver(BASE, join(FIXTURES, 'none'));
  const long = 'ก'.repeat(LONGEST_FILE + 1);
  const { problems } = checkContent({
    ...files,
    content: files.content.map((file) =>
      file.path.endsWith('preface.mdx') ? { ...file, text: long } : file,
    ),
    seeds: files.seeds.map((seed) => ({ ...seed, text: long })),
  });
  assert.deepEqual(
    problems.map(formatProblem),
    ['content/manuals/sample-manual/sections/preface.mdx', 'seeds/sample_seed.txt'].map(
      (file) =>
        `${file}:1 — แฟ้มใหญ่เกินไป — พบว่า แฟ้มยาวเกิน 1,000,000 ตัวอักษร — แก้โดย ตรวจว่าใส่แฟ้มถูก ถ้าเป็นคู่มือจริง แบ่งเป็นหลายแฟ้ม`,
    ),
  );
});

test('a seed that is gone is said once, and nothing is blamed for not standing in it', () => {
  const files = layOver(BASE, join(FIXTURES, 'none'));
  const { problems } = checkContent({ ...files, seeds: [] });
  assert.deepEqual(problems.map(formatProblem), [
    'content/manuals/sample-manual/manual.mdx:6 seed — ไม่มีต้นฉบับนี้ — พบว่า ไม่มีแฟ้ม seeds/sample_seed.txt — แก้โดย นำแฟ้มต้นฉบับมาไว้ใน seeds/',
  ]);
});

test('a part that its list lost, or misspells, is said once: its words are there', () => {
  const files = layOver(BASE, join(FIXTURES, 'none'));
  const kindsAfter = (change: (text: string) => string): string[] => {
    const content = files.content.map((file) =>
      file.path.endsWith('manual.mdx') ? { ...file, text: change(file.text) } : file,
    );
    return checkContent({ ...files, content }).problems.map(({ kind }) => kind);
  };
  assert.deepEqual(
    kindsAfter((text) => text.replace('  - preface\n', '')),
    ['unlisted-part'],
  );
  assert.deepEqual(
    kindsAfter((text) => text.replace('  - preface\n', '  - prefcae\n')),
    ['unknown-reference'],
  );
});

for (const [name, change] of [
  ['CRLF line ends', (text: string): string => text.replaceAll('\n', '\r\n')],
  ['a byte order mark', (text: string): string => `\uFEFF${text}`],
] as const) {
  test(`${name}, as Windows writes them, are no problem in any file`, () => {
    const files = layOver(BASE, join(FIXTURES, 'none'));
    const changed = <F extends { text: string }>(file: F): F => ({
      ...file,
      text: change(file.text),
    });
    const { problems, aligned } = checkContent({
      content: files.content.map(changed),
      seeds: files.seeds.map(changed),
      corrections: changed(files.corrections),
      omissions: changed(files.omissions),
    });
    assert.deepEqual(problems.map(formatProblem), []);
    assert.equal(aligned.length, 1);
  });
}

for (const name of folders) {
  const scene = SCENES[name];
  test(scene ?? `${name}: only what is wrong is reported, line by line`, () => {
    const { problems } = checkContent(layOver(BASE, join(FIXTURES, name)));
    const expected = readFileSync(join(FIXTURES, name, 'expected.txt'), 'utf8')
      .split('\n')
      .filter(Boolean);
    assert.ok(expected.length > 0, 'expected.txt is empty');
    assert.deepEqual(problems.map(formatProblem), expected);
    if (scene === undefined)
      assert.deepEqual([...new Set(problems.map(({ kind }) => kind))], [name]);
    else assert.ok(new Set(problems.map(({ kind }) => kind)).size > 1);
  });
}

test('a notes file of nothing but comments holds no notes, and is no problem itself', () => {
  const files = layOver(BASE, join(FIXTURES, 'none'));
  const seed = { id: 'empty', shown: 'seeds/empty.txt', text: '' };
  const comment = { text: '# ยังไม่มีบันทึก\n' };
  const { problems } = checkContent({
    content: [],
    seeds: [seed],
    corrections: { ...files.corrections, ...comment },
    omissions: { ...files.omissions, ...comment },
  });
  assert.deepEqual(problems.filter(({ file }) => file.endsWith('.yaml')).map(formatProblem), []);
});

test('a problem reads file:line field — ปัญหา — พบว่า… — แก้โดย…', () => {
  const found = problem(
    'unknown-seed',
    { file: 'a/manual.mdx', line: 6, field: 'seed' },
    { seed: '00', nearest: '001' },
  );
  assert.equal(
    formatProblem(found),
    'a/manual.mdx:6 seed — ไม่มีต้นฉบับนี้ — พบว่า ไม่มีแฟ้ม seeds/00.txt — แก้โดย ใช้ 001 แทน',
  );
});

test('a problem without a field reads file:line alone', () => {
  const found = problem('seed-without-manual', { file: 'seeds/001.txt', line: 1 }, {});
  assert.match(formatProblem(found), /^seeds\/001\.txt:1 — /);
});

test('a problem is one line, even when what was found is several', () => {
  const found = problem(
    'yaml-syntax',
    { file: 'a.yaml', line: 1 },
    { message: 'first\n   second\r\nthird' },
  );
  assert.match(formatProblem(found), /พบว่า first second third — แก้โดย/);
});

test('problems are sorted by file, then by line as a number, then by field', () => {
  const at = (file: string, line: number, field: string): ReturnType<typeof problem> =>
    problem('missing-field', { file, line, field }, { field, expected: 'ข้อความ' });
  const sorted = sortProblems([
    at('b', 1, 'x'),
    at('a', 10, 'x'),
    at('a', 9, 'z'),
    at('a', 9, 'y'),
  ]);
  assert.deepEqual(
    sorted.map(({ file, line, field }) => `${file}:${String(line)} ${field}`),
    ['a:9 y', 'a:9 z', 'a:10 x', 'b:1 x'],
  );
});

test('problems at one place keep the order in which they were found', () => {
  const at = (found: string): ReturnType<typeof problem> =>
    problem('not-normal', { file: 'a', line: 1 }, { character: found, text: '' });
  const [first = '', ...rest] = sortProblems(['ก', 'ข', 'ค'].map(at)).map(({ found }) => found);
  assert.match(first, /^ก/);
  assert.deepEqual(
    rest.map((found) => found.charAt(0)),
    ['ข', 'ค'],
  );
});
