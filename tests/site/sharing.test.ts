// Site tests: what a chat app reads of a page, the picture it shows, the button that passes a page on.
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

for (const path of [
  'manuals/uttaradit-2-policy-planning/saraban/',
  'manuals/uttaradit-2-policy-planning/',
  'people/boonjan/',
])
  test(`/${path} is passed on by a button: by the device’s sheet, or as a copied address without what only this browser knows`, async ({
    page,
    baseURL,
  }) => {
    await page.addInitScript(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      Object.defineProperty(navigator, 'share', {
        configurable: true,
        value: (data: unknown) => {
          heard.push(data);
          return Promise.reject(new DOMException('closed', 'AbortError'));
        },
      });
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: (text: unknown) => Promise.resolve(heard.push(text)) },
      });
    });
    const heard = (): Promise<unknown[]> =>
      page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
    await page.goto(`./${path}?run=none#main`);
    const button = page.getByRole('button', { name: 'แชร์หน้านี้' });
    const url = new URL(path, baseURL).href;
    await button.click();
    await expect.poll(heard).toEqual([{ title: await page.title(), url }]);
    // Closed without a choice: nothing to say.
    const said = page.locator('.share-page [role=status]');
    await expect(said).toHaveText('');
    await page.evaluate(() => Reflect.deleteProperty(navigator, 'share'));
    await page.evaluate(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
    await button.click();
    await expect(said).toHaveText('คัดลอกลิงก์ของหน้านี้แล้ว วางในแชตหรืออีเมลได้เลย');
    expect((await heard()).at(-1)).toBe(url);
  });
