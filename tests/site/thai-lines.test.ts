// Site tests: on a phone, where the lines of every page really end, against the words that are kept whole.
import { expect, test } from '@playwright/test';
import { pagePaths } from './built-site.ts';
import { tornLines } from './line-ends.ts';

test('at 360 px no line of any page ends inside a word of the keep list', async ({ page }) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 360, height: 800 });
  const found: string[] = [];
  let lines = 0;
  for (const path of pagePaths()) {
    await page.goto(`.${path}`);
    const { ends, torn } = await tornLines(page);
    lines += ends;
    found.push(...torn.map((words) => `${path}: ${words}`));
  }
  expect(lines).toBeGreaterThan(1000);
  expect(found).toEqual([]);
});
