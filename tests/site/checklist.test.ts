// Site tests: a procedure's page as a checklist: runs, ticks, notes, two tabs, storage in trouble, files, paper.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { revisionOf } from '../../src/checklist/revision.ts';
import type { Run } from '../../src/checklist/run.ts';
import { readFile } from '../../src/checklist/transfer.ts';
import { Published } from '../../src/model/published.ts';
import { attribute, elements, folder, pagePaths, readBuilt } from './built-site.ts';

const SARABAN = './manuals/uttaradit-2-policy-planning/saraban/';

const boxes = (page: Page): Locator => page.locator('#step-list .tick');
const box = (page: Page, no: string): Locator =>
  page
    .locator('#step-list li', { has: page.getByText(no, { exact: true }) })
    .last()
    .locator('> .tick');
const where = (page: Page): Locator => page.locator('.run .where[role="status"]');
const label = (page: Page): Locator => page.locator('.run [data-run="label"]');
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

async function openRuns(page: Page): Promise<Locator> {
  await page.locator('[data-act="runs"]').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

async function begin(page: Page, name: string): Promise<void> {
  const dialog = await openRuns(page);
  await dialog.getByLabel(/^ชื่อรอบงาน เช่น/).fill(name);
  await dialog.getByRole('button', { name: 'เริ่มรอบงาน', exact: true }).click();
  await expect(label(page)).toHaveText(name);
}

function storedRuns(page: Page): Promise<Run[]> {
  return page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('khumue:run:'))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? '') as Run),
  );
}

/** Changes the page's one stored run from outside, as another time or another hand would. */
async function rewrite(page: Page, how: (run: Run) => unknown): Promise<void> {
  const text = JSON.stringify((await storedRuns(page)).map(how)[0]);
  await page.evaluate((put) => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('khumue:run:')) ?? '';
    localStorage.setItem(key, put);
  }, text);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the list has boxes that work, and the page says that they are not kept', async ({
    page,
  }) => {
    await page.goto(SARABAN);
    await expect(page.locator('.run button, .step-more').filter({ visible: true })).toHaveCount(0);
    await page.getByRole('checkbox').first().check();
    // The browser that is told to run no script still reads <noscript> as one that could.
    for (const address of ['/manuals/uttaradit-2-policy-planning/saraban/', '/my/'])
      expect(readBuilt(address)).toMatch(/<noscript>[^]*ปิดสคริปต์[^]*<\/noscript>/);
  });
});

test('the first tick begins a run; ticks, times and progress are there after a reload', async ({
  page,
}) => {
  await page.goto(SARABAN);
  await expect(label(page)).toHaveText('ยังไม่ได้เริ่มรอบงาน');
  await boxes(page).first().check();
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ขั้น');
  await expect(label(page)).toHaveText(/^รอบวันที่ \d+ .+ 25\d\d$/);
  await expect(page.locator('.run progress')).toHaveAttribute('value', '1');
  await page.reload();
  await expect(boxes(page).first()).toBeChecked();
  await expect(page.locator('#step-list > li').first()).toContainText(
    /ทำเมื่อ \d+ .+ 25\d\d \d\d:\d\d/,
  );
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ขั้น');
});

