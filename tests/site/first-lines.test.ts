// Site tests: what a page shows before the stylesheet of its kind and its scripts have come stays as it is when they do.
import { expect, test, type Page } from '@playwright/test';
import { pagePaths } from './built-site.ts';

/** A page of each kind; those on which a script shows more than the page has without any are among them. */
const PAGES = [
  '',
  'search/',
  'duties/',
  'people/boonjan/',
  'manuals/loei-1-education-promotion/',
  'manuals/loei-1-education-promotion/home-education/',
  'manuals/loei-1-education-promotion/home-education/handout/',
  'orders/loei-1-218-2562/',
];

interface Look {
  readonly boxes: string[];
  /** Whether the sheet of the kind is in use. */
  readonly complete: boolean;
}

/** Where everything stands down to the stylesheet, and what it looks like. */
function look(page: Page): Promise<Look> {
  return page.evaluate(() => {
    const link = document.querySelector<HTMLLinkElement>('main link[rel="stylesheet"]');
    const above = [...document.querySelectorAll('header *, main *')].filter(
      (one) =>
        link === null || link.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING,
    );
    const boxes = above
      .filter((one) => !one.contains(link) && one.tagName !== 'SCRIPT' && !one.closest('[popover]'))
      .map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        const { color, backgroundColor, fontSize, fontWeight, visibility } = getComputedStyle(one);
        const place = [x, y, width, height].map((side) => Math.round(side * 8) / 8).join(' ');
        return `${one.tagName}.${one.getAttribute('class') ?? ''} ${place} ${color} ${backgroundColor} ${fontSize} ${fontWeight} ${visibility}`;
      });
    return { boxes, complete: Boolean(link?.sheet) };
  });
}

for (const width of [360, 1440])
  test(`at ${String(width)} px nothing moves when the rest comes, and the first lines look as they will`, async ({
    browser,
  }) => {
    test.slow();
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const into = window as unknown as { seen: string[] };
      into.seen = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const shift = entry as PerformanceEntry & {
            value: number;
            sources: { node: Node | null }[];
          };
          const what = shift.sources.map(
            ({ node }) =>
              (node instanceof Element ? node : node?.parentElement)?.outerHTML.slice(0, 60) ?? '',
          );
          into.seen.push(`${String(shift.value)} ${what.join(' | ')}`);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const found: string[] = [];
    for (const at of PAGES) {
      // Fonts that come late are left for the next page (DisplayHead.astro): they move nothing either.
      let letFonts = (): void => undefined;
      const heldFonts = new Promise<void>((done) => (letFonts = done));
      await page.route(/\.woff2$/, async (route) => {
        await heldFonts;
        await route.continue();
      });
      let release = (): void => undefined;
      const held = new Promise<void>((done) => (release = done));
      await page.route(/\.css$|\.js$/, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(`./${at}`, { waitUntil: 'commit' });
      await page.waitForFunction(
        () => performance.getEntriesByName('first-contentful-paint').length,
      );
      const before = await look(page);
      expect(before.complete, at).toBe(false);
      expect(before.boxes.length, at).toBeGreaterThan(5);
      release();
      await page.waitForFunction(() => document.querySelector('footer') !== null);
      await page.waitForTimeout(300);
      letFonts();
      await page.waitForLoadState('load');
      await page.waitForFunction(() => document.fonts.status === 'loaded');
      await page.waitForTimeout(300);
      const after = await look(page);
      expect(after.complete, at).toBe(true);
      expect(after.boxes, at).toEqual(before.boxes);
      found.push(
        ...(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).map(
          (shift) => `${at}: ${shift}`,
        ),
      );
      await page.unrouteAll({ behavior: 'wait' });
    }
    expect(found).toEqual([]);
    await context.close();
  });

/** Of the page's title. */
async function usedFonts(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: 'h1',
  });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map(({ familyName, isCustomFont }) => `${familyName} ${String(isCustomFont)}`);
}

for (const javaScriptEnabled of [true, false])
  test(`${javaScriptEnabled ? 'with' : 'without'} scripts the site's own letters are on the first page`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto('./manuals/loei-1-education-promotion/home-education/');
    await expect.poll(() => usedFonts(page)).toEqual(['Sarabun true']);
    await context.close();
  });

test('letters that come late are left out, and there on the next page', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(/\.woff2$/, async (route) => {
    await new Promise((done) => setTimeout(done, 1000));
    await route.continue();
  });
  await page.goto('./people/');
  await page.waitForFunction(
    () =>
      performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2'))
        .length === 2,
  );
  await page.waitForTimeout(100);
  expect(await usedFonts(page)).not.toContain('Sarabun true');
  await page.unrouteAll();
  await page.goto('./duties/');
  await expect.poll(() => usedFonts(page)).toEqual(['Sarabun true']);
  await context.close();
});

test('no rule of the sheet behind the title is for what stands above it', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  const found: string[] = [];
  let own = 0;
  for (const address of pagePaths()) {
    await page.goto(`.${address}`, { waitUntil: 'load' });
    const late = await page.evaluate(() => {
      const link = document.querySelector<HTMLLinkElement>('main link[rel="stylesheet"]');
      const above = [...document.querySelectorAll('header *, main *')].filter(
        (one) =>
          (link?.compareDocumentPosition(one) ?? 0) === Node.DOCUMENT_POSITION_PRECEDING &&
          !one.closest('[popover]'),
      );
      const rules: string[] = [];
      const look = (list: CSSRuleList): void => {
        for (const rule of list) {
          if (rule instanceof CSSMediaRule && rule.conditionText.includes('print')) continue;
          if (rule instanceof CSSLayerBlockRule && rule.name === 'print') continue;
          if (rule instanceof CSSGroupingRule && !(rule instanceof CSSStyleRule))
            look(rule.cssRules);
          if (!(rule instanceof CSSStyleRule)) continue;
          // As it is at rest: what a reader points at or opens has had its time.
          const plain = rule.selectorText.replace(/::[\w-]+/g, '');
          if (above.some((one) => one.matches(plain))) rules.push(rule.cssText.slice(0, 120));
        }
      };
      look(link?.sheet?.cssRules ?? new CSSStyleSheet().cssRules);
      return { rules, above: above.length };
    });
    own += late.above;
    found.push(...late.rules.map((rule) => `${address} ${rule}`));
  }
  expect(own).toBeGreaterThan(0);
  expect(found).toEqual([]);
});

test('where the script in the page is not the one that its policy allows, the page is there without it', async ({
  page,
}) => {
  await page.route('**/people/', async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    await route.fulfill({ response: answer, body: html.replace('<script>', '<script>;') });
  });
  await page.goto('./people/', { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.display-open')).toBeHidden();
  await expect(page.locator('html')).not.toHaveAttribute('data-script');
});
