// Site tests: the flow charts of the invented office: decisions, loops, three actors, an editor's way, hostile labels.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { officeSite } from './office-site.ts';

const site = officeSite();

async function open(page: Page, procedure: string): Promise<void> {
  await page.goto(`${site.url}manuals/${procedure}/`);
  // The first touch brings what works.
  await page.locator('h1').dispatchEvent('pointerdown');
}

async function walk(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'พาเดินทีละขั้น' }).click();
  await expect(page.locator('.walk')).toBeVisible();
}

const place = (page: Page): Locator => page.locator('.walk [data-walk="place"]');
const next = (page: Page): Locator => page.getByRole('button', { name: 'ถัดไป' });
const ways = (page: Page): Locator => page.locator('.walk').getByRole('group').getByRole('button');

test('at a decision the walk asks, and goes where the answer leads, back too', async ({ page }) => {
  await open(page, 'example-services/two-decisions');
  await walk(page);
  await next(page).click();
  await expect(place(page)).toHaveText('ขั้น ๒ จาก 7');
  await expect(page.locator('.walk-question')).toBeFocused();
  await expect(next(page)).toBeHidden();
  await expect(ways(page)).toHaveText(['ถูกต้อง ไปขั้น ๓', 'ไม่ถูกต้อง ไปขั้น ๑']);
  // Enter, pressed once too often, is no answer.
  await page.keyboard.press('Enter');
  await expect(place(page)).toHaveText('ขั้น ๒ จาก 7');
  await ways(page).nth(1).click();
  await expect(place(page)).toHaveText('ขั้น ๑ จาก 7');
  await page.getByRole('button', { name: 'ย้อนกลับ' }).click();
  await expect(place(page)).toHaveText('ขั้น ๒ จาก 7');
  await page.keyboard.press('Tab');
  await expect(ways(page).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(ways(page)).toHaveText([
    'ห้องว่าง ไปขั้น ๖',
    'ห้องไม่ว่างแต่เลื่อนวันได้ ไปขั้น ๔',
    'เลื่อนวันไม่ได้ สิ้นสุด',
  ]);
  await ways(page).nth(0).click();
  await expect(place(page)).toHaveText('ขั้น ๖ จาก 7');
  await page.getByRole('button', { name: 'ย้อนกลับ' }).click();
  await ways(page).nth(2).click();
  await expect(place(page)).toHaveText('สิ้นสุด');
});

test('the walk leaves and enters frames as the arrows do', async ({ page }) => {
  await open(page, 'example-services/across');
  await walk(page);
  await next(page).click();
  await expect(ways(page)).toHaveText([/^เป็นเรื่องทั่วไป/, 'เป็นเรื่องเร่งด่วน ไปขั้น ๓', 'ไม่อยู่ในอำนาจ สิ้นสุด']);
  await ways(page).nth(1).click();
  await expect(place(page)).toHaveText(/^ขั้น ๓ /);
  await ways(page).filter({ hasText: 'ไม่เห็นชอบ' }).click();
  await expect(page.locator('.walk-above')).toContainText('ในขั้น ๑');
});

test('an editor’s way is offered as such, and not at all when it is switched off', async ({
  page,
}) => {
  await open(page, 'example-plans/inferred');
  const dashed = page.locator('.fc-inferred:visible');
  await expect(dashed).toHaveCount(1);
  await walk(page);
  await next(page).click();
  await next(page).click();
  await expect(ways(page)).toHaveText([/^ทำต่อตามลำดับ ไปขั้น 4/, 'ข้อมูลไม่ถูกต้อง ไปขั้น 2 (ผู้เรียบเรียงเพิ่ม)']);
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'ผู้เรียบเรียงเพิ่ม ไม่มีในต้นฉบับ' }).uncheck();
  await expect(dashed).toHaveCount(0);
  await expect(page.locator('.steps .is-inferred')).toBeHidden();
  await walk(page);
  await expect(place(page)).toHaveText(/^ขั้น 3 /);
  await expect(ways(page)).toHaveCount(0);
  await next(page).click();
  await expect(place(page)).toHaveText(/^ขั้น 4 /);
});

test('the walk says who does a step and to whom it goes, where the source says so', async ({
  page,
}) => {
  await open(page, 'example-services/three-actors');
  await walk(page);
  const who = page.locator('.walk-who');
  await expect(who).toHaveText(/^\s*ผู้ปฏิบัติ\s*สถานศึกษา\s*$/);
  await next(page).click();
  await expect(who).toHaveText(/^\s*ผู้ปฏิบัติ\s*สถานศึกษา\s*ถึง\s*เจ้าหน้าที่\s*$/);
  await open(page, 'example-plans/substeps');
  await walk(page);
  await expect(page.locator('.walk-text')).not.toBeEmpty();
  await expect(who).toBeEmpty();
});

test('the lens knows three actors, in lanes too', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, 'example-services/three-actors');
  await expect(page.locator('svg.fc-lanes')).toBeVisible();
  await expect(page.locator('svg.fc-spine')).toBeHidden();
  await expect(page.locator('.lens label')).toHaveText([
    'ทุกคน 8',
    'สถานศึกษา 3',
    'เจ้าหน้าที่ 4',
    'ผู้อำนวยการสำนักงานเขต 1',
  ]);
  await page.getByRole('radio', { name: /สถานศึกษา/ }).check();
  await expect(page.locator('.fc-lanes .fc-n.is-dim')).toHaveCount(5);
  await expect(page.locator('.fc-lanes .fc-n:not(.is-dim)')).toHaveCount(3);
  await expect(page.locator('.steps li.is-dim')).toHaveCount(5);
  await page.setViewportSize({ width: 360, height: 800 });
  await expect(page.locator('svg.fc-spine')).toBeVisible();
  await expect(page.locator('.fc-spine .fc-n.is-dim')).toHaveCount(5);
});

