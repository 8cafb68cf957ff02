// Stage: rebuild. A plan (build.ts), the page program of the last build and the office's files → the site, of which only what changed is made.
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
import { writeHostFiles } from '../hosting/integration.ts';
import { withoutIndents } from '../hosting/indents.ts';
import { writeWorker } from '../offline/integration.ts';
import { writeIndex } from '../search/integration.ts';
import { freshContent } from './fresh-content.ts';
import { manualsShown } from './page-keys.ts';
import { openPageProgram, type PagePath } from './page-program.ts';
import type { Plan } from './plan.ts';

const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Plan;
const { root, last, next, base } = plan;
const unchanged = new Set(plan.unchanged);
const folders = new Set<string>();

const program = await openPageProgram(plan.program, root, (store) => freshContent(store, root));
/** That of Astro's own build. */
const ORIGIN = plan.site === undefined ? 'http://localhost:4321' : new URL(plan.site).origin;
let made = 0;
let kept = 0;
for (const one of await program.paths()) {
  const file = fileOf(one);
  const shown = manualsShown(one.pathname, plan.seeds);
  if (shown?.every((manual) => unchanged.has(manual)) && existsSync(path.join(last, file))) {
    keep(file);
    kept += 1;
    continue;
  }
  const response = await program.render(one, addressOf(one));
  // Nothing is written where Astro would write nothing: an endpoint that has nothing to say.
  if (response.body === null) continue;
  write(file, await bytesOf(response));
  made += 1;
}
for (const file of [...filesBelow(path.join(root, 'public')), ...filesIn('_astro')])
  if (!existsSync(path.join(next, file))) keep(file);
await writeIndex(next);
await writeHostFiles(next, base, plan.site === undefined ? undefined : new URL(plan.site));
await writeWorker(next, base);
console.log(`ทำใหม่ ${String(made)} แฟ้ม ใช้ของเดิม ${String(kept)} แฟ้ม`);

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

async function bytesOf(response: Response): Promise<Uint8Array | string> {
  if (response.status !== 200 && response.status !== 404)
    throw new Error(`a page answered with ${String(response.status)}`);
  return response.headers.get('content-type')?.startsWith('text/html')
    ? withoutIndents(await response.text())
    : new Uint8Array(await response.arrayBuffer());
}

function write(file: string, text: Uint8Array | string): void {
  writeFileSync(placeFor(file), text);
}

/** The same bytes twice would be another second of writing and twice the room. */
function keep(file: string): void {
  const to = placeFor(file);
  try {
    linkSync(path.join(last, file), to);
  } catch {
    copyFileSync(path.join(last, file), to);
  }
}

function placeFor(file: string): string {
  const to = path.join(next, file);
  const folder = path.dirname(to);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  return to;
}

function filesIn(name: string): string[] {
  return filesBelow(path.join(last, name)).map((file) => path.posix.join(name, file));
}

/** Hidden ones as well: `.nojekyll`. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
