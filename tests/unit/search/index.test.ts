// Content → index files → answers, without a browser.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { buildIndex, type IndexFiles } from '../../../src/search/build-index.ts';
import type { Engine } from '../../../src/search/engine.ts';
import { readChunk } from '../../../src/search/pagefind-format.ts';
import { printedLine, printedUnits } from '../../../src/search/printed.ts';
import { searchContent } from '../../../src/search/search-content.ts';
import type { SearchContent } from '../../../src/search/search-page.ts';
import { unitsOf } from '../../../src/search/units.ts';
import { engineOver, fixtureLibrary, ownLibrary } from './office-content.ts';

const library = ownLibrary();
const content = searchContent(library, () => undefined);
let files: IndexFiles;
let engine: Engine;
before(async () => {
  files = await buildIndex(content);
  engine = engineOver(files);
});

test('everything that has a page or an anchor of its own can be found', () => {
  const urls = new Set(content.pages.map(({ url }) => url));
  const anchors = new Set(content.pages.flatMap(({ parts }) => parts.map(({ anchor }) => anchor)));
  for (const { ref, steps } of library.procedures) {
    assert.ok(urls.has(`/manuals/${ref}/`), ref);
    for (const step of steps.flatMap((each) => [each, ...(each.substeps ?? [])]))
      assert.ok(anchors.has(`step-${step.id}`), step.id);
  }
  for (const { id } of library.people) assert.ok(urls.has(`/people/${id}/`), id);
  for (const { id, assignments } of library.orders) {
    assert.ok(urls.has(`/orders/${id}/`), id);
    for (const { id: duty } of assignments.flatMap(({ duties }) => duties))
      assert.ok(anchors.has(`item-${duty}`), duty);
  }
  for (const { id } of library.tasks) assert.ok(urls.has(`/tasks/#item-${id}`), id);
});

test('no two pages have the same address, also in the invented office', () => {
  for (const { pages } of [content, searchContent(fixtureLibrary(), () => undefined)]) {
    const urls = pages.map(({ url }) => url);
    assert.equal(new Set(urls).size, urls.length);
  }
});

test('a position of the index leads to its characters in every printed line', () => {
  for (const part of content.pages.flatMap(({ parts }) => parts)) {
    const printed = printedUnits(printedLine(part.text)).map(({ text }) => text);
    assert.deepEqual(
      printed,
      unitsOf(part.text).map(({ text }) => text),
    );
  }
});

test('the packs hold the text as printed, a part a line', async () => {
  const { pages } = await engine.catalogue();
  for (const [i, page] of pages.entries()) {
    const lines = await engine.lines(page);
    assert.deepEqual(
      lines,
      content.pages[i]?.parts.map(({ text }) => printedLine(text)),
    );
  }
});

test('the same content gives the same words and packs', async () => {
  const again = await buildIndex(content);
  const plain = (of: IndexFiles): string[] =>
    [...of]
      .map(([name, bytes]) => `${name} ${String(bytes.length)}`)
      .filter((line) => !line.startsWith('catalogue'))
      .toSorted();
  assert.deepEqual(plain(again), plain(files));
});

