// The table of duties → rows narrowed, sorted, grouped; CSV; what machines read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dutyTable } from '../../../src/components/duty-table-view.ts';
import {
  arrange,
  chosenFrom,
  queryOf,
  type Chosen,
  type Row,
} from '../../../src/components/duty-table/arrange.ts';
import { byInitial, gapsOf, peopleByName } from '../../../src/components/person-view.ts';
import { ownTask } from '../../../src/components/procedure-view.ts';
import {
  jsonLdText,
  officeJsonLd,
  personJsonLd,
  procedureJsonLd,
} from '../../../src/model/json-ld.ts';
import { workOf } from '../../../src/model/responsibility.ts';
import { csvCell, dutiesCsv } from '../../../src/source/duties-csv.ts';
import { BIG, bigOffice } from '../../fixtures/who/big-office.ts';
import { built, fiveManuals, inventedOffice } from './offices.ts';

const real = fiveManuals();
const office = inventedOffice();
const href = (path: string): string => `/base${path}`;

const row = (index: number, name: string, tasks: string[] = [], more: Partial<Row> = {}): Row => ({
  index,
  person: name,
  name,
  post: 'ก',
  office: 'o',
  tasks,
  text: `หน้าที่ ${String(index)}`,
  ...more,
});
const all: Chosen = chosenFrom('');
const label = (_kind: string, key: string): string => key;

test('rows are sorted as a Thai dictionary has them, leading vowels after their consonant', () => {
  const rows = ['เกษม', 'ขวัญ', 'กมล', 'ไกร', 'แก้ว'].map((name, i) => row(i, name));
  const [group] = arrange(rows, { ...all, sort: 'person' }, label).groups;
  assert.deepEqual(
    group?.rows.map((index) => rows[index]?.name),
    ['กมล', 'เกษม', 'แก้ว', 'ไกร', 'ขวัญ'],
  );
});

test('a duty with two tasks stands in both groups, is counted once, and those without come last', () => {
  const rows = [row(0, 'ก', ['b', 'a']), row(1, 'ข'), row(2, 'ค', ['a'])];
  const { groups, shown } = arrange(rows, { ...all, group: 'task' }, label);
  assert.deepEqual(groups, [
    { key: 'a', rows: [0, 2] },
    { key: 'b', rows: [0] },
    { key: '', rows: [1] },
  ]);
  assert.equal(shown, 3);
});

test('narrowed to a task and grouped by task there is one group', () => {
  const rows = [row(0, 'ก', ['b', 'a']), row(1, 'ข', ['b'])];
  assert.deepEqual(arrange(rows, { ...all, group: 'task', task: 'b' }, label).groups, [
    { key: 'b', rows: [0, 1] },
  ]);
});

test('nothing left is no group', () => {
  assert.deepEqual(arrange([row(0, 'ก')], { ...all, person: 'ข' }, label), {
    groups: [],
    shown: 0,
  });
});

test('a choice comes back from its address; what an address misspells is left as usual', () => {
  fc.assert(
    fc.property(
      fc.record({
        person: fc.string(),
        post: fc.string(),
        task: fc.string(),
        office: fc.string(),
        sort: fc.constantFrom('order', 'person', 'post', 'duty'),
        group: fc.constantFrom('none', 'person', 'task'),
      }),
      (chosen) => {
        assert.deepEqual(chosenFrom(queryOf(chosen)), { ...chosen });
      },
    ),
  );
  assert.deepEqual(chosenFrom('?sort=persn&group=all'), all);
  assert.equal(queryOf(all), '');
});

test('the table holds the duties of standing orders; those of ended orders stand apart', () => {
  const { library, provenance } = office;
  assert.equal(dutyTable(library, provenance, 'standing').rows.length, 25);
  const ended = dutyTable(library, provenance, 'ended').rows;
  assert.ok(ended.length > 0 && ended.every(({ order }) => order.id === 'example-9-10-2565'));
});

test('the CSV begins with a byte order mark, ends its lines as spreadsheets do and has a row a duty', () => {
  const csv = dutiesCsv(real.library, real.provenance);
  assert.equal(csv.codePointAt(0), 0xfeff);
  const rows = csv.trimEnd().split('\r\n');
  assert.equal(rows.length, 9);
  assert.ok(!csv.replaceAll('\r\n', '').includes('\n'));
  assert.match(
    rows[1] ?? '',
    /นางบุญจันทร์ ลีกลาง,นักวิชาการศึกษาระดับชำนาญการ อ\.๔๕,ที่ ๒๑๘\/๒๕๖๒,7 มิถุนายน 2562,,๑,/,
  );
  assert.match(rows[1] ?? '', /,001_33c4b01b3b8b6139\.txt,184$/);
  assert.match(rows[3] ?? '', /\(ผู้เรียบเรียงระบุ ไม่ปรากฏในต้นฉบับ\)/);
});

