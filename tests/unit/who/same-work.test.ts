// Texts of manuals → pairs that say the same, found by their words; words that differ.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toContent, parseContent } from '../../../src/authoring/parse-content.ts';
import { madeOffices } from '../../../bench/made-offices.ts';
import { KnownData } from '../../../src/model/known-data.ts';
import { buildLibrary, type Library } from '../../../src/model/library.ts';
import { NEAREST, sameEndings, sameWorks } from '../../../src/model/same-work.ts';
import { wordDiff } from '../../../src/model/word-diff.ts';
import { fiveManuals } from './offices.ts';

const { library } = fiveManuals();

test('000 and 001 share their concept and four objectives, and 001 has procedures for tasks of 000', () => {
  const work = sameWorks(library).find(
    ({ a, b }) => a.id === 'education-promotion-tasks' && b.id === 'loei-1-education-promotion',
  );
  assert.deepEqual(
    work?.pairs.map(({ a, b }) => [a.family, a.path, b.path]),
    [
      ['statement concept', 'text.0', 'text.0'],
      ['item objectives', 'items.0.text', 'items.0.text'],
      ['item objectives', 'items.1.text', 'items.1.text'],
      ['item objectives', 'items.2.text', 'items.2.text'],
      ['item objectives', 'items.3.text', 'items.3.text'],
    ],
  );
  assert.equal(work.links.length, 5);
});

test('the other pairs of manuals share two steps, and one the name of a task', () => {
  const shared = sameWorks(library)
    .slice(1)
    .map(({ a, b, pairs }) => [
      a.id.slice(0, 4),
      b.id.slice(0, 4),
      pairs.map((pair) => `${pair.a.kind} ${pair.a.text}`),
    ]);
  assert.deepEqual(shared, [
    ['loei', 'utta', ['step สรุปและรายงานผลหน่วยงานที่เกี่ยวข้อง', 'step รายงานผลการดำเนินงาน']],
    ['educ', 'utta', ['task งานธุรการ']],
  ]);
});

test('the concepts differ in two words', () => {
  const [pair] = sameWorks(library)[0]?.pairs ?? [];
  assert.ok(pair);
  assert.deepEqual(wordDiff(pair.a.text, pair.b.text).changes, [
    { a: '', b: 'กลุ่ม' },
    { a: '', b: 'เด็ก' },
  ]);
});

test('procedures of two offices end in the same reporting step', () => {
  const [most] = sameEndings(library);
  assert.equal(most?.text, 'รายงานผลการดำเนินงาน');
  assert.deepEqual(
    most.ends.map(({ procedure }) => procedure.ref),
    [
      'loei-1-education-promotion/special-needs-education',
      'uttaradit-2-policy-planning/evaluate-obec-strategy',
      'uttaradit-2-policy-planning/evaluate-basic-education-plan',
      'uttaradit-2-policy-planning/evaluate-annual-plan',
      'uttaradit-2-policy-planning/committee-support',
    ],
  );
});

test('of many manuals endings are found that stand in several', () => {
  const content = toContent(parseContent(madeOffices(300).content).content);
  const last = 'รายงานผลการดำเนินงาน';
  const procedures = content.procedures.map((procedure, i) =>
    i % 100 === 7
      ? { ...procedure, data: { ...procedure.data, steps: endingIn(last, procedure.data.steps) } }
      : procedure,
  );
  const many = buildLibrary({ ...content, procedures });
  const found = sameEndings(many).find(({ text }) => text === last);
  assert.deepEqual(
    found?.ends.map(({ procedure }) => procedure.ref),
    [7, 107, 207].map((i) => `${procedures[i]?.manual ?? ''}/${procedures[i]?.id ?? ''}`),
  );
});

function endingIn<T extends { readonly text: string }>(text: string, steps: readonly T[]): T[] {
  return steps.map((step, i) => (i === steps.length - 1 ? { ...step, text } : step));
}

