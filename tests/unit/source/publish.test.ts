// The base office, as checked → the data that other programs read.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { checkContent } from '../../../src/authoring/check-content.ts';
import { toContent } from '../../../src/authoring/parse-content.ts';
import { readOffice } from '../../../src/authoring/read-office.ts';
import { buildLibrary } from '../../../src/model/library.ts';
import { Published } from '../../../src/model/published.ts';
import { provenanceOf } from '../../../src/source/provenance.ts';
import { publish } from '../../../src/source/publish.ts';
import { sameWorks } from '../../../src/model/same-work.ts';
import { publishedText, type Publishing } from '../../../src/source/published-text.ts';

const BASE = join(import.meta.dirname, '../../fixtures/problems/base');
let publishing: Publishing;
let published: Published;

before(() => {
  const checked = checkContent(readOffice({ content: 'content', seeds: 'seeds' }, BASE));
  const provenance = new Map(
    checked.aligned.map(({ manual, reading, alignment }) => [
      manual,
      provenanceOf(reading, alignment),
    ]),
  );
  const of = (manual: string): ReturnType<typeof provenanceOf> =>
    provenance.get(manual) ?? assert.fail(manual);
  const library = buildLibrary(toContent(checked.content));
  publishing = publish(
    {
      library,
      provenance: of,
      corrections: checked.corrections,
      readings: checked.aligned.map(({ reading }) => reading),
      works: () => sameWorks(library),
    },
    (path) => `/khumue${path}`,
    ({ id }) => `flowchart of ${id}`,
  );
  published = JSON.parse(publishedText(publishing).toString()) as Published;
});

test('what is published has the published shape', () => {
  assert.deepEqual(Published.parse(published), published);
});

test('each record stands on a line of its own, from whose beginning it is known', () => {
  const lines = publishedText(publishing).toString().split('\n');
  for (const records of [publishing.sections, publishing.procedures, publishing.sameWork])
    for (const { first } of records) {
      const start = JSON.stringify(first).slice(0, -1);
      assert.equal(lines.filter((line) => line.startsWith(start)).length, 1, start);
    }
});

test('a record that shows only what is unchanged is taken from the last text, and no other', () => {
  const text = publishedText(publishing).toString();
  const old = text.replaceAll('ลงเลขรับ', 'ลงเลขแล้ว').replaceAll('"คำนำ"', '"คำนำเดิม"');
  const again = (unchanged: string[]): string =>
    publishedText(publishing, {
      bytes: Buffer.from(old),
      unchanged: new Set(unchanged),
    }).toString();
  assert.equal(again([]), text);
  const kept = again(['sample-manual/receive-request']);
  assert.ok(kept.includes('ลงเลขแล้ว') && !kept.includes('คำนำเดิม'));
  assert.equal(again(['sample-manual', 'sample-manual/receive-request']), old);
  // A text of another kind gives no lines.
  assert.equal(
    publishedText(publishing, {
      bytes: Buffer.from(JSON.stringify(published)),
      unchanged: new Set(['sample-manual', 'sample-manual/receive-request']),
    }).toString(),
    text,
  );
});

test('addresses carry the base path of the site', () => {
  assert.equal(published.manuals[0]?.url, '/khumue/manuals/sample-manual/');
  assert.equal(published.procedures[0]?.url, '/khumue/manuals/sample-manual/receive-request/');
  assert.equal(published.offices[0]?.url, '/khumue/offices/sample-office/');
  assert.equal(published.people[0]?.url, '/khumue/people/mali/');
  assert.equal(published.orders[0]?.url, '/khumue/orders/order-1-2567/');
  const assignment = published.orders[0].assignments[0];
  assert.equal(
    assignment?.duties[0]?.url,
    `/khumue/people/${assignment?.person ?? ''}/#item-${assignment?.duties[0]?.id ?? ''}`,
  );
  assert.equal(published.tasks[1]?.url, '/khumue/tasks/#item-request-work');
});

