// Site tests: a procedure's page → its boxes, its run, its script, what is stored; what a reader does there.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Run } from '../../src/checklist/run.ts';
import { scriptsOf } from './built-site.ts';

export const SARABAN = './manuals/uttaradit-2-policy-planning/saraban/';

export const boxes = (page: Page): Locator => page.locator('#step-list .tick');
export const box = (page: Page, no: string): Locator =>
  page
    .locator('#step-list li', { has: page.getByText(no, { exact: true }) })
    .last()
    .locator('> .tick');
export const where = (page: Page): Locator => page.locator('.run .where[role="status"]');
export const label = (page: Page): Locator => page.locator('.run [data-run="label"]');
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

export async function openRuns(page: Page): Promise<Locator> {
  await page.locator('[data-act="runs"]').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

export async function begin(page: Page, name: string): Promise<void> {
  const dialog = await openRuns(page);
  await dialog.getByLabel(/^ชื่อรอบงาน เช่น/).fill(name);
  await dialog.getByRole('button', { name: 'เริ่มรอบงาน', exact: true }).click();
  await expect(label(page)).toHaveText(name);
}

/** The page with a run, named or as the first tick begins it, and its first step done. */
export async function beginTicked(page: Page, name?: string): Promise<void> {
  await page.goto(SARABAN);
  if (name !== undefined) await begin(page, name);
  await boxes(page).first().check();
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ข้อ');
}

/** What a procedure's page loads to show a run, before anybody ticks: files, and bytes packed with brotli. */
export function checklistScript(
  html: string,
  folder: string,
): { files: readonly string[]; bytes: number } {
  const code = (file: string): string => readFileSync(path.join(folder, '_astro', file), 'utf8');
  const asked =
    scriptsOf(html, folder)
      .map((file) => /check-list\.[\w-]+\.js/.exec(code(path.basename(file)))?.[0])
      .find((name) => name !== undefined) ?? '';
  const own = scriptsOf(html, folder);
  const files = scriptsOf(`<script src="/_astro/${asked}"></script>`, folder).filter(
    (file) => !own.includes(file),
  );
  const all = files.map((file) => path.basename(file));
  // The element, and the storage that it reads, were found.
  for (const word of ['check-list', 'khumue:'])
    expect(
      all.some((file) => code(file).includes(word)),
      word,
    ).toBe(true);
  const bytes = all.reduce((sum, file) => sum + brotliCompressSync(code(file)).length, 0);
  return { files: all, bytes };
}

export function storedRuns(page: Page): Promise<Run[]> {
  return page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('khumue:run:'))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? '') as Run),
  );
}

/** Changes the page's one stored run from outside, as another time or another hand would. */
export async function rewrite(page: Page, how: (run: Run) => unknown): Promise<void> {
  const text = JSON.stringify((await storedRuns(page)).map(how)[0]);
  await page.evaluate((put) => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('khumue:run:')) ?? '';
    localStorage.setItem(key, put);
  }, text);
}
