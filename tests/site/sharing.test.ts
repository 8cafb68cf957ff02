// Site tests, without a browser: what a chat app reads of a page, and the picture it shows.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { inventedOffice } from './build-site.ts';
import { attribute, elements, fileOf, folder, pagePaths, readBuilt } from './built-site.ts';

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

test('every procedure of a site that knows its address has a picture of 1200 by 630, and its page names it', () => {
  const office = inventedOffice();
  const procedures = pagePaths(office).filter((page) => /^\/manuals\/[^/]+\/[^/]+\/$/.test(page));
  expect(procedures.length).toBeGreaterThan(10);
  for (const page of procedures) {
    const picture = page.replace(/\/$/, '.png');
    const bytes = readFileSync(fileOf(picture, office) ?? '');
    expect(bytes.subarray(1, 4).toString(), page).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], page).toEqual([1200, 630]);
    expect(readBuilt(page, office)).toContain(`content="https://khumue.example.go.th${picture}"`);
  }
});

test('a site without an address makes no picture: no page could name it', () => {
  expect(
    readdirSync(folder, { recursive: true }).filter((file) => /manuals.*\.png$/.test(String(file))),
  ).toEqual([]);
});
