// Site tests: the flow chart of a procedure in the browser: marks, lens, walk, folds, the whole window, tools.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { attribute, elements, fileOf, folder, readBuilt } from './built-site.ts';
import { begin } from './checklist-page.ts';

const SARABAN = './manuals/uttaradit-2-policy-planning/saraban/';
const HOME_EDUCATION = './manuals/loei-1-education-promotion/home-education/';

/** The drawing on the screen, of the two that a page may hold. */
function nodes(page: Page): Locator {
  return page.locator('.fc-n[data-step]:visible');
}

function node(page: Page, number: string): Locator {
  return page.locator(`.fc-n[data-step]:visible:has(> .fc-no:text-is("${number}"))`);
}

function row(page: Page, number: string): Locator {
  return page.locator(`.steps li[data-step]:has(> .step-line > .step-no:text-is("${number}"))`);
}

function place(page: Page): Locator {
  return page.locator('.walk [data-walk="place"]');
}

/** A class among others. */
function state(name: string): RegExp {
  return new RegExp(`(^| )${name}( |$)`);
}

test('a node leads to its step, and the step back to its node', async ({ page }) => {
  await page.goto(SARABAN);
  await node(page, '2.3').click();
  await expect(page).toHaveURL(/#step-u56md$/);
  await expect(row(page, '2.3')).toBeInViewport();
  await row(page, '4').getByRole('link', { name: 'ดูในผัง ขั้น 4' }).click();
  await expect(node(page, '4')).toBeFocused();
  await expect(node(page, '4')).toBeInViewport();
});

test('pointing at a node or a row marks the other, and moves nothing', async ({ page }) => {
  await page.goto(SARABAN);
  const before = await page.locator('.steps').boundingBox();
  await node(page, '3').hover();
  await expect(row(page, '3')).toHaveClass(state('is-marked'));
  await row(page, '2.2').locator('.step-text').hover();
  await expect(node(page, '2.2')).toHaveClass(state('is-marked'));
  await expect(node(page, '3')).not.toHaveClass(state('is-marked'));
  await row(page, '5').getByRole('checkbox').focus();
  await expect(node(page, '5')).toHaveClass(state('is-marked'));
  expect((await page.locator('.steps').boundingBox())?.height).toBe(before?.height);
});

test('the chart shows what is done, does not apply and comes next, also by ear', async ({
  page,
}) => {
  await page.goto(SARABAN);
  await expect(page.locator('.fc-n.is-current')).toHaveCount(0);
  await row(page, '1').getByRole('checkbox').first().check();
  await expect(node(page, '1')).toHaveClass(state('is-done'));
  await expect(node(page, '1')).toHaveAccessibleName(/\(ทำแล้ว\)$/);
  await expect(node(page, '2.1')).toHaveAttribute('aria-current', 'step');
  await page.reload();
  await expect(node(page, '1')).toHaveClass(state('is-done'));
  await expect(node(page, '2.1')).toHaveClass(state('is-current'));
});

test('the walk goes one step at a time, with the keyboard alone', async ({ page }) => {
  await page.goto(SARABAN);
  const start = page.getByRole('button', { name: 'พาเดินทีละขั้น' });
  await start.focus();
  await page.keyboard.press('Enter');
  await expect(place(page)).toHaveText('ขั้น 1 · ลำดับที่ 1 จาก 9');
  await expect(page.getByRole('button', { name: 'ถัดไป' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(place(page)).toHaveText('ขั้น 2.1 · ลำดับที่ 2 จาก 9');
  await expect(page.locator('.walk output')).toContainText('ในขั้น 2');
  await expect(page.locator('.walk output')).toContainText('ลงทะเบียนรับ');
  await page.keyboard.press('ArrowRight');
  await expect(place(page)).toHaveText('ขั้น 2.2 · ลำดับที่ 3 จาก 9');
  await expect(node(page, '2.2')).toHaveClass(state('is-walked'));
  await expect(node(page, '2.2')).toBeInViewport();
  await expect(row(page, '2.2')).toHaveClass(state('is-walked'));
  await page.keyboard.press('ArrowLeft');
  await expect(place(page)).toHaveText('ขั้น 2.1 · ลำดับที่ 2 จาก 9');
  await page.keyboard.press('Escape');
  await expect(page.locator('.walk')).toBeHidden();
  await expect(page.locator('.is-walked')).toHaveCount(0);
  await expect(start).toBeFocused();
});

test('the walk passes every step once and says where it ends', async ({ page }) => {
  await page.goto(SARABAN);
  await page.getByRole('button', { name: 'พาเดินทีละขั้น' }).click();
  await expect(place(page)).toHaveText(/^ขั้น 1 /);
  const passed: string[] = [];
  for (let i = 0; i < 9; i += 1) {
    passed.push((await place(page).textContent()) ?? '');
    await page.getByRole('button', { name: 'ถัดไป' }).click();
  }
  const numbers = ['1', '2.1', '2.2', '2.3', '2.4', '2.5', '3', '4', '5'];
  expect(passed).toEqual(numbers.map((number, i) => `ขั้น ${number} · ลำดับที่ ${String(i + 1)} จาก 9`));
  await expect(place(page)).toHaveText('สิ้นสุด');
  await page.locator('.walk').getByRole('button', { name: 'ปิด' }).click();
  await expect(page.locator('.walk')).toBeHidden();
});

test('leaving the walk leaves the page where the reader has got to', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await page.goto(SARABAN);
  await page.getByRole('button', { name: 'พาเดินทีละขั้น' }).click();
  const next = page.locator('.walk').getByRole('button', { name: 'ถัดไป' });
  for (let steps = 0; steps < 5; steps += 1) await next.click();
  const before = await page.evaluate(() => scrollY);
  await page.locator('.walk').getByRole('button', { name: 'ออก' }).click();
  await expect(page.locator('.walk')).toBeHidden();
  await expect(page.getByRole('button', { name: 'พาเดินทีละขั้น' })).toBeFocused();
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(2);
});

test('a step is ticked from the walk', async ({ page }) => {
  await page.goto(SARABAN);
  await page.getByRole('button', { name: 'พาเดินทีละขั้น' }).click();
  const done = page.getByRole('button', { name: 'ทำแล้ว' });
  await expect(done).toHaveAttribute('aria-pressed', 'false');
  await done.click();
  await expect(done).toHaveAttribute('aria-pressed', 'true');
  await expect(row(page, '1').getByRole('checkbox').first()).toBeChecked();
  await expect(node(page, '1')).toHaveClass(state('is-done'));
});

test('the walk begins where the reader is', async ({ page }) => {
  await page.goto(SARABAN);
  await row(page, '1').getByRole('checkbox').first().check();
  // The part that keeps ticks is loaded with the first one.
  await expect(node(page, '2.1')).toHaveClass(state('is-current'));
  await page.getByRole('button', { name: 'พาเดินทีละขั้น' }).click();
  await expect(place(page)).toHaveText('ขั้น 2.1 · ลำดับที่ 2 จาก 9');
  await page.keyboard.press('Escape');
  await node(page, '3').click();
  await page.getByRole('button', { name: 'พาเดินทีละขั้น' }).click();
  await expect(place(page)).toHaveText('ขั้น 3 · ลำดับที่ 7 จาก 9');
});

test('the lens lets the others’ steps step back, keeps ticks, and is counted', async ({ page }) => {
  await page.goto(SARABAN);
  await row(page, '2.1').getByRole('checkbox').check();
  const lens = page.getByRole('group', { name: 'เน้นขั้นของ' });
  await expect(lens.locator('label')).toHaveText([
    'ทุกคน 9',
    'เจ้าหน้าที่ที่รับผิดชอบ 1',
    'ผู้มีอำนาจ 1',
    'ไม่ระบุ 7',
  ]);
  await lens.getByRole('radio', { name: /ผู้มีอำนาจ/ }).check();
  await expect(row(page, '2.5')).not.toHaveClass(state('is-dim'));
  await expect(node(page, '2.5')).not.toHaveClass(state('is-dim'));
  await expect(row(page, '2')).not.toHaveClass(state('is-dim'));
  for (const number of ['1', '2.1', '2.3', '5']) {
    await expect(row(page, number)).toHaveClass(state('is-dim'));
    await expect(node(page, number)).toHaveClass(state('is-dim'));
  }
  await expect(row(page, '2.1').getByRole('checkbox')).toBeChecked();
  await expect(node(page, '2.1').locator('.fc-ck')).toBeVisible();
  const faint = page.locator('.is-dim');
  expect(await faint.evaluateAll((all) => all.map((one) => getComputedStyle(one).opacity))).toEqual(
    Array.from({ length: await faint.count() }, () => '1'),
  );
  await lens.getByRole('radio', { name: /ทุกคน/ }).check();
  await expect(page.locator('.is-dim')).toHaveCount(0);
});

test('a procedure that names no actor has no lens', async ({ page }) => {
  await page.goto('./manuals/uttaradit-2-policy-planning/meeting/');
  await expect(nodes(page).first()).toBeVisible();
  await expect(page.locator('.lens')).toHaveCount(0);
});

test('substeps fold away and come back exactly', async ({ page }) => {
  await page.goto(SARABAN);
  await page.locator('h1').dispatchEvent('pointerdown');
  const button = page.getByRole('button', { name: 'ขั้นตอนย่อยของขั้น 2' }).first();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  const drawing = page.locator('svg.fc:visible');
  const built = await drawing.evaluate((svg) => svg.getAttribute('viewBox'));
  const below = await node(page, '3').boundingBox();
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await expect(node(page, '2.1')).toHaveCount(0);
  await expect(node(page, '3')).toBeVisible();
  expect((await node(page, '3').boundingBox())?.y).toBeLessThan((below?.y ?? 0) - 300);
  await page.keyboard.press('Space');
  await expect(node(page, '2.1')).toBeVisible();
  expect(await drawing.evaluate((svg) => svg.getAttribute('viewBox'))).toBe(built);
});

test('from a folded frame’s substep in the list one gets to the frame', async ({ page }) => {
  await page.goto(SARABAN);
  await page.locator('h1').dispatchEvent('pointerdown');
  await page.getByRole('button', { name: 'ขั้นตอนย่อยของขั้น 2' }).first().press('Enter');
  await row(page, '2.4').getByRole('link', { name: 'ดูในผัง ขั้น 2.4' }).click();
  await expect(node(page, '2')).toBeFocused();
});

test('over the whole window the drawing zooms by buttons, keys and Ctrl with the wheel', async ({
  page,
}) => {
  await page.goto(SARABAN);
  await page.getByRole('button', { name: 'ขยายผัง' }).click();
  const dialog = page.getByRole('dialog');
  const level = dialog.locator('output.num');
  const pane = dialog.getByRole('region');
  await expect(pane).toBeFocused();
  await expect(level).toHaveText('100%');
  await dialog.getByRole('button', { name: 'ขยาย', exact: true }).click();
  await expect(level).toHaveText('125%');
  await pane.focus();
  await page.keyboard.press('-');
  await expect(level).toHaveText('100%');
  await page.keyboard.press('0');
  await expect(level).not.toHaveText('100%');
  await pane.hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  const near = await level.textContent();
  await page.mouse.wheel(0, 100);
  await expect(level).toHaveText(near ?? '');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('figure > svg.fc').first()).toBeAttached();
});

test('two fingers zoom the drawing, the one between them stays where it is', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 360, height: 740 },
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const page = await context.newPage();
  await page.goto(SARABAN);
  await page.getByRole('button', { name: 'ขยายผัง' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('region')).toBeFocused();
  await expect(dialog.locator('output.num')).toHaveText('100%');
  const fingers = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart?: number): Promise<unknown> =>
    fingers.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        apart === undefined ? [] : [-1, 1].map((side) => ({ x: 180 + (side * apart) / 2, y: 400 })),
    });
  await touch('touchStart', 100);
  await touch('touchMove', 150);
  await touch('touchMove', 200);
  await touch('touchEnd');
  await expect(dialog.locator('output.num')).toHaveText('200%');
  await touch('touchStart', 200);
  await touch('touchMove', 100);
  await touch('touchEnd');
  await expect(dialog.locator('output.num')).toHaveText('100%');
  await context.close();
});

