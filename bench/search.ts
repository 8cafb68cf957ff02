// Bench: search. node bench/search.ts --data <corpus.json> and/or --site → tables, measured in the browser of the tests.
// --data: Recall@1, Recall@5 and MRR@10 of this search and of its peers, their bytes and their time.
// --site: the same of this search on the site's own content, and what each kind of page and of term is worth.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import * as pagefind from 'pagefind';
import { build } from 'vite';
import { checkContent } from '../src/authoring/check-content.ts';
import { toContent } from '../src/authoring/parse-content.ts';
import { officeFolders, readOffice } from '../src/authoring/read-office.ts';
import { findChromium } from '../src/commands/chromium.ts';
import { buildLibrary } from '../src/model/library.ts';
import { buildIndex } from '../src/search/build-index.ts';
import { searchContent } from '../src/search/search-content.ts';
import { kinds, kindLabel, type SearchContent } from '../src/search/search-page.ts';
import { WORDS_FILE } from '../src/search/word-list.ts';
import type { Corpus, EngineModule } from './search-corpus.ts';
import * as flexsearch from './search-flexsearch.ts';
import * as lunr from './search-lunr.ts';
import * as minisearch from './search-minisearch.ts';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, '.build/bench-search');
const USAGE = `ต้องบอกว่าจะวัดกับข้อมูลใด อย่างใดอย่างหนึ่งหรือทั้งสองอย่าง
  npm run bench:search -- --data FILE   เทียบกับเครื่องมือค้นหาอื่น ด้วยข้อมูลทดสอบนอกโครงการ
                                        เป็น JSON: {docs: [{id, text}], sets: {ชื่อชุด: [{q, gold: [id]}]}}
  npm run bench:search -- --site        วัดการค้นหานี้กับเนื้อหาของเว็บเอง และวัดว่าแต่ละส่วนของดัชนีช่วยเท่าใด`;

/** A name in the table, the module that runs it and the folder of its files. */
interface Engine {
  readonly name: string;
  readonly module: string;
  readonly files: string;
}
interface Figures {
  readonly sets: Readonly<
    Record<string, readonly [first: number, five: number, reciprocal: number]>
  >;
  readonly median: number;
}

/** File of the bench folder → bytes as a host sends it. */
const sizes = new Map<string, number>();
/** What the browser asked for, in order. */
const asked: string[] = [];

const { values } = parseArgs({ options: { data: { type: 'string' }, site: { type: 'boolean' } } });
if (values.data === undefined && !values.site) {
  console.error(USAGE);
  process.exit(2);
}
rmSync(folder, { recursive: true, force: true });
write('index.html', '<!doctype html><html lang="th"><meta charset="utf-8"><title>bench</title>');
await bundle();
const server = serve();
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] || findChromium() || undefined,
  args: ['--no-sandbox', '--disable-gpu'],
} as Parameters<typeof chromium.launch>[0]);
try {
  if (values.data !== undefined) await compare(readCorpus(values.data), browser);
  if (values.site) await ownSite(browser);
} finally {
  await browser.close();
  server.close();
}

async function compare(corpus: Corpus, on: Browser): Promise<void> {
  const engines: Engine[] = [
    { name: 'this search', module: 'search-this', files: 'this/' },
    { name: 'Pagefind 1.6 as it comes', module: 'search-pagefind', files: 'pagefind/' },
    { name: 'MiniSearch, Intl.Segmenter', module: 'search-minisearch', files: 'minisearch-words/' },
    {
      name: 'MiniSearch, cluster bigrams',
      module: 'search-minisearch',
      files: 'minisearch-bigrams/',
    },
    { name: 'FlexSearch, Intl.Segmenter', module: 'search-flexsearch', files: 'flexsearch/' },
    { name: 'Lunr th, query cut', module: 'search-lunr', files: 'lunr/' },
  ];
  await writeIndex('this/', ofCorpus(corpus));
  await writePlainPagefind('pagefind/', corpus);
  write('minisearch-words/index.json', minisearch.build(corpus, 'words'));
  write('minisearch-bigrams/index.json', minisearch.build(corpus, 'bigrams'));
  write('flexsearch/index.json', flexsearch.build(corpus));
  write('lunr/index.json', lunr.build(corpus));

  const names = Object.keys(corpus.sets);
  console.log(
    `\n${String(corpus.docs.length)} texts. Recall@1 / Recall@5 / MRR@10; index and first query in KB (brotli).`,
  );
  console.log(row(['', ...names, 'index', 'first query', 'median ms']));
  for (const engine of engines) {
    const { figures, bytes } = await measure(engine, corpus, on);
    const index = [...sizes].filter(([file]) => file.startsWith(engine.files));
    console.log(
      row([
        engine.name,
        ...names.map((name) => {
          const [first, five, reciprocal] = figures.sets[name] ?? [0, 0, 0];
          return `${percent(first)}/${percent(five)}/${reciprocal.toFixed(3)}`;
        }),
        kilobytes(index.reduce((sum, [, size]) => sum + size, 0)),
        kilobytes(bytes),
        figures.median.toFixed(1),
      ]),
    );
  }
  console.log(
    'This search and Pagefind also fetch the words of the first ten results; the others hold no text to show.',
  );
}

