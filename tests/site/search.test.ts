// Site tests: the search page and the search on every page, in the browser.
import { expect, test, type Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { pagePaths } from './built-site.ts';

const results = '[data-search-result]';

async function search(page: Page, query: string): Promise<void> {
  await page.goto(`./search/?q=${encodeURIComponent(query)}`);
  await page.locator('search-page:not([aria-busy]) [data-results] > *').first().waitFor();
}

test('a result is one link with its page’s title, and a step or duty leads to its place', async ({
  page,
}) => {
  await search(page, 'เด็กพิการ');
  for (const result of await page.locator(results).all())
    await expect(result.locator('a[href]')).toHaveCount(1);
  const duty = page.locator('.subhits a', { hasText: 'หน้าที่ข้อ ๔' });
  await expect(duty.locator('mark')).toHaveText('เด็กพิการ');
  await duty.click();
  await expect(page).toHaveURL(/\/people\/boonjan\/#item-dqbjk$/);
  await expect(page.locator('#item-dqbjk')).toBeInViewport();
});

test('the link of a result says what its page is called', async ({ page }) => {
  for (const query of ['งานสารบรรณ', 'บุญจันทร์', '218/2562']) {
    await search(page, query);
    const link = page.locator(`${results} a`).first();
    const title = (await link.textContent()) ?? '';
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  }
});

test('what stands as asked and what is near are apart, each with its count', async ({ page }) => {
  await search(page, 'งานลูกเสือ');
  const exact = page.getByRole('region', { name: 'ตรงตามคำที่ค้น' });
  const near = page.getByRole('region', { name: 'ใกล้เคียง' });
  await expect(exact.locator(results)).toHaveCount(1);
  await expect(exact.locator('.count')).toContainText('1 หน้า');
  await expect(near.locator(results).first()).toContainText('กิจการลูกเสือ');
  await expect(page.getByRole('status').first()).toContainText('1 แห่ง ใน 1 หน้า');
});

test('a slip is mended in words, and the mended query is a link', async ({ page }) => {
  await search(page, 'สารบรรน');
  await expect(page.locator('.meant')).toContainText('คุณหมายถึง สารบรรณ');
  await page.locator('.meant a').first().click();
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === 'สารบรรณ');
  await expect(page.getByRole('region', { name: 'ตรงตามคำที่ค้น' })).toBeVisible();
});

test('nothing found is said in words, with ways on and no result', async ({ page }) => {
  await search(page, 'ใบขับขี่');
  const empty = page.locator('[data-search-empty]');
  await expect(empty).toContainText('ไม่พบ “ใบขับขี่” ในคู่มือทั้ง 5 ฉบับ');
  await expect(page.locator(results)).toHaveCount(0);
  for (const link of await empty.locator('a').all()) {
    const answer = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(answer.status()).toBe(200);
  }
});

test('a question is read as one, and what no order says is said to be missing', async ({
  page,
}) => {
  await search(page, 'ใครรับผิดชอบงานลูกเสือ');
  await expect(page.locator('[data-results]')).toContainText('อ่านคำถามว่า ใครรับผิดชอบ “ลูกเสือ”');
  await expect(page.locator('[data-results]')).toContainText('ไม่พบชื่อผู้รับผิดชอบ');
});

test('who is responsible is told from the page of the procedure, where no words of a person hold the subject', async ({
  page,
}) => {
  await search(page, 'ใครรับผิดชอบโฮมสคูล');
  const line = page.locator('.read-as');
  await expect(line.getByRole('link')).toHaveText('นางบุญจันทร์ ลีกลาง');
  await expect(line).not.toContainText('ไม่พบชื่อ');
  const procedure = page.locator(results).first().locator('a').first();
  await page.goto((await procedure.getAttribute('href')) ?? '');
  await expect(page.locator('.facts-bar')).toContainText('นางบุญจันทร์');
});

test('who stands in for somebody leads to that place of their page, not to whom they stand in for', async ({
  page,
}) => {
  await search(page, 'ใครแทนบุญจันทร์');
  await page.locator('.read-as').getByRole('link').click();
  await expect(page.locator('h1')).toContainText('บุญจันทร์');
  await expect(page.getByRole('heading', { name: 'ใครแทนใคร' })).toBeInViewport();
});

test('filters count, narrow, stand in the address and come back with the back button', async ({
  page,
}) => {
  await search(page, 'เด็กพิการ');
  const all = await page.locator(results).count();
  const duty = page.getByRole('checkbox', { name: /^หน้าที่/ });
  await expect(duty.locator('xpath=ancestor::label').locator('.c')).toHaveText('1');
  await duty.check();
  await expect(page.locator(results)).toHaveCount(1);
  await expect(page).toHaveURL((url) => url.searchParams.get('type') === 'duty');
  await page.locator(`${results} a`).click();
  await page.goBack();
  await expect(page.locator(results)).toHaveCount(1);
  await expect(duty).toBeChecked();
  await page.goBack();
  await expect(page.locator(results)).toHaveCount(all);
  await expect(duty).not.toBeChecked();
});

test('an address with filters and no query is a list to browse', async ({ page }) => {
  await page.goto('./search/?type=person');
  await expect(page.locator(results)).toHaveCount(4);
  await page.goto('./search/?type=duty,order&person=boonjan');
  await expect(page.locator(results)).toHaveCount(2);
  await page.goto('./search/?type=procedure&office=loei-1');
  await expect(page.locator(results)).toHaveCount(6);
});

test('a mark never begins or ends inside a Thai cluster', async ({ page }) => {
  for (const query of ['ศึกษา', 'พ.ศ.', 'นักเรียน', 'การจัดการเด็กพิเศษและโควตา', 'แผน ประเมิน']) {
    await search(page, query);
    const around = await page
      .locator('mark')
      .evaluateAll((marks) =>
        marks.map((mark) => [
          mark.textContent,
          mark.nextSibling?.textContent?.charAt(0) ?? '',
          mark.textContent.charAt(0),
        ]),
      );
    expect(around.length).toBeGreaterThan(0);
    for (const [text, after, first] of around) {
      expect(after, text ?? '').not.toMatch(/^(?:[\u0E30-\u0E3A]|\u0E45|[\u0E47-\u0E4E])/);
      expect(first, text ?? '').not.toMatch(/^(?:[\u0E30-\u0E3A]|\u0E45|[\u0E47-\u0E4E])/);
    }
  }
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    test('axe finds nothing on results, on an empty page, in the dialog', async ({ page }) => {
      for (const query of ['เด็กพิการ', 'สารบรรน', 'ใบขับขี่']) {
        await search(page, query);
        expect(await violationsOn(page), query).toEqual([]);
      }
      await page.goto('./manuals/');
      await page.keyboard.press('/');
      await page.keyboard.type('หนังสือราชการ');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await violationsOn(page), 'dialog').toEqual([]);
    });
  });