test('ticks made faster than the script loads are all kept', async ({ page }) => {
  await page.route('**/on-demand*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  await page.goto(SARABAN);
  for (const i of [0, 2, 3]) await boxes(page).nth(i).click();
  await expect(where(page)).toHaveText('ทำแล้ว 3 จาก 9 ขั้น');
  expect(Object.keys((await storedRuns(page))[0]?.done ?? {})).toHaveLength(3);
});

test('where the script cannot be had, nothing looks done that is not', async ({ page }) => {
  await page.route('**/on-demand*', (route) => route.abort());
  await page.goto(SARABAN);
  await boxes(page).first().click();
  await expect(page.locator('.run-said')).toContainText('ไม่ถูกบันทึก');
  await expect(boxes(page).first()).not.toBeChecked();
});

test('substeps add up to their step, which is ticked with them', async ({ page }) => {
  await page.goto(SARABAN);
  await box(page, '2.1').check();
  const parent = page.locator('#step-list > li:nth-child(2) > .tick');
  await expect(parent).toHaveJSProperty('indeterminate', true);
  await expect(page.locator('#step-list > li:nth-child(2) .tick').nth(1)).toBeChecked();
  await parent.click();
  await expect(where(page)).toHaveText('ทำแล้ว 5 จาก 9 ขั้น');
  await expect(parent).toBeChecked();
  await box(page, '2.3').uncheck();
  await expect(parent).toHaveJSProperty('indeterminate', true);
});

test('several runs of one procedure: begun, named, changed between, reset, ended, put away, deleted', async ({
  page,
}) => {
  await page.goto(SARABAN);
  await begin(page, 'โรงเรียนบ้านหนึ่ง');
  await boxes(page).first().check();
  await begin(page, 'โรงเรียนบ้านสอง');
  await expect(boxes(page).first()).not.toBeChecked();
  await expect(page).toHaveURL(/\?run=/);

  let dialog = await openRuns(page);
  await expect(dialog).toContainText('ไม่ควรใส่ชื่อหรือเลขประจำตัวของประชาชน');
  await dialog.getByRole('button', { name: /โรงเรียนบ้านหนึ่ง/ }).click();
  await expect(label(page)).toHaveText('โรงเรียนบ้านหนึ่ง');
  await expect(boxes(page).first()).toBeChecked();
  await page.reload();
  await expect(label(page)).toHaveText('โรงเรียนบ้านหนึ่ง');

  dialog = await openRuns(page);
  await dialog.getByLabel('ชื่อรอบงาน', { exact: true }).fill('โรงเรียนบ้านใหม่');
  await press(page, 'เปลี่ยนชื่อ');
  await expect(label(page)).toHaveText('โรงเรียนบ้านใหม่');
  await press(page, 'เลิกทำ');
  await expect(label(page)).toHaveText('โรงเรียนบ้านหนึ่ง');

  await openRuns(page);
  await press(page, 'เริ่มรอบนี้ใหม่ทั้งหมด');
  await expect(where(page)).toHaveText('ทำแล้ว 0 จาก 9 ขั้น');
  await press(page, 'เลิกทำ');
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ขั้น');

  await openRuns(page);
  await press(page, 'ทำเครื่องหมายทุกขั้น');
  await expect(where(page)).toHaveText('ทำแล้ว 9 จาก 9 ขั้น');
  await page.locator('.run').getByRole('button', { name: 'จบรอบงาน' }).click();
  await expect(where(page)).toHaveText(/^จบเมื่อ/);
  await boxes(page).first().uncheck();
  await expect(where(page)).toHaveText('ทำแล้ว 8 จาก 9 ขั้น');

  await openRuns(page);
  await press(page, 'เก็บเข้าแฟ้ม');
  await openRuns(page);
  await press(page, 'ลบรอบงานนี้');
  await expect(label(page)).toHaveText('โรงเรียนบ้านสอง');
  expect(await storedRuns(page)).toHaveLength(1);
  await press(page, 'เลิกทำ');
  await expect(label(page)).toHaveText('โรงเรียนบ้านหนึ่ง');
  expect(await storedRuns(page)).toHaveLength(2);
});

test('by keyboard alone: a step is ticked, noted and left out with a reason', async ({ page }) => {
  await page.goto(SARABAN);
  await boxes(page).first().focus();
  await page.keyboard.press('Space');
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ขั้น');
  const more = page.getByRole('button', { name: 'จดหรือข้าม ขั้น 3' });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('บันทึกของขั้นนี้')).toBeFocused();
  await page.keyboard.type('โทรถามแล้ว');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ไม่มีหนังสือส่ง');
  await page.keyboard.press('Enter');
  await expect(more).toBeFocused();
  await expect(page.locator('#step-list > li').nth(2)).toContainText('ไม่เกี่ยวข้อง ไม่มีหนังสือส่ง');
  await expect(page.locator('#step-list > li').nth(2)).toContainText('บันทึก โทรถามแล้ว');
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 8 ขั้น · ไม่เกี่ยวข้อง 1');
  await page.locator('.run [data-act="main"]').focus();
  await page.keyboard.press('Enter');
  await expect(box(page, '2.1')).toBeFocused();
});

