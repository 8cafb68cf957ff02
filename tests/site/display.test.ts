// Site tests: the reader's text size, contrast and digits: chosen, kept, there before the first paint, and only in sight.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { folder, pagePaths } from './built-site.ts';

const PROCEDURE = '/manuals/loei-1-education-promotion/home-education/';

async function choose(page: Page, ...names: string[]): Promise<void> {
  await page.getByRole('button', { name: 'ปรับตัวอักษร สี และตัวเลข' }).click();
  for (const name of names) await page.getByRole('radio', { name, exact: true }).check();
}

/** How wide the first digit of an element's text is drawn, in sixteenths of its font size. */
function digitWidth(text: Locator): Promise<number> {
  return text.evaluate(async (element) => {
    await document.fonts.ready;
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const at = texts.currentNode.textContent?.search(/[0-9๐-๙]/) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(texts.currentNode, at);
      range.setEnd(texts.currentNode, at + 1);
      const size = parseFloat(getComputedStyle(element).fontSize);
      return Math.round((16 * 100 * range.getBoundingClientRect().width) / size) / 100;
    }
    throw new Error('no digit here');
  });
}

test('what a reader sets is there on the next page before it is painted, until it is set back', async ({
  page,
}) => {
  await page.goto(`.${PROCEDURE}`);
  const size = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  expect(await size()).toBe('16px');
  await choose(page, 'ใหญ่', 'สูง', 'เลขอารบิก');
  expect(await size()).toBe('18.4px');
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'ปรับตัวอักษร สี และตัวเลข' })).toBeFocused();

  // Held back until the page has been painted, the page's own scripts can have no part in it.
  await page.route(/_astro\/.*\.js$/, async (route) => {
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
    expect(await size()).toBe('18.4px');
    await route.continue();
  });
  await page.goto('./people/');
  await page.unrouteAll({ behavior: 'wait' });
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more');

  await choose(page);
  await page.getByRole('button', { name: 'กลับเป็นค่าตั้งต้น' }).click();
  await page.reload();
  expect(await size()).toBe('16px');
});

test('the chart grows with the text where there is room, and is as wide as the screen where there is none', async ({
  page,
}) => {
  await page.setViewportSize({ width: 800, height: 900 });
  await page.goto(`.${PROCEDURE}`);
  const size = async (): Promise<{ scale: number; over: number }> =>
    page.locator('figure[data-chart] svg.fc:visible').evaluate((svg: SVGSVGElement) => ({
      scale: svg.getBoundingClientRect().width / svg.viewBox.baseVal.width,
      over: document.documentElement.scrollWidth - innerWidth,
    }));
  expect(await size()).toEqual({ scale: 1, over: 0 });
  await choose(page, 'ใหญ่มาก');
  expect((await size()).scale).toBeCloseTo(1.25, 2);
  await page.setViewportSize({ width: 360, height: 800 });
  const narrow = await size();
  expect(narrow.over).toBeLessThanOrEqual(0);
  expect(narrow.scale).toBeGreaterThan(0.9);
});

test('digits change in sight only: text, chart and marks are drawn otherwise, and stay what they are', async ({
  page,
}) => {
  await page.goto(`.${PROCEDURE}`);
  const mark = page.locator('h1').locator('xpath=preceding::*[text()="๒.๒"][1]');
  const inChart = page.locator('figure[data-chart] .fc-no:visible').first();
  const samples = [mark, inChart];
  const text = await page.locator('main').innerText();
  const [before, chartBefore] = await Promise.all(samples.map(digitWidth));
  await choose(page, 'เลขอารบิก');
  // Sarabun's Arabic digits are 550 thousandths of the font size, its Thai ones 660 and more.
  expect(before).toBeGreaterThan(10.5);
  await expect.poll(() => digitWidth(mark)).toBeLessThan(9.1);
  if (/[๐-๙]/.test((await inChart.textContent()) ?? ''))
    expect(await digitWidth(inChart)).toBeLessThan(chartBefore ?? 0);
  await page.keyboard.press('Escape');
  expect(await page.locator('main').innerText()).toBe(text);

  await page.goto(
    (await page.locator('main a[href*="/sources/"]').first().getAttribute('href')) ?? '',
  );
  const printed = page.locator('.lines li > span', { hasText: /[๐-๙]/ }).first();
  expect(await digitWidth(printed)).toBeGreaterThan(10.5);
});

test('without scripts no control is shown that could do nothing', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(process.env.KHUMUE_URL ?? '');
  await expect(plain.locator('.display-open')).toBeHidden();
  await context.close();
});

test('its scripts are at most 1.5 KB, packed with brotli', () => {
  const later = readdirSync(path.join(folder, '_astro')).filter((file) =>
    /^display-settings\..*\.js$/.test(file),
  );
  expect(later).toHaveLength(1);
  const [, inPage] =
    /<script>(.*?)<\/script>/s.exec(readFileSync(path.join(folder, 'index.html'), 'utf8')) ?? [];
  const texts = [
    inPage ?? '',
    ...later.map((file) => readFileSync(path.join(folder, '_astro', file), 'utf8')),
  ];
  expect(inPage).toContain('dataset.script');
  const packed = texts.map((text) => brotliCompressSync(text).length);
  expect(packed.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(1536);
});

test('in the largest letters no page of a phone scrolls sideways', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('./');
  await choose(page, 'ใหญ่มาก');
  const wide: string[] = [];
  for (const path of pagePaths()) {
    await page.goto(`.${path}`);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    if (over > 0) wide.push(`${path}: ${String(over)} px`);
  }
  expect(wide).toEqual([]);
});
