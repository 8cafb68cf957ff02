// Site tests: every page in the browser: accessible, within the screen, quiet, the same without JavaScript.
import { expect, test, type Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { longestOfEachKind, pagePaths } from './built-site.ts';

const pages = pagePaths();
// Pages of a kind come from one template; `npm run test:full` looks at each all the same.
const looked = process.env.KHUMUE_TEST_FULL ? pages : longestOfEachKind(pages);

/**
 * Zoom of 200 and 400 % on a screen of 1280 by 1024 is a window of that part of its pixels. What has nothing to do with each
 * other is looked at in one go.
 */
const MODES: Record<string, Parameters<Page['emulateMedia']>[0] & { zoom?: number }> = {
  light: { colorScheme: 'light' },
  'dark, reduced motion': { colorScheme: 'dark', reducedMotion: 'reduce' },
  'forced colours, 200 %': { forcedColors: 'active', zoom: 2 },
  '400 %': { zoom: 4 },
};

// Of the two with zoom a page has one, each in its turn; `npm run test:full` looks at it in both.
const [zoomed, all] = [['forced colours, 200 %', '400 %'], Object.keys(MODES)];
for (const [i, path] of looked.entries()) {
  const modes = process.env.KHUMUE_TEST_FULL ? all : all.filter((name) => name !== zoomed[i % 2]);
  test(`axe finds nothing on ${path} in any mode`, async ({ page }) => {
    await page.goto(`.${path}`);
    const found: Record<string, string[]> = {};
    for (const name of modes) {
      const { zoom = 1, ...media } = MODES[name] ?? {};
      await page.setViewportSize({ width: 1280 / zoom, height: 1024 / zoom });
      await page.emulateMedia({
        colorScheme: 'light',
        forcedColors: 'none',
        reducedMotion: 'no-preference',
        ...media,
      });
      found[name] = await violationsOn(page);
    }
    expect(found).toEqual(Object.fromEntries(modes.map((name) => [name, []])));
  });
}

// A page decides by its width at load only on which side of 768 px it is; to the others it is resized. 180 px are a phone's 360
// with all letters twice as large.
for (const [widths, some] of [
  [[360, 320, 180], pages],
  [[1440, 768], looked],
] as const) {
  test(`no page${some === pages ? '' : ' of any kind'} scrolls sideways at ${widths.join(' and ')} px`, async ({
    page,
  }) => {
    const wide: string[] = [];
    for (const path of some) {
      for (const [time, width] of widths.entries()) {
        await page.setViewportSize({ width, height: 800 });
        if (time === 0) await page.goto(`.${path}`);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        if (over > 0) wide.push(`${path} at ${String(width)} px: ${String(over)} px`);
      }
    }
    expect(wide).toEqual([]);
  });
}

test.describe('with its offline copy', () => {
  // As readers meet it: blocked by the tests' browser, a worker is reported as a warning.
  test.use({ serviceWorkers: 'allow' });
  test('no page asks another origin for anything, breaks the policy or reports an error', async ({
    page,
    baseURL,
  }) => {
    const found: string[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol !== 'data:' && url.origin !== new URL(baseURL ?? '').origin)
        found.push(`request: ${request.url()}`);
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) found.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => found.push(`error: ${error.message}`));
    for (const path of pages) await page.goto(`.${path}`);
    expect(found).toEqual([]);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a reader gets from the first page to a step and to its line in the source', async ({
    page,
  }) => {
    await page.goto('./');
    await page
      .getByRole('main')
      .getByRole('link', { name: /งานทั้งหมดที่มีขั้นตอน/ })
      .click();
    await page.locator('.entry-title a, .entry a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const first = page.locator('.steps li[data-step]').first();
    await first.locator('.prov summary').click();
    await first.locator('.prov-body a').click();
    await expect(page).toHaveURL(/\/sources\/.+#L\d+$/);
    await expect(page.locator('.lines li:target')).toBeVisible();
  });
});

test('an address that leads nowhere says so and leads on', async ({ page }) => {
  const response = await page.goto('./no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ไม่พบหน้านี้');
  await page.locator('.contents').getByRole('link', { name: 'หน้าแรก' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('งานนี้ทำอย่างไร');
});

test('the keyboard reaches the content first, and a focused link shows it', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await expect(page.locator('.skip')).toBeInViewport();
  await page.keyboard.press('Tab');
  const outline = await page.evaluate(
    () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
  );
  expect(outline).not.toBe('none');
});
