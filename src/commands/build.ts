// npm run build: content and pages -> check -> staging folder -> dist/ (or KHUMUE_OUT), all or nothing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { officeFolders, readOffice } from '../authoring/read-office.ts';
import { pageKeys, type PageKeys } from '../render/page-keys.ts';
import type { Plan } from '../render/plan.ts';
import { astroLock } from './astro-lock.ts';
import { folderState, programKey, siteKey } from './site-key.ts';
import { isReplaceable, recover, swap } from './swap.ts';
import { formatLeaks, namesForBuild, type NamesForBuild } from './without-names.ts';

const root = path.resolve(import.meta.dirname, '../..');
const out = path.resolve(root, process.env.KHUMUE_OUT || 'dist');
const outName = path.relative(root, out) || '.';
const slug = out === path.join(root, 'dist') ? 'dist' : `${path.basename(out)}-${shortHash(out)}`;
const work = path.join(root, '.build', slug);
const staging = path.join(work, 'next');
const previous = path.join(work, 'previous');
/** What Astro made the pages into: that of the site in `out`, and that of a build that is under way. */
const program = path.join(work, 'program');
const nextProgram = path.join(work, 'program-next');
const madeFile = path.join(work, 'made.json');

/** What the site in `out` was made of, and how it was left. */
interface Made {
  /** siteKey(). */
  readonly key: string;
  /** programKey(). */
  readonly program: string;
  readonly manuals: PageKeys['manuals'];
  /** folderState(). */
  readonly state: string;
}

process.exitCode = (await build()) ? 0 : 1;

async function build(): Promise<boolean> {
  if (!isReplaceable(out)) {
    console.error(
      `KHUMUE_OUT ชี้ไปที่ ${outName} ซึ่งมีไฟล์อื่นที่ไม่ใช่เว็บไซต์ที่สร้างไว้ จึงไม่เขียนทับ โปรดใช้โฟลเดอร์อื่น`,
    );
    return false;
  }
  mkdirSync(work, { recursive: true });
  const unlock = await astroLock(root);
  try {
    recover(out, previous);
    const key = siteKey(root, Object.values(officeFolders()).map(inRoot), process.env);
    const last = lastMade();
    if (last?.key === key) {
      console.log(`ไม่มีอะไรเปลี่ยนจากครั้งก่อน ใช้เว็บไซต์ที่สร้างไว้ใน ${outName}`);
      return true;
    }
    if (!check()) return refuse('ตรวจเนื้อหาไม่ผ่าน จึงยังไม่สร้างเว็บไซต์ โปรดแก้ตามรายการด้านบน');
    const names = prepareNames();
    if (!names) return refuse('ซ่อนชื่อบุคคลไม่สำเร็จ จึงยังไม่สร้างเว็บไซต์');
    const office = officeFolders({ ...process.env, ...names.environment });
    const pages = pageKeys(readOffice(office, root));
    const parts = { key, program: programKey(root, office.content, pages.bodies, process.env) };
    const isKnown = last?.program === parts.program;
    const isMade =
      (isKnown && render(pages, names.environment, last)) ||
      (astro(names.environment) && render(pages, names.environment));
    if (!isMade) return refuse('สร้างเว็บไซต์ไม่สำเร็จ สาเหตุอยู่ในข้อความด้านบน');
    const leaks = await names.leaks(staging);
    if (leaks.length > 0) {
      console.error(formatLeaks(leaks));
      return refuse('เว็บไซต์ที่สร้างยังมีชื่อบุคคล จึงไม่นำออกใช้');
    }
    rmSync(madeFile, { force: true });
    swap(staging, out, previous);
    if (existsSync(nextProgram)) swap(nextProgram, program, previous);
    const made: Made = { ...parts, manuals: pages.manuals, state: folderState(out) };
    writeFileSync(madeFile, JSON.stringify(made));
    console.log(`สร้างเว็บไซต์เสร็จแล้ว อยู่ที่ ${outName}`);
    return true;
  } finally {
    unlock();
  }
}

/** Undefined where nobody knows what the site in `out` is: none was made there, or somebody has touched it. */
function lastMade(): Made | undefined {
  if (!existsSync(out) || !existsSync(madeFile)) return undefined;
  try {
    const made = JSON.parse(readFileSync(madeFile, 'utf8')) as Made;
    return made.state === folderState(out) ? made : undefined;
  } catch {
    // Cut off while it was written.
    return undefined;
  }
}

function inRoot(folder: string): string {
  return path.resolve(root, folder);
}

function check(): boolean {
  const file = path.join(root, 'src/commands/check.ts');
  return !existsSync(file) || run([file]);
}

/** Undefined where the setting is misspelt or the names cannot be taken out: the reason is printed. */
function prepareNames(): NamesForBuild | undefined {
  try {
    return namesForBuild(path.join(work, 'office'), root);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

function astro(environment: NamesForBuild['environment']): boolean {
  for (const folder of [staging, nextProgram]) rmSync(folder, { recursive: true, force: true });
  return run(
    [path.join(root, 'node_modules/astro/bin/astro.mjs'), 'build'],
    pagesEnvironment(environment),
  );
}

function pagesEnvironment(environment: NamesForBuild['environment']): NodeJS.ProcessEnv {
  const { content } = officeFolders({ ...process.env, ...environment });
  // Astro's store leads to the office's files: of an office that is elsewhere now it would lead nowhere.
  const cache = `${slug}-${shortHash(path.resolve(root, content))}`;
  return {
    ASTRO_TELEMETRY_DISABLED: '1',
    KHUMUE_STAGING: staging,
    KHUMUE_PROGRAM: nextProgram,
    KHUMUE_CACHE: path.join(root, '.cache', cache),
    ...environment,
  };
}

/** By a new program everything; by that of the last site, where it is given, only what changed. */
function render(
  { manuals, seeds }: PageKeys,
  environment: NamesForBuild['environment'],
  last?: Made,
): boolean {
  if (last)
    for (const folder of [staging, nextProgram]) rmSync(folder, { recursive: true, force: true });
  const plan: Plan = {
    root,
    program: last ? program : nextProgram,
    ...(last ? { last: out } : {}),
    next: staging,
    base: (process.env.BASE_PATH || '/').replace(/\/?$/, '/'),
    ...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
    unchanged: Object.keys(manuals).filter((id) => manuals[id] === last?.manuals[id]),
    seeds,
  };
  const file = path.join(work, 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  return run([path.join(root, 'src/render/render-site.ts'), file], pagesEnvironment(environment));
}

function run(args: string[], extra: NodeJS.ProcessEnv = {}): boolean {
  const env = { ...process.env, ...extra };
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return done.status === 0;
}

function refuse(message: string): false {
  const kept = existsSync(out) ? ` เว็บไซต์เดิมใน ${outName} ไม่ถูกแตะต้อง` : '';
  console.error(`${message}${kept}`);
  return false;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
