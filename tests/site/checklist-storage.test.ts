// Site tests: two tabs, and storage that is full, blocked or damaged.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import {
  SARABAN,
  begin,
  beginTicked,
  box,
  boxes,
  label,
  openRuns,
  press,
  rewrite,
  storedRuns,
  where,
} from './checklist-page.ts';

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
    await expect(where(tab)).toHaveText(`ทำแล้ว ${String(ticked.size)} จาก 9 ข้อ`);
  }
  for (const tab of [page, other])
    for (const leaf of leaves)
      await expect(boxes(tab).nth(leaf)).toBeChecked({ checked: ticked.has(leaf) });
});

test('a run deleted in another tab is said here, and can be kept after all', async ({
  context,
  page,
}) => {
  await beginTicked(page);
  const other = await context.newPage();
  await other.goto(SARABAN);
  await openRuns(other);
  await press(other, 'ลบรอบงานนี้');
  await expect(page.locator('.run-said')).toContainText('ถูกลบไปแล้วในอีกหน้าต่างหนึ่ง');
  await press(page, 'เก็บไว้อีกครั้ง');
  expect(await storedRuns(page)).toHaveLength(1);
});

test('an undo takes back what this tab did, and nothing that another did meanwhile', async ({
  page,
}) => {
  await beginTicked(page);
  const id = (await boxes(page).nth(2).getAttribute('data-step')) ?? '';
  // Another tab's note, of which this one has not heard yet.
  await rewrite(page, (run) => ({
    ...run,
    notes: { [id]: 'เขียนในอีกหน้าต่าง' },
    at: { ...run.at, [`notes.${id}`]: new Date().toISOString() },
  }));
  await openRuns(page);
  await press(page, 'ทำเครื่องหมายทุกขั้น');
  await expect(where(page)).toHaveText('ทำแล้ว 9 จาก 9 ข้อ');
  await press(page, 'เลิกทำ');
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ข้อ');
  expect((await storedRuns(page))[0]?.notes).toEqual({ [id]: 'เขียนในอีกหน้าต่าง' });
});

test('a note that another tab wrote while a form was open stays', async ({ context, page }) => {
  await beginTicked(page);
  const other = await context.newPage();
  await other.goto(SARABAN);
  for (const tab of [page, other]) await tab.getByRole('button', { name: 'จดหรือข้าม ขั้น 3' }).click();
  await page.getByLabel('บันทึกของขั้นนี้').fill('เขียนที่นี่');
  await page.locator('.step-form').getByRole('button', { name: 'บันทึก' }).click();
  // The other form is about the reason only.
  await other.getByLabel('ขั้นนี้ไม่เกี่ยวข้องกับรอบงานนี้').check();
  await other.locator('.step-form').getByRole('button', { name: 'บันทึก' }).click();
  const line = other.locator('#step-list > li').nth(2);
  await expect(line).toContainText('เขียนที่นี่');
  await expect(line).toContainText('ไม่เกี่ยวข้อง');
});

test('full storage is said, and what was ticked meanwhile is saved when there is room', async ({
  page,
}) => {
  await beginTicked(page);
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
  await expect(where(page)).toHaveText('ยังไม่ถูกบันทึก · ทำแล้ว 2 จาก 9 ข้อ');
  await page.evaluate('room()');
  await box(page, '4').check();
  await expect(where(page)).toHaveText('ทำแล้ว 3 จาก 9 ข้อ');
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
  await expect(where(page)).toHaveText('ยังไม่ถูกบันทึก · ทำแล้ว 1 จาก 9 ข้อ');
  await page.goto('./my/');
  await expect(page.locator('run-list')).toContainText('เบราว์เซอร์ไม่ให้หน้านี้เก็บข้อมูล');
});

test('damaged data is said, set aside, and can be taken out as a file', async ({ page }) => {
  await beginTicked(page);
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
  await section.getByRole('button', { name: 'ลบ' }).click();
  await expect(section).toHaveCount(0);
  await press(page, 'เลิกทำ');
  await expect(section.getByRole('listitem')).toHaveCount(1);
});
