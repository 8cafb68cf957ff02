// npm run build:portal -- <portal.yaml>: a list of offices, here or on hosts of their own -> dist-portal/ (or KHUMUE_PORTAL), all or nothing.
// --list prints the offices to be built here, as JSON, for machines that build one each (KHUMUE_SITES brings their sites).
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readPortal, type Portal, type PortalOffice } from '../authoring/portal-file.ts';
import { formatProblem } from '../authoring/problem.ts';
import { directoryEntries } from '../directory/entries.ts';
import { joinedOffice } from '../directory/joined-office.ts';
import { packDirectory } from '../directory/pack.ts';
import { hostFiles } from '../hosting/host-files.ts';
import { asInPage } from '../hosting/first-script.ts';
import { headersWith, portalPolicy } from '../hosting/security-headers.ts';
import { namesSetting } from '../model/names.ts';
import { astroLock } from './astro-lock.ts';
import { basePath } from './base-path.ts';
import { readOfficeSite, type OfficeRead } from './portal-offices.ts';
import { settingsAreRight } from './settings.ts';
import { shortHash } from './site-key.ts';
import { isReplaceable, outputFolder, recover, swap } from './swap.ts';

/** In the portal, where no office's id can stand: ids begin with a letter. */
const DIRECTORY = '_directory';

const root = path.resolve(import.meta.dirname, '../..');
const out = outputFolder(root, process.env.KHUMUE_PORTAL, 'dist-portal');
const outName = path.relative(root, out) || '.';
const base = basePath(process.env.BASE_PATH);
const work = path.join(root, '.build/portal', shortHash(out));

process.exitCode = (await run(process.argv.slice(2))) ? 0 : 1;

async function run(words: readonly string[]): Promise<boolean> {
  const files = words.filter((word) => word !== '--list');
  const [file] = files;
  if (file === undefined || files.length > 1) {
    console.error('บอกแฟ้มรายชื่อหน่วยงานหนึ่งแฟ้ม เช่น npm run build:portal -- portal.yaml');
    return false;
  }
  const portal = readList(path.resolve(root, file), file);
  if (!portal) return false;
  if (!words.includes('--list')) return buildPortal(portal);
  const here = portal.offices.flatMap(({ id, from }) =>
    'folder' in from ? [{ id, folder: path.relative(root, from.folder) }] : [],
  );
  console.log(JSON.stringify(here));
  return true;
}

async function buildPortal(portal: Portal): Promise<boolean> {
  if (!isReplaceable(out)) {
    console.error(
      `KHUMUE_PORTAL ชี้ไปที่ ${outName} ซึ่งมีไฟล์อื่นที่ไม่ใช่เว็บไซต์ที่สร้างไว้ จึงไม่เขียนทับ โปรดใช้โฟลเดอร์อื่น`,
    );
    return false;
  }
  if (!settingsAreRight(process.env)) return refuse('การตั้งค่าไม่ถูกต้อง');
  const names = namesSetting(process.env);
  mkdirSync(work, { recursive: true });
  recover(out);

  const { KHUMUE_SITES } = process.env;
  const built = KHUMUE_SITES ? path.resolve(root, KHUMUE_SITES) : undefined;
  const read: OfficeRead[] = [];
  for (const office of portal.offices) {
    const one = await readOfficeSite(office, { root, work, base, built, names });
    if (!one) return refuse(`สร้างเว็บไซต์ของ ${office.id} ไม่สำเร็จ`);
    read.push(one);
  }
  const next = path.join(work, 'next');
  if (!(await pages(portal, read, next))) return refuse('สร้างหน้าของเว็บรวมไม่สำเร็จ');
  const offices: string[] = [];
  portal.offices.forEach(({ id }, i) => {
    const site = read[i]?.site;
    if (!site) return;
    cpSync(site, path.join(next, id), { recursive: true });
    offices.push(readFileSync(path.join(site, 'index.html'), 'utf8'));
  });
  const packed = packDirectory(directoryEntries(read.map(({ data }) => data)));
  mkdirSync(path.join(next, DIRECTORY));
  for (const [name, text] of packed) writeFileSync(path.join(next, DIRECTORY, name), text);
  const headers = headersWith(portalPolicy(otherOrigins(portal), firstScript(), offices));
  for (const [name, text] of hostFiles(base, headers)) writeFileSync(path.join(next, name), text);
  if (!swap(next, out)) return false;
  console.log(`สร้างเว็บรวม ${String(portal.offices.length)} หน่วยงานเสร็จแล้ว อยู่ที่ ${outName}`);
  return true;
}

/** As it stands in the portal's pages. */
function firstScript(): string {
  const file = path.join(root, 'src/components/display-settings/first-paint.js');
  return asInPage(readFileSync(file, 'utf8'));
}

function readList(file: string, shown: string): Portal | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    console.error(`ไม่พบแฟ้ม ${shown} โปรดตรวจชื่อแฟ้ม`);
    return undefined;
  }
  const { portal, problems } = readPortal(shown, text, (name) => {
    const folder = path.resolve(path.dirname(file), name);
    return existsSync(path.join(folder, 'content')) ? folder : undefined;
  });
  for (const problem of problems) console.error(formatProblem(problem));
  return problems.length === 0 ? portal : undefined;
}

async function pages(
  portal: Portal,
  read: readonly OfficeRead[],
  folder: string,
): Promise<boolean> {
  const offices = portal.offices.map((office, i) =>
    joinedOffice(office.id, addressOf(office), read[i]?.data, read[i]?.silentSince),
  );
  const list = path.join(work, 'portal.json');
  const policy = portalPolicy(otherOrigins(portal), firstScript());
  const directory = `${base}${DIRECTORY}/`;
  writeFileSync(list, JSON.stringify({ title: portal.title, directory, policy, offices }));
  rmSync(folder, { recursive: true, force: true });
  const unlock = await astroLock(root);
  try {
    const astro = path.join(root, 'node_modules/astro/bin/astro.mjs');
    const args = [astro, 'build', '--config', 'src/portal/astro.config.mjs', '--silent'];
    const done = spawnSync(process.execPath, args, {
      cwd: root,
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'production',
        KHUMUE_STAGING: folder,
        KHUMUE_CACHE: path.join(root, '.cache/portal'),
        KHUMUE_PORTAL_LIST: list,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return done.status === 0;
  } finally {
    unlock();
  }
}

function addressOf({ id, from }: PortalOffice): string {
  return 'site' in from ? from.site : `${base}${id}/`;
}

/** Where the portal's search fetches from, beside its own host. */
function otherOrigins({ offices }: Portal): string[] {
  const origins = offices.flatMap(({ from }) =>
    'site' in from ? [new URL(from.site).origin] : [],
  );
  return [...new Set(origins)].sort();
}

function refuse(message: string): false {
  const kept = existsSync(out) ? ` เว็บรวมเดิมใน ${outName} ไม่ถูกแตะต้อง` : '';
  console.error(`${message} สาเหตุอยู่ในข้อความด้านบน${kept}`);
  return false;
}
