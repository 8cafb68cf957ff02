// Stage: render. The page program and an office's content → the site; where the last one is known, only what changed is made.
import { copyFileSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withoutIndents } from '../hosting/indents.ts';
import { writeHostFiles } from '../hosting/write-host-files.ts';
import { offlineSetting } from '../offline/setting.ts';
import { WORKER, writeWorker } from '../offline/write-worker.ts';
import type { KnownData } from '../model/known-data.ts';
import type { SearchContent } from '../search/search-page.ts';
import { writeIndex } from '../search/write-index.ts';
import type { AlignedManual } from '../source/align.ts';
import { handOver, type HandedOver } from '../source/handed-over.ts';
import type { ContentStore } from './content-store.ts';
import type { PageAnswer } from './page-answer.ts';
import { shownAt, type PageKeys } from './page-keys.ts';
import { openPageProgram, type PagePath } from './page-program.ts';
import { fileState, namesBelow, siteFiles, type SiteFiles } from './site-files.ts';
import { removeEmpty, takeUp, type SpareSite } from './spare-site.ts';

/** In the program's folder: what Astro put into the site with it, scripts, stylesheets and all of public/. */
const PLACED = 'placed.json';
/** There as well: the service worker without its list of files. */
const BUNDLED_WORKER = 'worker.js';

/** Folders are absolute. */
export interface Plan {
  /** The project's. */
  readonly root: string;
  /** The page program's. */
  readonly program: string;
  /** The last site, where it was made by the same program and nobody has touched it. */
  readonly last?: { readonly folder: string; readonly files: SiteFiles };
  /** The site before the last, where it is there. */
  readonly spare?: SpareSite;
  /** Where the new one is made: without the last one Astro's scripts and stylesheets are there. */
  readonly next: string;
  /** Ends in a slash. */
  readonly base: string;
  /** SITE_URL, where it is set. */
  readonly site?: string;
  readonly keys: PageKeys;
  /** What earlier builds made; takes in what this one makes. */
  readonly known: KnownData;
  /** Manuals as the checks laid them along their seeds, where they are those of the pages. */
  readonly aligned?: readonly AlignedManual[];
  /** Of these keys, those whose pages are as they were. */
  readonly unchanged: ReadonlySet<string>;
}

/** How many pages and data files were made and how many kept, the seconds spent on each kind of what was made, and the site's files. */
export interface Rendered {
  readonly made: number;
  readonly kept: number;
  readonly seconds: Readonly<Record<Kind | 'index', number>>;
  readonly files: SiteFiles;
}

type Kind = 'pages' | 'charts' | 'data';

/** What of the last site is there already. */
interface Kept {
  /** How many of its pages and data files. */
  readonly pages: number;
  readonly files: ReadonlySet<string>;
  /** Those that are the same on disk. */
  readonly linked: SiteFiles;
  /** Folders from which files of an older site were taken away. */
  readonly emptied: ReadonlySet<string>;
}

/**
 * Reads the office's seeds and its settings as the process has them.
 * @throws Error where a page cannot be made; where its cause is content, the message is in Thai
 */