test.describe('the dialog', () => {
  test('/ opens it, arrows choose, the box keeps the focus, Enter goes, Escape closes', async ({
    page,
  }) => {
    await page.goto('./manuals/');
    await page.keyboard.press('/');
    const box = page.getByRole('combobox', { name: /ค้นหางาน/ });
    await expect(box).toBeFocused();
    await expect(box).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.type('สถานศึกษา');
    const options = page.getByRole('option');
    // The list of the whole word, not that of its first letters.
    await expect(page.locator('.search-dialog-all a')).toHaveAttribute(
      'href',
      new RegExp(`q=${encodeURIComponent('สถานศึกษา')}$`),
    );
    await options.nth(2).waitFor();
    await expect(box).toHaveAttribute('aria-expanded', 'true');
    await expect(page.locator('.search-dialog-found')).toContainText('ตรงตามคำที่ค้น');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(box).toHaveAttribute(
      'aria-activedescendant',
      (await options.nth(1).getAttribute('id')) ?? '',
    );
    await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowUp');
    await expect(options.nth(0)).toHaveAttribute('aria-selected', 'true');
    await expect(box).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog.search-dialog')).toBeHidden();
    // What is chosen at once in the list of before stays chosen.
    const shown = await page.locator('[role=option]').first().elementHandle();
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.waitForLoadState('networkidle');
    expect(await shown.evaluate((option) => option.isConnected)).toBe(true);
    await expect(options.nth(0)).toHaveAttribute('aria-selected', 'true');
    const href = (await options.nth(0).getAttribute('href')) ?? '';
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname + url.hash === href);
  });

  test('what is chosen while a newer list is on its way stays chosen in it', async ({ page }) => {
    await page.goto('./manuals/');
    await page.keyboard.press('/');
    await page.keyboard.type('สถานศึกษา');
    const option = page.getByRole('option').nth(1);
    await option.waitFor();
    const renewed = await page.getByRole('combobox', { name: /ค้นหางาน/ }).evaluate((box) => {
      const before = document.querySelector('[role=option]');
      const press = (key: string) =>
        box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      box.dispatchEvent(new Event('input', { bubbles: true }));
      press('ArrowDown');
      press('ArrowDown');
      return new Promise<boolean>((resolve) => {
        const wait = () => {
          if (before?.isConnected) setTimeout(wait, 20);
          else resolve(true);
        };
        wait();
      });
    });
    expect(renewed).toBe(true);
    await expect(option).toHaveAttribute('aria-selected', 'true');
    // Who types on has chosen nothing.
    await page.keyboard.type(' ');
    await expect(page.locator('[role=option][aria-selected=true]')).toHaveCount(0);
  });

  test('Enter with nothing chosen asks the search page', async ({ page }) => {
    await page.goto('./about/');
    await page.keyboard.press('/');
    await page.keyboard.type('สารบรรณ');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === 'สารบรรณ');
    await expect(page.locator(`${results} a`).first()).toHaveText('งานสารบรรณ');
  });

  test('a half-typed word finds already', async ({ page }) => {
    await page.goto('./about/');
    await page.keyboard.press('/');
    await page.keyboard.type('สารบ');
    await expect(page.getByRole('option').first()).toContainText('งานสารบรรณ');
  });

  test('on a phone it fills the screen, and its targets are 44 px', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 420 });
    await page.goto('./about/');
    await page.getByRole('link', { name: 'ค้นหา' }).click();
    await page.keyboard.type('การศึกษา');
    await page.getByRole('option').first().waitFor();
    const dialog = await page.locator('dialog.search-dialog').boundingBox();
    expect(dialog).toMatchObject({ x: 0, y: 0, width: 360, height: 420 });
    for (const target of await page.locator('dialog.search-dialog :is(a, button, input)').all()) {
      const box = await target.boundingBox();
      expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

test('a result on the page where one stands closes the dialog, and its place is in sight', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('./manuals/uttaradit-2-policy-planning/saraban/');
  await page.locator('[data-search-open]:visible, form.find input:visible').first().click();
  const dialog = page.locator('dialog.search-dialog');
  await dialog.getByRole('combobox').fill('หนังสือราชการ');
  const here = dialog.locator('a[href*="/saraban/#step-"]').first();
  const href = (await here.getAttribute('href')) ?? '';
  await here.click();
  await expect(dialog).toBeHidden();
  await expect(page.locator(`#${href.split('#')[1] ?? ''}`)).toBeInViewport();
});

