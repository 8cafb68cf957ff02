// Site tests: how the invented office looks on a phone and beside: nothing squeezed, torn or out of line.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { inventedOffice } from './build-site.ts';
import { longestOfEachKind, pagePaths } from './built-site.ts';
import { tornLines } from './line-ends.ts';
import { officeSite } from './office-site.ts';

const site = officeSite();

const open = (page: Page, path: string): Promise<unknown> =>
  page.goto(new URL(path, site.url).href);
/** Left edges, to the pixel, each once. */
async function lefts(all: Locator): Promise<number[]> {
  const found = await all.evaluateAll((elements) =>
    elements.map((element) => Math.round(element.getBoundingClientRect().left)),
  );
  expect(found.length).toBeGreaterThan(1);
  return [...new Set(found)];
}

test('on a phone all values of the official form stand in one column, none squeezed', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const path of ['two-actors/', 'two-actors/handout/']) {
    await open(page, `manuals/example-services/${path}`);
    const values = page.locator('dl.form > :not(.full) > dd');
    expect(await lefts(values)).toHaveLength(1);
    const narrow = await values.evaluateAll((all) =>
      all.filter((dd) => dd.clientWidth < 160).map((dd) => dd.textContent),
    );
    expect(narrow).toEqual([]);
  }
});

for (const width of [360, 1440])
  test(`at ${String(width)} px the answers of a decision stand one below the other`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, 'manuals/example-services/two-decisions/');
    for (const step of await page.locator('#step-list li:has(> .meta .way)').all())
      expect(await lefts(step.locator('.way'))).toHaveLength(1);
  });

for (const width of [360, 768])
  test(`at ${String(width)} px no line ends inside a word or begins with the dot of a list`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const found: string[] = [];
    let lines = 0;
    for (const path of longestOfEachKind(pagePaths(inventedOffice()), inventedOffice())) {
      await open(page, `.${path}`);
      const { ends, torn } = await tornLines(page);
      lines += ends;
      found.push(...torn.map((words) => `${path}: ${words}`));
    }
    expect(lines).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });

test('beside each other the facts of a person and an order begin on one line', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const path of ['people/mai-iam/', 'orders/example-9-24-2567/']) {
    await open(page, path);
    const lines = await page.locator('.facts-bar dd').evaluateAll((all) =>
      all.map((dd) => {
        const range = document.createRange();
        range.selectNodeContents(dd);
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
        const words = boxes.filter(({ height }) => height < 40);
        return Math.round(Math.min(...words.map(({ bottom }) => bottom)) / 4);
      }),
    );
    expect(new Set(lines).size, `${path}: ${lines.join(' ')}`).toBe(1);
  }
});

test('on paper a drawing in the text stands once, and nobody’s name stands without a duty below it', async ({
  page,
}) => {
  await open(page, 'manuals/example-services/');
  await page.emulateMedia({ media: 'print' });
  const drawings = page.locator('.read-text .chart-map').first().locator('> svg');
  await expect(drawings).toHaveCount(2);
  await expect(drawings.filter({ visible: true })).toHaveCount(1);
  const kept = await page
    .locator('.assignment > p:first-child')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).breakAfter));
  expect(new Set(kept)).toEqual(new Set(['avoid']));
});

test('in a walk the number of the step stands clear of the mark at its edge', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, 'manuals/example-services/two-decisions/');
  await page.locator('h1').dispatchEvent('pointerdown');
  await page.getByRole('button', { name: 'พาเดินทีละขั้น' }).click();
  const shadow = await page
    .locator('.steps .is-walked')
    .evaluate((row) => getComputedStyle(row).boxShadow);
  const lefts = [...shadow.matchAll(/(-[\d.]+)px 0px 0px 0px/g)].map(([, x]) => Number(x));
  // The edge lies at least 4 px further out than the ground on which the number stands.
  expect(lefts).toHaveLength(2);
  expect(Math.min(...lefts)).toBeLessThanOrEqual(Math.max(...lefts) - 4);
});