test('a screen reader finds boxes with their texts, the step to do, and is told of the progress', async ({
  page,
}) => {
  await page.goto(SARABAN);
  await expect(page.getByRole('region', { name: 'รอบงาน' }).first()).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^นำระบบเครือข่าย/ })).toHaveCount(1);
  await boxes(page).first().check();
  await expect(page.getByRole('status').filter({ hasText: 'ทำแล้ว 1 จาก 9 ขั้น' })).toHaveCount(1);
  await expect(page.locator('#step-list li[aria-current="step"]')).toHaveCount(1);
  await expect(page.getByRole('progressbar', { name: 'ความคืบหน้า' })).toHaveAttribute('value', '1');
  await page.locator('#step-list > li').nth(1).locator('.sub .tick').first().check();
  await expect(page.getByRole('checkbox', { checked: false }).first()).toBeVisible();
  expect(await page.locator('#step-list > li:nth-child(2) > .tick').ariaSnapshot()).toContain(
    '[checked=mixed]',
  );
});

test('the chart and the list tell each other what is done', async ({ page }) => {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    document.addEventListener('khumue:progress', (event) => heard.push(event.detail));
  });
  await page.goto(SARABAN);
  await boxes(page).first().check();
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ขั้น');
  const id = await boxes(page).first().getAttribute('data-step');
  const heard =
    await page.evaluate<{ procedure: string; done: string[]; current: string }[]>('heard');
  expect(heard[0]).toMatchObject({
    procedure: 'uttaradit-2-policy-planning/saraban',
    done: [],
    current: id,
  });
  expect(heard.at(-1)).toMatchObject({ done: [id], skipped: [], hidden: [] });
  await expect(page.locator(`figure[data-chart] a[data-step="${id ?? ''}"]`).first()).toHaveClass(
    /is-done/,
  );
  const tick = (): Promise<unknown> =>
    page.evaluate(
      (step) => document.dispatchEvent(new CustomEvent('khumue:tick', { detail: { step } })),
      id,
    );
  await tick();
  await expect(boxes(page).first()).not.toBeChecked();
  await tick();
  await expect(boxes(page).first()).toBeChecked();
});