test('the dialog closes before its script is there', async ({ page }) => {
  await page.route(/_astro\/(?:element|search|options)[.\w-]*\.js/, (route) => route.abort());
  await page.goto('./manuals/uttaradit-2-policy-planning/saraban/');
  await page.locator('[data-search-open]:visible, form.find input:visible').first().click();
  const dialog = page.locator('dialog.search-dialog');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'ปิด' }).click();
  await expect(dialog).toBeHidden();
  expect(new URL(page.url()).search).toBe('');
});

test('more results are read on from the first of them; where they do not come, that is said', async ({
  page,
}) => {
  await page.goto(`./search/?q=${encodeURIComponent('ศึกษา')}`);
  const more = page.locator('.search-more').first();
  await more.waitFor();
  const shown = await page.locator('[data-search-result]').count();
  // What the rest is shown by lies in a file that the first results did not need.
  await page.route('**/pagefind/text/**', (route) => route.abort());
  await more.click();
  await expect(more).toHaveText('โหลดไม่สำเร็จ ลองอีกครั้ง');
  await page.unroute('**/pagefind/text/**');
  await more.click();
  await expect.poll(() => page.locator('[data-search-result]').count()).toBeGreaterThan(shown);
  await expect(
    page.locator('[data-search-result] a:focus, a[data-search-result]:focus'),
  ).toHaveCount(1);
});

