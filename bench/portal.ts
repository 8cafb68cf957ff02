// Bench: so many procedures in offices of a hundred, each with a site of its own below a portal → what building and searching it cost.
// npm run bench:portal -- --pages 1000 [--pages 5000 …]
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { writeOffice } from '../src/authoring/write-office.ts';
import { directory } from '../src/directory/look-up.ts';
import { madeOfficeAlone, PER_OFFICE } from './made-offices.ts';
import { bytesBelow, measuredRun, type Cost } from './measured-run.ts';

/** Words of the made titles: of one procedure an office, of a tenth of all, of all. */
const QUERIES = ['โรงเรียนเรื่องที่ ๒๓', 'ทุนการศึกษา', 'เขตสมมุติที่ ๗', 'งานพัสดุ'];

const root = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { pages: { type: 'string', multiple: true } } });
const sizes = (values.pages ?? ['1000']).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < PER_OFFICE || size % PER_OFFICE !== 0)) {
  console.error(`--pages: whole offices of ${String(PER_OFFICE)} procedures, e.g. --pages 1000`);
  process.exit(1);
}

const folder = mkdtempSync(path.join(tmpdir(), 'khumue-bench-'));
console.log(
  'procedures  offices   cold build   ms a page   peak MB   MB out   again   one changed   first search over all: requests, KB brotli',
);
const measured: { cpu: number; search: number }[] = [];
try {
  for (const size of sizes) measured.push(await measure(size));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const [first, last] = [measured[0], measured.at(-1)];
if (first && last && first !== last)
  console.log(
    `\nof the largest beside the smallest: a page costs ${(last.cpu / first.cpu).toFixed(2)} ×, a first search loads ${(last.search / first.search).toFixed(2)} ×`,
  );

async function measure(size: number): Promise<{ cpu: number; search: number }> {
  const place = path.join(folder, String(size));
  const offices = Array.from({ length: size / PER_OFFICE }, (_, i) => `office-${String(i)}`);
  offices.forEach((id, i) => writeOffice(path.join(place, id), madeOfficeAlone(i)));
  const list = path.join(place, 'portal.yaml');
  mkdirSync(place, { recursive: true });
  writeFileSync(
    list,
    ['title: เว็บรวม', 'offices:', ...offices.map((id) => `  - { id: ${id}, from: ${id} }`)].join(
      '\n',
    ),
  );
  const out = path.join(place, 'site');
  const build = (): Promise<Cost> =>
    measuredRun(root, ['src/commands/build-portal.ts', list], {
      KHUMUE_PORTAL: out,
      NO_COLOR: '1',
    });
  const cold = await build();
  const again = await build();
  const [changedOffice = ''] = offices;
  const procedure = 'content/manuals/manual-a-a/procedures/procedure-a.mdx';
  // Nothing of a seed changes with it, so the checks still pass.
  appendFileSync(path.join(place, changedOffice, procedure), '\n');
  const changed = await build();
  const search = await firstSearches(path.join(out, '_directory'));
  console.log(
    [
      String(size).padStart(10),
      String(offices.length).padStart(8),
      `${cold.cpu.toFixed(1)} s`.padStart(12),
      ((cold.cpu / size) * 1000).toFixed(1).padStart(11),
      String(cold.peak).padStart(9),
      (bytesBelow(out) / 2 ** 20).toFixed(0).padStart(8),
      (again.cpu / cold.cpu).toFixed(2).padStart(7),
      (changed.cpu / cold.cpu).toFixed(2).padStart(13),
      `${search.requests.toFixed(1)}, ${(search.bytes / 1024).toFixed(1)}`.padStart(20),
    ].join(' '),
  );
  rmSync(place, { recursive: true, force: true });
  return { cpu: cold.cpu / size, search: search.bytes };
}

/** What the directory's files of a first search weigh, on average over the queries. */
async function firstSearches(files: string): Promise<{ requests: number; bytes: number }> {
  let requests = 0;
  let bytes = 0;
  for (const query of QUERIES) {
    const ask = directory((name) => {
      const text = readFileSync(path.join(files, name), 'utf8');
      requests++;
      bytes += brotliCompressSync(text).length;
      return Promise.resolve(JSON.parse(text));
    });
    await ask(query);
  }
  return { requests: requests / QUERIES.length, bytes: bytes / QUERIES.length };
}