test('when the manual changed, the reader sees what, and moves over or stays; no tick is lost', async ({
  page,
}) => {
  await page.goto(SARABAN);
  await boxes(page).first().check();
  await box(page, '3').check();
  await expect(where(page)).toHaveText('ทำแล้ว 2 จาก 9 ขั้น');
  const time = '2025-01-13T03:00:00.000Z';
  await rewrite(page, (run) => {
    const [first, ...rest] = run.snapshot.items;
    const old = { id: 'gone1', no: '1ก', text: 'ลงทะเบียนในสมุดรับ' };
    const items = [
      { ...first, text: 'นำระบบคอมพิวเตอร์มาใช้ในการรับ-ส่งหนังสือราชการ' },
      old,
      ...rest.slice(0, -1),
    ];
    return {
      ...run,
      snapshot: { rev: 'a'.repeat(64), items },
      done: { ...run.done, gone1: time },
      notes: { gone1: 'เล่มที่ ๒' },
      at: { ...run.at, 'done.gone1': time, 'notes.gone1': time },
    };
  });
  await page.reload();
  const said = page.locator('.run-said');
  await expect(said).toContainText('คู่มือเปลี่ยนไปหลังจากเริ่มรอบงานนี้: เพิ่ม 1 ขั้น เปลี่ยน 1 ขั้น ตัดออก 1 ขั้น');
  await expect(page.locator('#step-list')).toContainText('ลงทะเบียนในสมุดรับ');
  await expect(where(page)).toHaveText('ทำแล้ว 3 จาก 9 ขั้น');

  await press(page, 'ดูสิ่งที่เปลี่ยน');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('ins').filter({ hasText: 'เทคโนโลยี' })).toHaveCount(1);
  await expect(dialog.locator('del').filter({ hasText: 'คอมพิวเตอร์' })).toHaveCount(1);
  await expect(dialog.locator('del').filter({ hasText: 'ลงทะเบียนในสมุดรับ' })).toHaveCount(1);
  await press(page, 'ทำตามฉบับเดิมต่อ');
  await page.reload();
  await expect(page.locator('#step-list')).toContainText('ลงทะเบียนในสมุดรับ');
  await expect(said).toBeEmpty();

  await page.getByRole('button', { name: 'ดูสิ่งที่คู่มือเปลี่ยน' }).click();
  await press(page, 'ย้ายไปใช้ฉบับใหม่');
  await expect(page.locator('#step-list')).not.toContainText('ลงทะเบียนในสมุดรับ');
  await expect(page.locator('.removed-steps')).toContainText('ลงทะเบียนในสมุดรับ');
  await expect(page.locator('.removed-steps')).toContainText(
    'ทำเมื่อ 13 ม.ค. 2568 10:00 · บันทึก เล่มที่ ๒',
  );
  await expect(where(page)).toHaveText('ทำแล้ว 2 จาก 9 ขั้น');
  await expect(boxes(page).first()).toBeChecked();
  await expect(box(page, '3')).toBeChecked();
  await page.reload();
  await expect(page.locator('.removed-steps')).toContainText('เล่มที่ ๒');
});

test('two tabs, ticking by turns and at random, end with the same run and no tick lost', async ({
  context,
  page,
}) => {
  test.slow();
  await page.goto(SARABAN);
  await begin(page, 'สองหน้าต่าง');
  const other = await context.newPage();
  await other.goto(SARABAN);
  await expect(label(other)).toHaveText('สองหน้าต่าง');
  const leaves = [0, 2, 3, 4, 5, 6, 7, 8, 9];
  const ticked = new Set<number>();
  let state = 7;
  const random = (n: number): number => (state = (state * 1103515245 + 12345) % 2147483648) % n;
  for (let i = 0; i < 60; i++) {
    const tab = random(2) === 0 ? page : other;
    const leaf = leaves[random(leaves.length)] ?? 0;
    if (random(10) === 0) await tab.reload();
    // The other tab's tick has arrived before this tab's reader sees the box.
    await expect(boxes(tab).nth(leaf)).toBeChecked({ checked: ticked.has(leaf) });
    await boxes(tab).nth(leaf).click();
    if (!ticked.delete(leaf)) ticked.add(leaf);
    await expect(where(tab)).toHaveText(`ทำแล้ว ${String(ticked.size)} จาก 9 ขั้น`);
  }
  for (const tab of [page, other])
    for (const leaf of leaves)
      await expect(boxes(tab).nth(leaf)).toBeChecked({ checked: ticked.has(leaf) });
});

test('a run deleted in another tab is said here, and can be kept after all', async ({
  context,
  page,
}) => {
  await page.goto(SARABAN);
  await boxes(page).first().check();
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ขั้น');
  const other = await context.newPage();
  await other.goto(SARABAN);
  await openRuns(other);
  await press(other, 'ลบรอบงานนี้');
  await expect(page.locator('.run-said')).toContainText('ถูกลบไปแล้วในอีกหน้าต่างหนึ่ง');
  await press(page, 'เก็บไว้อีกครั้ง');
  expect(await storedRuns(page)).toHaveLength(1);
});