test('the whole window fills the screen and gives it back', async ({ page }) => {
  await page.goto(SARABAN);
  await page.getByRole('button', { name: 'ขยายผัง' }).click();
  const dialog = page.getByRole('dialog');
  const isFull = (): Promise<boolean> =>
    page.evaluate(() => document.fullscreenElement?.matches('.chart-view-in') === true);
  await dialog.getByRole('button', { name: 'เต็มจอ' }).click();
  await expect.poll(isFull).toBe(true);
  await expect(dialog.locator('svg.fc-lanes')).toBeInViewport();
  await dialog.getByRole('button', { name: 'เต็มจอ' }).click();
  await expect.poll(isFull).toBe(false);
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'เต็มจอ' }).click();
  await expect.poll(isFull).toBe(true);
  await dialog.getByRole('button', { name: 'ปิด' }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
});

test('a mouse drags the drawing, and what it is let go on is not clicked', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 500 });
  await page.goto(SARABAN);
  await page.getByRole('button', { name: 'ขยายผัง' }).click();
  const pane = page.getByRole('dialog').getByRole('region');
  // The view comes on demand; last of all it takes the focus.
  await expect(pane).toBeFocused();
  await page.mouse.move(450, 400);
  await page.mouse.down();
  await page.mouse.move(450, 250, { steps: 4 });
  await page.mouse.up();
  expect(await pane.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
});

