// Site tests: several runs of a procedure, and the page of all of them.
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

test('several runs of one procedure: begun, named, changed between, reset, ended, put away, deleted', async ({
  page,
}) => {
  await beginTicked(page, 'โรงเรียนบ้านหนึ่ง');
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
  await expect(where(page)).toHaveText('ทำแล้ว 0 จาก 9 ข้อ');
  await press(page, 'เลิกทำ');
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ข้อ');

  await openRuns(page);
  await press(page, 'ทำเครื่องหมายทุกขั้น');
  await expect(where(page)).toHaveText('ทำแล้ว 9 จาก 9 ข้อ');
  await page.locator('.run').getByRole('button', { name: 'จบรอบงาน' }).click();
  await expect(where(page)).toHaveText(/^จบเมื่อ/);
  await boxes(page).first().uncheck();
  await expect(where(page)).toHaveText('ทำแล้ว 8 จาก 9 ข้อ');

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

test('what is said about a run, and what is being written at its steps, goes to no other run', async ({
  page,
}) => {
  await beginTicked(page, 'โรงเรียนบ้านหนึ่ง');
  await openRuns(page);
  await press(page, 'เริ่มรอบนี้ใหม่ทั้งหมด');
  await expect(page.locator('.run-said')).toContainText('ล้างเครื่องหมาย');
  await begin(page, 'โรงเรียนบ้านสอง');
  await expect(page.locator('.run-said')).toBeEmpty();

  const form = page.locator('.step-form');
  await page.locator('[data-act="step"]').first().click();
  await openRuns(page);
  await page.getByRole('button', { name: /โรงเรียนบ้านหนึ่ง/ }).click();
  await expect(label(page)).toHaveText('โรงเรียนบ้านหนึ่ง');
  await expect(form).toHaveCount(0);
  await expect(page.locator('[data-act="step"][aria-expanded]')).toHaveCount(0);

  await page.locator('[data-act="step"]').first().click();
  const text = page.getByLabel('บันทึกของขั้นนี้');
  await text.fill('ขอเอกสารเพิ่ม');
  for (const away of [/โรงเรียนบ้านสอง/, 'ลบรอบงานนี้']) {
    await openRuns(page);
    await page.getByRole('button', { name: away }).click();
    await expect(page.locator('.run-said')).toContainText('ยังไม่ได้กดบันทึก');
    await expect(label(page)).toHaveText('โรงเรียนบ้านหนึ่ง');
    await expect(text).toBeFocused();
    await expect(text).toHaveValue('ขอเอกสารเพิ่ม');
  }
  await form.getByRole('button', { name: 'บันทึก' }).click();
  await expect(form).toHaveCount(0);
  await begin(page, 'โรงเรียนบ้านสาม');
  expect((await storedRuns(page)).map(({ label, notes }) => [label, Object.values(notes)])).toEqual(
    expect.arrayContaining([
      ['โรงเรียนบ้านหนึ่ง', ['ขอเอกสารเพิ่ม']],
      ['โรงเรียนบ้านสอง', []],
      ['โรงเรียนบ้านสาม', []],
    ]),
  );
});

test('all runs stand on one page: progress, last use, go on; the home page offers the last', async ({
  page,
}) => {
  await page.goto('./');
  await expect(page.locator('run-slip')).toBeHidden();
  await beginTicked(page, 'โรงเรียนบ้านหนึ่ง');
  await page.goto('./manuals/uttaradit-2-policy-planning/meeting/');
  await begin(page, 'ประชุมเดือนมกราคม');
  await page.goto('./my/');
  const rows = page.locator('.run-rows > li');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('ประชุมเดือนมกราคม');
  await expect(rows.nth(1)).toContainText(/ทำแล้ว 1 จาก 9 ข้อ · ใช้ล่าสุด \d+ .+ 25\d\d/);
  await rows.nth(1).getByRole('link', { name: 'ทำต่อ' }).click();
  await expect(label(page)).toHaveText('โรงเรียนบ้านหนึ่ง');
  await expect(page).toHaveURL(/#step-/);
  await box(page, '2.1').check();
  await expect(where(page)).toHaveText('ทำแล้ว 2 จาก 9 ข้อ');

  await page.goto('./');
  const slip = page.locator('run-slip');
  await expect(slip).toContainText('ทำแล้ว 2 จาก 9 ข้อ');
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

test('the page of all runs by keyboard alone: a menu, a change, its undo, a deletion, its undo', async ({
  page,
}) => {
  await beginTicked(page, 'โรงเรียนบ้านหนึ่ง');
  await page.goto('./my/');
  const menu = page.locator('.run-rows .menu');
  const summary = menu.locator('summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(menu).toHaveAttribute('open');
  await page.keyboard.press('Escape');
  await expect(menu).not.toHaveAttribute('open');
  await expect(summary).toBeFocused();

  const choose = async (name: string): Promise<void> => {
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await choose('เปลี่ยนชื่อ');
  await expect(page.getByRole('textbox', { name: 'ชื่อรอบงาน' })).toBeFocused();
  await page.keyboard.type('โรงเรียนบ้านใหม่');
  await page.keyboard.press('Enter');
  await expect(page.locator('.run-rows h3')).toHaveText('โรงเรียนบ้านใหม่');
  await expect(summary).toBeFocused();
  const undo = page.getByRole('button', { name: 'เลิกทำ' });
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.run-rows h3')).toHaveText('โรงเรียนบ้านหนึ่ง');

  await choose('เริ่มรอบนี้ใหม่ทั้งหมด');
  await expect(page.locator('.run-rows')).toContainText('ทำแล้ว 0 จาก 9 ข้อ');
  await undo.click();
  await expect(page.locator('.run-rows')).toContainText('ทำแล้ว 1 จาก 9 ข้อ');

  // The run goes into a closed group: the keyboard stands on the group.
  await choose('จบรอบงาน');
  await expect(page.locator('.run-group > summary')).toBeFocused();
  await undo.click();
  await choose('ลบรอบงานนี้');
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.run-rows h3')).toHaveText('โรงเรียนบ้านหนึ่ง');
});

test('a run of a procedure that the site has no more is not offered on the home page, and says so on its own', async ({
  page,
}) => {
  await page.goto('./manuals/uttaradit-2-policy-planning/meeting/');
  await begin(page, 'ประชุมเดือนมกราคม');
  await page.goto(SARABAN);
  await begin(page, 'โรงเรียนบ้านหนึ่ง');
  await page.evaluate(() => {
    for (const [key, text] of Object.entries(localStorage) as [string, string][]) {
      if (!key.includes('/saraban')) continue;
      localStorage.setItem(
        key.replace('/saraban', '/renamed'),
        text.replace('/saraban"', '/renamed"'),
      );
      localStorage.removeItem(key);
    }
  });
  await page.goto('./');
  await expect(page.locator('run-slip')).toContainText('ประชุมเดือนมกราคม');
  await page.goto('./my/');
  const gone = page.locator('.run-rows > li', { hasText: 'โรงเรียนบ้านหนึ่ง' });
  await expect(gone).toContainText('เว็บนี้ไม่มีงานนี้แล้ว');
  await expect(gone.getByRole('link', { name: 'ทำต่อ' })).toHaveCount(0);
});

test('a tap that is under way when the revisions arrive is not lost', async ({ page }) => {
  await beginTicked(page, 'โรงเรียนบ้านหนึ่ง');
  await rewrite(page, (run) => ({ ...run, snapshot: { ...run.snapshot, rev: 'a'.repeat(64) } }));
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/data/revisions.json', async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto('./my/');
  const row = page.locator('.run-rows > li');
  const menu = row.getByText('จัดการ โรงเรียนบ้านหนึ่ง');
  await menu.hover();
  await page.mouse.down();
  answer();
  await expect(row).toContainText('คู่มือเปลี่ยนไป');
  // The note stands above the menu and moves it: the finger moves with it.
  await menu.hover();
  await page.mouse.up();
  await expect(row.locator('details')).toHaveAttribute('open');
});

test('an address that names a run which is not in this browser says so, and opens no other in its place', async ({
  page,
}) => {
  await beginTicked(page, 'โรงเรียนบ้านหนึ่ง');
  await page.goto(`${SARABAN}?run=anothermachines1`);
  const said = page.locator('.run-said');
  await expect(said).toContainText('ไม่พบรอบงานที่ลิงก์นี้ชี้ไปในเบราว์เซอร์นี้');
  await expect(label(page)).toHaveText('ยังไม่ได้เริ่มรอบงาน');
  await expect(boxes(page).first()).not.toBeChecked();
  // A tick begins a run of its own, which a reload finds.
  await box(page, '3').check();
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ข้อ');
  await page.reload();
  await expect(label(page)).toHaveText(/^รอบวันที่/);
  await expect(said).toBeEmpty();
  expect(await storedRuns(page)).toHaveLength(2);
  await page.goto(`${SARABAN}?run=anothermachines1`);
  await press(page, 'ดูรอบงานในเครื่องนี้');
  await expect(page.locator('.run-rows > li')).toHaveCount(2);
});

test('on the page of all runs what is said is in sight, wherever the reader is', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  for (const name of ['หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก']) {
    await page.goto(SARABAN);
    await begin(page, name);
  }
  await page.goto('./my/');
  // The one that was used first stands last.
  await page.getByText('จัดการ หนึ่ง').click();
  await press(page, 'เริ่มรอบนี้ใหม่ทั้งหมด');
  await expect(page.getByRole('button', { name: 'เลิกทำ' })).toBeInViewport();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(300);
  await page.getByText('จัดการ หนึ่ง').click();
  await press(page, 'ลบรอบงานนี้');
  await expect(page.getByText('จัดการ หนึ่ง')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'เลิกทำ' })).toBeInViewport();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(200);
});

for (const late of ['later', 'flow-chart'])
  test(`what is pressed while ${late} is still on its way is done, and done once`, async ({
    page,
  }) => {
    await page.route(new RegExp(`_astro/${late}\\.`), async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.goto(SARABAN);
    await page.locator('h1').dispatchEvent('pointerdown');
    await page.waitForFunction(() => customElements.get('check-list') !== undefined);
    const all = page.waitForResponse((response) => response.url().includes(`/${late}.`));
    await page.locator('[data-act="runs"]').click();
    await all;
    await expect(page.locator('.run-dialog[open]')).not.toHaveCount(0);
    // A second one would come with the first: both wait for the same script.
    await page.waitForLoadState('networkidle');
    await expect(page.locator('.run-dialog[open]')).toHaveCount(1);
  });
