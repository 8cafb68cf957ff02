// Each kind of part, as content has it → its pieces of text in the order in which the source prints them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseContent } from '../../../src/authoring/parse-content.ts';
import { toContent } from '../../../src/authoring/parse-content.ts';
import { formatProblem } from '../../../src/authoring/problem.ts';
import type { Content } from '../../../src/model/library.ts';
import { SectionData } from '../../../src/model/section.ts';
import { manualPieces } from '../../../src/source/pieces.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/pieces');
const FOLDER: Record<string, string> = { procedure: 'procedures', order: 'orders' };
const cases = readdirSync(FIXTURES);

/** A manual that holds a case's `input.mdx` alone; its other files are there to be named by it. */
function contentOf(name: string): Content {
  const folder = FOLDER[name] ?? 'sections';
  const files = readdirSync(join(FIXTURES, name)).filter((file) => file.endsWith('.mdx'));
  const { content, problems } = parseContent(
    files.map((file) => {
      const path = `manuals/sample/${folder}/${file}`;
      return { path, shown: path, text: readFileSync(join(FIXTURES, name, file), 'utf8') };
    }),
  );
  assert.deepEqual(problems.map(formatProblem), []);
  const manual = {
    id: 'sample',
    data: {
      title: { text: 'x', basis: 'editor' as const },
      kind: 'book' as const,
      seed: 's',
      office: { ref: 'o', basis: 'editor' as const },
      authors: [],
      parts: ['input'],
    },
  };
  return { ...toContent(content), manuals: [manual] };
}

const written = (content: Content): string =>
  manualPieces('sample', content)
    .map(({ part, path, text }) => `${part} ${path}: ${text}\n`)
    .join('');

test('every kind of section has a golden file, and so have procedures and orders', () => {
  const kinds = SectionData.options.map(({ shape }) => shape.kind.value);
  assert.deepEqual(cases.toSorted(), [...kinds, 'procedure', 'order'].toSorted());
});

for (const name of cases) {
  test(`the pieces of a ${name} come in the order of the source`, () => {
    assert.equal(
      written(contentOf(name)),
      readFileSync(join(FIXTURES, name, 'expected.txt'), 'utf8'),
    );
  });
}

test('the parts of a manual come in the order in which it names them', () => {
  const content = contentOf('chapter');
  const named = (...parts: string[]): string[] => {
    const manuals = content.manuals.map((manual) => ({
      ...manual,
      data: { ...manual.data, parts },
    }));
    return [...new Set(manualPieces('sample', { ...content, manuals }).map(({ part }) => part))];
  };
  assert.deepEqual(named('inner'), ['inner']);
  assert.deepEqual(named('inner', 'unknown'), ['inner']);
  assert.deepEqual(named('input'), ['input', 'inner']);
});

test('an unknown manual has no pieces, and no manual has the pieces of another', () => {
  const content = contentOf('cover');
  assert.deepEqual(manualPieces('unknown', content), []);
  const sections = content.sections.map((section) => ({ ...section, manual: 'other' }));
  assert.deepEqual(manualPieces('sample', { ...content, sections }), []);
});

test('chapters that hold each other are laid once, and do not go on for ever', () => {
  const content = contentOf('chapter');
  const [chapter] = content.sections.filter(({ id }) => id === 'input');
  assert.ok(chapter?.data.kind === 'chapter');
  const back = {
    ...chapter,
    id: 'back',
    data: { ...chapter.data, title: 'บทที่วนกลับ', parts: ['input'] },
  };
  const there = { ...chapter, data: { ...chapter.data, parts: ['back'] } };
  const titles = manualPieces('sample', { ...content, sections: [there, back] }).flatMap(
    ({ path, text }) => (path === 'title' ? [text] : []),
  );
  assert.deepEqual(titles, ['งานรับคำร้อง', 'บทที่วนกลับ']);
});