test('plans and strategies that only sound alike are no pair', () => {
  const ids = sameWorks(library).flatMap(({ a, b }) => [a.id, b.id]);
  assert.ok(!ids.includes('regional-education-strategy'));
  assert.ok(!ids.includes('chumphon-education-strategy'));
});

test('spaces and the cutting into words are no difference', () => {
  assert.deepEqual(wordDiff('กีฬา นันทนาการ', 'กีฬานันทนาการ').changes, []);
});

test('words before and behind what differs are the same, also where they repeat', () => {
  assert.deepEqual(wordDiff('แจ้งครูแจ้งครู', 'แจ้งครูแจ้งโรงเรียนแจ้งครู').changes, [
    { a: '', b: 'โรงเรียนแจ้ง' },
  ]);
});

test('a word in the place of another is one change', () => {
  assert.deepEqual(wordDiff('แจ้งสถานศึกษาทราบ', 'แจ้งโรงเรียนทราบ').changes, [
    { a: 'สถานศึกษา', b: 'โรงเรียน' },
  ]);
});

test('the runs of each side give its text back, and equal texts differ in nothing', () => {
  const words = fc.array(
    fc.constantFrom('แผนงาน', 'โครงการ', 'รายงาน', 'ผล', ' ', 'การ', 'ศึกษา', 'ก', '๑.', 'x'),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(words, words, (left, right) => {
      const [a, b] = [left.join(''), right.join('')];
      const diff = wordDiff(a, b);
      const whole = (runs: typeof diff.a): string => runs.map(({ text }) => text).join('');
      assert.equal(whole(diff.a), a);
      assert.equal(whole(diff.b), b);
      assert.deepEqual(wordDiff(a, a).changes, []);
      const bare = (runs: typeof diff.a): string =>
        runs
          .filter(({ same }) => same)
          .map(({ text }) => text)
          .join('')
          .replace(/\s+/g, '');
      assert.equal(bare(diff.a), bare(diff.b));
    }),
  );
});

test('many manuals are compared with the nearest only: their pairs grow as they do, not with their square', () => {
  const pairs = (procedures: number): { manuals: number; pairs: number } => {
    const library = buildLibrary(toContent(parseContent(madeOffices(procedures).content).content));
    return { manuals: library.manuals.length, pairs: sameWorks(library).length };
  };
  const few = pairs(300);
  const many = pairs(600);
  assert.equal(many.manuals, 2 * few.manuals);
  assert.ok(few.pairs > 0);
  assert.ok(many.pairs <= NEAREST * many.manuals);
});

test('what was compared before gives the same, and after a change only what it touches is compared', () => {
  const files = madeOffices(300).content;
  const reworded = files.map((file) =>
    file.path.includes('/manual-a-a/')
      ? { ...file, text: file.text.replaceAll('ศึกษา', 'ทบทวน') }
      : file,
  );
  assert.notDeepEqual(reworded, files);
  const libraryOf = (content: typeof files): Library =>
    buildLibrary(toContent(parseContent(content).content));
  const said = (library: Library, known?: KnownData): unknown =>
    sameWorks(library, known).map(({ a, b, pairs }) => [
      a.id,
      b.id,
      pairs.map((pair) => [pair.a.part, pair.a.path, pair.b.part, pair.b.path, pair.similarity]),
    ]);
  const first = new KnownData();
  const before = said(libraryOf(files), first);
  const again = new KnownData(first.text());
  assert.deepEqual(said(libraryOf(files), again), before);
  assert.equal(again.text(), first.text());
  const later = new KnownData(first.text());
  assert.deepEqual(said(libraryOf(reworded), later), said(libraryOf(reworded)));
  const old = new Set(first.text().split('\n'));
  const made = later
    .text()
    .split('\n')
    .filter((line) => !old.has(line));
  assert.ok(made.length > 0 && made.length < old.size / 2, `${String(made.length)} made anew`);
});
