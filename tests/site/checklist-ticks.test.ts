// Site tests: a procedure's page as a checklist: boxes, notes, reasons, the chart; by keyboard, by ear, without a script.
import { expect, test, type Page } from '@playwright/test';
import {
  SARABAN,
  beginTicked,
  box,
  boxes,
  label,
  press,
  storedRuns,
  where,
} from './checklist-page.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the list has boxes that work, and the page says that they are not kept', async ({
    page,
  }) => {
    await page.goto(SARABAN);
    await expect(page.locator('.run button, .step-more').filter({ visible: true })).toHaveCount(0);
    await page.getByRole('checkbox').first().check();
    await expect(page.locator('.run')).toContainText('ไม่บันทึก เพราะสคริปต์ไม่ทำงาน');
    await page.goto('./my/');
    await expect(page.locator('.notice')).toContainText('เก็บและแสดงรอบงานไม่ได้');
  });
});

test('the first tick begins a run; ticks, times and progress are there after a reload', async ({
  page,
}) => {
  await page.goto(SARABAN);
  await expect(label(page)).toHaveText('ยังไม่ได้เริ่มรอบงาน');
  await boxes(page).first().check();
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ข้อ');
  await expect(label(page)).toHaveText(/^รอบวันที่ \d+ .+ 25\d\d$/);
  await expect(page.locator('.run progress')).toHaveAttribute('value', '1');
  await page.reload();
  await expect(boxes(page).first()).toBeChecked();
  await expect(page.locator('#step-list > li').first()).toContainText(
    /ทำเมื่อ \d+ .+ 25\d\d \d\d:\d\d/,
  );
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ข้อ');
});

for (const script of ['check-list', 'on-demand']) {
  test(`ticks made faster than the script ${script} loads are all kept`, async ({ page }) => {
    await page.route(`**/${script}*`, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    await page.goto(SARABAN);
    for (const i of [0, 2, 3]) await boxes(page).nth(i).click();
    await expect(where(page)).toHaveText('ทำแล้ว 3 จาก 9 ข้อ');
    expect(Object.keys((await storedRuns(page))[0]?.done ?? {})).toHaveLength(3);
  });

  test(`where the script ${script} cannot be had, nothing looks done that is not`, async ({
    page,
  }) => {
    await page.route(`**/${script}*`, (route) => route.abort());
    await page.goto(SARABAN);
    await boxes(page).first().click();
    await expect(page.locator('.run-said')).toContainText('ไม่ถูกบันทึก');
    await expect(boxes(page).first()).not.toBeChecked();
  });
}

test('where a script could not be had, the page loaded anew has it, and nothing is said to be unsaved that is saved', async ({
  page,
}) => {
  await page.route('**/on-demand*', (route) => route.abort());
  await page.goto(SARABAN);
  await boxes(page).first().click();
  await expect(page.locator('.run-said')).toContainText('ไม่ถูกบันทึก');
  await page.unroute('**/on-demand*');
  await page.locator('.run-said').getByRole('link', { name: 'โหลดหน้านี้ใหม่' }).click();
  await boxes(page).first().click();
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ข้อ');
  await expect(page.locator('.run-said')).toBeEmpty();
});

test('where only the chart’s script cannot be had, ticks are kept and the runs open', async ({
  page,
}) => {
  await page.route('**/flow-chart*', (route) => route.abort());
  await page.goto(SARABAN);
  await boxes(page).first().click();
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ข้อ');
  await expect(boxes(page).first()).toBeChecked();
  await page.locator('[data-act="runs"]').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(boxes(page).first()).toBeChecked();
  await expect(page.locator('.run-said')).toBeEmpty();
});

test('substeps add up to their step, which is ticked with them', async ({ page }) => {
  await page.goto(SARABAN);
  await box(page, '2.1').check();
  const parent = page.locator('#step-list > li:nth-child(2) > .tick');
  await expect(parent).toHaveJSProperty('indeterminate', true);
  await expect(page.locator('#step-list > li:nth-child(2) .tick').nth(1)).toBeChecked();
  await parent.click();
  await expect(where(page)).toHaveText('ทำแล้ว 5 จาก 9 ข้อ');
  await expect(parent).toBeChecked();
  await box(page, '2.3').uncheck();
  await expect(parent).toHaveJSProperty('indeterminate', true);
});

test('a step unticked with its substeps can be had back, with every time', async ({ page }) => {
  await page.goto(SARABAN);
  const parent = page.locator('#step-list > li:nth-child(2) > .tick');
  await box(page, '2.1').check();
  await parent.check();
  await expect(where(page)).toHaveText('ทำแล้ว 5 จาก 9 ข้อ');
  const before = (await storedRuns(page))[0]?.done;
  await parent.uncheck();
  await expect(where(page)).toHaveText('ทำแล้ว 0 จาก 9 ข้อ');
  await press(page, 'เลิกทำ');
  await expect(where(page)).toHaveText('ทำแล้ว 5 จาก 9 ข้อ');
  expect((await storedRuns(page))[0]?.done).toEqual(before);
});

test('a note that is being written is kept where the page goes out of sight, and given up by its button', async ({
  page,
}) => {
  await page.goto(SARABAN);
  await page.locator('[data-act="step"]').first().click();
  const text = page.getByLabel('บันทึกของขั้นนี้');
  await text.fill('รอหนังสือตอบ ');
  await hide(page);
  await text.fill('รอหนังสือตอบ ถึงวันศุกร์');
  await hide(page);
  expect(await notesOf(page)).toEqual(['รอหนังสือตอบ ถึงวันศุกร์']);
  await page.locator('.step-form').getByRole('button', { name: 'ยกเลิก' }).click();
  expect(await notesOf(page)).toEqual([]);
});

async function notesOf(page: Page): Promise<string[]> {
  return (await storedRuns(page)).flatMap(({ notes }) => Object.values(notes));
}

/** The reader goes to another app: a browser says so, and may drop the page then. */
async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'visibilityState');
  });
}

