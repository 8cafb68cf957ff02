// Site tests: the copy that works from a folder, opened as files: pages, chart, checklist, search.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { convert } from '../../src/folder/convert.ts';
import { fileOf, folder, pagePaths, readBuilt } from './built-site.ts';
import { checkLinks } from './links.ts';

test.skip(Boolean(process.env.BASE_PATH), 'a folder has no base path');

let copy: string;
let found: string[];
test.beforeAll(async () => {
  copy = mkdtempSync(path.join(tmpdir(), 'khumue folder คู่มือ-'));
  await convert(folder, copy);
});
test.afterAll(() => rmSync(copy, { recursive: true }));

const at = (file: string): string => pathToFileURL(path.join(copy, file)).href;

test.beforeEach(({ page }) => {
  found = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
});
test.afterEach(() => expect(found).toEqual([]));

async function toSaraban(page: Page): Promise<void> {
  await page.goto(at('index.html'));
  await page
    .getByRole('main')
    .getByRole('link', { name: /งานทั้งหมดที่มีขั้นตอน/ })
    .click();
  await page.getByRole('link', { name: 'งานสารบรรณ' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('งานสารบรรณ');
}

test('no page links from the root or to a folder, and every link leads somewhere', () => {
  const pages = pagePaths(copy);
  expect(pages.length).toBe(pagePaths(folder).length - 2);
  for (const page of pages)
    expect(readBuilt(page, copy), page).not.toMatch(
      /\s(?:href|src|action)="(?:\/[^"]*|[^"#?:]+\/)(?:[?#][^"]*)?"|type="module"/,
    );
  expect(checkLinks(copy, '').broken).toEqual([]);
  expect(fileOf('/sw.js', copy)).toBeUndefined();
});

test('from the first page to a step: the fonts are there, the chart is walked, a tick is kept and listed', async ({
  page,
}) => {
  await toSaraban(page);
  const fonts = await page.evaluate(async () => {
    const loaded = await document.fonts.load('16px Sarabun', 'ก');
    return loaded.map(({ status }) => status);
  });
  expect(fonts).toContain('loaded');
  await page.locator('[data-chart-do=walk]').click();
  await expect(page.locator('.walk')).toBeVisible();
  await page.locator('.walk').getByRole('button', { name: 'ออก' }).click();
  await page.locator('[data-chart] summary', { hasText: 'เครื่องมือ' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'บันทึกผังเป็นภาพ PNG' }).click();
  expect((await download).suggestedFilename()).toBe('saraban.png');
  await page.locator('#step-list .tick').first().check();
  await expect(page.locator('.run .where')).toHaveText('ทำแล้ว 1 จาก 9 ข้อ');
  // Of a file's page Chromium may forget on a busy machine what it wrote just before a reload: first another tab has to have it.
  const list = await page.context().newPage();
  const goOn = list.locator('run-list').getByRole('link', { name: 'ทำต่อ' });
  await expect(async () => {
    await list.goto(at('my/index.html'));
    await expect(goOn).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.reload();
  await expect(page.locator('#step-list .tick').first()).toBeChecked();
  await goOn.click();
  await expect(list.locator('#step-list .tick').first()).toBeChecked();
});

test('search finds, on its page and in the box of any page, and its results open', async ({
  page,
}) => {
  await page.goto(at('search/index.html'));
  await page.getByRole('searchbox').fill('สารบรรณ');
  await page.locator('[data-search-result] a', { hasText: 'งานสารบรรณ' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('งานสารบรรณ');

  // The heading is there before the script that listens to the key.
  const field = page.getByRole('combobox');
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(field).toBeFocused({ timeout: 2000 });
  }).toPass();
  await field.fill('ลูกเสือ');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/index\.html#/);
});

test('where runs may be kept apart for each page, the page says so; where they are not, it does not', async ({
  page,
}) => {
  const said = page.locator('.folder-note', { hasText: 'เก็บรอบงานแยกตามหน้า' });
  await page.goto(at('my/index.html'));
  await expect(said).toBeVisible();
  await toSaraban(page);
  await expect(said).toHaveCount(0);
});
