// Bench: a procedure's page of this site, the least that shows the same, and other tools' pages of it → bytes and a slow phone's times.
// npm run bench:page -- [--pairs 15] [--peer-visits 5] [--without-peers] [--procedure <manual>/<procedure>]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { ensureChromium } from '../src/commands/chromium.ts';
import { Published } from '../src/model/published.ts';
import { readPage, writeFloor } from './page/floor.ts';
import { packedServer, type PackedServer, type Sent } from './page/packed-server.ts';
import { visit, type Visit } from './page/visit.ts';
import { pageOf, peers, preparePeer } from './peers/peers.ts';

interface Contender {
  readonly name: string;
  readonly server: PackedServer;
  readonly address: string;
  readonly visits: (Visit & Sent)[];
}

const root = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '15' },
    'peer-visits': { type: 'string', default: '5' },
    'without-peers': { type: 'boolean', default: false },
    procedure: { type: 'string', default: 'loei-1-education-promotion/home-education' },
  },
});
const [pairs, peerVisits] = [Number(values.pairs), Number(values['peer-visits'])];
if (![pairs, peerVisits].every((count) => Number.isInteger(count) && count > 0)) {
  console.error('--pairs, --peer-visits: how often each page is opened');
  process.exit(1);
}

const folder = mkdtempSync(path.join(tmpdir(), 'khumue-bench-'));
const contenders: Contender[] = [];
try {
  await prepare();
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    // Letters as wide as a phone draws them: a desktop's hinting makes whole pixels of their widths.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
  const [floor, ours, ...others] = contenders as [Contender, Contender, ...Contender[]];
  const open = async ({ server, address, visits }: Contender): Promise<void> => {
    server.taken();
    const seen = await visit(browser, server.url + address);
    visits.push({ ...seen, ...server.taken() });
  };
  // In turns, so that what else the machine does meets both alike.
  for (let i = 0; i < pairs; i++) for (const one of [floor, ours]) await open(one);
  for (let i = 0; i < peerVisits; i++) for (const one of others) await open(one);
  await browser.close();
  print(floor, ours);
} finally {
  for (const { server } of contenders) await server.close();
  rmSync(folder, { recursive: true, force: true });
}

async function prepare(): Promise<void> {
  const site = path.join(folder, 'site');
  run([path.join(root, 'src/commands/build.mjs')], root, { KHUMUE_OUT: site });
  const data = Published.parse(
    JSON.parse(readFileSync(path.join(site, 'data/manuals.json'), 'utf8')),
  );
  const procedure = data.procedures.find((one) => pageOf(one) === values.procedure);
  if (!procedure) throw new Error(`--procedure: no ${values.procedure}`);
  const at = `/manuals/${values.procedure}/`;
  writeFloor(path.join(folder, 'floor'), root, procedure, readPage(site, at));
  await enter('floor', path.join(folder, 'floor'), '/');
  await enter('this site', site, at);
  if (values['without-peers']) return;
  const drawn = peers.filter(({ makes }) => makes.endsWith('in the browser'));
  for (const peer of drawn) {
    const project = preparePeer(peer, root, data.procedures);
    run(peer.command, project, peer.environment);
    await enter(peer.name, path.join(project, peer.out), `/${pageOf(procedure)}`);
  }
}

async function enter(name: string, served: string, address: string): Promise<void> {
  contenders.push({ name, server: await packedServer(served), address, visits: [] });
}

function run(command: readonly string[], cwd: string, environment: NodeJS.ProcessEnv): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${command.join(' ')}: ${stdout}${stderr}`);
}

function print(floor: Contender, ours: Contender): void {
  const row = (cells: readonly (string | number)[]): void =>
    console.log(
      cells
        .map((cell, i) => (i === 0 ? String(cell).padEnd(12) : String(cell).padStart(9)))
        .join(''),
    );
  row([
    '',
    'requests',
    'HTML',
    'CSS',
    'JS',
    'other',
    'fonts',
    'B-fonts',
    'LCP ms',
    'CLS',
    'TBT ms',
    '×bytes',
    '×LCP',
  ]);
  for (const one of contenders) {
    const middle = (key: keyof (Visit & Sent)): number =>
      median(one.visits.map((each) => each[key]));
    const bytes = withoutFonts(one);
    row([
      one.name,
      middle('requests'),
      middle('html'),
      middle('css'),
      middle('script'),
      middle('other'),
      middle('font'),
      bytes,
      Math.round(middle('lcp')),
      middle('cls').toFixed(4),
      Math.round(middle('tbt')),
      (bytes / withoutFonts(ours)).toFixed(2),
      (middle('lcp') / median(ours.visits.map(({ lcp }) => lcp))).toFixed(2),
    ]);
  }
  const ratios = ours.visits.map(({ lcp }, i) => lcp / (floor.visits[i]?.lcp ?? NaN));
  console.log(
    `\nthis site's LCP ÷ the floor's, median of ${String(pairs)} pairs: ${median(ratios).toFixed(3)}`,
  );
}

function withoutFonts({ visits }: Contender): number {
  return median(visits.map(({ html, css, script, other }) => html + css + script + other));
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2;
}
