// Site tests: each kind of page has its own stylesheet; that no page lacks a rule for what stands in it.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { folder, pagePaths } from './built-site.ts';
import { beginTicked } from './checklist-page.ts';

const sheets = readdirSync(path.join(folder, '_astro')).filter((file) => file.endsWith('.css'));

test('no page lacks a rule that another kind of page has for what stands in it', async ({
  page,
}) => {
  expect(sheets.length).toBeGreaterThan(1);
  await page.route('**/*.js', (route) => route.abort());
  let own = 0;
  const lacking: string[] = [];
  for (const address of pagePaths()) {
    await page.goto(`.${address}`, { waitUntil: 'domcontentloaded' });
    const found = await rulesLacking(page, sheets);
    own += found.own;
    lacking.push(...found.lacking.map((rule) => `${address} ${rule}`));
  }
  expect(own).toBeGreaterThan(0);
  expect(lacking).toEqual([]);
});

test('nor for what a script puts into it', async ({ page }) => {
  const lacking: string[] = [];
  const look = async (): Promise<void> => {
    const found = await rulesLacking(page, sheets);
    lacking.push(...found.lacking.map((rule) => `${new URL(page.url()).pathname} ${rule}`));
  };
  await beginTicked(page, 'โรงเรียนบ้านสวน');
  await look();
  await page.goto('./my/');
  await page.locator('run-list .menu summary').click();
  await look();
  await page.goto(`./search/?q=${encodeURIComponent('เด็กพิการ')}`);
  await expect(page.locator('[data-search-result]').first()).toBeVisible();
  await look();
  await page.goto('./duties/');
  await expect(page.locator('.duty-narrow')).toBeVisible();
  await look();
  expect(lacking).toEqual([]);
});

/** The rules of other sheets that would match on this page, and how many rules it has. */
async function rulesLacking(
  page: Page,
  names: readonly string[],
): Promise<{ lacking: string[]; own: number }> {
  return page.evaluate(async (names) => {
    /** Rules by selector and the conditions around them, without states and pseudo-elements, so that they may match. */
    const rulesOf = (list: CSSRuleList, around: string, into: Map<string, string>): void => {
      for (const rule of list) {
        const at = `${around} ${rule.cssText.slice(0, rule.cssText.indexOf('{'))}`;
        if (rule instanceof CSSStyleRule)
          into.set(`${at}|${rule.style.cssText}`, rule.selectorText);
        else if (rule instanceof CSSGroupingRule) rulesOf(rule.cssRules, at, into);
      }
    };
    // What opens over a page has its rules in a sheet of its own.
    const asked = document.documentElement.dataset['later'] ?? '';
    const mine = new Map<string, string>();
    for (const { cssRules } of document.styleSheets) rulesOf(cssRules, '', mine);
    const lack: string[] = [];
    for (const name of names) {
      if (asked.endsWith(name)) continue;
      const sheet = await new CSSStyleSheet().replace(
        await (await fetch(`/_astro/${name}`)).text(),
      );
      const theirs = new Map<string, string>();
      rulesOf(sheet.cssRules, '', theirs);
      for (const [rule, selector] of theirs) {
        if (mine.has(rule)) continue;
        const plain = selector
          .replace(/::[\w-]+/g, '')
          .replace(
            /:(hover|focus|focus-visible|focus-within|target|active|checked|placeholder-shown)\b/g,
            '',
          )
          .replace(/:not\(\)|:is\(\)|:has\(\)/g, '');
        const wanted = plain.split(/,(?![^(]*\))/).filter((one) => one.trim() !== '');
        const isShown = (one: Element): boolean => !one.closest('[popover], dialog');
        if (wanted.some((one) => [...document.querySelectorAll(one)].some(isShown)))
          lack.push(`${name}: ${rule}`);
      }
    }
    return { lacking: lack, own: mine.size };
  }, names);
}
