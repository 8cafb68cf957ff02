// Unit tests: names of all offices looked up in the directory's files.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directoryEntries } from '../../../src/directory/entries.ts';
import { type PublishedNames } from '../../../src/directory/published-names.ts';
import { directory, type LookedUp } from '../../../src/directory/look-up.ts';
import { packDirectory, type Manifest } from '../../../src/directory/pack.ts';

type Procedure = PublishedNames['procedures'][number];

function office(names: {
  procedures?: readonly (readonly [title: string, ...aliases: string[]])[];
  people?: readonly (readonly [name: string, ...spellings: string[]])[];
}): PublishedNames {
  const procedures = (names.procedures ?? []).map(([title, ...aliases], i) => ({
    title,
    url: `/manuals/m/p-${String(i)}/`,
    aliases: aliases.map((text) => ({ text, basis: 'editor' })),
  }));
  const people = (names.people ?? []).map(([name, ...others], i) => ({
    name,
    url: `/people/p-${String(i)}/`,
    spellings: [name, ...others].map((text) => ({ text, source: [] })),
  }));
  return {
    manuals: [],
    procedures: procedures as unknown as Procedure[],
    people,
  } as unknown as PublishedNames;
}

interface Asked {
  readonly ask: (typed: string) => Promise<LookedUp>;
  /** Characters loaded so far, and requests. */
  readonly loaded: () => { size: number; requests: number };
}

function over(published: readonly PublishedNames[]): Asked {
  return overFiles(packDirectory(directoryEntries(published)));
}

function overFiles(files: ReadonlyMap<string, string>): Asked {
  let size = 0;
  let requests = 0;
  const ask = directory((name) => {
    const text = files.get(name);
    if (text === undefined) return Promise.reject(new Error(`no file ${name}`));
    size += text.length;
    requests++;
    return Promise.resolve(JSON.parse(text));
  });
  return { ask, loaded: () => ({ size, requests }) };
}

const three = [
  office({
    procedures: [
      ['งานสารบรรณ', 'รับส่งหนังสือ'],
      ['การจัดการศึกษาโดยครอบครัว', 'โฮมสคูล', 'homeschool'],
    ],
    people: [['บุญจันทร์ ลีกลาง', 'บุญจันทร์ ลือกลาง']],
  }),
  office({ procedures: [['งานสารบรรณ'], ['งานประชุมครั้งที่ ๑๘'], ['งานประชุมครั้งที่ ๑๘๐']] }),
  office({ procedures: [['งาน สารบรรณ', 'ธุรการ']] }),
];

test('the same name in several offices is one entry with a place in each', async () => {
  const { exact } = await over(three).ask('สารบรรณ');
  assert.equal(exact.length, 2);
  const [first] = exact;
  assert.equal(first?.title, 'งานสารบรรณ');
  assert.deepEqual(first.places, [
    { office: 0, path: '/manuals/m/p-0/' },
    { office: 1, path: '/manuals/m/p-0/' },
  ]);
});

test('an everyday word, a Latin one, another spelling of a name and Arabic digits find what they name', async () => {
  const { ask } = over(three);
  const titles = async (typed: string): Promise<string[]> =>
    (await ask(typed)).exact.map(({ title }) => title);
  assert.deepEqual(await titles('โฮมสคูล'), ['การจัดการศึกษาโดยครอบครัว']);
  assert.deepEqual(await titles('HomeSchool'), ['การจัดการศึกษาโดยครอบครัว']);
  assert.deepEqual(await titles('ลือกลาง'), ['บุญจันทร์ ลีกลาง']);
  assert.deepEqual(await titles('18'), ['งานประชุมครั้งที่ ๑๘']);
  assert.equal((await ask('โฮมสคูล')).exact[0]?.other, 'โฮมสคูล');
});

