// Bench: invented offices of so many procedures -> what building their site costs: CPU, memory, bytes, a second build; as ratios.
// npm run bench:build -- --pages 1000 [--pages 5000 …] [--peers]: with --peers, other tools build the same procedures in the same run.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeOffice } from '../src/authoring/write-office.ts';
import { findChromium } from '../src/commands/chromium.ts';
import { Published } from '../src/model/published.ts';
import { madeOffices, PER_OFFICE } from './made-offices.ts';
import { bytesBelow, measuredRun, type Cost } from './measured-run.ts';
import { peers, preparePeer } from './peers/peers.ts';

const root = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { pages: { type: 'string', multiple: true }, peers: { type: 'boolean' } },
});
const sizes = (values.pages ?? ['1000']).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < PER_OFFICE || size % PER_OFFICE !== 0)) {
  console.error(`--pages: whole offices of ${String(PER_OFFICE)} procedures, e.g. --pages 1000`);
  process.exit(1);
}

const folder = mkdtempSync(path.join(tmpdir(), 'khumue-bench-'));
const out = path.join(folder, 'site');
console.log(
  'procedures   cold build   ms a page  read s pages charts  data index   peak MB   MB out   again   one changed',
);
const perPage = new Map<number, number>();
try {
  for (const size of sizes) await measure(size);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (perPage.size > 1) {
  const costOf = (size: number): number => perPage.get(size) ?? NaN;
  const ratio = costOf(Math.max(...sizes)) / costOf(Math.min(...sizes));
  console.log(`\na page of the largest costs ${ratio.toFixed(2)} × one of the smallest`);
}

async function measure(size: number): Promise<void> {
  const office = path.join(folder, `office-${String(size)}`);
  writeOffice(office, madeOffices(size));
  const cold = await build(office);
  const again = await build(office);
  reword(office);
  const changed = await build(office);
  const [reading, pages, charts, data, index] = partsOf(cold.printed);
  perPage.set(size, cold.cpu / size);
  console.log(
    [
      String(size).padStart(10),
      `${cold.cpu.toFixed(1)} s`.padStart(12),
      ((cold.cpu / size) * 1000).toFixed(1).padStart(11),
      [reading, pages, charts, data, index].map((part) => (part ?? '?').padStart(6)).join(''),
      String(cold.peak).padStart(9),
      (bytesBelow(out) / 2 ** 20).toFixed(0).padStart(8),
      (again.cpu / cold.cpu).toFixed(2).padStart(7),
      (changed.cpu / cold.cpu).toFixed(2).padStart(13),
    ].join(' '),
  );
  if (values.peers) await measurePeers(cold.cpu);
  rmSync(out, { recursive: true, force: true });
}

/** The words of a step, and with them those of its seed, or the checks would say that they differ. */
function reword(office: string): void {
  for (const name of [
    'content/manuals/manual-a-a/procedures/procedure-a.mdx',
    'seeds/seed-a-a.txt',
  ]) {
    const file = path.join(office, name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('ข้อที่ ๑ ของ', 'ข้อที่ ๑ ใน'));
  }
}

/** @param ours CPU seconds of our own cold build of the same procedures */
async function measurePeers(ours: number): Promise<void> {
  const data = readFileSync(path.join(out, 'data/manuals.json'), 'utf8');
  const { procedures } = Published.parse(JSON.parse(data));
  console.log(
    '\npeer                                                cold build   peak MB   MB out   ours beside it',
  );
  for (const peer of peers) {
    const project = preparePeer(peer, root, procedures);
    const environment = { CHROMIUM_PATH: findChromium() ?? '', ...peer.environment };
    const { cpu, peak } = await measuredRun(project, peer.command, environment);
    console.log(
      [
        `${peer.name}: ${peer.makes}`.padEnd(48),
        `${cpu.toFixed(1)} s`.padStart(13),
        String(peak).padStart(9),
        (bytesBelow(path.join(project, peer.out)) / 2 ** 20).toFixed(0).padStart(8),
        `${(ours / cpu).toFixed(2)} ×`.padStart(16),
      ].join(' '),
    );
  }
  console.log();
}

function build(office: string): Promise<Cost> {
  const environment = { KHUMUE_OFFICE: office, KHUMUE_OUT: out, NO_COLOR: '1' };
  return measuredRun(root, ['src/commands/build.mjs'], environment);
}

/** Seconds for reading and checking, pages, charts, data and index, as the build prints them (make-site.ts). */
function partsOf(printed: string): (string | undefined)[] {
  const [line = ''] = /^วินาที: .*$/m.exec(printed) ?? [];
  return [...line.matchAll(/[\d.]+/g)].map(([seconds]) => seconds);
}
