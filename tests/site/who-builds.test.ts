// Site tests: other builds: without people's names; an office of sixty people.
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { privateNames } from '../../src/authoring/hide-names.ts';
import { nameLeaks } from '../../src/authoring/name-leaks.ts';
import { officeFolders, readOffice } from '../../src/authoring/read-office.ts';
import { writeOffice } from '../../src/authoring/write-office.ts';
import { serve } from '../../src/commands/serve.ts';
import { Published } from '../../src/model/published.ts';
import { BIG, bigOffice } from '../fixtures/who/big-office.ts';
import { buildSite, root } from './build-site.ts';
import { fileOf, pagePaths, readBuilt } from './built-site.ts';
import { checkLinks } from './links.ts';

// Builds take turns; each takes seconds.
test.describe.configure({ mode: 'serial', timeout: 300_000 });

const withoutNames = new Set<string>();

/** The site of an office ('': the five manuals) without names, built when it is first asked for. */
function siteWithoutNames(office: string): string {
  const out = path.join(root, '.build/test-names-hidden', path.basename(office) || 'manuals');
  if (!withoutNames.has(office)) {
    const { status, printed } = buildSite(out, { KHUMUE_NAMES: 'hidden', KHUMUE_OFFICE: office });
    expect(status, printed).toBe(0);
    withoutNames.add(office);
  }
  return out;
}

for (const [name, office] of [
  ['the five manuals', ''],
  ['the invented office', 'tests/fixtures/office'],
] as const) {
  test(`${name} without names: no spelling in any file, packed or not, and every page is there`, async () => {
    const out = siteWithoutNames(office);
    const files = readOffice(officeFolders({ KHUMUE_OFFICE: office }), root);
    const names = privateNames(files);
    expect(names.spellings.length).toBeGreaterThan(3);
    expect(await nameLeaks(out, names)).toEqual([]);
    expect(checkLinks(out, '').broken).toEqual([]);
    const data = Published.parse(JSON.parse(readBuilt('/data/manuals.json', out)));
    expect(data.people.length).toBe(
      files.content.filter((file) => file.path.startsWith('people/')).length,
    );
    for (const { id } of data.people) {
      expect(fileOf(`/people/${id}/`, out), id).toBeDefined();
      expect(readBuilt(`/people/${id}/`, out)).toContain('เว็บนี้ไม่แสดงชื่อบุคคล');
      expect(readBuilt(`/people/${id}/`, out)).not.toContain('application/ld+json');
    }
    // The same search finds every name where names are shown: it would find a leak.
    if (office === '') {
      const shown = await nameLeaks(path.dirname(fileOf('/404.html') ?? ''), names);
      for (const spelling of names.spellings)
        expect(shown.some(({ found }) => found === spelling)).toBe(true);
    }
  });
}

test('without names the search finds none; with names it finds each by every spelling', async ({
  page,
}) => {
  const { spellings } = privateNames(readOffice(officeFolders({}), root));
  const site = await serve(siteWithoutNames(''), { port: 0, base: '/' });
  try {
    for (const spelling of spellings) {
      const query = `search/?q=${encodeURIComponent(spelling)}`;
      await page.goto(new URL(query, site.url).href);
      await expect(page.getByRole('main')).toContainText(`ไม่พบ “${spelling}”`);
      await page.goto(`./${query}`);
      await expect(page.getByRole('main')).toContainText(`พบ “${spelling}”`);
      await expect(page.getByRole('main')).not.toContainText(`ไม่พบ “${spelling}”`);
    }
  } finally {
    await site.close();
  }
});

test('a PDF is read as well: its words, its links and its title', async ({ page }) => {
  const names = privateNames(readOffice(officeFolders({}), root));
  const folder = mkdtempSync(path.join(tmpdir(), 'khumue-pdf-'));
  try {
    const found = async (address: string): Promise<string[]> => {
      await page.goto(address);
      await page.pdf({ path: path.join(folder, 'page.pdf'), format: 'A4' });
      return (await nameLeaks(folder, names)).map((leak) => leak.found);
    };
    const spelled = await found('./people/boonjan/');
    expect(spelled.filter((one) => one.startsWith('บุญจันทร์'))).toHaveLength(3);
    const listed = await found('./people/');
    // The marks over ป are glyphs of their own, which a PDF does not call by a letter.
    for (const one of ['นันทนา เปี้ยจันทร์', 'รอง ปัญส์งกา', 'boonjan']) expect(listed).toContain(one);
    expect(await found('./about/')).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a misspelt setting builds nothing and says what it can be', () => {
  const out = path.join(root, '.build/test-names-misspelt');
  const { status, printed } = buildSite(out, { KHUMUE_NAMES: 'hide' });
  expect(status).toBe(1);
  expect(printed).toContain('KHUMUE_NAMES เป็น “hide” ใช้ได้เฉพาะ hidden');
  expect(existsSync(out)).toBe(false);
});

test('an office of sixty people: every page is there, whole, light, and works', async ({
  page,
}) => {
  const office = mkdtempSync(path.join(tmpdir(), 'khumue-big-'));
  const out = path.join(root, '.build/test-big-office');
  writeOffice(office, bigOffice());
  const { status, printed } = buildSite(out, { KHUMUE_OFFICE: office });
  rmSync(office, { recursive: true });
  expect(status, printed).toBe(0);
  expect(checkLinks(out, '').broken).toEqual([]);
  const paths = pagePaths(out);
  expect(paths.filter((one) => /^\/people\/[^/]+\/$/.test(one))).toHaveLength(BIG.people);
  for (const one of ['/people/', '/duties/', '/tasks/', '/orders/']) {
    const bytes = statSync(fileOf(one, out) ?? '').size;
    expect(bytes, `${one} has ${String(bytes)} bytes`).toBeLessThan(1_500_000);
  }
  for (const one of paths.filter((candidate) => candidate.startsWith('/people/p'))) {
    const bytes = statSync(fileOf(one, out) ?? '').size;
    expect(bytes, `${one} has ${String(bytes)} bytes`).toBeLessThan(80_000);
  }

  const site = await serve(out, { port: 0, base: '/' });
  try {
    const at = (to: string): string => new URL(to, site.url).href;
    await page.setViewportSize({ width: 360, height: 800 });
    for (const to of ['people/', 'duties/', 'tasks/', 'people/person-of-aa/', 'tasks/compare/']) {
      await page.goto(at(to));
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(over, to).toBeLessThanOrEqual(0);
    }
    await page.goto(at('people/person-of-aa/'));
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(at('duties/'));
    const rows = page.locator('.duty-table tbody tr[data-person]');
    await expect(rows).toHaveCount(BIG.duties);
    await page.getByLabel('จัดกลุ่ม', { exact: true }).selectOption({ label: 'ตามบุคคล' });
    await expect(page.locator('.duty-table .grp')).toHaveCount(BIG.people);
    await expect(rows).toHaveCount(BIG.duties);
    await page.getByLabel('ผู้รับผิดชอบ', { exact: true }).selectOption({ index: 1 });
    await expect(page.locator('.duty-table .grp')).toHaveText(['นายกมล ขยันยิ่ง']);
    await expect(rows).toHaveCount(7);

    await page.goto(at('people/'));
    await expect(page.locator('main h2').first()).toHaveText('ก');
    await expect(page.locator('.shelf > li')).toHaveCount(BIG.people);
    await page.getByRole('link', { name: 'ข', exact: true }).click();
    await expect(page.locator('main h2:target')).toHaveText('ข');
  } finally {
    await site.close();
  }
});