test('full storage is said, and what was ticked meanwhile is saved when there is room', async ({
  page,
}) => {
  await page.goto(SARABAN);
  await boxes(page).first().check();
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ขั้น');
  await page.evaluate(() => {
    const own = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem') ?? {};
    const full = {
      value: () => {
        throw new DOMException('', 'QuotaExceededError');
      },
    };
    Object.defineProperty(Storage.prototype, 'setItem', full);
    Object.assign(window, {
      room: () => {
        Object.defineProperty(Storage.prototype, 'setItem', own);
      },
    });
  });
  await box(page, '3').check();
  await expect(page.locator('.run-said')).toContainText('ที่เก็บข้อมูลของเบราว์เซอร์เต็ม');
  await expect(where(page)).toHaveText('ยังไม่ถูกบันทึก · ทำแล้ว 2 จาก 9 ขั้น');
  await page.evaluate('room()');
  await box(page, '4').check();
  await expect(where(page)).toHaveText('ทำแล้ว 3 จาก 9 ขั้น');
  expect(Object.keys((await storedRuns(page))[0]?.done ?? {})).toHaveLength(3);
});

test('where the browser keeps nothing, the list works and says that it will be lost', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('', 'SecurityError');
      },
    });
  });
  await page.goto(SARABAN);
  await boxes(page).first().check();
  await expect(page.locator('.run-said')).toContainText('เบราว์เซอร์ไม่ให้หน้านี้เก็บข้อมูล');
  await expect(where(page)).toHaveText('ยังไม่ถูกบันทึก · ทำแล้ว 1 จาก 9 ขั้น');
  await page.goto('./my/');
  await expect(page.locator('run-list')).toContainText('ยังไม่มีรอบงานในเบราว์เซอร์นี้');
});

