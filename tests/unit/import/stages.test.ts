// Each stage of an import against its golden file: tests/fixtures/import/<case>/.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { formatProblem } from '../../../src/authoring/problem.ts';
import { makeBlocks, type Block } from '../../../src/import/blocks.ts';
import { yamlNotes } from '../../../src/import/draft-file.ts';
import { formatFinding } from '../../../src/import/finding.ts';
import type { ListNode } from '../../../src/import/list-tree.ts';
import { makeOutline } from '../../../src/import/outline.ts';
import type { Part } from '../../../src/import/part.ts';
import { sourceLines } from '../../../src/import/source-lines.ts';
import { checkDraft, draftOf } from './drafting.ts';

const CASES = join(import.meta.dirname, '../../fixtures/import');

/** `12 item ๑. รับหนังสือ` */
function blockLine(block: Block): string {
  const at = String(block.line);
  if (block.type === 'table')
    return block.rows
      .map(({ line, cells }) => `${String(line)} row ${cells.join(' | ')}`)
      .join('\n');
  if (block.type === 'contents')
    return [
      `${at} contents ${block.text}`,
      ...block.entries.map(({ line, text }) => `${String(line)}   ${text}`),
    ].join('\n');
  if (block.type === 'item') return `${at} item [${block.mark.printed}] ${block.text}`;
  if (block.type === 'paragraph') return `${at} paragraph ${block.text}`;
  const what = [block.label, block.number?.printed, block.usual?.type].filter(
    (word) => word !== undefined,
  );
  return `${at} heading (${what.join(' ')}) ${block.text}`;
}

function listLines(list: readonly ListNode[], depth: number): string[] {
  return list.flatMap((node) => [
    `${'  '.repeat(depth)}${node.mark.printed} ${node.text}`,
    ...listLines(node.children, depth + 1),
  ]);
}

function partLines(part: Part, depth = 0): string[] {
  const pad = '  '.repeat(depth);
  const title = 'title' in part ? ` ${part.title ?? ''}` : '';
  const words = (name: string, all: readonly { text: string }[]): string[] =>
    all.map(({ text }) => `${pad}  ${name}: ${text}`);
  const head = `${pad}${part.type}${title}`;
  switch (part.type) {
    case 'procedure':
      return [
        head,
        ...words('description', part.description),
        ...(part.scope.length > 0 ? [`${pad}  scope:`, ...listLines(part.scope, depth + 2)] : []),
        `${pad}  steps (${part.stepsHeading ?? ''}):`,
        ...listLines(part.steps, depth + 2),
        ...(part.chart ? words('chart', [part.chart.heading, ...part.chart.captions]) : []),
        ...part.form.flatMap((field) => words(field.field, field.words)),
      ];
    case 'chapter':
      return [head, ...part.parts.flatMap((inner) => partLines(inner, depth + 1))];
    case 'order':
      return [
        head,
        ...words('letter', [
          { text: part.heading },
          { text: part.numberLine },
          { text: part.subjectLine },
          ...part.paragraphs,
        ]),
        ...words('signature', part.signature),
        ...words('annex', part.annex),
        ...part.assignments.flatMap(({ name, post, duties }) => [
          `${pad}  ${name} | ${post}`,
          ...listLines(duties, depth + 2),
        ]),
      ];
    case 'tasks':
      return [head, ...listLines(part.list, depth + 1)];
    case 'list':
      return [
        head,
        ...words('before', part.before),
        ...listLines(part.list, depth + 1),
        ...words('after', part.after),
      ];
    case 'strategies':
      return [head, ...words('strategy', part.strategies)];
    case 'cover':
    case 'lost':
      return [head, ...words('line', part.lines)];
    case 'prose':
      return [head, ...words('paragraph', part.paragraphs)];
    case 'statement':
      return [head, ...words('text', part.text)];
    case 'contents':
      return [head, ...words('entry', part.entries)];
  }
}

for (const name of readdirSync(CASES)) {
  const golden = (file: string, got: string): void => {
    const path = join(CASES, name, file);
    const wanted = existsSync(path) ? readFileSync(path, 'utf8') : '';
    assert.equal(got, wanted, `${name}/${file}`);
  };
  const input = readdirSync(join(CASES, name)).find((file) => file.startsWith('input.')) ?? '';
  const text = readFileSync(join(CASES, name, input), 'utf8');
  const lines = sourceLines(text);
  const { blocks } = makeBlocks(lines.lines);

  test(`${name}: lines become blocks`, () => {
    golden('expected.blocks.txt', `${blocks.map(blockLine).join('\n')}\n`);
  });

  test(`${name}: blocks become an outline`, () => {
    golden(
      'expected.outline.txt',
      `${makeOutline(blocks)
        .parts.flatMap((part) => partLines(part))
        .join('\n')}\n`,
    );
  });

  test(`${name}: the outline becomes files, notes and findings`, () => {
    const draft = draftOf(text);
    const files = draft.files.map(({ path, text: content }) => `=== ${path}\n${content}`);
    golden('expected.files.txt', files.join(''));
    golden('expected.notes.yaml', `${yamlNotes(draft.corrections)}${yamlNotes(draft.omissions)}`);
    golden(
      'expected.findings.txt',
      `${draft.findings.map((doubt) => formatFinding(doubt, 'seeds/source.txt')).join('\n')}\n`,
    );
  });

  test(`${name}: what the checks say of the draft`, () => {
    const { problems } = checkDraft(draftOf(text), text);
    golden('expected.problems.txt', problems.map((one) => `${formatProblem(one)}\n`).join(''));
  });
}
