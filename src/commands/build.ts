// build.mjs: content and pages -> check -> staging folder -> dist/ (or KHUMUE_OUT), all or nothing.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { officeFolders, readOffice } from '../authoring/read-office.ts';
import { astroLock } from './astro-lock.ts';
import { sameOnDisk, siteFiles, type FileState } from '../render/site-files.ts';
import type { LastSite, SiteFolders } from './make-site.ts';
import { settingsAreRight } from './settings.ts';
import { shortHash, siteKey } from './site-key.ts';
import { isReplaceable, outputFolder, recover, swap } from './swap.ts';

const root = path.resolve(import.meta.dirname, '../..');
const out = outputFolder(root, process.env.KHUMUE_OUT, 'dist');
const outName = path.relative(root, out) || '.';
const slug = out === path.join(root, 'dist') ? 'dist' : `${path.basename(out)}-${shortHash(out)}`;
const work = path.join(root, '.build', slug);
const madeFile = path.join(work, 'made.json');
const folders: SiteFolders = {
  root,
  out,
  work,
  staging: path.join(work, 'next'),
  spare: path.join(work, 'spare'),
  program: path.join(work, 'program'),
  nextProgram: path.join(work, 'program-next'),
  cache: path.join(root, '.cache', slug),
};

/** What the site in `out` was made of, and how it was left. */
interface Made extends Omit<LastSite, 'files'> {
  /** siteKey(). */
  readonly key: string;
  readonly files: readonly (readonly [name: string, FileState])[];
}

process.exitCode = (await build()) ? 0 : 1;

async function build(): Promise<boolean> {
  if (!isReplaceable(out)) {
    console.error(
      `KHUMUE_OUT ชี้ไปที่ ${outName} ซึ่งมีไฟล์อื่นที่ไม่ใช่เว็บไซต์ที่สร้างไว้ จึงไม่เขียนทับ โปรดใช้โฟลเดอร์อื่น`,
    );
    return false;
  }
  if (!settingsAreRight(process.env)) return refuse('การตั้งค่าไม่ถูกต้อง จึงยังไม่สร้างเว็บไซต์');
  mkdirSync(work, { recursive: true });
  const unlock = await astroLock(root);
  try {
    recover(out);
    const files = readOffice(officeFolders(), root);
    const key = siteKey(root, files, process.env);
    const last = lastMade();
    if (last?.key === key) {
      console.log(`ไม่มีอะไรเปลี่ยนจากครั้งก่อน ใช้เว็บไซต์ที่สร้างไว้ใน ${outName}`);
      return true;
    }
    // Loaded where there is something to make.
    const { makeSite } = await import('./make-site.ts');
    const madeOf = await makeSite(folders, files, last);
    if (typeof madeOf === 'string') return refuse(madeOf);
    rmSync(madeFile, { force: true });
    // The next one begins with the old one, of which most is the new one's as well and takes no room of its own.
    const swapped = swap(folders.staging, out, last && folders.spare);
    if (!swapped) return false;
    // Without its program the site would be taken for one of the last.
    const hasNew = existsSync(folders.nextProgram);
    if (hasNew && !swap(folders.nextProgram, folders.program)) return false;
    // On another disk they are copies.
    const there = swapped === 'copied' ? siteFiles(out) : madeOf.files;
    const spared = last ? sameOnDisk(there, last.files) : [];
    const made: Made = { ...madeOf, key, files: [...there], spared };
    writeFileSync(madeFile, JSON.stringify(made));
    console.log(`สร้างเว็บไซต์เสร็จแล้ว อยู่ที่ ${outName}`);
    return true;
  } finally {
    unlock();
  }
}

/** Undefined where nobody knows what the site in `out` is: none was made there, or somebody has touched it. */
function lastMade(): (LastSite & Pick<Made, 'key'>) | undefined {
  if (!existsSync(out) || !existsSync(madeFile)) return undefined;
  try {
    const made = JSON.parse(readFileSync(madeFile, 'utf8')) as Made;
    const files = new Map(made.files);
    const there = siteFiles(out);
    const isAsLeft = there.size === files.size && sameOnDisk(there, files).length === files.size;
    return isAsLeft ? { ...made, files } : undefined;
  } catch {
    // Cut off while it was written, or by an older version.
    return undefined;
  }
}

function refuse(message: string): false {
  const kept = existsSync(out) ? ` เว็บไซต์เดิมใน ${outName} ไม่ถูกแตะต้อง` : '';
  console.error(`${message}${kept}`);
  return false;
}