test('a cell with a comma, a quote or a line’s end is quoted, and a formula is a text', () => {
  assert.equal(csvCell('ก, ข'), '"ก, ข"');
  assert.equal(csvCell('ก "ข"'), '"ก ""ข"""');
  assert.equal(csvCell('ก\nข'), '"ก\nข"');
  assert.equal(csvCell('=1+1'), "'=1+1");
  assert.equal(csvCell('ก'), 'ก');
});

test('what machines read cannot end its script element', () => {
  const text = jsonLdText({ name: '</script><!--<script>', line: '\u2028' });
  assert.ok(!text.includes('<') && !text.includes('\u2028'));
  assert.deepEqual(JSON.parse(text), { name: '</script><!--<script>', line: '\u2028' });
});

test('a public procedure is a government service with its steps; one for staff only a how-to', () => {
  const { library } = real;
  const read = (ref: string): string => {
    const procedure = library.procedure(ref);
    return jsonLdText(procedureJsonLd(procedure, library.manual(procedure.manual), href));
  };
  const home = JSON.parse(read('loei-1-education-promotion/home-education')) as {
    '@graph': {
      '@type': string;
      provider?: { name: string };
      step?: { text: string; url: string }[];
    }[];
  };
  assert.deepEqual(
    home['@graph'].map((one) => one['@type']),
    ['GovernmentService', 'HowTo'],
  );
  assert.equal(home['@graph'][0]?.provider?.name, 'สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต ๑');
  assert.equal(home['@graph'][1]?.step?.length, 7);
  assert.equal(
    home['@graph'][1].step[1]?.url,
    '/base/manuals/loei-1-education-promotion/home-education/#step-g6x37',
  );
  const saraban = JSON.parse(read('uttaradit-2-policy-planning/saraban')) as {
    '@type': string;
    step: { '@type': string; itemListElement?: unknown[] }[];
  };
  assert.equal(saraban['@type'], 'HowTo');
  assert.equal(saraban.step[1]?.['@type'], 'HowToSection');
  assert.equal(saraban.step[1].itemListElement?.length, 5);
});

test('an office whose name is an editor’s reading is not given out as an organisation', () => {
  const { library } = real;
  assert.equal(officeJsonLd(library.office('chumphon-provincial-education'), href), undefined);
  assert.equal(officeJsonLd(library.office('loei-1'), href)?.['@type'], 'GovernmentOrganization');
  const person = personJsonLd(library.person('phanalak-khamlai'), library, href);
  assert.equal(person['jobTitle'], undefined);
  assert.equal(person['worksFor'], undefined);
});

test('the gaps around Loei’s officer are those that the sources leave', () => {
  const { library } = real;
  const gaps = gapsOf(workOf(library.person('boonjan'), library), library);
  assert.deepEqual(gaps.slice(0, 2), [
    'ข้อ ๕ และ ๖ ไม่มีขั้นตอนในคู่มือ',
    'ผู้แทนลำดับที่ ๑ และ ๒ ไม่ปรากฏในคู่มือ',
  ]);
  assert.match(
    gaps[2] ?? '',
    /^“ประสานและส่งเสริมองค์กรปกครอง.+โควตาพิเศษ” มีขั้นตอน แต่ไม่มีผู้รับผิดชอบในคำสั่ง$/,
  );
});

test('a task of another manual’s list does not number a procedure; its own manual’s does', () => {
  const { library } = real;
  const task = (ref: string): string | undefined =>
    ownTask(library.procedure(ref), library)?.number;
  assert.equal(task('loei-1-education-promotion/home-education'), undefined);
  assert.equal(task('uttaradit-2-policy-planning/saraban'), '1.1');
});

test('sixty people are listed by given name, under the consonant that it begins with', () => {
  const { library } = built(bigOffice());
  const people = peopleByName(library, (person) => workOf(person, library));
  assert.equal(people.length, BIG.people);
  assert.deepEqual(
    byInitial(people).map(({ initial, entries }) => [initial, entries.length]),
    [
      ['ก', 18],
      ['ข', 6],
      ['จ', 6],
      ['ช', 6],
      ['ด', 6],
      ['ธ', 6],
      ['พ', 6],
      ['ม', 6],
    ],
  );
  assert.equal(
    library.orders.flatMap(({ assignments }) => assignments.flatMap(({ duties }) => duties)).length,
    BIG.duties,
  );
  assert.equal(library.procedures.length, BIG.procedures);
});
