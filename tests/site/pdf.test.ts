// Site tests: sheets of npm run pdf as files: tagged, in Thai, with a title, their text and the right pages.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { Published } from '../../src/model/published.ts';
import { printSheet } from '../../src/paper/print-sheet.ts';
import { sheets } from '../../src/paper/sheets.ts';
import { serve } from '../../src/commands/serve.ts';
import { inventedOffice } from './build-site.ts';
import { readBuilt } from './built-site.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const all = sheets(Published.parse(JSON.parse(readBuilt('/data/manuals.json'))));

/** Glyphs that a font moves aside come out in another order or as no letter: what counts are the consonants. */
const bare = (text: string): string => text.replace(/[^ก-ฮ0-9๐-๙a-z]/gi, '');

test('there is a sheet for every procedure twice, for every person and every manual, and a handout where the public takes part', () => {
  const count = (kind: string): number => all.filter((sheet) => sheet.kind === kind).length;
  expect(count('procedure')).toBe(17);
  expect(count('checklist')).toBe(17);
  expect(count('handout')).toBe(2);
  expect(count('person')).toBe(4);
  expect(count('manual')).toBe(5);
  expect(new Set(all.map(({ file }) => file)).size).toBe(all.length);
});

for (const { kind, wanted } of [
  { kind: 'handout', wanted: 'สิ่งที่ท่านต้องทำ' },
  { kind: 'checklist', wanted: 'ลงชื่อ ผู้ปฏิบัติ' },
] as const)
  test(`a ${kind} is one tagged page in Thai, with its title and its words`, async ({
    browser,
  }) => {
    const sheet = all.find((one) => one.kind === kind && one.file.includes('special-quota'));
    if (!sheet) throw new Error('no such sheet');
    const pdf = await open(await printSheet(browser, sheet, process.env.KHUMUE_URL ?? ''));
    expect(pdf.numPages).toBe(1);
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
    const info = (await pdf.getMetadata()).info as { Language?: string; Title?: string };
    expect(info.Language).toBe('th');
    expect(bare(info.Title ?? '')).toContain(bare('การส่งเสริมและสนับสนุนนักเรียนในโควตาพิเศษ'));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(bare(text)).toContain(bare(wanted));
    expect(bare(text)).toContain(bare('หน้า 1 / 1'));
  });

test('a sheet has the site’s own letters, however late they come', async ({ browser }) => {
  const slow = createServer((request, response) => {
    void (async () => {
      const answer = await fetch(new URL(request.url ?? '/', process.env.KHUMUE_URL));
      if (request.url?.endsWith('.woff2')) await new Promise((done) => setTimeout(done, 1500));
      response.setHeader('Content-Type', answer.headers.get('content-type') ?? '');
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
  await new Promise<void>((done) => slow.listen(0, '127.0.0.1', done));
  const { port } = slow.address() as AddressInfo;
  const sheet = all.find(({ kind }) => kind === 'handout');
  if (!sheet) throw new Error('no such sheet');
  const pdf = await printSheet(browser, sheet, `http://127.0.0.1:${String(port)}/`).finally(() => {
    slow.close();
  });
  const fonts = [...pdf.toString('latin1').matchAll(/\/BaseFont\s*\/[A-Z]+\+([\w-]+)/g)];
  const families = new Set(fonts.map(([, name = '']) => name.split('-')[0]));
  expect([...families]).toEqual(['Sarabun']);
});

test('the lines to sign are never on a sheet without a step above them', async ({ page }) => {
  // Its steps fill the first sheet to the end.
  await page.goto('./manuals/loei-1-education-promotion/home-education/');
  const pdf = await open(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  const last = await (await pdf.getPage(pdf.numPages)).getTextContent();
  const texts = last.items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [{ text: bare(item.str), height: Number(item.transform[5]) }]
      : [],
  );
  const highest = Math.max(...texts.map(({ height }) => height));
  const head = texts.flatMap(({ text, height }) => (highest - height < 3 ? [text] : [])).join('');
  expect(texts.map(({ text }) => text).join('')).toContain(bare('ลงชื่อ ผู้ปฏิบัติ'));
  expect(head).not.toBe('');
  expect(head).not.toContain(bare('ลงชื่อ'));
});

test('on paper a heading has room for a vowel with its tone mark: at the head of a sheet they would stand at the foot of the one before', async ({
  page,
}) => {
  await page.goto('./people/boonjan/');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => document.fonts.ready);
  const rooms = await page.locator('main :is(h2, h3)').evaluateAll((headings) =>
    headings.map((heading) => {
      const { fontWeight, fontSize, fontFamily, lineHeight, paddingBlockStart } =
        getComputedStyle(heading);
      const context = document.createElement('canvas').getContext('2d');
      if (!context) return NaN;
      context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      const ink = context.measureText('ชื่อนี้');
      const letters = ink.fontBoundingBoxAscent + ink.fontBoundingBoxDescent;
      const above = (parseFloat(lineHeight) - letters) / 2 + ink.fontBoundingBoxAscent;
      return parseFloat(paddingBlockStart) + above - ink.actualBoundingBoxAscent;
    }),
  );
  expect(rooms.length).toBeGreaterThan(4);
  for (const room of rooms) expect(room).toBeGreaterThanOrEqual(0);
});

test('in an office with stand-ins, branches and three parties every handout is one page, and a person’s sheet says where it is from', async ({
  browser,
}) => {
  const out = inventedOffice();
  const site = await serve(out, { port: 0 });
  try {
    const data = Published.parse(JSON.parse(readBuilt('/data/manuals.json', out)));
    const wanted = sheets(data).filter(({ kind }) => kind === 'handout' || kind === 'person');
    const long: string[] = [];
    for (const sheet of wanted) {
      const pdf = await open(await printSheet(browser, sheet, site.url));
      if (sheet.kind === 'handout' && pdf.numPages > 1) long.push(sheet.file);
      const { text } = await extractText(pdf, { mergePages: true });
      const path = sheet.url.replace(/handout\/$/, '');
      expect(text, sheet.file).toContain(`https://khumue.example.go.th${path}`);
    }
    expect(long).toEqual([]);
    expect(wanted.length).toBeGreaterThan(10);
  } finally {
    await site.close();
  }
});

test('a manual is one book: its contents name the pages on which its parts stand', async ({
  browser,
}) => {
  const sheet = all.find((one) => one.file === 'manuals/regional-education-strategy.pdf');
  if (!sheet) throw new Error('no such sheet');
  const pdf = await open(await printSheet(browser, sheet, process.env.KHUMUE_URL ?? ''));
  const { text: pages } = await extractText(pdf);
  // Below the book's name. A cover has no heading that one sees.
  const entries = [...(pages[0] ?? '').matchAll(/^([^\d\n]+?)\s*(\d+)$/gm)].filter(
    ([, title]) => title !== 'หน้าปก',
  );
  expect(entries.length).toBeGreaterThan(2);
  for (const [, title = '', page] of entries)
    expect(bare(pages[Number(page) - 1] ?? ''), title).toContain(bare(title));
  const outline = await pdf.getOutline();
  expect(outline.length).toBeGreaterThan(0);
});

function open(bytes: Buffer): Promise<Pdf> {
  return getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
}
