// Site tests: every feature used once, under the policy as header and as <meta>: nothing that the page does is refused by it.
import { expect, test } from '@playwright/test';
import { serve } from '../../src/commands/serve.ts';
import { inventedOffice } from './build-site.ts';
import { begin, boxes, openRuns, press, SARABAN } from './checklist-page.ts';

test.use({ serviceWorkers: 'allow' });

test('a tour of what the site does breaks the policy nowhere, and nothing fails in silence', async ({
  page,
}) => {
  test.slow();
  const found: string[] = [];
  let at = 'start';
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) found.push(`${at}: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => found.push(`${at}: ${message}`));
  await page.exposeFunction('refused', (what: string) => found.push(`${at}: refused ${what}`));
  await page.addInitScript(() => {
    const { refused } = window as unknown as { refused: (what: string) => void };
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      refused(`${effectiveDirective} ${blockedURI}`);
    });
    // Neither a printer nor a chat app answers here; the clipboard is the way on.
    window.print = () => undefined;
    Reflect.deleteProperty(Navigator.prototype, 'share');
  });
  const visit = async (path: string): Promise<void> => {
    at = path;
    const answer = await page.goto(path);
    expect(answer?.headers()['content-security-policy'], path).toContain("default-src 'none'");
  };

  await visit('./');
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await page.getByRole('button', { name: 'ปรับตัวอักษร สี และตัวเลข' }).click();
  for (const name of ['ใหญ่', 'สูง', 'เลขอารบิก'])
    await page.getByRole('radio', { name, exact: true }).check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('สารบรรน');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');

  await visit(
    './search/?q=%E0%B9%80%E0%B8%94%E0%B9%87%E0%B8%81%E0%B8%9E%E0%B8%B4%E0%B8%81%E0%B8%B2%E0%B8%A3',
  );
  await page.getByRole('checkbox', { name: /^หน้าที่/ }).check();
  await page.locator('[data-search-result] a').first().waitFor();

  await visit(SARABAN);
  await begin(page, 'โรงเรียนบ้านหนึ่ง');
  await boxes(page).first().check();
  await page.getByRole('button', { name: 'จดหรือข้าม ขั้น 3' }).click();
  await page.getByLabel('บันทึกของขั้นนี้').fill('รอหลักฐาน');
  await page.locator('.step-form').getByRole('button', { name: 'บันทึก' }).click();
  await expect(page.locator('.said').last()).toContainText('รอหลักฐาน');
  await openRuns(page);
  await press(page, 'พิมพ์แบบเปล่าไว้กรอกด้วยมือ');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.locator('.prov summary').first().click();

  await page.getByRole('radio', { name: /ผู้มีอำนาจ/ }).check();
  await page.getByRole('radio', { name: /ทุกคน/ }).check();
  await page.locator('[data-chart-do=walk]').click();
  await page.locator('[data-walk=next]').click();
  await page.keyboard.press('Escape');
  await page.locator('.fc-fold:visible').first().press('Enter');
  await page.locator('[data-chart-do=view]').click();
  for (const way of ['in', 'in', 'out', 'fit', 'close'])
    await page.locator(`[data-view=${way}]`).click();
  const tool = async (name: string): Promise<void> => {
    await page.locator('.chart-tools summary').click();
    await page.locator(`.chart-tools [data-tool=${name}]`).click();
  };
  for (const name of ['print', 'share', 'link']) await tool(name);
  await press(page, 'แชร์หน้านี้');
  await expect(page.locator('.share-page [role=status]')).toContainText(/คัดลอก/);
  await Promise.all([page.waitForEvent('download'), tool('png')]);
  await tool('source');
  await expect(page.locator('.source-view code')).toContainText('flowchart');
  await page.locator('.source-view [data-tool=copy-source]').click();
  await page.locator('.source-view [data-tool=close]').click();

  await visit('./my/');
  await page.getByText('จัดการ โรงเรียนบ้านหนึ่ง').click();
  await page.keyboard.press('Escape');
  const [kept] = await Promise.all([page.waitForEvent('download'), press(page, 'บันทึกทุกรอบเป็นไฟล์')]);
  await Promise.all([page.waitForEvent('download'), press(page, 'บันทึกทุกรอบเป็นตาราง (CSV)')]);
  await press(page, 'ลบรอบงานทั้งหมดในเครื่องนี้');
  await press(page, 'ลบทั้งหมด');
  await page.getByLabel('นำเข้าจากไฟล์').setInputFiles(await kept.path());
  await press(page, 'นำเข้า');
  await expect(page.locator('.run-rows > li')).toContainText('โรงเรียนบ้านหนึ่ง');

  await visit('./duties/');
  const group = page.getByLabel('จัดกลุ่ม', { exact: true });
  if (!(await group.isVisible())) await page.getByText('กรอง เรียง และจัดกลุ่ม').click();
  await group.selectOption({ label: 'ตามภารกิจ' });
  await page.getByLabel('เรียงตาม', { exact: true }).selectOption({ label: 'หน้าที่' });

  await visit('./keeper/uttaradit-2-policy-planning/');
  await visit('./sources/002_d3469d95e422f8c8/#L10');
  await visit('./about/#offline');
  await page.getByRole('button', { name: 'ลบสำเนาออกจากเครื่องนี้' }).click();
  await expect(page.locator('offline-copy').getByRole('status')).toContainText('ลบสำเนาแล้ว');
  await visit('./no-such-page/');
  // What the five manuals have not: decisions.
  const office = await serve(inventedOffice(), { port: 0 });
  await visit(`${office.url}manuals/example-services/two-decisions/`);
  await page.getByRole('radio', { name: 'ถ้าห้องว่าง ไปขั้น ๖' }).check();
  await expect(page.locator('.run .where[role="status"]')).toHaveText('ทำแล้ว 1 จาก 5 ข้อ');
  await page.locator('[data-chart-do=walk]').click();
  // To a decision, where the walk asks, and back.
  for (const step of ['next', 'back']) await page.locator(`[data-walk=${step}]`).click();
  await page.keyboard.press('Escape');
  expect(found.filter((one) => !/no-such-page.*404/.test(one))).toEqual([]);
  await office.close();

  // What is refused is heard of.
  await visit('./about/');
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  await expect.poll(() => found.some((one) => one.includes('refused style-src'))).toBe(true);
});
