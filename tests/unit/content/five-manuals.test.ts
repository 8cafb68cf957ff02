// The five manuals as they are: complete, exact in both directions, and no change to them goes unseen.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import {
  checkContent,
  type CheckedContent,
  type OfficeFiles,
} from '../../../src/authoring/check-content.ts';
import { toContent } from '../../../src/authoring/parse-content.ts';
import { formatProblem, type Problem } from '../../../src/authoring/problem.ts';
import { officeFolders, readOffice } from '../../../src/authoring/read-office.ts';
import { buildLibrary, type Library } from '../../../src/model/library.ts';
import { manualPieces } from '../../../src/source/pieces.ts';
import { compact } from '../../../src/source/align.ts';
import { chosen, sourceTexts, withoutSourceTexts } from './source-texts.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The seeds as they came. */
const SEEDS: Record<string, string> = {
  '000_87be452bd854ca61': '3823f7cdcefeb60451a4916600401caddd019d73322bc610c07494313aaddcd8',
  '001_33c4b01b3b8b6139': '9b6dbb4ee70dbe5f49685add1ba42ed74ef41931f5bfe4d3f6310f72183d3165',
  '002_d3469d95e422f8c8': 'd18a93fa270af27a31446042b7e55e178689595f741cb691a3b88f87c27abb28',
  '003_38e3d1b7aca2a800': '33a489ed91ee20480e8265047cc90f4fb4a6055db1f7b4ae242cc17508082001',
  '004_009c79e662f6bd31': '9f21290fb9fd6c648ed71930bc8a38fe7c02b38ed82f3b88d90a524912cbe448',
};

/** Steps of each procedure, in the order of the sources. */
const STEPS: Record<string, number> = {
  'loei-1-education-promotion/in-system-education': 5,
  'loei-1-education-promotion/non-formal-education': 5,
  'loei-1-education-promotion/home-education': 7,
  'loei-1-education-promotion/local-government-education': 4,
  'loei-1-education-promotion/special-needs-education': 5,
  'loei-1-education-promotion/special-quota-students': 5,
  'uttaradit-2-policy-planning/saraban': 5,
  'uttaradit-2-policy-planning/coordination-service': 4,
  'uttaradit-2-policy-planning/meeting': 5,
  'uttaradit-2-policy-planning/knowledge-management': 4,
  'uttaradit-2-policy-planning/policy-follow-up-obec': 5,
  'uttaradit-2-policy-planning/government-inspection': 6,
  'uttaradit-2-policy-planning/evaluate-obec-strategy': 6,
  'uttaradit-2-policy-planning/evaluate-basic-education-plan': 5,
  'uttaradit-2-policy-planning/evaluate-annual-plan': 5,
  'uttaradit-2-policy-planning/reporting-system': 6,
  'uttaradit-2-policy-planning/committee-support': 4,
};

/** A word that no source has. */
const STRANGER = 'ถั่วงอก';

let files: OfficeFiles;
let checked: CheckedContent;
let library: Library;

before(() => {
  files = readOffice(officeFolders({}), ROOT);
  checked = checkContent(files);
  library = buildLibrary(toContent(checked.content));
});

test('the content has no problem', () => {
  assert.deepEqual(checked.problems.map(formatProblem), []);
});

test('the seeds are, byte for byte, the ones that came', () => {
  const hashes = files.seeds.map(({ id, shown }) => [
    id,
    createHash('sha256')
      .update(readFileSync(join(ROOT, shown)))
      .digest('hex'),
  ]);
  assert.deepEqual(Object.fromEntries(hashes), SEEDS);
});

test('each seed has its manual, laid along the whole of it', () => {
  assert.deepEqual(
    checked.aligned.map(({ reading }) => reading.seed).toSorted(),
    Object.keys(SEEDS),
  );
});

test('all that the seeds print is covered by content or an omission', () => {
  for (const { manual, alignment, reading } of checked.aligned) {
    assert.equal(alignment.characters.covered, alignment.characters.all, manual);
    const printed = compact(reading.lines.map((line) => line.printed).join('')).length;
    assert.ok(Math.abs(alignment.characters.all - printed) < printed / 100, manual);
  }
});

test('every piece of content stands in its seed', () => {
  for (const { manual, alignment } of checked.aligned) {
    const pieces = manualPieces(manual, toContent(checked.content));
    assert.deepEqual(
      alignment.pieces.map(({ piece }) => piece),
      pieces,
      manual,
    );
    assert.ok(pieces.length > 10, manual);
  }
});

test('there are 17 procedures, 86 steps and 5 substeps', () => {
  const steps = library.procedures.flatMap((procedure) => procedure.steps);
  const substeps = steps.flatMap((step) => step.substeps ?? []);
  assert.deepEqual([library.procedures.length, steps.length, substeps.length], [17, 86, 5]);
});

test('each procedure has the steps that its source numbers, in the order of the sources', () => {
  assert.deepEqual(
    library.procedures.map(({ ref, steps }) => [ref, steps.length]),
    Object.entries(STEPS),
  );
});

