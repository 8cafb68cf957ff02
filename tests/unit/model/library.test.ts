// Checked content → the library: links followed, parts in the order of the source.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildLibrary, flatParts, type Content } from '../../../src/model/library.ts';
import { ManualData } from '../../../src/model/manual.ts';
import { OfficeData } from '../../../src/model/office.ts';
import { OrderData } from '../../../src/model/order.ts';
import { PersonData } from '../../../src/model/person.ts';
import { ProcedureData } from '../../../src/model/procedure.ts';
import { SectionData } from '../../../src/model/section.ts';

const link = (ref: string): { ref: string; basis: 'stated' } => ({ ref, basis: 'stated' });

const manual = (id: string, fields: Record<string, unknown> = {}): Content['manuals'][number] => ({
  id,
  data: ManualData.parse({
    title: { text: id, basis: 'stated' },
    kind: 'book',
    seed: '001',
    office: link('area-1'),
    parts: ['cover'],
    ...fields,
  }),
});
const section = (
  owner: string,
  id: string,
  data: Record<string, unknown>,
): Content['sections'][number] => ({
  manual: owner,
  id,
  data: SectionData.parse(data),
  paragraphs: [],
});
const cover = (owner: string): Content['sections'][number] =>
  section(owner, 'cover', { kind: 'cover', lines: ['ปก'] });
const procedure = (owner: string, id: string): Content['procedures'][number] => ({
  manual: owner,
  id,
  data: ProcedureData.parse({
    title: id,
    audience: 'staff',
    numbering: '1.',
    steps: [{ id: `${id}-1`, text: 'ทำ' }],
  }),
});
const order = (owner: string, id: string): Content['orders'][number] => ({
  manual: owner,
  id,
  data: OrderData.parse({
    number: '๑/๒๕๖๗',
    date: '2024-01-15',
    office: link('area-1'),
    heading: 'คำสั่ง',
    numberLine: 'ที่ ๑/๒๕๖๗',
    subjectLine: 'เรื่อง',
    paragraphs: ['สั่ง'],
    assignments: [
      {
        person: 'mali',
        name: 'นางสาวมะลิ',
        post: 'เจ้าหน้าที่',
        numbering: '๑.',
        duties: [{ id: 'duty', text: 'งาน' }],
      },
    ],
  }),
});
const tasks = (owner: string, id: string): Content['sections'][number] =>
  section(owner, id, {
    kind: 'tasks',
    title: 'ขอบข่ายงาน',
    numbering: '(๑)',
    groups: [
      {
        id: 'service',
        text: 'งานบริการ',
        numbering: '๑.๑.',
        tasks: [
          { id: 'receive', text: 'รับคำร้อง', aliases: [{ text: 'ยื่นเรื่อง', basis: 'editor' }] },
          { id: 'issue', text: 'ออกหนังสือ' },
        ],
      },
      { id: 'clerical', text: 'งานธุรการ' },
      { id: 'unmarked', text: 'งานอื่น', tasks: [{ id: 'other', text: 'อื่น ๆ' }] },
    ],
  });

const content = (over: Partial<Content> = {}): Content => ({
  manuals: [manual('one')],
  sections: [cover('one')],
  procedures: [],
  orders: [],
  offices: [
    {
      id: 'area-1',
      data: OfficeData.parse({
        name: 'สำนักงานตัวอย่าง',
        short: 'สพป.',
        kind: 'area',
        basis: 'stated',
        units: [{ id: 'service', name: 'กลุ่มบริการ', basis: 'stated' }],
      }),
    },
  ],
  people: [{ id: 'mali', data: PersonData.parse({ prefix: 'นางสาว', name: 'มะลิ ใจงาม' }) }],
  ...over,
});

test('books come before pages, each in the order of their seeds', () => {
  const manuals = [
    manual('p2', { kind: 'page', seed: '003' }),
    manual('b2', { seed: '002' }),
    manual('p1', { kind: 'page', seed: '000' }),
    manual('b1', { seed: '001' }),
  ];
  const library = buildLibrary(content({ manuals, sections: manuals.map(({ id }) => cover(id)) }));
  assert.deepEqual(
    library.manuals.map(({ id }) => id),
    ['b1', 'b2', 'p1', 'p2'],
  );
});

test('chapters hold their parts, to any depth, in the order in which they name them', () => {
  const library = buildLibrary(
    content({
      manuals: [manual('one', { parts: ['cover', 'chapter', 'order-1'] })],
      sections: [
        cover('one'),
        section('one', 'chapter', { kind: 'chapter', title: 'ตอนที่ 1', parts: ['inner', 'b'] }),
        section('one', 'inner', { kind: 'chapter', title: '1.1', parts: ['c', 'a'] }),
      ],
      procedures: [procedure('one', 'a'), procedure('one', 'b'), procedure('one', 'c')],
      orders: [order('one', 'order-1')],
    }),
  );
  const [only] = library.manuals;
  assert.deepEqual(
    only?.parts.map(({ id }) => id),
    ['cover', 'chapter', 'order-1'],
  );
  assert.deepEqual(
    flatParts(only.parts).map(({ type, id }) => `${type} ${id}`),
    [
      'section cover',
      'chapter chapter',
      'chapter inner',
      'procedure c',
      'procedure a',
      'procedure b',
      'order order-1',
    ],
  );
  assert.deepEqual(
    only.procedures.map(({ id }) => id),
    ['c', 'a', 'b'],
  );
  assert.deepEqual(
    only.orders.map(({ id }) => id),
    ['order-1'],
  );
  assert.deepEqual(library.procedures, only.procedures);
});