test('by keyboard alone: a step is ticked, noted and left out with a reason', async ({ page }) => {
  await page.goto(SARABAN);
  await boxes(page).first().focus();
  await page.keyboard.press('Space');
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ข้อ');
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
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 8 ข้อ · ไม่เกี่ยวข้อง 1');
  await page.locator('.run [data-act="main"]').focus();
  await page.keyboard.press('Enter');
  await expect(box(page, '2.1')).toBeFocused();
});

test('a reason or a note that is being written goes neither by Escape nor by a second press', async ({
  page,
}) => {
  await page.goto(SARABAN);
  const more = page.locator('[data-act="step"]').first();
  const form = page.locator('.step-form');
  for (const press of ['Escape', 'Enter']) {
    await more.click();
    await page.getByLabel('ขั้นนี้ไม่เกี่ยวข้องกับรอบงานนี้').check();
    await page.getByLabel('เพราะ').fill('โรงเรียนนี้ไม่มีกรณีนี้');
    if (press === 'Enter') await more.focus();
    await page.keyboard.press(press);
    await expect(page.getByLabel('เพราะ')).toHaveValue('โรงเรียนนี้ไม่มีกรณีนี้');
    await form.getByRole('button', { name: 'ยกเลิก' }).click();
    await expect(form).toHaveCount(0);
    // Nothing written: both close it.
    await more.click();
    if (press === 'Enter') await more.focus();
    await page.keyboard.press(press);
    await expect(form).toHaveCount(0);
  }
});

test('the page does not go with what is being written at a step, unless the reader says so', async ({
  page,
}) => {
  await page.goto(SARABAN);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await page.locator('[data-act="step"]').first().click();
  const text = page.getByLabel('บันทึกของขั้นนี้');
  await text.fill('ขอเอกสารเพิ่ม');
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await expect(text).toHaveValue('ขอเอกสารเพิ่ม');
  await page.locator('.step-form').getByRole('button', { name: 'บันทึก' }).click();
  await expect(page.locator('.step-form')).toHaveCount(0);
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  expect(asked).toHaveLength(1);
});

test('a screen reader finds boxes with their texts, the step to do, and is told of the progress', async ({
  page,
}) => {
  await page.goto(SARABAN);
  await expect(page.getByRole('region', { name: 'รอบงาน' }).first()).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^นำระบบเครือข่าย/ })).toHaveCount(1);
  await boxes(page).first().check();
  await expect(page.getByRole('status').filter({ hasText: 'ทำแล้ว 1 จาก 9 ข้อ' })).toHaveCount(1);
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
  await beginTicked(page);
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