test('damaged data is said, set aside, and can be taken out as a file', async ({ page }) => {
  await page.goto(SARABAN);
  await boxes(page).first().check();
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ขั้น');
  await rewrite(page, (run) => ({ ...run, done: 'เสีย' }));
  await page.reload();
  await expect(page.locator('.run-said')).toContainText('เสียหาย');
  await expect(label(page)).toHaveText('ยังไม่ได้เริ่มรอบงาน');
  await press(page, 'ไปหน้างานที่ทำค้างไว้');
  const section = page.locator('section', { hasText: 'ข้อมูลที่เสียหาย' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    section.getByRole('button', { name: 'บันทึกเป็นไฟล์' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('"done":"เสีย"');
});

test('all runs stand on one page: progress, last use, go on; the home page offers the last', async ({
  page,
}) => {
  await page.goto('./');
  await expect(page.locator('run-slip')).toBeHidden();
  await page.goto(SARABAN);
  await begin(page, 'โรงเรียนบ้านหนึ่ง');
  await boxes(page).first().check();
  await page.goto('./manuals/uttaradit-2-policy-planning/meeting/');
  await begin(page, 'ประชุมเดือนมกราคม');
  await page.goto('./my/');
  const rows = page.locator('.run-rows > li');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('ประชุมเดือนมกราคม');
  await expect(rows.nth(1)).toContainText(/ทำแล้ว 1 จาก 9 ขั้น · ใช้ล่าสุด \d+ .+ 25\d\d/);
  await rows.nth(1).getByRole('link', { name: 'ทำต่อ' }).click();
  await expect(label(page)).toHaveText('โรงเรียนบ้านหนึ่ง');
  await expect(page).toHaveURL(/#step-/);
  await box(page, '2.1').check();
  await expect(where(page)).toHaveText('ทำแล้ว 2 จาก 9 ขั้น');

  await page.goto('./');
  const slip = page.locator('run-slip');
  await expect(slip).toContainText('ทำแล้ว 2 จาก 9 ขั้น');
  await expect(slip).toContainText('รอบ “โรงเรียนบ้านหนึ่ง”');
  await slip.getByRole('link', { name: 'ทำขั้น 2.2 ต่อ' }).click();
  await expect(label(page)).toHaveText('โรงเรียนบ้านหนึ่ง');

  await page.goto('./my/');
  await page.getByText('จัดการ โรงเรียนบ้านหนึ่ง').click();
  await press(page, 'ลบรอบงานนี้');
  await expect(rows).toHaveCount(1);
  await press(page, 'เลิกทำ');
  await expect(rows).toHaveCount(2);
  await page.getByText('จัดการ โรงเรียนบ้านหนึ่ง').click();
  await press(page, 'จบรอบงาน');
  await expect(page.getByText('จบแล้ว 1 รอบ')).toBeVisible();
});

test('runs go out as a file and come in again after everything was deleted; a damaged file changes nothing', async ({
  page,
}) => {
  await page.goto(SARABAN);
  await begin(page, 'โรงเรียนบ้านหนึ่ง');
  await boxes(page).first().check();
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ขั้น');
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

  await press(page, 'ลบข้อมูลทั้งหมดในเครื่องนี้');
  await press(page, 'ลบทั้งหมด');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await expect(page.locator('.run-rows > li')).toHaveCount(0);

  const file = { name: 'runs.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel('นำเข้าจากไฟล์').setInputFiles(file);
  await expect(page.getByRole('dialog')).toContainText('รอบงานใหม่ 1 รอบ');
  await press(page, 'ไม่นำเข้า');
  expect(await storedRuns(page)).toHaveLength(0);
  await page.getByLabel('นำเข้าจากไฟล์').setInputFiles(file);
  await press(page, 'นำเข้า');
  await expect(page.locator('.run-rows > li')).toContainText('ทำแล้ว 1 จาก 9 ขั้น');
  await page.getByLabel('นำเข้าจากไฟล์').setInputFiles(file);
  await expect(page.getByRole('dialog')).toContainText('ไม่มีอะไรเปลี่ยน 1 รอบ');
});

test('a table for a spreadsheet begins with a byte order mark and has a row a step', async ({
  page,
}) => {
  await page.goto(SARABAN);
  await begin(page, 'โรงเรียนบ้านหนึ่ง');
  await openRuns(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page, 'บันทึกเป็นตาราง (CSV)'),
  ]);
  const bytes = readFileSync(await download.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString().trimEnd().split('\r\n')).toHaveLength(11);
});

test('on paper: label, date, revision, boxes as ticked, notes, lines to sign, the way back; and an empty form', async ({
  page,
}) => {
  await page.addInitScript(() => (window.print = () => undefined));
  await page.goto(SARABAN);
  await begin(page, 'โรงเรียนบ้านหนึ่ง');
  await boxes(page).first().check();
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ขั้น');
  await openRuns(page);
  await press(page, 'พิมพ์รอบงานนี้');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.print-run')).toContainText('รอบงาน: โรงเรียนบ้านหนึ่ง');
  await expect(page.locator('.print-run')).toContainText(/เริ่มเมื่อ: \d+ [ก-๙]+ 25\d\d/);
  const revision = (await storedRuns(page))[0]?.snapshot.rev ?? '-';
  await expect(page.locator('.print-run')).toContainText(`ฉบับของคู่มือ: ${revision.slice(0, 8)}`);
  await expect(page.locator('.sign')).toBeVisible();
  await expect(page.locator('.qr path')).toHaveAttribute('d', /^M4 4h7v1H4z/);
  await expect(page.locator('[data-print="address"]')).toContainText(
    '/manuals/uttaradit-2-policy-planning/saraban/',
  );
  await expect(page.locator('.run, .step-more').filter({ visible: true })).toHaveCount(0);
  const mark = (): Promise<string> =>
    boxes(page)
      .first()
      .evaluate((tick) => getComputedStyle(tick, '::after').display);
  expect(await mark()).toBe('block');
  await expect(page.locator('.said').first()).toBeVisible();

  await page.emulateMedia({ media: 'screen' });
  await openRuns(page);
  await press(page, 'พิมพ์แบบเปล่าไว้กรอกด้วยมือ');
  await page.emulateMedia({ media: 'print' });
  expect(await mark()).toBe('none');
  await expect(page.locator('.said').first()).toBeHidden();
  await expect(page.locator('.print-run .filled').first()).toBeHidden();
});

for (const width of [360, 1280])
  test(`taking up a run moves nothing on the page, ${String(width)} px wide`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    // A font that comes late moves things too, now more, now less: here only the run may.
    await page.route('**/*.woff2', (route) => route.abort());
    /** How much of the page moves while it loads, as browsers count it. */
    const shift = async (address: string): Promise<number> => {
      await page.goto(address);
      await page.waitForTimeout(600);
      return page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => {
              const values = list.getEntries() as unknown as { value: number }[];
              resolve(values.reduce((sum, { value }) => sum + value, 0));
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(0), 300);
          }),
      );
    };
    /** The least of three loads. */
    const least = async (address: string): Promise<number> =>
      Math.min(await shift(address), await shift(address), await shift(address));
    const addresses = [SARABAN, './'];
    const before = [];
    for (const address of addresses) before.push(await least(address));
    await page.goto(SARABAN);
    await boxes(page).first().check();
    await box(page, '2.1').check();
    await expect(where(page)).toHaveText('ทำแล้ว 2 จาก 9 ขั้น');
    for (const [i, address] of addresses.entries())
      expect((await least(address)) - (before[i] ?? 0), address).toBeLessThan(0.01);
  });