test('the whole window shows the lanes on a phone, to be panned', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page, 'example-services/three-actors');
  await page.getByRole('button', { name: 'ขยายผัง' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('svg.fc-lanes')).toBeVisible();
  await expect(dialog.locator('output.num')).toHaveText('100%');
  const pane = dialog.getByRole('region');
  expect(await pane.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeGreaterThan(300);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => pane.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
  // Whose lane it is can be read far down as well, above the lane itself.
  const heads = dialog.locator('.lane-heads');
  const [own, copy] = [dialog.locator('.fc-lanes .fc-lane text'), heads.locator('.fc-lane text')];
  expect(await copy.allTextContents()).toEqual(await own.allTextContents());
  const lefts = (texts: Locator): Promise<number[]> =>
    texts.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
  const topOf = (one: Locator): Promise<number> =>
    one.evaluate((element) => element.getBoundingClientRect().top);
  expect(Math.abs((await topOf(copy.first())) - (await topOf(own.first())))).toBeLessThan(1);
  await dialog.getByRole('button', { name: 'ขยาย', exact: true }).click();
  await pane.evaluate((one) => one.scrollTo({ top: 300, behavior: 'instant' }));
  expect(await topOf(own.first())).toBeLessThan(await topOf(pane));
  expect(await topOf(copy.first())).toBeGreaterThan(await topOf(pane));
  expect(await lefts(copy)).toEqual(await lefts(own));
  await dialog.getByRole('button', { name: 'พอดีจอ' }).click();
  expect(await pane.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  await dialog.getByRole('button', { name: 'ปิด' }).click();
  await expect(page.locator('svg.fc-spine')).toBeVisible();
  await expect(page.locator('svg.fc-lanes')).toBeHidden();
});

for (const procedure of [
  'example-services/nested',
  'example-services/across',
  'example-plans/substeps',
  'example-plans/hostile',
]) {
  test(`every frame of ${procedure} folds and opens to the same drawing`, async ({ page }) => {
    await open(page, procedure);
    const shape = (): Promise<string[]> =>
      page
        .locator('svg.fc')
        .evaluateAll((all) =>
          all.flatMap((svg) =>
            [svg, ...svg.querySelectorAll('*')].map((one) =>
              ['d', 'y', 'height', 'viewBox'].map((name) => one.getAttribute(name)).join(' '),
            ),
          ),
        );
    const buttons = page.locator('.fc-fold:visible');
    await expect(buttons.first()).toBeVisible();
    const built = await shape();
    for (const button of await buttons.all()) await button.press('Enter');
    expect(await shape()).not.toEqual(built);
    // Nothing that is still shown lies outside the drawing or upside down.
    const bad = await page.locator('svg.fc:visible').evaluate((svg: SVGSVGElement) => {
      const { height } = svg.viewBox.baseVal;
      return [...svg.querySelectorAll<SVGGraphicsElement>('path, rect, text')]
        .filter((one) => !one.closest('defs') && one.getClientRects().length > 0)
        .filter((one) => {
          const box = one.getBBox();
          return box.height < 0 || box.y < -30 || box.y + box.height > height + 30;
        }).length;
    });
    expect(bad).toBe(0);
    // Paper has no buttons: nothing of the chart is left out there.
    const folded = await shape();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect((await shape()).filter((one, i) => one !== built[i])).toEqual([]);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await shape()).toEqual(folded);
    for (const button of await buttons.all()) await button.press('Enter');
    const again = await shape();
    expect(again.filter((one, i) => one !== built[i])).toEqual([]);
  });
}

test('hostile words are shown in the walk as they stand, and run nothing', async ({ page }) => {
  const alarms: string[] = [];
  page.on('dialog', (dialog) => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  await open(page, 'example-plans/hostile');
  await walk(page);
  await next(page).click();
  await expect(page.locator('.walk-text')).toContainText('<script>alert("ทดสอบ")</script>');
  for (let i = 0; i < 11; i += 1) await next(page).click();
  await expect(ways(page)).toHaveText([/^ตอบ "ใช่" \| \[Y\/n\]/, /^ตอบ 'ไม่' \{N\} --> #1;/]);
  expect(alarms).toEqual([]);
});

test('sixty steps are walked from one to the last', async ({ page }) => {
  await open(page, 'example-plans/sixty');
  await walk(page);
  for (let i = 0; i < 59; i += 1) await page.keyboard.press('Enter');
  await expect(place(page)).toHaveText('ขั้น 60 จาก 60');
  await expect(page.locator('.fc-n.is-walked:visible')).toBeInViewport();
});

test('axe finds nothing while a decision is asked', async ({ page }) => {
  await open(page, 'example-services/two-decisions');
  await walk(page);
  await next(page).click();
  await expect(page.locator('.walk-question')).toBeFocused();
  expect(await violationsOn(page)).toEqual([]);
});