test('a step has its mark, its place in the source and, where nothing is stated, null', () => {
  const [first, second, third] = published.procedures[0]?.steps ?? [];
  assert.deepEqual(
    [first?.id, first?.mark, first?.actor, first?.kind],
    ['fill-form', '1.', 'applicant', 'document'],
  );
  assert.deepEqual(first?.source, { file: 'sample_seed.txt', line: 39, column: 4 });
  assert.deepEqual(second?.kind, null);
  assert.deepEqual(
    second.substeps.map(({ mark, text, actor }) => [mark, text, actor]),
    [
      ['ก.', 'ลงเลขรับ', null],
      ['ข.', 'ตรวจลายมือชื่อ', null],
    ],
  );
  assert.deepEqual(third?.next, [
    { to: 'sign', when: 'ครบถ้วน', inferred: false },
    { to: 'fill-form', when: 'ไม่ครบถ้วน', inferred: false },
  ]);
});

test('a procedure carries its flow chart as Mermaid source', () => {
  assert.equal(published.procedures[0]?.mermaid, 'flowchart of receive-request');
});

test('the form says what is stated, what there is none of, and where the source is silent', () => {
  const form = published.procedures[0]?.form ?? {};
  assert.deepEqual([form['fee'], form['duration']], ['none', 'not-stated']);
});

test('a duty says whom it substitutes for, and which procedures serve it, with the basis', () => {
  const [first, second] = published.orders[0]?.assignments[0]?.duties ?? [];
  assert.deepEqual([first?.mark, first?.substitutes], ['๑.', null]);
  assert.deepEqual(first?.procedures, [
    { id: 'sample-manual/receive-request', basis: 'same-words' },
  ]);
  assert.deepEqual(second?.substitutes, {
    actor: 'head',
    person: null,
    rank: null,
    when: 'ในกรณีที่ไม่อยู่',
  });
});

test('a person has each spelling with its lines, and each post with its office', () => {
  const mali = published.people.find(({ id }) => id === 'mali');
  assert.deepEqual(
    mali?.spellings.map(({ text, source }) => [text, source.map(({ line }) => line)]),
    [
      ['มะลิ ใจงาม', [2, 55]],
      ['มะลิ ใจงาน', [7]],
    ],
  );
  assert.deepEqual(
    mali.posts.map(({ title, office, unit }) => [title, office.id, unit?.basis]),
    [['เจ้าหน้าที่ธุรการ', 'sample-office', 'editor']],
  );
});

test('an order says what it ended, and a task what covers it', () => {
  const [order] = published.orders;
  assert.deepEqual(order?.replaces, [
    { number: '๙/๒๕๖๐', date: '2017-03-01', subject: 'แบ่งงาน', order: null },
  ]);
  assert.deepEqual(order.endedBy, []);
  assert.deepEqual(
    published.tasks.map(({ procedures, duties, coverage }) => [
      procedures.map(({ id }) => id),
      duties.map(({ id }) => id),
      coverage,
    ]),
    [
      [[], [], null],
      [['sample-manual/receive-request'], ['duty1'], 'both'],
      [[], [], 'none'],
      [[], [], 'none'],
    ],
  );
});

test('the parts of a manual come in the order of the source, chapters before what they hold', () => {
  assert.deepEqual(published.manuals[0]?.parts, [
    'cover',
    'preface',
    'contents',
    'guidance',
    'objectives',
    'scope',
    'strategies',
    'requests',
    'receive-request',
    'order-1-2567',
  ]);
});

test('a section publishes its every text with its place', () => {
  const preface = published.sections.find(({ id }) => id === 'preface');
  assert.deepEqual(preface?.title, 'คำนำ');
  assert.deepEqual(
    preface.texts.map(({ path, source }) => [path, source?.line]),
    [
      ['title', 4],
      ['body.0', 5],
      ['body.1', 6],
      ['body.2', 7],
    ],
  );
});

test('tasks, people and corrections are all there', () => {
  assert.deepEqual(
    published.tasks.map(({ id, number, group }) => [id, number, group]),
    [
      ['service-work', '1', null],
      ['request-work', '1.1', 'service-work'],
      ['certificate-work', '1.2', 'service-work'],
      ['clerical-work', '2', null],
    ],
  );
  assert.deepEqual(
    published.people.map(({ id }) => id),
    ['mali', 'samai'],
  );
  assert.deepEqual(
    published.corrections.map(({ line, printed, read }) => [line, printed, read]),
    [
      [5, 'ปฎิบัติงาน', 'ปฏิบัติงาน'],
      [1, '# ', ''],
    ],
  );
});
