// Parts that are listed in another order than the seed's: one word where the list is, and nothing about what they say.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { checkContent } from '../../../src/authoring/check-content.ts';
import { readOffice } from '../../../src/authoring/read-office.ts';

const BASE = join(import.meta.dirname, '../../fixtures/problems/base');

/** @param change the end of a file's path → its new text */
function problemsWith(change: Readonly<Record<string, (text: string) => string>>): string[] {
  const files = readOffice({ content: 'content', seeds: 'seeds' }, BASE);
  const content = files.content.map((file) => {
    const make = Object.entries(change).find(([end]) => file.path.endsWith(end))?.[1];
    const text = make?.(file.text) ?? file.text;
    if (make) assert.notEqual(text, file.text);
    return { ...file, text };
  });
  return checkContent({ ...files, content }).problems.map(({ kind, field, found }) =>
    [kind, field, found].join(' | '),
  );
}

const swapped =
  (a: string, b: string) =>
  (text: string): string =>
    text
      .replace(`- ${a}\n`, '- other\n')
      .replace(`- ${b}\n`, `- ${a}\n`)
      .replace('- other\n', `- ${b}\n`);

suite('parts in another order than the seed’s', () => {
  test('a chapter moves with what it holds, and is said to come behind the chapter before it', () => {
    assert.deepEqual(problemsWith({ 'manual.mdx': swapped('guidance', 'requests') }), [
      'part-out-of-order | parts.3 | ต้นฉบับมี requests ต่อจาก guidance',
    ]);
  });

  test('in a chapter, its own list is to be mended', () => {
    assert.deepEqual(problemsWith({ 'guidance.mdx': swapped('objectives', 'scope') }), [
      'part-out-of-order | parts.0 | ต้นฉบับมี scope ต่อจาก objectives',
    ]);
  });

  test('what else is wrong is still said, once', () => {
    const problems = problemsWith({
      'manual.mdx': (text) =>
        text.replace('  - cover\n', '').replace('- requests\n', '- requests\n  - cover\n'),
      'receive-request.mdx': (text) => text.replace('ลงเลขรับ', 'ลงทะเบียน'),
    });
    assert.equal(problems.length, 2);
    assert.equal(problems[0], 'part-out-of-order | parts.4 | ต้นฉบับมี cover ก่อนส่วนอื่นทั้งหมด');
    assert.match(problems[1] ?? '', /^not-in-source \| steps\.1\.substeps\.0\.text/);
  });

  test('a part whose words stand nowhere in the seed is not said to be in the wrong place', () => {
    const problems = problemsWith({
      'preface.mdx': (text) => text.replaceAll(/[ก-ฮ]/g, 'ฆ'),
    });
    assert.ok(problems.length > 0);
    assert.deepEqual(
      problems.filter((one) => one.startsWith('part-out-of-order')),
      [],
    );
  });

  test('chapters that hold each other are no endless way up', () => {
    const problems = problemsWith({
      'manual.mdx': swapped('guidance', 'requests'),
      'guidance.mdx': (text) => text.replace('parts:\n', 'parts:\n  - requests\n'),
      'requests.mdx': (text) => text.replace('parts:\n', 'parts:\n  - guidance\n'),
    });
    assert.ok(problems.length > 0);
  });
});
