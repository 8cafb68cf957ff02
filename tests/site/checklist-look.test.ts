// Site tests: what a checklist must never be: moving, small, unreadable, heavy.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Locator } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { attribute, elements, folder, readBuilt } from './built-site.ts';
import { SARABAN, box, boxes, openRuns, press, where } from './checklist-page.ts';

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
    if (files.has(file)) return;
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
  // All of it was found, what is imported from what is imported too.
  expect([...files].some((file) => code(file).includes('check-list'))).toBe(true);
  expect(
    [...files].some((file) => code(file).includes('khumue:aside') || code(file).includes('aside:')),
  ).toBe(true);
  expect(size, [...files].join(' ')).toBeLessThanOrEqual(4096);
});
