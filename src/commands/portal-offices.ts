// npm run build:portal: an office of the list -> what it publishes, and the folder of its site where that is built here.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PortalOffice } from '../authoring/portal-file.ts';
import { officeFolders, readOffice } from '../authoring/read-office.ts';
import { PublishedNames } from '../directory/published-names.ts';
import type { Names } from '../model/names.ts';
import { shortHash, siteKey } from './site-key.ts';

/** What is known of an office. */
export interface OfficeRead {
  readonly data: PublishedNames | undefined;
  /** The built site, where it is part of the portal. */
  readonly site?: string;
  /** ISO date of an older copy that stands in for what could not be read; '' where there is none. */
  readonly silentSince?: string;
}

export interface Place {
  /** The project's folder. */
  readonly root: string;
  /** Where sites, and copies of what other sites publish, are kept between builds. */
  readonly work: string;
  /** The portal's base path; ends in a slash. */
  readonly base: string;
  /** Sites that were built before, a folder an office, for example on other machines. */
  readonly built: string | undefined;
  /** Hidden: no name of a person comes into the portal, from whatever site. */
  readonly names: Names;
}

/** A person's id in a site without names (authoring/hide-names.ts). */
const NAMELESS = /\/person-\d+\/$/;

/** What a site publishes, in its folder. */
const DATA = 'data/manuals.json';

/** A site that says nothing for so long is left out. */
const ANSWER_MS = 20_000;

/** Undefined where the office's own site could not be built; the reason has been printed. */
export async function readOfficeSite(
  { id, from }: PortalOffice,
  place: Place,
): Promise<OfficeRead | undefined> {
  const { names, built } = place;
  if ('site' in from) {
    const read = await asked(id, from.site, place.work);
    return names === 'hidden' && read.data ? { ...read, data: { ...read.data, people: [] } } : read;
  }
  const given = built && path.join(built, id);
  if (!given || !existsSync(given)) return builtHere(id, from.folder, place);
  const data = publishedNames(readFile(path.join(given, DATA)));
  const problems = data ? misfits(data, `${place.base}${id}/`, names) : [NO_SITE];
  for (const problem of problems) console.error(`${id}: เว็บไซต์ที่ให้มาใน KHUMUE_SITES ${problem}`);
  return problems.length === 0 ? { data, site: given } : undefined;
}

const NO_SITE = `ไม่มี ${DATA} หรือมีแต่อ่านไม่ได้ โปรดสร้างเว็บไซต์ของหน่วยงานนั้นใหม่ด้วยโค้ดชุดเดียวกันนี้`;

/** Why a site that was built elsewhere cannot stand below this portal, in Thai. */
function misfits({ manuals, people }: PublishedNames, base: string, names: Names): string[] {
  const elsewhere = manuals.find(({ url }) => !url.startsWith(base));
  const named = names === 'hidden' && people.find(({ url }) => !NAMELESS.test(url));
  return [
    elsewhere && `สร้างไว้สำหรับที่อยู่อื่น (พบ ${elsewhere.url}) โปรดสร้างใหม่ด้วย BASE_PATH=${base}`,
    named && `มีชื่อบุคคล (${named.name}) แต่ KHUMUE_NAMES เป็น hidden โปรดสร้างใหม่โดยไม่แสดงชื่อ`,
  ].filter((problem) => typeof problem === 'string');
}

/** The office's site, made anew only where its content or the code has changed. */
function builtHere(
  id: string,
  folder: string,
  { root, work, base }: Place,
): OfficeRead | undefined {
  const site = path.join(work, 'sites', id);
  const keyFile = `${site}.key`;
  const settings = { ...process.env, KHUMUE_OFFICE: folder, BASE_PATH: base + id };
  const key = siteKey(root, readOffice(officeFolders(settings), root), settings);
  if (existsSync(site) && existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key) {
    console.log(`${id}: ไม่มีอะไรเปลี่ยน ใช้เว็บไซต์ที่สร้างไว้`);
    return published(site);
  }
  console.log(`${id}: กำลังสร้าง`);
  rmSync(keyFile, { force: true });
  const built = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.mjs')], {
    cwd: root,
    env: { ...settings, KHUMUE_OUT: site },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (built.status !== 0) return undefined;
  writeFileSync(keyFile, key);
  return published(site);
}

function published(site: string): OfficeRead {
  return { data: publishedNames(readFile(path.join(site, DATA))), site };
}

/** Undefined where the text is not what a site publishes. */
function publishedNames(text: string | undefined): PublishedNames | undefined {
  try {
    return PublishedNames.parse(JSON.parse(text ?? ''));
  } catch {
    return undefined;
  }
}

/** Undefined where there is none, or none that can be read. */
function readFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** What a site elsewhere publishes; where it does not answer, what it published last. */
async function asked(id: string, site: string, work: string): Promise<OfficeRead> {
  const copy = path.join(work, `${id}-${shortHash(site)}.json`);
  const address = site + DATA;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(ANSWER_MS) });
    if (!answer.ok) throw new Error(`รหัส ${String(answer.status)}`);
    const data = PublishedNames.parse(await answer.json());
    writeFileSync(`${copy}.partial`, JSON.stringify(data));
    renameSync(`${copy}.partial`, copy);
    console.log(`${id}: อ่านจาก ${site} แล้ว`);
    return { data };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const known = publishedNames(readFile(copy));
    console.warn(
      `${id}: อ่าน ${address} ไม่ได้ (${reason}) ${known ? 'ใช้ข้อมูลที่อ่านไว้ครั้งก่อน' : 'แสดงเพียงที่อยู่เว็บ'}`,
    );
    if (!known) return { data: undefined, silentSince: '' };
    return { data: known, silentSince: statSync(copy).mtime.toISOString().slice(0, 10) };
  }
}