test('what is typed while the search of an address is on its way stays', async ({ page }) => {
  await page.route(/_astro\/search\./, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.goto(`./search/?q=${encodeURIComponent('แผน')}&type=procedure`);
  const box = page.locator('search-page input[type=search]');
  await box.fill('หนังสือ');
  await expect(page).toHaveURL(/q=%E0%B8%AB.*type=procedure/);
  await expect(box).toHaveValue('หนังสือ');
  await expect(page.locator(results).first()).toBeVisible();
});

test('nothing of the search is loaded before its box is used', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const path of ['./', './manuals/', './search/']) await page.goto(path);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /\/pagefind\/|_astro\/(?:search|options)\./.test(path))).toEqual(
    [],
  );
  await page.locator('search-page input[type=search]').fill('แผน');
  await page.locator(results).first().waitFor();
  expect(asked.some((path) => path.includes('/pagefind/catalogue.json'))).toBe(true);
});

test('a first search asks for eight files: its scripts, the list of pages, words and texts', async ({
  page,
}) => {
  await page.goto('./search/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  // As a link does: what a touch of the page brings is not the search's.
  await page.locator('search-page input[type=search]').evaluate((input: HTMLInputElement) => {
    input.value = 'รายงานผล';
    input.form?.requestSubmit();
  });
  await expect(page.locator('[data-search-result]').nth(9)).toBeVisible();
  expect(
    asked.filter((path) => !path.endsWith('.woff2')).length,
    asked.join('\n'),
  ).toBeLessThanOrEqual(8);
});

test('an index that cannot be loaded is said, and the lists stay', async ({ page }) => {
  await page.route('**/pagefind/index/**', (route) => route.abort());
  await page.goto(`./search/?q=${encodeURIComponent('สารบรรณ')}`);
  await expect(page.getByRole('status').first()).toContainText('โหลดข้อมูลการค้นหาไม่สำเร็จ');
  await expect(page.locator('[data-lists]')).toBeVisible();
  await page.unroute('**/pagefind/index/**');
  await page.locator('search-page input[type=search]').press('Enter');
  await expect(page.locator(results).first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the search page says so and lists all people, tasks and procedures', async ({ page }) => {
    await page.goto('./search/');
    const off = page.locator('.search-off');
    await expect(off).toBeVisible();
    await expect(off).toContainText('การค้นหาต้องใช้ JavaScript');
    const links = await page
      .locator('[data-lists] a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    const procedures = pagePaths().filter((path) => /^\/manuals\/[^/]+\/[^/]+\/$/.test(path));
    const people = pagePaths().filter((path) => /^\/people\/[^/]+\/$/.test(path));
    for (const path of [...procedures, ...people])
      expect(
        links.some((href) => href.endsWith(path)),
        path,
      ).toBe(true);
    expect(links.filter((href) => href.includes('/tasks/#item-')).length).toBeGreaterThan(30);
    await expect(page.locator('[data-filters]')).toBeHidden();
    // No column is kept for filters that never come.
    await page.setViewportSize({ width: 1440, height: 900 });
    const [box, lists] = [page.getByRole('searchbox'), page.locator('[data-lists]')];
    const left = async (of: typeof box): Promise<number> => (await of.boundingBox())?.x ?? NaN;
    expect(Math.abs((await left(lists)) - (await left(box)))).toBeLessThan(8);
    expect((await lists.boundingBox())?.width).toBeGreaterThan(900);
  });

  test('the box of every page leads to the search page', async ({ page }) => {
    await page.goto('./about/');
    await page.getByRole('searchbox').first().fill('แผน');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL((url) => url.pathname.endsWith('/search/'));
  });
});

test('an index that the host cuts short is said so, and the lists to look through are there', async ({
  page,
}) => {
  await page.route('**/pagefind/**', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, Math.floor(body.length / 2)) });
  });
  await page.goto(`./search/?q=${encodeURIComponent('สารบรรณ')}`);
  await expect(page.locator('[data-found]')).toContainText('โหลดข้อมูลการค้นหาไม่สำเร็จ');
  await expect(page.locator('[data-lists]')).toBeVisible();
  await expect(page.locator('[data-search-result]')).toHaveCount(0);
});