test('a node in the whole window leads to its step on the page', async ({ page }) => {
  await page.goto(SARABAN);
  await page.getByRole('button', { name: 'ขยายผัง' }).click();
  await page.getByRole('dialog').locator('.fc-n[data-step="y2kxx"]').click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page).toHaveURL(/#step-y2kxx$/);
  await expect(row(page, '1')).toBeInViewport();
});

test.describe('the page’s wheel', () => {
  for (const width of [1440, 360]) {
    test(`scrolls the page over the chart at ${String(width)} px, also while walking`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 700 });
      await page.goto(SARABAN);
      for (const walking of [false, true]) {
        if (walking) {
          await page.getByRole('button', { name: 'พาเดินทีละขั้น' }).click();
          await expect(place(page)).toHaveText(/^ขั้น 1 /);
        }
        await node(page, '1').hover();
        const before = await page.evaluate(() => window.scrollY);
        await page.mouse.wheel(0, 200);
        await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before + 100);
      }
    });
  }
});

test('the menu closes on Escape and names the step whose link it copies', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(SARABAN);
  await begin(page, 'โรงเรียนบ้านหนึ่ง');
  const own = new URL(page.url());
  expect(own.searchParams.has('run')).toBe(true);
  own.hash = 'step-u56md';
  await page.goto(own.href);
  const summary = page.locator('.chart .menu summary');
  await summary.click();
  await page.keyboard.press('Escape');
  await expect(page.locator('.chart .menu')).not.toHaveAttribute('open');
  await expect(summary).toBeFocused();
  await summary.click();
  await page.getByRole('button', { name: 'คัดลอกลิงก์ของขั้น 2.3' }).click();
  await expect(page.locator('flow-chart > .chart-notice')).toHaveText('คัดลอกลิงก์แล้ว');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  // The run is in this browser only: to anybody else the address would name one that is lost.
  own.search = '';
  expect(copied).toBe(own.href);
});

