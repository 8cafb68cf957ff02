// Site tests: what a checklist must never be: moving, small, unreadable, heavy.
import { expect, test } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { folder, readBuilt } from './built-site.ts';
import {
  SARABAN,
  beginTicked,
  box,
  boxes,
  checklistScript,
  openRuns,
  press,
  rewrite,
  where,
} from './checklist-page.ts';
import { tornLines } from './line-ends.ts';

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
    await expect(where(page)).toHaveText('ทำแล้ว 2 จาก 9 ข้อ');
    for (const [i, address] of addresses.entries())
      expect((await least(address)) - (before[i] ?? 0), address).toBeLessThan(0.01);
  });

test('what can be pressed is 44 px high and wide', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await beginTicked(page);
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

test('at 360 px what scripts and readers write is not torn inside a word either', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const torn: string[] = [];
  let lines = 0;
  const look = async (): Promise<void> => {
    const found = await tornLines(page);
    lines += found.ends;
    torn.push(...found.torn);
  };
  const name = 'ประชุมคณะกรรมการสถานศึกษาขั้นพื้นฐาน โรงเรียนบ้านหลักเกณฑ์ ครั้งที่ 3 วันที่ 13 มกราคม 2568';
  await beginTicked(page, name);
  await page.getByRole('button', { name: 'จดหรือข้าม ขั้น 3' }).click();
  await page
    .getByLabel('บันทึกของขั้นนี้')
    .fill(`รอ${name} รอหลักฐานจากสถานประกอบการ และคำสั่งแต่งตั้งผู้รับผิดชอบ`);
  await look();
  await page.locator('.step-form').getByRole('button', { name: 'บันทึก' }).click();
  await expect(page.locator('.said').last()).toContainText('สถานประกอบการ');
  await look();
  await rewrite(page, (run) => ({
    ...run,
    snapshot: { rev: 'a'.repeat(64), items: run.snapshot.items.slice(1).reverse() },
  }));
  await page.reload();
  await expect(page.locator('.run-said')).toContainText('คู่มือเปลี่ยนไป');
  await look();
  await press(page, 'ดูสิ่งที่เปลี่ยน');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look();
  await press(page, 'ปิด');
  await openRuns(page);
  await look();
  await page.goto('./my/');
  await page.getByText('จัดการ ประชุม').click();
  await press(page, 'เริ่มรอบนี้ใหม่ทั้งหมด');
  await press(page, 'ลบรอบงานทั้งหมดในเครื่องนี้');
  await look();
  await page.goto('./');
  await expect(page.locator('run-slip')).toBeVisible();
  await look();
  expect(lines).toBeGreaterThan(100);
  expect(torn).toEqual([]);
});

test('in forced colours the main button stands out, and each state of a step is told without a ground', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await beginTicked(page);
  await box(page, '2.1').check();
  await page.getByRole('button', { name: 'จดหรือข้าม ขั้น 3' }).click();
  await page.getByLabel('ขั้นนี้ไม่เกี่ยวข้องกับรอบงานนี้').check();
  await page.locator('.step-form').getByRole('button', { name: 'บันทึก' }).click();
  await expect(where(page)).toHaveText('ทำแล้ว 2 จาก 8 ข้อ · ไม่เกี่ยวข้อง 1');
  const look = (no: string): Promise<string> =>
    box(page, no).evaluate((tick) => {
      const { borderStyle, borderWidth } = getComputedStyle(tick, '::before');
      const { display, borderBottomWidth, borderRightWidth } = getComputedStyle(tick, '::after');
      const { outlineStyle } = getComputedStyle(tick.parentElement ?? tick);
      const mark = display === 'none' ? '' : `${borderRightWidth} ${borderBottomWidth}`;
      return `box ${borderWidth} ${borderStyle}, mark ${mark}, frame ${outlineStyle}`;
    });
  // Done, partly done, current, skipped, to do.
  const looks = await Promise.all(['1', '2', '2.2', '3', '4'].map(look));
  expect(new Set(looks).size, looks.join('\n')).toBe(5);
  const [main, other] = await Promise.all(
    ['main', 'runs'].map((act) =>
      page.locator(`.run [data-act="${act}"]`).evaluate((button) => {
        const { color, backgroundColor, borderColor } = getComputedStyle(button);
        return { color, backgroundColor, borderColor };
      }),
    ),
  );
  expect(main?.color).not.toBe(main?.backgroundColor);
  expect(main?.backgroundColor).not.toBe(other?.backgroundColor);
  expect(main?.borderColor).not.toBe(other?.borderColor);
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

test('what shows a run is at most 4.25 KB, packed with brotli', () => {
  const { files, bytes } = checklistScript(
    readBuilt('/manuals/uttaradit-2-policy-planning/saraban/'),
    folder,
  );
  expect(bytes, files.join(' ')).toBeLessThanOrEqual(4.25 * 1024);
});
