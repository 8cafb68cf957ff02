// Site tests: a page of each kind that readers come to, as Lighthouse sees it on a phone: 100 for all but speed.
// Speed is no test: `npm run bench:lighthouse`.
import { expect, test } from '@playwright/test';
import { audited } from './lighthouse.ts';

const PAGES = [
  '',
  'manuals/uttaradit-2-policy-planning/saraban/',
  'search/',
  'manuals/uttaradit-2-policy-planning/',
  'people/boonjan/',
];

test('Lighthouse takes nothing off for accessibility, best practices and findability', async ({
  baseURL,
}) => {
  // Eight seconds each.
  const looked = process.env.KHUMUE_TEST_FULL ? PAGES : PAGES.slice(0, 3);
  const found = await audited(
    looked.map((at) => new URL(at, baseURL).href),
    ['accessibility', 'best-practices', 'seo'],
    process.env.CHROMIUM_PATH,
  );
  const full = { accessibility: 100, 'best-practices': 100, seo: 100 };
  expect(found).toEqual(found.map(({ url }) => ({ url, scores: full, lost: [] })));
});
