// The importer on the five sources, held against the content that people made of them.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkContent } from '../../../src/authoring/check-content.ts';
import { formatProblem } from '../../../src/authoring/problem.ts';
import { officeFolders, readOffice } from '../../../src/authoring/read-office.ts';
import { checkDraft, draftOf } from './drafting.ts';
import { compareEntries, entriesOf, type Kind } from './entries.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** What is asked for of procedures, steps, tasks and duties; the other kinds are held to it as well. */
const LEAST = 0.95;
/** The five sources, and the invented office, which was written before there was an importer. */
const OFFICES = [officeFolders({}), officeFolders({ KHUMUE_OFFICE: 'tests/fixtures/office' })].map(
  (folders) => {
    const files = readOffice(folders, ROOT);
    return { files, made: checkContent(files) };
  },
);

for (const { made, seed, text } of OFFICES.flatMap(({ files, made }) =>
  files.seeds.map(({ id: seed, text }) => ({ made, seed, text })),
)) {
  const manual = made.content.manuals.find(({ data }) => data.seed === seed);
  const draft = draftOf(text);
  const checked = checkDraft(draft, text);

  test(`the draft of ${seed} has what people made of it, with its text and in its place`, (t) => {
    assert.ok(manual);
    const corrections = made.corrections.filter((note) => note.seed === seed);
    const wanted = entriesOf(made.content, manual.id, corrections);
    const found = entriesOf(checked.content, 'draft', corrections);
    for (const kind of Object.keys(wanted) as Kind[]) {
      const figure = compareEntries(wanted[kind], found[kind]);
      if (figure.wanted === 0 && figure.found === 0) continue;
      const share = (of: number): string => `${((100 * figure.right) / of).toFixed(1)} %`;
      t.diagnostic(
        `${seed} ${kind}: ${String(figure.right)} of ${String(figure.wanted)} (${share(figure.wanted)}), of ${String(figure.found)} found ${share(figure.found)} right`,
      );
      const missing = figure.missing.join('\n');
      assert.ok(figure.right >= LEAST * figure.wanted, `${kind} missing or wrong:\n${missing}`);
      assert.ok(figure.right >= LEAST * figure.found, `${kind}: too many found`);
    }
  });

  test(`the draft of ${seed} passes the checks as it is`, () => {
    assert.deepEqual(checked.problems.map(formatProblem), []);
  });

  test(`the draft of ${seed} accounts for every character of the source`, () => {
    const { characters } = checked.aligned[0]?.alignment ?? { characters: { all: 0, covered: -1 } };
    assert.equal(characters.covered, characters.all);
    assert.ok(characters.all > 1000);
  });
}