test('parts of one name in two manuals are not taken for each other', () => {
  const library = buildLibrary(
    content({
      manuals: [
        manual('one', { seed: '001', parts: ['ask'] }),
        manual('two', { seed: '002', parts: ['ask'] }),
      ],
      sections: [],
      procedures: [procedure('two', 'ask'), procedure('one', 'ask')],
    }),
  );
  assert.deepEqual(
    library.procedures.map(({ ref }) => ref),
    ['one/ask', 'two/ask'],
  );
  assert.equal(library.procedure('two/ask').manual, 'two');
});

test('a manual knows its office, its unit and its authors', () => {
  const library = buildLibrary(
    content({
      manuals: [manual('one', { unit: link('area-1/service'), authors: [link('mali')] })],
    }),
  );
  const found = library.manual('one');
  assert.equal(found.office.name, 'สำนักงานตัวอย่าง');
  assert.equal(found.unit?.name, 'กลุ่มบริการ');
  assert.deepEqual(
    found.authors.map(({ fullName }) => fullName),
    ['นางสาวมะลิ ใจงาม'],
  );
});

test('a manual may have no unit and no author', () => {
  const found = buildLibrary(content()).manual('one');
  assert.equal(found.unit, undefined);
  assert.deepEqual(found.authors, []);
});

test('a task has the mark of its place, without punctuation, and knows its group', () => {
  const library = buildLibrary(
    content({ manuals: [manual('one', { parts: ['scope'] })], sections: [tasks('one', 'scope')] }),
  );
  const seen = (ref: string): unknown[] => {
    const { number, text, group, manual: owner } = library.task(ref);
    return [number, text, group, owner];
  };
  assert.deepEqual(seen('one/service'), ['๑', 'งานบริการ', undefined, 'one']);
  assert.deepEqual(seen('one/receive'), ['๑.๑', 'รับคำร้อง', 'service', 'one']);
  assert.deepEqual(seen('one/issue'), ['๑.๒', 'ออกหนังสือ', 'service', 'one']);
  assert.deepEqual(seen('one/clerical'), ['๒', 'งานธุรการ', undefined, 'one']);
  assert.deepEqual(seen('one/other'), ['', 'อื่น ๆ', 'unmarked', 'one']);
  assert.deepEqual(library.task('one/receive').aliases, [{ text: 'ยื่นเรื่อง', basis: 'editor' }]);
});

test('the tasks of the library are those that hold no others', () => {
  const library = buildLibrary(
    content({ manuals: [manual('one', { parts: ['scope'] })], sections: [tasks('one', 'scope')] }),
  );
  assert.deepEqual(
    library.tasks.map(({ id }) => id),
    ['receive', 'issue', 'clerical', 'other'],
  );
  assert.deepEqual(
    library.manual('one').tasks.map(({ id, tasks: below }) => [id, below.length]),
    [
      ['service', 2],
      ['clerical', 0],
      ['unmarked', 1],
    ],
  );
});

test('everything is found by its id or reference', () => {
  const library = buildLibrary(
    content({
      manuals: [manual('one', { parts: ['cover', 'ask', 'order-1'] })],
      procedures: [procedure('one', 'ask')],
      orders: [order('one', 'order-1')],
    }),
  );
  assert.equal(library.manual('one').id, 'one');
  assert.equal(library.procedure('one/ask').title, 'ask');
  assert.equal(library.order('order-1').manual, 'one');
  assert.equal(library.office('area-1').short, 'สพป.');
  const { fullName, name, spellings } = library.person('mali');
  assert.deepEqual([fullName, name, spellings], ['นางสาวมะลิ ใจงาม', 'มะลิ ใจงาม', []]);
});

test('what is not there throws, and says what was looked for', () => {
  const library = buildLibrary(content());
  assert.throws(() => library.manual('x'), new Error('no manual "x"'));
  assert.throws(() => library.procedure('one/x'), new Error('no procedure "one/x"'));
  assert.throws(() => library.task('one/x'), new Error('no task "one/x"'));
  assert.throws(() => library.order('x'), new Error('no order "x"'));
  assert.throws(() => library.office('x'), new Error('no office "x"'));
  assert.throws(() => library.person('x'), new Error('no person "x"'));
});

test('content whose references lead nowhere throws, and names them', () => {
  assert.throws(
    () => buildLibrary(content({ manuals: [manual('one', { parts: ['cover', 'lost'] })] })),
    new Error('manual one: no part "lost"'),
  );
  assert.throws(() => buildLibrary(content({ offices: [] })), new Error('no office "area-1"'));
  assert.throws(
    () => buildLibrary(content({ manuals: [manual('one', { authors: [link('nobody')] })] })),
    new Error('no person "nobody"'),
  );
});

test('a part of another manual is no part of this one', () => {
  assert.throws(
    () => buildLibrary(content({ sections: [cover('two')] })),
    new Error('manual one: no part "cover"'),
  );
});