test('the Mermaid source is shown, copied and taken to Mermaid’s editor, there only on a click', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const outside: string[] = [];
  await context.route(/mermaid\.live/, (route) => {
    outside.push(route.request().url());
    return route.fulfill({ body: 'editor' });
  });
  await page.goto(SARABAN);
  await page.locator('.chart .menu summary').click();
  await page.getByRole('link', { name: 'ซอร์ส Mermaid ของผังนี้' }).click();
  const dialog = page.getByRole('dialog', { name: 'ซอร์ส Mermaid' });
  await expect(dialog.locator('code')).toContainText(/flowchart T[BD]/);
  const source = readBuilt('/manuals/uttaradit-2-policy-planning/saraban.mmd');
  expect(await dialog.locator('code').textContent()).toBe(source);
  await dialog.getByRole('button', { name: 'คัดลอก' }).click();
  await expect(dialog.locator('.chart-notice')).toHaveText('คัดลอกซอร์สแล้ว');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(source);
  expect(outside).toEqual([]);
  const opened = context.waitForEvent('page');
  await dialog.getByRole('button', { name: /mermaid\.live/ }).click();
  const editor = await opened;
  await editor.waitForURL(/mermaid\.live/);
  const coded = new URL(editor.url()).hash.replace('#base64:', '');
  const state = JSON.parse(Buffer.from(coded, 'base64url').toString('utf8')) as { code: string };
  expect(state.code).toBe(source);
  expect(await editor.evaluate(() => window.opener === null)).toBe(true);
  expect(outside.every((url) => !url.includes('base64'))).toBe(true);
});

test('the chart is saved as a PNG that is not empty and twice as sharp', async ({ page }) => {
  await page.goto(SARABAN);
  await page.locator('.chart .menu summary').click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'บันทึกผังเป็นภาพ PNG' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('saraban.png');
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const svg = readBuilt('/manuals/uttaradit-2-policy-planning/saraban.svg');
  expect(bytes.readUInt32BE(16)).toBe(Math.floor(2 * Number(/width="([\d.]+)"/.exec(svg)?.[1])));
  expect(bytes.length).toBeGreaterThan(10_000);
});

