// Site tests, without a browser: what a chat app reads of a page, and the picture it shows.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { attribute, elements, fileOf, pagePaths, readBuilt } from './built-site.ts';

test('every page says its title and description to chat apps as it does to readers', () => {
  for (const page of pagePaths()) {
    const all = elements(readBuilt(page)).filter(({ tagName }) => tagName === 'meta');
    const content = (name: string, value: string): string | undefined =>
      attribute(
        all.find((element) => attribute(element, name) === value),
        'content',
      );
    expect(content('property', 'og:title'), page).toBeTruthy();
    expect(content('property', 'og:description'), page).toBe(content('name', 'description'));
    expect(content('property', 'og:locale'), page).toBe('th_TH');
  }
});

test('every procedure has a picture of 1200 by 630', () => {
  const procedures = pagePaths().filter((page) => /^\/manuals\/[^/]+\/[^/]+\/$/.test(page));
  expect(procedures).toHaveLength(17);
  for (const page of procedures) {
    const bytes = readFileSync(fileOf(page.replace(/\/$/, '.png')) ?? '');
    expect(bytes.subarray(1, 4).toString(), page).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], page).toEqual([1200, 630]);
  }
});