/** One engine, in a tab of its own: what its first query fetches, then every set. */
async function measure(
  engine: Engine,
  corpus: Corpus,
  on: Browser,
): Promise<{ figures: Figures; bytes: number }> {
  const page = await on.newPage();
  const first = Object.values(corpus.sets)[0]?.[0]?.q ?? '';
  const bytes = await fetched(page, () =>
    page.evaluate(open, { module: `/${engine.module}.js`, files: `/${engine.files}`, first }),
  );
  const figures = await page.evaluate(run, corpus.sets);
  await page.close();
  return { figures, bytes };
}

/** In the page: loads the engine and asks one question. */
async function open(given: { module: string; files: string; first: string }): Promise<void> {
  const { open: start } = (await import(given.module)) as EngineModule;
  const ask = await start(given.files);
  await ask(given.first);
  Object.assign(window, { ask });
}

/** In the page: asks everything. */
async function run(sets: Corpus['sets']): Promise<Figures> {
  const { ask } = window as unknown as { ask: Awaited<ReturnType<EngineModule['open']>> };
  const times: number[] = [];
  const figures: Record<string, [number, number, number]> = {};
  for (const [name, queries] of Object.entries(sets)) {
    let first = 0;
    let five = 0;
    let reciprocal = 0;
    for (const { q, gold } of queries) {
      const start = performance.now();
      const found = await ask(q);
      times.push(performance.now() - start);
      const place = found.findIndex((id) => gold.includes(id));
      if (place === 0) first++;
      if (place >= 0 && place < 5) five++;
      if (place >= 0 && place < 10) reciprocal += 1 / (place + 1);
    }
    figures[name] = [first / queries.length, five / queries.length, reciprocal / queries.length];
  }
  times.sort((a, b) => a - b);
  return { sets: figures, median: times[times.length >> 1] ?? 0 };
}

async function ownSite(on: Browser): Promise<void> {
  const { content } = checkContent(readOffice(officeFolders(), root));
  const all = searchContent(buildLibrary(toContent(content)), () => undefined);
  const queries = ownQueries();
  const parts = all.pages.flatMap((page) => page.parts).length;
  console.log(
    `\nThe site's own content: ${String(all.pages.length)} pages, ${String(parts)} parts, ${String(queries.length)} queries.`,
  );

  await writeIndex('site/', all);
  const page = await on.newPage();
  const bytes = await fetched(page, () =>
    page.evaluate(open, { module: '/search-this.js', files: '/site/', first: 'งานสารบรรณ' }),
  );
  console.log(`first query: ${kilobytes(bytes)} KB brotli, engine included`);
  const throttled = await page.context().newCDPSession(page);
  await throttled.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const { median } = await page.evaluate(run, { own: queries.map(({ q }) => ({ q, gold: [] })) });
  console.log(`median of a query at a fourth of the CPU: ${median.toFixed(1)} ms`);
  await page.close();

  console.log(
    '\nWhat each is worth: Recall@1, Recall@3 and right “nothing” in %; all files of the index but the printed words, KB brotli.',
  );
  console.log(row(['', 'Recall@1', 'Recall@3', 'nothing', 'KB']));
  const variants: [name: string, content: SearchContent, noWords?: boolean][] = [
    ['everything', all],
    ...kinds.map((kind): [string, SearchContent] => [
      `without ${kindLabel[kind]}`,
      {
        ...all,
        pages: all.pages
          .filter((each) => each.kind !== kind)
          .map((each) => ({ ...each, parts: each.parts.filter((part) => part.kind !== kind) })),
      },
    ]),
    ['without aliases', withParts(all, (part) => part.field !== 'alias')],
    ['without anchored parts', withParts(all, (part) => part.anchor === undefined)],
    ['without the list of names', { ...all, people: [] }],
    ['without the list of words', all, true],
  ];
  for (const [i, [name, variant, noWords]] of variants.entries()) {
    const files = `variant-${String(i)}/`;
    await writeIndex(files, variant);
    if (noWords) write(files + WORDS_FILE, '');
    const tab = await on.newPage();
    await tab.goto(address());
    await tab.evaluate(open, { module: '/search-this.js', files: `/${files}`, first: 'ก' });
    const shares = await tab.evaluate(recall, queries);
    await tab.close();
    const size = [...sizes]
      .filter(([file]) => file.startsWith(files) && !file.includes('/text/'))
      .reduce((sum, [, each]) => sum + each, 0);
    console.log(row([name, ...shares.map(percent), kilobytes(size)]));
  }
}

