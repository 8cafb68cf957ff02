// Site tests: when a manual's review is due, said by the reader's own day.
import { expect, test } from '@playwright/test';
import { officeSite } from './office-site.ts';

const site = officeSite();

/** Due on 31 October 2025. The day begins where the reader is: in Bangkok, seven hours before Greenwich. */
for (const [now, words, overdue] of [
  ['2025-10-30T12:00:00+07:00', 'อีก 1 วัน', false],
  ['2025-10-31T23:59:00+07:00', 'ครบกำหนดวันนี้', false],
  ['2025-11-01T00:01:00+07:00', 'เลยกำหนดมาแล้ว 1 วัน', true],
] as const)
  test(`at ${now} the keeper reads: ${words}`, async ({ page }) => {
    await page.clock.setFixedTime(new Date(now));
    await page.goto(`${site.url}keeper/example-services/`);
    const due = page.locator('review-due');
    await expect(due.locator('time')).toHaveAttribute('datetime', '2025-10-31');
    await expect(due).toHaveText(new RegExp(`\\s*${words}$`));
    await expect(due.locator('.due-over')).toHaveCount(overdue ? 1 : 0);
  });

test('without JavaScript the day itself is there', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}keeper/example-services/`);
  await expect(page.locator('review-due time')).toHaveText('31 ตุลาคม 2568');
  await context.close();
});