test('a page without a word in it fails the build', async () => {
  const bad: SearchContent = {
    ...content,
    pages: [
      {
        url: '/x/',
        title: '…',
        kind: 'text',
        place: '',
        people: [],
        parts: [{ field: 'title', text: '…' }],
      },
    ],
  };
  await assert.rejects(buildIndex(bad), /nothing to index on \/x\//);
});

test('bytes that are no index are refused', () => {
  assert.throws(() => readChunk(new TextEncoder().encode('something else')), /no signature/);
  const chunk = [...files].find(([name]) => name.startsWith('index/'))?.[1] ?? new Uint8Array();
  assert.throws(() => readChunk(gunzipSync(chunk).subarray(0, 5000)));
});

test('every part is found by its own words, in the page that it stands on', async () => {
  const missed: string[] = [];
  for (const page of content.pages)
    for (const { text } of page.parts) {
      const { exact } = await engine.ask(text);
      if (!exact.some((hit) => hit.page.url === page.url)) missed.push(`${page.url}: ${text}`);
    }
  assert.deepEqual(missed, []);
});

test('an exact hit holds the words; a page that does not hold them is none', async () => {
  for (const words of ['สถานศึกษา', 'การศึกษา', 'ปี', 'แผน', 'เขต 1', '2562', 'net']) {
    const wanted = unitsOf(words)
      .map(({ text }) => text)
      .join('|');
    const { exact } = await engine.ask(words);
    const urls = new Set(exact.map(({ page }) => page.url));
    for (const page of content.pages) {
      const holds = page.parts.some(({ text }) =>
        `|${unitsOf(text)
          .map((unit) => unit.text)
          .join('|')}|`.includes(`|${wanted}|`),
      );
      if (holds) assert.ok(urls.has(page.url), `${words}: ${page.url} is missing`);
      else if (!words.includes(' '))
        assert.ok(!urls.has(page.url), `${words}: ${page.url} is wrong`);
    }
  }
});

test('half-typed words find what whole ones do', async () => {
  for (const [typed, url] of [
    ['สารบ', '/manuals/uttaradit-2-policy-planning/saraban/'],
    ['โฮมสค', '/manuals/loei-1-education-promotion/home-education/'],
    ['เปี้', '/people/nanthana-piajan/'],
    ['218/25', '/orders/loei-1-218-2562/'],
  ] as const) {
    const { exact } = await engine.ask(typed, { typing: true });
    assert.equal(exact[0]?.page.url, url, typed);
  }
});

test('the words of the list load only when slips are looked for', async () => {
  const asked: string[] = [];
  const counting = engineOver({
    get: (name) => {
      asked.push(name);
      return files.get(name);
    },
  });
  await counting.ask('การศึกษา');
  assert.ok(!asked.includes('words.txt'));
  await counting.ask('สารบรรน');
  assert.ok(asked.includes('words.txt'));
});

test('a file that fails to load is asked for again', async () => {
  let broken = true;
  const flaky = engineOver({
    get: (name) => (broken && name.startsWith('index/') ? undefined : files.get(name)),
  });
  await assert.rejects(flaky.ask('สารบรรณ'));
  broken = false;
  assert.equal((await flaky.ask('สารบรรณ')).exact.length, 2);
});

const sayings: SearchContent = {
  pages: [
    ['a', 'ของการเดินทาง ร้อยละ 18 ของทั้งหมด ยี่สิบ'],
    ['b', 'ฮาร์วาร์ดยาร์ดอยู่ที่เคมบริดจ์'],
    ['c', 'สินค้า “ของ การ” เดินทาง 18% ของทั้งหมดและยังมีข้อความอื่นอีกหลายคำอยู่ในหน้านี้ด้วย'],
    ['d', 'ระบบที่จะทำงานสำหรับระบบที่จะทำงาน'],
  ].map(([id = '', text = '']) => ({
    url: `/${id}/`,
    title: id,
    kind: 'text' as const,
    place: '',
    people: [],
    parts: [{ field: 'body' as const, text }],
  })),
  offices: [],
  units: [],
  people: [],
  manuals: 1,
};

test('of pages that hold the words, those that print them just as typed come first', async () => {
  const over = engineOver(await buildIndex(sayings));
  const first = async (query: string): Promise<string | undefined> =>
    (await over.ask(query)).exact[0]?.page.url;
  assert.equal(await first('18%'), '/c/');
  assert.equal(await first('ร้อยละ 18'), '/a/');
  assert.equal(await first('ของการ'), '/a/');
});

test('one slip in words that no list holds is mended by what the page prints', async () => {
  const built = await buildIndex(sayings);
  const over = engineOver({
    get: (name) => (name === 'words.txt' ? new TextEncoder().encode('') : built.get(name)),
  });
  for (const [typed, meant] of [
    ['ฮาร์าร์ดยาร์ด', 'ฮาร์วาร์ดยาร์ด'],
    ['สำหรับะบบที่จะทำงาน', 'สำหรับระบบที่จะทำงาน'],
    ['เคมบริจจ์', 'เคมบริดจ์'],
    ['ฮาร์วาร์ดดยาร์ด', 'ฮาร์วาร์ดยาร์ด'],
  ] as const) {
    const { meant: readings } = await over.ask(typed);
    assert.equal(readings[0]?.text, meant, typed);
  }
  for (const typed of ['ใบขับขี่รถยนต์', 'ฮาร์มอนิกายาร์ด', 'เดินทะเล'])
    assert.deepEqual((await over.ask(typed)).meant, [], typed);
});

test('another abbreviation is no slip of one that is known', async () => {
  for (const typed of ['สพม.', 'กยศ.', 'MOU']) {
    const { exact, meant, similar } = await engine.ask(typed);
    assert.deepEqual([exact, meant, similar], [[], [], []], typed);
  }
});

test('a task’s name or alias inside more words finds it', async () => {
  for (const [typed, url] of [
    ['สารบรรณอิเล็กทรอนิกส์', '/manuals/uttaradit-2-policy-planning/saraban/'],
    ['สมัครเข้าเรียนชั้น ม.1', '/manuals/loei-1-education-promotion/in-system-education/'],
  ] as const)
    assert.equal((await engine.ask(typed)).similar[0]?.page.url, url, typed);
});

test('words that stand in one part, apart, are near; words of two parts are not', async () => {
  const { similar } = await engine.ask('มติประชุม');
  assert.ok(similar.some(({ page }) => page.url.endsWith('/committee-support/')));
  assert.deepEqual((await engine.ask('ทะเบียนบ้าน')).similar, []);
});

test('what may have been meant begins where a word does', async () => {
  const meant = async (typed: string): Promise<string[]> =>
    (await engine.ask(typed)).meant.map(({ text }) => text);
  // ปฏิบั|ติตามนโยบาย, Eng|lish
  assert.deepEqual(await meant('ติดตามนโยบาย'), []);
  assert.deepEqual(await meant('l^di'), []);
  assert.deepEqual(await meant('สารบัญ'), ['สารบรรณ']);
  // A name that is in no list, with a slip within and one at its end.
  assert.deepEqual(await meant('บุนจันทร์'), ['บุญจันทร์']);
  assert.deepEqual(await meant('บุญจันท์'), ['บุญจันทร์']);
});
