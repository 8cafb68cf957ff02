// Stage: render. A plan (build.ts), the page program and the office's files → the site; where the plan knows the last one, only what changed is made.
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { withoutIndents } from '../hosting/indents.ts';
import { writeHostFiles } from '../hosting/write-host-files.ts';
import { writeWorker } from '../offline/write-worker.ts';
import { writeIndex } from '../search/write-index.ts';
import { freshContent } from './fresh-content.ts';
import { manualsShown } from './page-keys.ts';
import { openPageProgram, type PagePath } from './page-program.ts';
import type { Plan } from './plan.ts';

const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Plan;
const { root, last, next, base } = plan;
/** That of Astro's own build. */
const ORIGIN = plan.site === undefined ? 'http://localhost:4321' : new URL(plan.site).origin;
const unchanged = new Set(plan.unchanged);
const folders = new Set<string>();
/** Seconds spent on each kind of file. */
const spent = { pages: 0, charts: 0, data: 0, index: 0 };
const LABELS = { pages: 'หน้า', charts: 'ผังงาน', data: 'ข้อมูล', index: 'ดัชนีค้นหา' };

try {
  await renderSite();
} catch (error) {
  // Where content is to blame, what it says is for its author (pages/_charts.ts).
  const isContent = error instanceof Error && error.cause !== undefined;
  console.error(isContent ? error.message : error);
  process.exitCode = 1;
}

async function renderSite(): Promise<void> {
  const program = await openPageProgram(plan.program, root, (store) => freshContent(store, root));
  let made = 0;
  let kept = 0;
  // What belongs together one after another: a procedure's page, its chart's file and its source.
  for (const one of (await program.paths()).toSorted(byPathname)) {
    const file = fileOf(one);
    if (last !== undefined && isAsBefore(one) && existsSync(path.join(last, file))) {
      link(path.join(last, file), file);
      kept += 1;
      continue;
    }
    const start = performance.now();
    const response = await program.render(one, addressOf(one));
    // An endpoint that has nothing to say.
    if (response.body === null) continue;
    writeFileSync(placeFor(file), await bytesOf(response));
    spent[kindOf(file)] += (performance.now() - start) / 1000;
    made += 1;
  }
  if (last !== undefined)
    for (const file of [...filesBelow(path.join(root, 'public')), ...assetsOf(last)])
      link(path.join(last, file), file);
  const start = performance.now();
  await writeIndex(next);
  spent.index = (performance.now() - start) / 1000;
  await writeHostFiles(next, base, plan.site === undefined ? undefined : new URL(plan.site));
  await writeWorker(next, base);
  console.log(`ทำใหม่ ${String(made)} แฟ้ม ใช้ของเดิม ${String(kept)} แฟ้ม`);
  const parts = Object.entries(spent).map(
    ([kind, seconds]) => `${LABELS[kind as keyof typeof spent]} ${seconds.toFixed(1)}`,
  );
  console.log(`วินาที: ${parts.join(', ')}`);
}

function byPathname(a: PagePath, b: PagePath): number {
  return a.pathname < b.pathname ? -1 : 1;
}

function isAsBefore({ pathname }: PagePath): boolean {
  return manualsShown(pathname, plan.seeds)?.every((manual) => unchanged.has(manual)) ?? false;
}

function kindOf(file: string): 'pages' | 'charts' | 'data' {
  if (/\.(?:svg|mmd|png)$/.test(file)) return 'charts';
  return file.endsWith('.html') ? 'pages' : 'data';
}

/** Below the site's folder. */
function fileOf({ pathname, route }: PagePath): string {
  const bare = pathname.replace(/^\/|\/$/g, '');
  if (route.type !== 'page') return bare;
  return bare === '404' ? '404.html' : path.posix.join(bare, 'index.html');
}

function addressOf({ pathname, route }: PagePath): URL {
  const bare = pathname.replace(/^\/|\/$/g, '');
  const end = route.type === 'page' && bare !== '' ? '/' : '';
  return new URL(base + bare + end, ORIGIN);
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  if (response.status !== 200 && response.status !== 404)
    throw new Error(`a page answered with ${String(response.status)}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  return isPage ? withoutIndents(bytes) : bytes;
}

/** The same bytes twice would be another second of writing and twice the room. */
function link(from: string, file: string): void {
  const to = placeFor(file);
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

function placeFor(file: string): string {
  const to = path.join(next, file);
  const folder = path.dirname(to);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  return to;
}

/** Scripts, stylesheets and fonts: Astro's. */
function assetsOf(site: string): string[] {
  return filesBelow(path.join(site, '_astro')).map((file) => path.posix.join('_astro', file));
}

/** Hidden ones as well: `.nojekyll`. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
