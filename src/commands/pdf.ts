// npm run pdf: content and pages -> a site -> dist-pdf/ (or KHUMUE_PDF), its sheets as tagged A4 PDFs, all or nothing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import type { Published } from '../model/published.ts';
import { printSheet } from '../paper/print-sheet.ts';
import { sheets } from '../paper/sheets.ts';
import { ensureChromium } from './chromium.ts';
import { serve } from './serve.ts';
import { shortHash } from './site-key.ts';
import { isPrinted, isReplaceable, outputFolder, recover, swap } from './swap.ts';
import { formatLeaks, namesForBuild } from './without-names.ts';

const root = path.resolve(import.meta.dirname, '../..');
const out = outputFolder(root, process.env.KHUMUE_PDF, 'dist-pdf');
const outName = path.relative(root, out) || '.';
// Of this output alone: another may be made at the same time.
const work = path.join(root, '.build/pdf', shortHash(out));
const site = path.join(work, 'site');

process.exitCode = (await makePdfs()) ? 0 : 1;

async function makePdfs(): Promise<boolean> {
  if (!isReplaceable(out, isPrinted)) {
    console.error(
      `KHUMUE_PDF ชี้ไปที่ ${outName} ซึ่งมีไฟล์อื่นที่ไม่ใช่ PDF ที่สร้างไว้ จึงไม่เขียนทับ โปรดใช้โฟลเดอร์อื่น`,
    );
    return false;
  }
  recover(out);
  const built = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.mjs')], {
    cwd: root,
    env: { ...process.env, KHUMUE_OUT: site, KHUMUE_OFFLINE: 'off' },
    stdio: 'inherit',
  });
  if (built.status !== 0) return false;
  const next = path.join(work, 'next');
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  try {
    const count = await print(next);
    const leaks = await namesForBuild(path.join(work, 'office'), root).leaks(next);
    if (leaks.length > 0) {
      console.error(formatLeaks(leaks));
      return refuse('PDF ยังมีชื่อบุคคล จึงไม่นำออกใช้');
    }
    if (!swap(next, out)) return false;
    console.log(`พิมพ์เป็น PDF เสร็จแล้ว ${String(count)} ไฟล์ อยู่ที่ ${outName}`);
    return true;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

async function print(folder: string): Promise<number> {
  const data = JSON.parse(readFileSync(path.join(site, 'data/manuals.json'), 'utf8')) as Published;
  // Before the server, which would keep the command from ending where there is no browser.
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    // The pages are the project's own; as root, in a container, Chromium has no sandbox to offer.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
  const served = await serve(site, { port: 0, base: process.env.BASE_PATH ?? '/' });
  try {
    const all = sheets(data);
    for (const sheet of all) {
      const file = path.join(folder, sheet.file);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, await printSheet(browser, sheet, served.url));
    }
    return all.length;
  } finally {
    await browser.close();
    await served.close();
  }
}

function refuse(why: string): false {
  console.error(why);
  console.error(`ทำ PDF ไม่สำเร็จ ไฟล์เดิมใน ${outName} ไม่ถูกแตะต้อง`);
  return false;
}
