// npm run build:form: the content's schemas -> a page with a form for every content file -> dist-form/ (or KHUMUE_FORM), all or nothing.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formFiles } from '../form/files.ts';
import { isReplaceable, outputFolder, recover, swap } from './swap.ts';

const root = path.resolve(import.meta.dirname, '../..');
const out = outputFolder(root, process.env.KHUMUE_FORM, 'dist-form');
const outName = path.relative(root, out) || '.';
const work = path.join(root, '.build/form');

process.exitCode = (await buildForm()) ? 0 : 1;

async function buildForm(): Promise<boolean> {
  if (!isReplaceable(out)) {
    console.error(
      `KHUMUE_FORM ชี้ไปที่ ${outName} ซึ่งมีไฟล์อื่นที่ไม่ใช่เว็บไซต์ที่สร้างไว้ จึงไม่เขียนทับ โปรดใช้โฟลเดอร์อื่น`,
    );
    return false;
  }
  recover(out);
  const next = path.join(work, 'next');
  rmSync(next, { recursive: true, force: true });
  for (const [name, bytes] of await formFiles(root)) {
    const file = path.join(next, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  if (!swap(next, out)) return false;
  console.log(`สร้างฟอร์มเสร็จแล้วที่ ${outName} เปิดใช้ด้วย npm run form`);
  return true;
}
