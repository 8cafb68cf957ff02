// Site tests: runs out to a file and in again.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readFile } from '../../src/checklist/transfer.ts';
import { readBuilt } from './built-site.ts';
import { beginTicked, openRuns, press, storedRuns } from './checklist-page.ts';

test('runs go out as a file and come in again after everything was deleted; a damaged file changes nothing', async ({
  page,
}) => {
  await beginTicked(page, 'โรงเรียนบ้านหนึ่ง');
  await page.goto('./my/');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page, 'บันทึกทุกรอบเป็นไฟล์'),
  ]);
  expect(download.suggestedFilename()).toMatch(/^khumue-.+-\d{4}-\d\d-\d\d\.json$/);
  const text = readFileSync(await download.path(), 'utf8');
  expect(readFile(text, new Date().toISOString())).toEqual({ runs: await storedRuns(page) });

  await page.getByLabel('นำเข้าจากไฟล์').setInputFiles({
    name: 'half.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text.slice(0, 500)),
  });
  await expect(page.getByRole('status')).toContainText('ไม่ได้นำเข้า “half.json” เพราะไฟล์เสียหาย');
  expect(await storedRuns(page)).toHaveLength(1);

  await page.evaluate(() => {
    localStorage.setItem('khumue:display', '{"size":"large"}');
  });
  await press(page, 'ลบรอบงานทั้งหมดในเครื่องนี้');
  await press(page, 'ลบทั้งหมด');
  // How the reader likes pages to look is none of it.
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['khumue:display']);
  await expect(page.locator('.run-rows > li')).toHaveCount(0);

  const file = { name: 'runs.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel('นำเข้าจากไฟล์').setInputFiles(file);
  await expect(page.getByRole('dialog')).toContainText('รอบงานใหม่ 1 รอบ');
  await press(page, 'ไม่นำเข้า');
  expect(await storedRuns(page)).toHaveLength(0);
  await page.getByLabel('นำเข้าจากไฟล์').setInputFiles(file);
  await press(page, 'นำเข้า');
  await expect(page.locator('.run-rows > li')).toContainText('ทำแล้ว 1 จาก 9 ข้อ');
  await page.getByLabel('นำเข้าจากไฟล์').setInputFiles(file);
  await expect(page.getByRole('dialog')).toContainText('ไม่มีอะไรเปลี่ยน 1 รอบ');
});

test('runs for which there is no room are said, and not listed', async ({ page }) => {
  await beginTicked(page, 'โรงเรียนบ้านหนึ่ง');
  await page.goto('./my/');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page, 'บันทึกทุกรอบเป็นไฟล์'),
  ]);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
  });
  await page.getByLabel('นำเข้าจากไฟล์').setInputFiles(await download.path());
  await press(page, 'นำเข้า');
  await expect(page.getByRole('status')).toContainText('ที่เก็บข้อมูลไม่พอ นำเข้าได้ 0 จาก 1 รอบ');
  await expect(page.locator('.run-rows > li')).toHaveCount(0);
});

test('a table for a spreadsheet begins with a byte order mark and has a row a step', async ({
  page,
}) => {
  await beginTicked(page, 'โรงเรียนบ้านหนึ่ง');
  await openRuns(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page, 'บันทึกเป็นตาราง (CSV)'),
  ]);
  const bytes = readFileSync(await download.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString().trimEnd().split('\r\n')).toHaveLength(11);
});

test('the schema of exported runs is published', () => {
  const schema = JSON.parse(readBuilt('/data/run.schema.json')) as { required: string[] };
  expect(schema.required).toEqual(['format', 'version', 'exported', 'runs']);
});
