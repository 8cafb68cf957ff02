// Site tests: a procedure's page → its boxes, its run, what is stored; what a reader does there.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Run } from '../../src/checklist/run.ts';

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