test('a question is read as one; a half-typed word finds; a slip finds what is near', async () => {
  const { ask } = over(three);
  const asked = await ask('ใครรับผิดชอบงานสารบรรณ');
  assert.equal(asked.words, 'สารบรรณ');
  assert.ok(asked.exact.some(({ title }) => title === 'งานสารบรรณ'));
  assert.ok((await ask('การจัดการศึกษาโดยครอบค')).exact.length > 0);
  const slip = await ask('งานสารบรรน');
  assert.deepEqual(slip.exact, []);
  assert.equal(slip.near[0]?.title, 'งานสารบรรณ');
});

test('nothing is found where nothing is: no name is near to words of another kind', async () => {
  const { exact, near } = await over(three).ask('ขอใบอนุญาตขับรถ');
  assert.deepEqual([exact, near], [[], []]);
});

test('of a name in more offices than a file lists, all places can be had', async () => {
  const many = Array.from({ length: 40 }, () => office({ procedures: [['งานสารบรรณ']] }));
  const { exact } = await over(many).ask('สารบรรณ');
  assert.equal(exact[0]?.count, 40);
  assert.ok(exact[0].places.length < 10);
  assert.deepEqual(
    (await exact[0].allPlaces()).map((place) => place.office),
    many.map((_, i) => i),
  );
});

const WORK = [
  'รับนักเรียน',
  'ย้ายข้าราชการครู',
  'เบิกค่าเช่าบ้าน',
  'จัดซื้อพัสดุ',
  'ตรวจสอบภายใน',
  'นิเทศการสอน',
  'สอบธรรมศึกษา',
  'ขอเครื่องราชอิสริยาภรณ์',
];
const OF = ['ระดับปฐมวัย', 'ประจำปีงบประมาณ', 'ในโรงเรียนขนาดเล็ก', 'ของสำนักงานเขต', 'ตามโครงการพิเศษ'];

/** Offices of a hundred procedures that no other has by the same name. */
function offices(count: number): PublishedNames[] {
  return Array.from({ length: count }, (_, o) =>
    office({
      procedures: Array.from({ length: 100 }, (_, p): [string] => [
        `งาน${WORK[p % WORK.length] ?? ''}${OF[(p + o) % OF.length] ?? ''} เรื่องที่ ${String(o * 100 + p)}`,
      ]),
    }),
  );
}

test('first look-ups over 20,000 procedures load hardly more than over 1,000, in a few requests', async () => {
  const sums = { small: 0, large: 0 };
  const queries = ['เรื่องที่ 17', 'งานรับนักเรียนประจำปีงบประมาณ เรื่องที่ 808', ...WORK, ...OF];
  const [small, large] = [
    packDirectory(directoryEntries(offices(10))),
    packDirectory(directoryEntries(offices(200))),
  ];
  for (const typed of queries) {
    const [few, many] = [overFiles(small), overFiles(large)];
    await few.ask(typed);
    assert.ok((await many.ask(typed)).exact.length > 0, typed);
    assert.ok(many.loaded().requests <= 5, typed);
    sums.small += few.loaded().size;
    sums.large += many.loaded().size;
  }
  assert.ok(sums.large <= sums.small * 1.5, JSON.stringify(sums));
});

test('a name that is one of thousands with the same words is found by the word that is its own', async () => {
  const { ask } = over([
    ...offices(50),
    office({ procedures: [['งานรับนักเรียนประจำปีงบประมาณ โครงการหมอกเหนือ']] }),
  ]);
  assert.equal((await ask('รับนักเรียน โครงการหมอกเหนือ')).exact.length, 1);
  const all = await ask('งานรับนักเรียน');
  assert.ok(all.cut, 'it is not said that there are more');
});

test('the files are the same for the same names, and every key of a name leads to it', () => {
  const entries = directoryEntries(three);
  const files = packDirectory(entries);
  assert.deepEqual(packDirectory(directoryEntries(three)), files);
  const manifest = JSON.parse(files.get('manifest.json') ?? '') as Manifest;
  assert.equal(files.size, 1 + manifest.shards + manifest.more);
});
