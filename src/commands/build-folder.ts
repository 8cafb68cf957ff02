// npm run build:folder: content and pages -> a site -> dist-folder/ (or KHUMUE_FOLDER), which opens without a host, all or nothing.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { convert } from '../folder/convert.ts';
import { shortHash } from './site-key.ts';
import { isReplaceable, outputFolder, recover, swap } from './swap.ts';

const root = path.resolve(import.meta.dirname, '../..');
const out = outputFolder(root, process.env.KHUMUE_FOLDER, 'dist-folder');
const outName = path.relative(root, out) || '.';
// Of this output alone: another may be made at the same time.
const work = path.join(root, '.build/folder', shortHash(out));
const site = path.join(work, 'site');

process.exitCode = (await buildFolder()) ? 0 : 1;

async function buildFolder(): Promise<boolean> {
  if (!isReplaceable(out)) {
    console.error(
      `KHUMUE_FOLDER ชี้ไปที่ ${outName} ซึ่งมีไฟล์อื่นที่ไม่ใช่เว็บไซต์ที่สร้างไว้ จึงไม่เขียนทับ โปรดใช้โฟลเดอร์อื่น`,
    );
    return false;
  }
  mkdirSync(work, { recursive: true });
  recover(out);
  // The checks, and the look for hidden names, are the build's. A folder has no address of its own and no worker.
  const built = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.mjs')], {
    cwd: root,
    env: { ...process.env, KHUMUE_OUT: site, BASE_PATH: '', KHUMUE_OFFLINE: 'off' },
    stdio: 'inherit',
  });
  if (built.status !== 0) return false;
  const next = path.join(work, 'next');
  try {
    await convert(site, next);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error('ทำสำเนาสำหรับเปิดจากโฟลเดอร์ไม่สำเร็จ สำเนาเดิมไม่ถูกแตะต้อง');
    return false;
  }
  if (!swap(next, out)) return false;
  console.log(`ทำสำเนาเสร็จแล้ว เปิดได้ด้วยการกดสองครั้งที่ ${path.join(outName, 'index.html')}`);
  return true;
}
