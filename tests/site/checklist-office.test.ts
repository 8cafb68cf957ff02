// Site tests: checklists of the invented office, which has what the five manuals have not: decisions; built with an address.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { qrPath } from '../../src/checklist/qr-path.ts';
import { serve, type Site } from '../../src/commands/serve.ts';
import { inventedOffice } from './build-site.ts';
import { attribute, elements, readBuilt } from './built-site.ts';
import { checklistScript } from './checklist-page.ts';

// The office is built first, which takes seconds.
test.describe.configure({ mode: 'default', timeout: 120_000 });

let out: string;
let site: Site;

test.beforeAll(async () => {
  out = inventedOffice();
  site = await serve(out, { port: 0 });
});
test.afterAll(async () => {
  await site.close();
});

const step = (page: Page, id: string): Locator => page.locator(`#step-${id}`);
const where = (page: Page): Locator => page.locator('.run .where[role="status"]');

/** Two steps done, then by keyboard the answer that leads back to the first. */
async function answerBack(page: Page): Promise<void> {
  await page.goto(`${site.url}manuals/example-services/one-decision/`);
  for (const id of ['ha8ah', 'acjbz']) await step(page, id).locator('> .tick').check();
  await page.getByRole('radio', { name: 'ถ้าไม่ครบถ้วน ไปขั้น ๑' }).focus();
  await page.keyboard.press('Space');
  await expect(page.locator('.run-said')).toContainText('กลับไปขั้นก่อนหน้า');
}

test('an answer hides the branch not taken, in the list and in the count, and a reload keeps it', async ({
  page,
}) => {
  await page.goto(`${site.url}manuals/example-services/two-decisions/`);
  await expect(where(page)).toHaveText('7 ข้อ กดช่องเพื่อเริ่ม');
  await page.getByRole('radio', { name: 'ถ้าห้องว่าง ไปขั้น ๖' }).check();
  await expect(step(page, 'gvssg')).toBeHidden();
  await expect(step(page, 'deveg')).toBeHidden();
  await expect(step(page, 'mqteb')).toBeVisible();
  await expect(where(page)).toHaveText('ทำแล้ว 1 จาก 5 ข้อ');
  // The page's first script alone shows the run as it stands: nothing moves when the rest comes.
  await page.route('**/on-demand*', (route) => route.abort());
  await page.reload();
  await expect(step(page, 'gvssg')).toBeHidden();
  await page.unroute('**/on-demand*');
  await page.reload();
  await expect(step(page, 'gvssg')).toBeHidden();
  await expect(page.getByRole('radio', { name: 'ถ้าห้องว่าง ไปขั้น ๖' })).toBeChecked();

  await page.getByRole('radio', { name: 'ถ้าเลื่อนวันไม่ได้ สิ้นสุด' }).check();
  await expect(page.locator('#step-list > li').filter({ visible: true })).toHaveCount(3);
  // Unticked, the decision is open again, and nothing is hidden.
  await step(page, 'j9rpt').locator('> .tick').uncheck();
  await expect(page.locator('#step-list > li').filter({ visible: true })).toHaveCount(7);
});

test('on paper the circle of an answer stands clear of its words', async ({ page }) => {
  await page.goto(`${site.url}manuals/example-services/two-decisions/`);
  await page.emulateMedia({ media: 'print' });
  const gap = await page
    .locator('.way-choice')
    .first()
    .evaluate((choice) => {
      const words = document.createRange();
      words.selectNodeContents(choice);
      words.setStartAfter(choice.querySelector('.way') ?? choice);
      const circle = choice.querySelector('.way')?.getBoundingClientRect();
      return words.getBoundingClientRect().left - (circle?.right ?? Infinity);
    });
  expect(gap).toBeGreaterThan(3);
});

test('an answer by keyboard; a way back offers to do the steps again, which can be taken back', async ({
  page,
}) => {
  await answerBack(page);
  await expect(where(page)).toHaveText('ทำแล้ว 2 จาก 5 ข้อ');
  await page.getByRole('button', { name: 'เอาเครื่องหมายออกเพื่อทำอีกรอบ' }).click();
  await expect(where(page)).toHaveText('ทำแล้ว 0 จาก 5 ข้อ');
  await expect(step(page, 'ha8ah')).toHaveAttribute('aria-current', 'step');
  await page.getByRole('button', { name: 'เลิกทำ' }).click();
  await expect(where(page)).toHaveText('ทำแล้ว 2 จาก 5 ข้อ');
});

test('a notice that is closed leaves the page where it was', async ({ page }) => {
  await answerBack(page);
  const before = await page.evaluate(() => scrollY);
  // The bar stands at the edge of the window, not at its place in the page.
  expect(before).toBeGreaterThan(600);
  // By the mouse alone: Playwright's own click scrolls to what it presses.
  const place = await page.getByRole('button', { name: 'ปิด' }).boundingBox();
  if (!place) throw new Error('no notice');
  await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
  await expect(page.locator('[data-act="runs"]')).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test('a ticked step of the branch not taken stays in sight', async ({ page }) => {
  await page.goto(`${site.url}manuals/example-services/two-decisions/`);
  await step(page, 'gvssg').locator('> .tick').check();
  await page.getByRole('radio', { name: 'ถ้าห้องว่าง ไปขั้น ๖' }).check();
  await expect(step(page, 'deveg')).toBeHidden();
  await expect(step(page, 'gvssg')).toBeVisible();
});

test('sixty steps and hostile texts are ticked like others, and a run holds the texts as they are', async ({
  page,
}) => {
  for (const [procedure, count] of [
    ['sixty', 60],
    ['hostile', 15],
  ] as const) {
    await page.goto(`${site.url}manuals/example-plans/${procedure}/`);
    await page.locator('#step-list .tick').last().check();
    await expect(where(page)).toHaveText(`ทำแล้ว 1 จาก ${String(count)} ข้อ`);
  }
  const texts = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.includes('hostile')) ?? '';
    const run = JSON.parse(localStorage.getItem(key) ?? '') as {
      snapshot: { items: { text: string }[] };
    };
    return run.snapshot.items.map(({ text }) => text);
  });
  expect(texts).toContain('เลือกวงเล็บ (กลม) [เหลี่ยม] {ปีกกา} <script>alert("ทดสอบ")</script> ตามที่เห็น');
  expect(texts).toContain('คัดรหัส #35; &amp; &lt;b&gt; และ 100%% โดยไม่แปลง');
});

test('what shows a run of a page with decisions is at most 4.25 KB, packed with brotli', () => {
  const { files, bytes } = checklistScript(
    readBuilt('/manuals/example-services/two-decisions/', out),
    out,
  );
  expect(bytes, files.join(' ')).toBeLessThanOrEqual(4.25 * 1024);
});

test('a site that knows its address carries the way back as a QR code in the page itself', () => {
  const html = readBuilt('/manuals/example-services/line/', out);
  const { d } = qrPath('https://khumue.example.go.th/manuals/example-services/line/');
  const paths = elements(html).flatMap((element) => attribute(element, 'd') ?? []);
  expect(paths).toContain(d);
  expect(html).toContain('https://khumue.example.go.th/manuals/example-services/line/');
});
