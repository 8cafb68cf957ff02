// Bench: invented offices of so many procedures -> what building their site costs: CPU, memory, bytes, a second build; as ratios.
// npm run bench:build -- --pages 1000 [--pages 5000 …]
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeOffice } from '../src/authoring/write-office.ts';
import { madeOffices, PER_OFFICE } from './made-offices.ts';

const root = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { pages: { type: 'string', multiple: true } } });
const sizes = (values.pages ?? ['1000']).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < PER_OFFICE || size % PER_OFFICE !== 0)) {
  console.error(`--pages: whole offices of ${String(PER_OFFICE)} procedures, e.g. --pages 1000`);
  process.exit(1);
}

interface Cost {
  /** CPU seconds, user and system, of all processes. */
  readonly cpu: number;
  /** The most memory that one of its processes had, in MB; 0 where the system does not tell. */
  readonly peak: number;
  readonly printed: string;
}

const folder = mkdtempSync(path.join(tmpdir(), 'khumue-bench-'));
const out = path.join(folder, 'site');
console.log(
  'procedures   cold build   ms a page   routes: charts pages data   index s   peak MB   MB out   again   one changed',
);
const perPage: number[] = [];
try {
  for (const size of sizes) await measure(size);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (perPage.length > 1) {
  const [first = 1, last = 1] = [perPage[0], perPage.at(-1)];
  console.log(`\na page of the largest costs ${(last / first).toFixed(2)} × one of the smallest`);
}

async function measure(size: number): Promise<void> {
  const office = path.join(folder, `office-${String(size)}`);
  writeOffice(office, madeOffices(size));
  const cold = await build(office);
  const again = await build(office);
  // Nothing of a seed changes with it, so the checks still pass.
  appendFileSync(path.join(office, 'content/manuals/manual-a-a/procedures/procedure-a.mdx'), '\n');
  const changed = await build(office);
  const parts = routes(cold.printed);
  perPage.push(cold.cpu / size);
  console.log(
    [
      String(size).padStart(10),
      `${cold.cpu.toFixed(1)} s`.padStart(12),
      ((cold.cpu / size) * 1000).toFixed(1).padStart(11),
      `${parts.charts.toFixed(1)} ${parts.pages.toFixed(1)} ${parts.data.toFixed(1)} s`.padStart(
        27,
      ),
      (/\[search-index\] .*, ([\d.]+) s/.exec(cold.printed)?.[1] ?? '?').padStart(7),
      String(cold.peak).padStart(9),
      (bytesBelow(out) / 2 ** 20).toFixed(0).padStart(8),
      (again.cpu / cold.cpu).toFixed(2).padStart(7),
      (changed.cpu / cold.cpu).toFixed(2).padStart(13),
    ].join(' '),
  );
  rmSync(out, { recursive: true, force: true });
}

function build(office: string): Promise<Cost> {
  // The shell tells what all of its children used.
  const child = spawn(
    'bash',
    ['-c', 'TIMEFORMAT="cpu %U %S"; time "$0" "$@"', process.execPath, 'src/commands/build.ts'],
    {
      cwd: root,
      env: { ...process.env, KHUMUE_OFFICE: office, KHUMUE_OUT: out, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => pieces.push(piece));
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, largestBelow(child.pid ?? 0));
  }, 250);
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      clearInterval(look);
      const printed = Buffer.concat(pieces).toString();
      const [, user, system] = /^cpu ([\d.]+) ([\d.]+)$/m.exec(printed) ?? [];
      if (code === 0) resolve({ cpu: Number(user) + Number(system), peak, printed });
      else reject(new Error(printed.slice(-2000)));
    });
  });
}

/** MB of the largest process among a process's descendants, by Linux' own book-keeping. */
function largestBelow(pid: number): number {
  try {
    const children = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8');
    const below = children.trim().split(' ').filter(Boolean).map(Number);
    const own = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    return Math.max(Number(own ?? 0) / 1024, ...below.map(largestBelow)) | 0;
  } catch {
    return 0;
  }
}

/** Seconds by kind of route, as Astro prints them. */
function routes(printed: string): { charts: number; pages: number; data: number } {
  const sums = { charts: 0, pages: 0, data: 0 };
  for (const [, address = '', time = '', unit] of printed.matchAll(
    /[├└]─ (\S+) \(\+([\d.]+)(ms|s)\)/g,
  )) {
    const kind = /\.(?:svg|mmd)$/.test(address)
      ? 'charts'
      : /\/$|html$/.test(address)
        ? 'pages'
        : 'data';
    sums[kind] += Number(time) / (unit === 'ms' ? 1000 : 1);
  }
  return sums;
}

function bytesBelow(where: string): number {
  return readdirSync(where, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
