// Site tests: what goes wrong around a page: a wrong clock, the slowest of networks, scripts that are refused; each time a sane page.
import { expect, test, type Page, type Route } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { longestOfEachKind, pagePaths } from './built-site.ts';
import { boxes, label, SARABAN, where } from './checklist-page.ts';
import { HostedSite, SHELL_ONLY } from './offline-site.ts';

test.describe('a clock that is wrong', () => {
  test.use({ serviceWorkers: 'allow' });
  const YEAR = 365 * 24 * 3600 * 1000;
  const offer = (page: Page) => page.getByRole('region', { name: 'เว็บรุ่นใหม่' });

  for (const [words, first, then] of [
    ['a year ahead, then put right', YEAR, 0],
    ['a year back, then put right', -YEAR, 0],
    ['right, then a year back', 0, -YEAR],
  ] as const)
    test(`${words}: the last answer stands, the run is listed, an update comes`, async ({
      page,
    }) => {
      const host = new HostedSite();
      await host.start();
      try {
        const now = Date.now();
        const errors: string[] = [];
        page.on('pageerror', ({ message }) => errors.push(message));
        await host.writeWorker(SHELL_ONLY);
        await page.clock.setSystemTime(now + first);
        await page.goto(host.url + SARABAN);
        await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
        await boxes(page).nth(0).check();
        await boxes(page).nth(2).check();
        await expect(where(page)).toHaveText('ทำแล้ว 2 จาก 9 ข้อ');
        const year = new Date(now + first).getFullYear() + 543;
        await expect(label(page)).toContainText(String(year));

        await page.clock.setSystemTime(now + then);
        await page.reload();
        await expect(where(page)).toHaveText('ทำแล้ว 2 จาก 9 ข้อ');
        // What was said last counts, also where the clock says that it was said before.
        await boxes(page).nth(0).uncheck();
        await boxes(page).nth(3).check();
        await page.reload();
        await expect(boxes(page).nth(0)).not.toBeChecked();
        await expect(boxes(page).nth(3)).toBeChecked();
        await expect(where(page)).toHaveText('ทำแล้ว 2 จาก 9 ข้อ');

        host.write('my/index.html', host.read('my/index.html').replace('</h1>', ' รุ่นใหม่</h1>'));
        await host.writeWorker(SHELL_ONLY);
        await page.goto(`${host.url}my/`);
        await expect(page.locator('run-list')).toContainText('ทำแล้ว 2 จาก 9 ข้อ');
        await expect(page.locator('run-list')).not.toContainText(/Invalid|NaN/);
        await offer(page).getByRole('button', { name: 'ใช้รุ่นใหม่' }).click();
        await expect(page.getByRole('heading', { level: 1 })).toContainText('รุ่นใหม่');
        await expect(page.locator('run-list')).toContainText('ทำแล้ว 2 จาก 9 ข้อ');
        expect(errors).toEqual([]);
      } finally {
        await host.remove();
      }
    });
});

test.describe('on the slowest of networks', () => {
  test('a procedure is read before its fonts and scripts are there', async ({ page }) => {
    const hasten = await slow(page);
    const late: (() => void)[] = [];
    const fonts: string[] = [];
    let isPainted = false;
    await page.route(/\.woff2$|_astro\/.*\.js$/, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname.endsWith('.woff2')) fonts.push(pathname);
      if (!isPainted) await new Promise<void>((resolve) => late.push(resolve));
      await route.continue().catch(() => undefined);
    });
    await page.goto(SARABAN, { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
    expect(fonts).toHaveLength(2);
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    await expect(page.locator('#step-list li').last()).toBeVisible();
    // Words in another font, none kept back until its own is there.
    const awaited = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loading').map((face) => face.family),
    );
    expect(awaited).toEqual([]);
    // A box ticked by who does not wait for the script is not lost when it comes.
    await boxes(page).first().check();
    await hasten();
    isPainted = true;
    for (const go of late) go();
    await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 9 ข้อ');
    await expect(boxes(page).first()).toBeChecked();
  });

  test('the search says that it is loading, then what it found', async ({ page }) => {
    let isHeld = true;
    const held: (() => void)[] = [];
    await page.route('**/pagefind/**', async (route) => {
      if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
      await route.continue().catch(() => undefined);
    });
    const release = (): void => {
      isHeld = false;
      for (const go of held.splice(0)) go();
    };
    await page.goto(`./search/?q=${encodeURIComponent('สารบรรณ')}`);
    const found = page.locator('[data-found]');
    await expect(found).toHaveText('กำลังโหลด…');
    expect(await violationsOn(page)).toEqual([]);
    release();
    await expect(page.locator('[data-search-result]').first()).toBeVisible();
    await expect(found).not.toContainText('กำลังโหลด');

    isHeld = true;
    await page.goto('./about/');
    await page.keyboard.press('/');
    await page.keyboard.type('สารบรรณ');
    await expect(page.locator('.search-dialog-found')).toHaveText('กำลังโหลด…');
    release();
    await expect(page.getByRole('option').first()).toBeVisible();
    await expect(page.locator('.search-dialog-found')).not.toContainText('กำลังโหลด');
  });
});

/** As Chromium's own tools have slow 2G: two seconds to the first byte, 50 kbit a second. The answer ends it. */
async function slow(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const set = async (latency: number, throughput: number): Promise<void> => {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  };
  await set(2000, 50_000 / 8);
  return () => set(0, -1);
}

for (const [words, isInPageRefused] of [
  ['every script', true],
  // As where an address is on a list of what must not be loaded, or one file is missing on the host.
  ['all but the script in the page', false],
] as const)
  test(`where ${words} is refused, pages are what they are without any`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      ...(baseURL ? { baseURL } : {}),
      javaScriptEnabled: false,
      serviceWorkers: 'block',
    });
    const plain = await context.newPage();
    await page.route(/\.js$/, (route) => route.abort());
    if (isInPageRefused) await page.route(/\/$/, changedScript);
    const otherwise: string[] = [];
    for (const path of longestOfEachKind(pagePaths())) {
      await plain.goto(`.${path}`);
      await page.goto(`.${path}`);
      await page.waitForLoadState();
      const [wanted, shown] = [await seen(plain), await seen(page)];
      if (shown !== wanted) otherwise.push(`${path}: ${difference(wanted, shown)}`);
    }
    await context.close();
    expect(otherwise).toEqual([]);
    await page.goto('./search/');
    await expect(page.locator('.search-off')).toContainText('การค้นหาต้องใช้ JavaScript');
    await page.goto(SARABAN);
    await expect(page.locator('.run')).toContainText('ไม่บันทึก เพราะสคริปต์ไม่ทำงาน');
  });

/** A page in which a proxy has changed the script: the policy no longer has its hash. */
async function changedScript(route: Route): Promise<void> {
  const answer = await route.fetch();
  const html = await answer.text();
  await route.fulfill({ response: answer, body: html.replace('<script>', '<script>;') });
}

/** The page's words and controls in sight. */
function seen(page: Page): Promise<string> {
  return page.locator('body').innerText();
}

function difference(wanted: string, shown: string): string {
  const [a, b] = [wanted.split('\n'), shown.split('\n')];
  const at = a.findIndex((line, i) => line !== b[i]);
  return `“${a[at] ?? ''}” became “${b[at] ?? ''}”`;
}
