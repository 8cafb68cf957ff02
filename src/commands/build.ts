// npm run build: content and pages -> check -> staging folder -> dist/ (or KHUMUE_OUT), all or nothing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { officeFolders } from '../authoring/read-office.ts';
import { astroLock } from './astro-lock.ts';
import { folderState, siteKey } from './site-key.ts';
import { isReplaceable, recover, swap } from './swap.ts';
import { formatLeaks, namesForBuild, type NamesForBuild } from './without-names.ts';

const root = path.resolve(import.meta.dirname, '../..');
const out = path.resolve(root, process.env.KHUMUE_OUT || 'dist');
const outName = path.relative(root, out) || '.';
const slug = out === path.join(root, 'dist') ? 'dist' : `${path.basename(out)}-${shortHash(out)}`;
const work = path.join(root, '.build', slug);
const staging = path.join(work, 'next');
const previous = path.join(work, 'previous');
/** What the site in `out` was made of, and how it was left. */
const keyFile = path.join(work, 'key');

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
    if (isMadeOf(key)) {
      console.log(`ไม่มีอะไรเปลี่ยนจากครั้งก่อน ใช้เว็บไซต์ที่สร้างไว้ใน ${outName}`);
      return true;
    }
    rmSync(keyFile, { force: true });
    if (!check()) return refuse('ตรวจเนื้อหาไม่ผ่าน จึงยังไม่สร้างเว็บไซต์ โปรดแก้ตามรายการด้านบน');
    const names = prepareNames();
    if (!names) return refuse('ซ่อนชื่อบุคคลไม่สำเร็จ จึงยังไม่สร้างเว็บไซต์');
    if (!astro(names.environment)) return refuse('สร้างเว็บไซต์ไม่สำเร็จ สาเหตุอยู่ในข้อความด้านบน');
    const leaks = await names.leaks(staging);
    if (leaks.length > 0) {
      console.error(formatLeaks(leaks));
      return refuse('เว็บไซต์ที่สร้างยังมีชื่อบุคคล จึงไม่นำออกใช้');
    }
    swap(staging, out, previous);
    writeFileSync(keyFile, key + folderState(out));
    console.log(`สร้างเว็บไซต์เสร็จแล้ว อยู่ที่ ${outName}`);
    return true;
  } finally {
    unlock();
  }
}

/** Whether the site in `out` is what would be made now: nobody has touched it, and it was made of the same. */
function isMadeOf(key: string): boolean {
  if (!existsSync(out) || !existsSync(keyFile)) return false;
  return readFileSync(keyFile, 'utf8') === key + folderState(out);
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
  const { content } = officeFolders({ ...process.env, ...environment });
  // Astro's store leads to the office's files: of an office that is elsewhere now it would lead nowhere.
  const cache = `${slug}-${shortHash(path.resolve(root, content))}`;
  rmSync(staging, { recursive: true, force: true });
  return run([path.join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {
    ASTRO_TELEMETRY_DISABLED: '1',
    KHUMUE_STAGING: staging,
    KHUMUE_CACHE: path.join(root, '.cache', cache),
    ...environment,
  });
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
