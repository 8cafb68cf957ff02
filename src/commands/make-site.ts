// build: an office's files and what the last site was made of -> a new site in the staging folder, or why there is none.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { OfficeFiles } from '../authoring/check-content.ts';
import { parseContent, type ParsedContent } from '../authoring/parse-content.ts';
import { officeFolders, readOffice } from '../authoring/read-office.ts';
import type { KnownData } from '../model/known-data.ts';
import type { AlignedManual } from '../source/align.ts';
import { contentStore, type ContentStore } from '../render/content-store.ts';
import { pageKeys, type PageKeys } from '../render/page-keys.ts';
import { renderSite, type Plan, type Rendered } from '../render/render-site.ts';
import type { SiteFiles } from '../render/site-files.ts';
import { basePath } from './base-path.ts';
import { checkOffice } from './check-office.ts';
import { withKnown } from './known-file.ts';
import { programKey, shortHash } from './site-key.ts';
import { formatLeaks, namesForBuild, type NamesForBuild } from './without-names.ts';

/** All absolute. */
export interface SiteFolders {
  /** The project's. */
  readonly root: string;
  /** The site that is there. */
  readonly out: string;
  /** For files of this output alone. */
  readonly work: string;
  readonly staging: string;
  /** The site before that in `out`, where one was made. */
  readonly spare: string;
  /** What Astro made the pages into: that of the site in `out`, and that of a build that is under way. */
  readonly program: string;
  readonly nextProgram: string;
  readonly cache: string;
}

/** What a site was made of. */
export interface MadeOf {
  /** programKey(). */
  readonly program: string;
  readonly shown: PageKeys['shown'];
  readonly files: SiteFiles;
}

/** The site that is there, which nobody has touched. */
export interface LastSite extends MadeOf {
  /** Its files that are the spare site's as well, the same on disk. */
  readonly spared: readonly string[];
}

const LABELS = {
  reading: 'อ่านและตรวจ',
  pages: 'หน้า',
  charts: 'ผังงาน',
  data: 'ข้อมูล',
  index: 'ดัชนีค้นหา',
};

/**
 * Changes the environment of the process: the pages read theirs from it.
 * @param files the office's
 * @param last the site that is there, where it is known
 * @returns what the new one is made of, or in Thai why there is none: the particulars are printed
 */
export async function makeSite(
  folders: SiteFolders,
  files: OfficeFiles,
  last?: LastSite,
): Promise<MadeOf | string> {
  const { root, staging } = folders;
  const start = performance.now();
  const shown = await withKnown(folders, 'content', (known) => readChecked(files, known));
  if (!shown) return 'ตรวจเนื้อหาไม่ผ่าน จึงยังไม่สร้างเว็บไซต์ โปรดแก้ตามรายการด้านบน';
  const reading = (performance.now() - start) / 1000;
  const names = prepareNames(folders);
  if (!names) return 'ซ่อนชื่อบุคคลไม่สำเร็จ จึงยังไม่สร้างเว็บไซต์';
  Object.assign(process.env, names.environment);
  const isHidden = Object.keys(names.environment).length > 0;
  const office = isHidden ? readHidden(root) : shown;
  const { content } = officeFolders();
  // Astro's store leads to the office's files: of an office that is elsewhere now it would lead nowhere.
  process.env.KHUMUE_CACHE = `${folders.cache}-${shortHash(path.resolve(root, content))}`;
  const { keys } = office;
  const program = programKey(root, content, keys.bodies, process.env);
  const isKnown = last?.program === program;
  const made =
    (isKnown ? await render(folders, office, last) : undefined) ??
    (astro(folders) ? await render(folders, office) : undefined);
  if (!made) return 'สร้างเว็บไซต์ไม่สำเร็จ สาเหตุอยู่ในข้อความด้านบน';
  say(made, reading);
  const leaks = await names.leaks(staging);
  if (leaks.length === 0) return { program, shown: keys.shown, files: made.files };
  console.error(formatLeaks(leaks));
  return 'เว็บไซต์ที่สร้างยังมีชื่อบุคคล จึงไม่นำออกใช้';
}

interface Office {
  readonly store: ContentStore;
  readonly keys: PageKeys;
  /** Where it is known. */
  readonly aligned?: readonly AlignedManual[];
}

/** Undefined where the checks found a problem. What they know besides is let go. */
async function readChecked(files: OfficeFiles, known: KnownData): Promise<Office | undefined> {
  const checked = await checkOffice(files, known);
  return checked && officeOf(files, checked.content, checked.aligned);
}

/** The copy without names, which namesForBuild() has checked before it was written. */
function readHidden(root: string): Office {
  const files = readOffice(officeFolders(), root);
  return officeOf(files, parseContent(files.content).content);
}

function officeOf(
  files: OfficeFiles,
  content: ParsedContent,
  aligned?: readonly AlignedManual[],
): Office {
  return {
    store: contentStore(content),
    keys: pageKeys(files, new Map(content.manuals.map(({ id, data }) => [id, data.seed])), aligned),
    ...(aligned && { aligned }),
  };
}

/** Undefined where the setting is misspelt or the names cannot be taken out: the reason is printed. */
function prepareNames({ root, work }: SiteFolders): NamesForBuild | undefined {
  try {
    return namesForBuild(path.join(work, 'office'), root);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

function astro(folders: SiteFolders): boolean {
  const { root, staging, spare, nextProgram } = folders;
  clear([staging, spare, nextProgram]);
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/astro/bin/astro.mjs'), 'build'],
    {
      cwd: root,
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        // Some hosts set another, so that all packages are installed: pages would have the development server's policy.
        NODE_ENV: 'production',
        KHUMUE_STAGING: staging,
        KHUMUE_PROGRAM: nextProgram,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  return status === 0;
}

/** By a new program everything; by that of the last site, where it is given, only what changed. */
async function render(
  folders: SiteFolders,
  { store, keys, aligned }: Office,
  last?: LastSite,
): Promise<Rendered | undefined> {
  const { root, out, staging, spare, program, nextProgram } = folders;
  if (last) clear([staging, nextProgram]);
  const site = process.env.SITE_URL;
  const plan: Omit<Plan, 'known'> = {
    root,
    program: last ? program : nextProgram,
    ...(last && { last: { folder: out, files: last.files } }),
    ...(last && existsSync(spare) && { spare: { folder: spare, same: last.spared } }),
    next: staging,
    base: basePath(process.env.BASE_PATH),
    ...(site ? { site } : {}),
    keys,
    ...(aligned && { aligned }),
    unchanged: new Set(Object.keys(keys.shown).filter((id) => keys.shown[id] === last?.shown[id])),
  };
  try {
    return await withKnown(folders, 'texts', (known) => renderSite({ ...plan, known }, store));
  } catch (error) {
    // Where content is to blame, what it says is for its author (pages/_charts.ts).
    const isContent = error instanceof Error && error.cause !== undefined;
    console.error(isContent ? error.message : error);
    return undefined;
  }
}

/** @param reading the seconds that reading and checking took */
function say({ made, kept, seconds }: Rendered, reading: number): void {
  console.log(`ทำใหม่ ${String(made)} แฟ้ม ใช้ของเดิม ${String(kept)} แฟ้ม`);
  const parts = Object.entries({ reading, ...seconds }).map(
    ([kind, spent]) => `${LABELS[kind as keyof typeof LABELS]} ${spent.toFixed(1)}`,
  );
  console.log(`วินาที: ${parts.join(', ')}`);
}

function clear(folders: readonly string[]): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