test('the chart’s files stand where the menu says, also without a script', () => {
  const hrefs = elements(readBuilt('/manuals/loei-1-education-promotion/home-education/'))
    .filter(({ tagName }) => tagName === 'a')
    .map((link) => attribute(link, 'href') ?? '');
  for (const end of ['home-education.svg', 'home-education.mmd', 'data/manuals.json']) {
    const href = hrefs.find((candidate) => candidate.endsWith(end));
    expect(href, end).toBeDefined();
    const base = (process.env.BASE_PATH ?? '').replace(/\/$/, '');
    expect(fileOf((href ?? '').slice(base.length)), end).toBeDefined();
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the chart is there and its nodes lead on; what needs a script is not shown', async ({
    page,
  }) => {
    await page.goto(SARABAN);
    await node(page, '3').click();
    await expect(page).toHaveURL(/#step-hsh9p$/);
    await expect(page.getByRole('button', { name: 'พาเดินทีละขั้น' })).toBeHidden();
    await expect(page.locator('.lens')).toBeHidden();
    await page.locator('.chart .menu summary').click();
    await expect(page.getByRole('link', { name: 'บันทึกผังเป็นภาพ SVG' })).toBeVisible();
    await expect(page.getByRole('button', { name: /PNG/ })).toBeHidden();
  });
});

for (const width of [360, 1440]) {
  test(`nothing moves when the script arrives at ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const boxes = async (): Promise<object[]> => {
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => document.fonts.ready);
      return page
        .locator('.lens, .chart, .chart .bar, .chart svg.fc:visible, .steps, .foot')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as object));
    };
    for (const path of [SARABAN, HOME_EDUCATION]) {
      await page.goto(path);
      const asleep = await boxes();
      await page.locator('h1').dispatchEvent('pointerdown');
      await page.waitForFunction(() => customElements.get('flow-chart') !== undefined);
      expect(await boxes()).toEqual(asleep);
    }
  });
}

test('at 360 px letters are 16 px, targets 44 px, and nothing reaches out of the screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const path of [SARABAN, HOME_EDUCATION]) {
    await page.goto(path);
    const drawing = page.locator('svg.fc:visible');
    const scale = await drawing.evaluate(
      (svg: SVGSVGElement) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width,
    );
    expect(scale).toBe(1);
    const size = await drawing
      .locator('.fc-action text:not([class])')
      .first()
      .evaluate((text) => getComputedStyle(text).fontSize);
    expect(size).toBe('16px');
    await page.locator('.chart .menu summary').click();
    const controls = page.locator('.chart :is(button, summary, .menu a):visible, .fc-hit:visible');
    for (const control of await controls.all()) {
      const box = await control.boundingBox();
      expect(box?.height, (await control.textContent()) ?? '').toBeGreaterThanOrEqual(44);
      expect(box?.width).toBeGreaterThanOrEqual(44);
      expect(box?.x).toBeGreaterThanOrEqual(-1);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(361);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'พาเดินทีละขั้น' }).click();
    await expect(place(page)).toHaveText(/^ขั้น [1๑] /);
    for (const control of await page.locator('.walk button:visible').all())
      expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
  }
});

/** What a reader may have open. */
const scenes: Record<string, (page: Page) => Promise<void>> = {
  'the lens and the menu': async (page) => {
    await page.getByRole('radio', { name: /ผู้มีอำนาจ/ }).check();
    await page.locator('.chart .menu summary').click();
  },
  'the walk': async (page) => {
    await page.getByRole('button', { name: 'พาเดินทีละขั้น' }).click();
    await expect(place(page)).toHaveText(/^ขั้น 1 /);
  },
  'the whole window': async (page) => {
    await page.getByRole('button', { name: 'ขยายผัง' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the Mermaid source': async (page) => {
    await page.locator('.chart .menu summary').click();
    await page.getByRole('link', { name: 'ซอร์ส Mermaid ของผังนี้' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [scene, show] of Object.entries(scenes)) {
    test(`axe finds nothing in ${colorScheme} with ${scene} open`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(SARABAN);
      await show(page);
      expect(await violationsOn(page)).toEqual([]);
    });
  }
}

test('the element’s script is at most 3 KB brotli; walk, window, folds and tools come on demand', async ({
  page,
}) => {
  const scripts = readdirSync(path.join(folder, '_astro')).filter((file) =>
    /^flow-chart\..*\.js$/.test(file),
  );
  expect(scripts).toHaveLength(1);
  const script = readFileSync(path.join(folder, '_astro', scripts[0] ?? ''));
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(3 * 1024);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(HOME_EDUCATION, { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /\/(flow-chart|walk|view|tools)\./.test(url))).toEqual([]);
  await page.getByRole('button', { name: 'พาเดินทีละขั้น' }).click();
  await expect(page.locator('.walk')).toBeVisible();
  expect(asked.filter((url) => url.includes('/walk.'))).toHaveLength(1);
});