test('the substeps are those of the second step of งานสารบรรณ', () => {
  const { title, steps } = library.procedure('uttaradit-2-policy-planning/saraban');
  assert.equal(title, 'งานสารบรรณ');
  assert.deepEqual(
    steps.map((step) => step.substeps?.length ?? 0),
    [0, 5, 0, 0, 0],
  );
});

test('order 218/2562 gives one officer 8 duties and replaces two orders', () => {
  assert.equal(library.orders.length, 1);
  const order = library.order('loei-1-218-2562');
  assert.deepEqual(
    order.assignments.map(({ duties }) => duties.length),
    [8],
  );
  assert.deepEqual(
    order.replaces.map(({ number, date }) => [number, date]),
    [
      ['๔๐๕/๒๕๕๙', '2016-05-23'],
      ['๗๑/๒๕๖๑', '2018-02-14'],
    ],
  );
});

test('the scope lists hold 28 tasks in 6 groups, and 10 in 3', () => {
  const of = (seed: string): number[] => {
    const manual = library.manuals.find((one) => one.seed.startsWith(seed));
    const leaves = library.tasks.filter((task) => task.manual === manual?.id);
    return [manual?.tasks.length ?? 0, leaves.length];
  };
  assert.deepEqual(of('000'), [6, 28]);
  assert.deepEqual(of('002'), [3, 10]);
  assert.equal(library.tasks.length, 38);
});

test('three spellings are one person', () => {
  const { name, spellings } = library.person('boonjan');
  assert.equal(new Set([name, ...spellings]).size, 3);
});

test('the sources state no branch and no duration, and so does no step', () => {
  const stated = library.procedures.flatMap(({ ref, steps }) =>
    steps
      .flatMap((step) => [step, ...(step.substeps ?? [])])
      .flatMap((step) =>
        step.duration !== undefined || step.next?.some(({ inferred }) => !inferred)
          ? [`${ref} ${step.id}`]
          : [],
      ),
  );
  assert.deepEqual(stated, []);
});

const problemsWith = (change: Partial<OfficeFiles>): readonly Problem[] =>
  checkContent({ ...files, ...change }).problems;

test('a changed word in any file is a problem that names the file', () => {
  const texts = files.content.map((file) => ({ file, texts: sourceTexts(file) }));
  assert.ok(files.seeds.every(({ text }) => !compact(text).includes(STRANGER)));
  const unseen = texts.flatMap(({ file, texts: own }) => {
    const place = chosen(own, file.path);
    if (!place) return [];
    const text = file.text.slice(0, place.from) + STRANGER + file.text.slice(place.to);
    const content = files.content.map((other) => (other === file ? { ...file, text } : other));
    return problemsWith({ content }).some((problem) => problem.file === file.shown)
      ? []
      : [`${file.shown}: ${file.text.slice(place.from, place.to)}`];
  });
  assert.deepEqual(unseen, []);
});

test('only files whose every text is an editor’s have no word that the sources bind', () => {
  assert.deepEqual(withoutSourceTexts(files.content), [
    'manuals/chumphon-education-strategy/manual.mdx',
    'manuals/education-promotion-tasks/manual.mdx',
    'manuals/regional-education-strategy/manual.mdx',
    'offices/chumphon-provincial-education.yaml',
    'offices/regional-education-office.yaml',
    'offices/unnamed-education-area.yaml',
  ]);
});

test('a changed character in any line of a seed is a problem at that line', () => {
  const lines = files.seeds.flatMap((seed) =>
    seed.text
      .split('\n')
      .flatMap((line, i) => (line.trim() === '' ? [] : [{ seed, line, number: i + 1 }])),
  );
  const every = Math.floor(lines.length / 40);
  const picked = lines.filter((_, i) => i % every === 0).slice(0, 40);
  assert.equal(picked.length, 40);
  const unseen = picked.flatMap(({ seed, line, number }) => {
    const letters = [...line.matchAll(/\S/g)].map(({ index }) => ({ from: index, to: index + 1 }));
    const place = chosen(letters, `${seed.id}:${String(number)}`);
    assert.ok(place);
    const changed =
      line.slice(0, place.from) + (line[place.from] === 'ฌ' ? 'ฮ' : 'ฌ') + line.slice(place.to);
    const text = seed.text
      .split('\n')
      .with(number - 1, changed)
      .join('\n');
    const problems = problemsWith({
      seeds: files.seeds.map((other) => (other === seed ? { ...seed, text } : other)),
    });
    const named = problems.some(
      ({ kind, file, line: at, found }) =>
        (file === seed.shown && at === number) ||
        found.includes(`${seed.id} บรรทัด ${String(number)} `) ||
        kind === 'note-misfit',
    );
    return named ? [] : [`${seed.id}:${String(number)} ${changed}`];
  });
  assert.deepEqual(unseen, []);
});
