// Site tests: what people ask of the real content (tests/fixtures/search/queries.tsv), asked in the browser.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { attribute, elements, readBuilt } from './built-site.ts';

interface Query {
  readonly line: number;
  readonly place: '1' | '3' | '-';
  readonly query: string;
  readonly wanted: readonly string[];
}

const file = path.resolve(import.meta.dirname, '../fixtures/search/queries.tsv');
const queries = readFileSync(file, 'utf8')
  .split('\n')
  .flatMap((text, i): Query[] => {
    if (text === '' || text.startsWith('#')) return [];
    const [place, query = '', addresses = ''] = text.split('\t');
    if (place !== '1' && place !== '3' && place !== '-')
      throw new Error(`queries.tsv:${String(i + 1)}: "${String(place)}" is no place`);
    return [{ line: i + 1, place, query, wanted: addresses.split(' ').filter(Boolean) }];
  });

test('the set is as large as it says: 150 queries, 15 of them for nothing', () => {
  expect(queries.length).toBeGreaterThanOrEqual(150);
  expect(queries.filter(({ place }) => place === '-').length).toBeGreaterThanOrEqual(15);
});

test('every query of the set finds what it should, where it should, or nothing', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await page.goto('./search/');
  const box = page.locator('search-page input[type=search]');
  const done = page.locator('search-page:not([aria-busy])');
  const base = new URL(baseURL ?? '').pathname.replace(/\/$/, '');
  const wrong: string[] = [];
  for (const { line, place, query, wanted } of queries) {
    await box.fill(query);
    await box.press('Enter');
    await expect(page).toHaveURL((url) => url.searchParams.get('q') === query.trim());
    await done.waitFor();
    const found = await page
      .locator('[data-search-result] a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const empty = await page.locator('[data-search-empty]').count();
    const addresses = found.map((href) => href?.slice(base.length) ?? '');
    const right =
      place === '-'
        ? addresses.length === 0 && empty === 1
        : addresses.slice(0, Number(place)).some((address) => wanted.includes(address));
    if (!right)
      wrong.push(`queries.tsv:${String(line)} ${query} → ${addresses.slice(0, 3).join(' ')}`);
  }
  expect(wrong).toEqual([]);
});

test('every address that the set expects is a page, and its anchor stands on it', () => {
  const ids = new Map<string, Set<string | undefined>>();
  for (const address of new Set(queries.flatMap(({ wanted }) => wanted))) {
    const [page = '', anchor] = address.split('#');
    const known =
      ids.get(page) ?? new Set(elements(readBuilt(page)).map((one) => attribute(one, 'id')));
    ids.set(page, known);
    if (anchor) expect(known, address).toContain(anchor);
  }
});