test('what can be pressed is 44 px high and wide', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(SARABAN);
  await boxes(page).first().check();
  await page.getByRole('button', { name: 'จดหรือข้าม ขั้น 1' }).click();
  await expect(page.locator('.step-form')).toBeVisible();
  const small = (): Promise<string[]> =>
    page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          '.run :is(button, a), .tick, .step-more, .step-form :is(button, textarea, label.check), .run-dialog :is(button, a, input), run-list :is(button, a, summary)',
        ),
      ]
        .filter((part) => part.checkVisibility())
        .filter(
          (part) =>
            part.getBoundingClientRect().height < 43.9 || part.getBoundingClientRect().width < 43.9,
        )
        .map((part) => `${part.className} ${part.textContent}`),
    );
  expect(await small()).toEqual([]);
  await openRuns(page);
  expect(await small()).toEqual([]);
  await page.goto('./my/');
  await expect(page.locator('.run-rows')).toBeVisible();
  expect(await small()).toEqual([]);
});

test('in forced colours done, partly done and not done still look different', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(SARABAN);
  await boxes(page).first().check();
  await box(page, '2.1').check();
  await expect(where(page)).toHaveText('ทำแล้ว 2 จาก 9 ขั้น');
  const look = (which: Locator): Promise<string> =>
    which.evaluate((tick) => {
      const { backgroundColor, borderStyle, borderWidth } = getComputedStyle(tick, '::before');
      return `${backgroundColor} ${borderStyle} ${borderWidth} ${getComputedStyle(tick, '::after').display}`;
    });
  const looks = await Promise.all([0, 1, 3].map((i) => look(boxes(page).nth(i))));
  expect(new Set(looks).size).toBe(3);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing while a run is worked on, in ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await page.goto(SARABAN);
    await boxes(page).first().check();
    await box(page, '2.1').check();
    await page.getByRole('button', { name: 'จดหรือข้าม ขั้น 3' }).click();
    await expect(page.locator('.step-form')).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
    await openRuns(page);
    expect(await violationsOn(page)).toEqual([]);
    await press(page, 'เอาเครื่องหมายออกทุกขั้น');
    await expect(page.locator('.run-said')).not.toBeEmpty();
    expect(await violationsOn(page)).toEqual([]);
    await page.goto('./my/');
    await expect(page.locator('.run-rows')).toBeVisible();
    await page.getByText('จัดการ รอบวันที่').click();
    expect(await violationsOn(page)).toEqual([]);
    await page.goto('./');
    await expect(page.locator('run-slip')).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
  });