interface OwnQuery {
  readonly q: string;
  readonly place: number;
  readonly titles: readonly string[];
}

/** In the page: of the queries for something, how many find it first, and among the first three; of the others, how many nothing. */
async function recall(queries: readonly OwnQuery[]): Promise<[number, number, number]> {
  const { ask } = window as unknown as { ask: Awaited<ReturnType<EngineModule['open']>> };
  const [wanted, unwanted] = [
    queries.filter((each) => each.place > 0),
    queries.filter((each) => each.place === 0),
  ];
  let first = 0;
  let three = 0;
  let nothing = 0;
  for (const { q, titles } of wanted) {
    const place = (await ask(q)).findIndex((id) => titles.includes(id));
    if (place === 0) first++;
    if (place >= 0 && place < 3) three++;
  }
  for (const { q } of unwanted) if ((await ask(q)).length === 0) nothing++;
  return [first / wanted.length, three / wanted.length, nothing / unwanted.length];
}

function ownQueries(): OwnQuery[] {
  const { content } = checkContent(readOffice(officeFolders(), root));
  const { pages } = searchContent(buildLibrary(toContent(content)), () => undefined);
  const titleOf = new Map(pages.map(({ url, title }) => [url, title]));
  return readFileSync(path.join(root, 'tests/fixtures/search/queries.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [place = '', q = '', addresses = ''] = line.split('\t');
      const titles = addresses.split(' ').map((url) => titleOf.get(url) ?? '');
      return { q, place: place === '-' ? 0 : Number(place), titles };
    });
}

function withParts(
  content: SearchContent,
  keep: (part: SearchContent['pages'][number]['parts'][number]) => boolean,
): SearchContent {
  const pages = content.pages.map((page) => ({ ...page, parts: page.parts.filter(keep) }));
  return { ...content, pages: pages.filter(({ parts }) => parts.length > 0) };
}

function ofCorpus({ docs }: Corpus): SearchContent {
  const pages = docs.map(({ id, text, title }) => ({
    url: `/${id}/`,
    title: id,
    kind: 'text' as const,
    place: '',
    people: [],
    parts: [{ field: 'body' as const, text: title === undefined ? text : `${title} ${text}` }],
  }));
  return { pages, offices: [], units: [], people: [], manuals: 1 };
}

async function writeIndex(to: string, content: SearchContent): Promise<void> {
  for (const [name, bytes] of await buildIndex(content)) write(to + name, bytes);
}

async function writePlainPagefind(to: string, { docs }: Corpus): Promise<void> {
  const { index } = await pagefind.createIndex({});
  if (!index) throw new Error('bench: Pagefind does not start');
  for (const { id, text } of docs)
    await index.addHTMLFile({
      url: `/${id}/`,
      content: `<!doctype html><html lang="th"><title>${id}</title><body><h1 data-pagefind-ignore data-pagefind-meta="title">${id}</h1><p>${text.replaceAll('<', '&lt;')}</p></body></html>`,
    });
  const { files } = await index.getFiles();
  for (const { path: name, content } of files)
    if (!/-ui|highlight/.test(name)) write(to + name, content);
  await pagefind.close();
}

function readCorpus(file: string): Corpus {
  return JSON.parse(readFileSync(path.resolve(file), 'utf8')) as Corpus;
}

async function bundle(): Promise<void> {
  const names = ['this', 'pagefind', 'minisearch', 'flexsearch', 'lunr'];
  const input = Object.fromEntries(
    names.map((name) => [`search-${name}`, path.join(import.meta.dirname, `search-${name}.ts`)]),
  );
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input,
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js' },
      },
    },
  });
}

function write(name: string, content: string | Uint8Array): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  sizes.set(name, smallest(Buffer.from(content)));
}

/** As a host sends it: brotli, unless it is packed already. */
function smallest(bytes: Buffer): number {
  return Math.min(bytes.length, brotliCompressSync(bytes).length);
}

/** What a tab fetches in one go, from an empty cache. */
async function fetched(page: Page, act: () => Promise<void>): Promise<number> {
  await page.goto(address());
  asked.length = 0;
  await act();
  return asked.reduce((sum, name) => sum + smallest(readFileSync(path.join(folder, name))), 0);
}

function address(): string {
  return `http://localhost:${String((server.address() as AddressInfo).port)}/`;
}

function serve(): ReturnType<typeof createServer> {
  const types: Record<string, string> = { '.js': 'text/javascript', '.html': 'text/html' };
  const made = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    try {
      const content = readFileSync(path.join(folder, name));
      if (name !== 'index.html') asked.push(name);
      const type = types[path.extname(name)] ?? 'application/octet-stream';
      response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  return made.listen(0);
}

function row(cells: readonly string[]): string {
  return cells.map((cell, i) => (i === 0 ? cell.padEnd(28) : cell.padStart(18))).join(' ');
}
function percent(share: number): string {
  return (share * 100).toFixed(1);
}
function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