export async function renderSite(plan: Plan, content: ContentStore): Promise<Rendered> {
  const { root, program, last, next, base } = plan;
  const site = plan.site === undefined ? undefined : new URL(plan.site);
  // That of Astro's own build.
  const origin = site?.origin ?? 'http://localhost:4321';
  const seconds = { pages: 0, charts: 0, data: 0, index: 0 };
  let made = 0;
  const placeFor = placesIn(next);
  const placed = path.join(program, PLACED);
  const bundledWorker = path.join(program, BUNDLED_WORKER);
  if (last === undefined) {
    writeFileSync(placed, JSON.stringify(namesBelow(next)));
    // Loaded with a new program only: it brings esbuild along.
    const { bundleWorker } = await import('../offline/bundle-worker.ts');
    writeFileSync(bundledWorker, await bundleWorker(offlineSetting(process.env), root));
  }
  let records: SearchContent | undefined;
  handOver({
    ...known(plan),
    takeRecords: (taken) => (records = taken as SearchContent),
  });
  const pages = await openPageProgram(program, root, content);
  // What belongs together one after another: a procedure's page, its chart's file and its source.
  const paths = (await pages.paths()).toSorted(byPathname);
  const { pages: keptPages, files: kept, linked, emptied } = keep(paths, plan, placed, placeFor);
  for (const one of paths) {
    const file = fileOf(one);
    if (kept.has(file)) continue;
    const start = performance.now();
    const response = await pages.render(one, addressOf(one, base, origin));
    // An endpoint that has nothing to say.
    if (response.body === null) continue;
    writeFileSync(placeFor(file), fileContent(response));
    seconds[kindOf(file)] += (performance.now() - start) / 1000;
    made += 1;
  }
  const start = performance.now();
  if (!records) throw new Error('the page program has no records of what is searched');
  await writeIndex(next, records, plan.known, last?.folder);
  seconds.index = (performance.now() - start) / 1000;
  writeHostFiles(next, base, site);
  removeEmpty(next, emptied);
  const files = siteFiles(next, linked);
  await writeWorker(next, readFileSync(bundledWorker, 'utf8'), base, files);
  const worker = [WORKER, fileState(path.join(next, WORKER))] as const;
  return { made, kept: keptPages, seconds, files: new Map([...files, worker]) };
}

function keep(
  paths: readonly PagePath[],
  plan: Plan,
  placed: string,
  placeFor: (file: string) => string,
): Kept {
  const { last, spare, next } = plan;
  if (last === undefined)
    return { pages: 0, files: new Set(), linked: new Map(), emptied: new Set() };
  const pages = paths.flatMap((one) => {
    const file = fileOf(one);
    return last.files.has(file) && isAsBefore(one, plan) ? [file] : [];
  });
  const files = new Set([...pages, ...(JSON.parse(readFileSync(placed, 'utf8')) as string[])]);
  const { there, folders } = spare
    ? takeUp(spare, next, files)
    : { there: new Set<string>(), folders: new Set<string>() };
  const isLinked = (file: string): boolean =>
    there.has(file) || link(path.join(last.folder, file), placeFor(file));
  const same = new Set([...files].filter(isLinked));
  const linked = new Map([...last.files].filter(([file]) => same.has(file)));
  return { pages: pages.length, files, linked, emptied: folders };
}

function known({ aligned, known, last, unchanged }: Plan): HandedOver {
  const read = (file: string): Buffer => readFileSync(path.join(last?.folder ?? '', file));
  return { known, ...(aligned && { aligned }), ...(last && { last: { read, unchanged } }) };
}

function byPathname(a: PagePath, b: PagePath): number {
  return a.pathname < b.pathname ? -1 : 1;
}

function isAsBefore({ pathname }: PagePath, { keys, unchanged }: Plan): boolean {
  return shownAt(pathname, keys)?.every((shown) => unchanged.has(shown)) ?? false;
}

function kindOf(file: string): Kind {
  if (/\.(?:svg|mmd|png)$/.test(file)) return 'charts';
  return file.endsWith('.html') ? 'pages' : 'data';
}

/** Below the site's folder. */
function fileOf({ pathname, route }: PagePath): string {
  const bare = pathname.replace(/^\/|\/$/g, '');
  if (route.type !== 'page') return bare;
  return bare === '404' ? '404.html' : path.posix.join(bare, 'index.html');
}

function addressOf({ pathname, route }: PagePath, base: string, origin: string): URL {
  const bare = pathname.replace(/^\/|\/$/g, '');
  const end = route.type === 'page' && bare !== '' ? '/' : '';
  return new URL(base + bare + end, origin);
}

function fileContent({ status, headers, body }: PageAnswer): string | Uint8Array {
  if (status !== 200 && status !== 404) throw new Error(`a page answered with ${String(status)}`);
  if (!(body instanceof Uint8Array)) return body ?? '';
  return headers.get('content-type')?.startsWith('text/html') ? withoutIndents(body) : body;
}

/** The same bytes twice would be another second of writing and twice the room. @returns whether it is the same on disk */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    copyFileSync(from, to);
    return false;
  }
}

/** A file's place below a folder; the folders on the way are made, each once. */
function placesIn(site: string): (file: string) => string {
  const folders = new Set<string>();
  return (file) => {
    const to = path.join(site, file);
    const folder = path.dirname(to);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    return to;
  };
}