test('the script of a page without decisions is at most 4 KB, packed with brotli', () => {
  const html = readBuilt('/manuals/uttaradit-2-policy-planning/saraban/');
  const files = new Set<string>();
  const add = (file: string): void => {
    // Vite's own loader of modules on demand, which the chart brings anyway.
    if (files.has(file) || file.startsWith('preload-helper')) return;
    files.add(file);
    for (const [, imported] of code(file).matchAll(
      /(?:^|[;}])import(?:[^"'`;()]*?from)?["'`]\.\/([^"'`]+)["'`]/g,
    ))
      add(imported ?? '');
  };
  const code = (file: string): string => readFileSync(path.join(folder, '_astro', file), 'utf8');
  const entry = elements(html)
    .map((element) => (element.tagName === 'script' ? attribute(element, 'src') : undefined))
    .find((src) => src?.includes('PlainScript'));
  add(path.basename(entry ?? ''));
  const size = [...files].reduce((sum, file) => sum + brotliCompressSync(code(file)).length, 0);
  expect([...files].some((file) => code(file).includes('check-list'))).toBe(true);
  expect(size, [...files].join(' ')).toBeLessThanOrEqual(4096);
});

test('each page carries its procedure’s revision and its steps word for word', () => {
  const data = Published.parse(JSON.parse(readBuilt('/data/manuals.json')));
  const revisions = JSON.parse(readBuilt('/data/revisions.json')) as Record<string, string>;
  expect(Object.keys(revisions)).toHaveLength(data.procedures.length);
  for (const procedure of data.procedures) {
    const all = elements(readBuilt(procedure.url.replace(/^.*\/manuals\//, '/manuals/')));
    const host = all.find(({ tagName }) => tagName === 'check-list');
    const ref = `${procedure.manual}/${procedure.id}`;
    expect(attribute(host, 'data-procedure')).toBe(ref);
    expect(attribute(host, 'data-revision')).toBe(revisions[ref]);
    const steps = procedure.steps.map((step) =>
      published(
        step,
        step.substeps.map((sub) => published(sub)),
      ),
    );
    expect(revisionOf(steps), ref).toBe(revisions[ref]);
    const ids = procedure.steps.flatMap((step) => [step.id, ...step.substeps.map(({ id }) => id)]);
    expect(
      all.flatMap((element) =>
        attribute(element, 'class') === 'tick' ? [attribute(element, 'data-step')] : [],
      ),
    ).toEqual(ids);
  }
  expect(pagePaths()).toContain('/my/');
});

type PublishedStep = Published['procedures'][number]['steps'][number]['substeps'][number];
type ModelStep = Parameters<typeof revisionOf>[0][number];

/** A step as other programs read it → as the model has it: nothing for null and for empty lists. */
function published(
  { id, text, actor, to, kind, next }: PublishedStep,
  substeps: ModelStep[] = [],
): ModelStep {
  return {
    id,
    text,
    ...(actor === null ? {} : { actor }),
    ...(to.length === 0 ? {} : { to }),
    ...(kind === null ? {} : { kind: kind as NonNullable<ModelStep['kind']> }),
    ...(next.length === 0
      ? {}
      : {
          next: next.map((way) => ({
            to: way.to,
            ...(way.when === null ? {} : { when: way.when }),
            ...(way.inferred ? { inferred: true as const } : {}),
          })),
        }),
    ...(substeps.length === 0 ? {} : { substeps }),
  };
}

test('the schema of exported runs is published', () => {
  const schema = JSON.parse(readBuilt('/data/run.schema.json')) as { required: string[] };
  expect(schema.required).toEqual(['format', 'version', 'exported', 'runs']);
});
