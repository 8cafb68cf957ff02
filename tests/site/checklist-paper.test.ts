// Site tests: a checklist on paper.
import { expect, test } from '@playwright/test';
import decodeQr from 'qr/decode.js';
import {
  SARABAN,
  beginTicked,
  boxes,
  openRuns,
  press,
  rewrite,
  storedRuns,
} from './checklist-page.ts';

test('on paper: label, date, revision, boxes as ticked, notes, lines to sign, the way back; and an empty form', async ({
  page,
}) => {
  await page.addInitScript(() => (window.print = () => undefined));
  await beginTicked(page, 'โรงเรียนบ้านหนึ่ง');
  await openRuns(page);
  await press(page, 'พิมพ์รอบงานนี้');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.print-run')).toContainText('รอบงาน: โรงเรียนบ้านหนึ่ง');
  await expect(page.locator('.print-run')).toContainText(/เริ่มเมื่อ: \d+ [ก-๙]+ 25\d\d/);
  const revision = (await storedRuns(page))[0]?.snapshot.rev ?? '-';
  await expect(page.locator('.print-run')).toContainText(`ฉบับของคู่มือ: ${revision.slice(0, 8)}`);
  await expect(page.locator('.sign')).toBeVisible();
  await expect(page.locator('[data-print="address"]')).toContainText(
    '/manuals/uttaradit-2-policy-planning/saraban/',
  );
  await expect(page.locator('.run, .step-more').filter({ visible: true })).toHaveCount(0);
  const mark = (): Promise<string> =>
    boxes(page)
      .first()
      .evaluate((tick) => getComputedStyle(tick, '::after').display);
  expect(await mark()).toBe('block');
  await expect(page.locator('.said').first()).toBeVisible();

  await page.emulateMedia({ media: 'screen' });
  await openRuns(page);
  await press(page, 'พิมพ์แบบเปล่าไว้กรอกด้วยมือ');
  await page.emulateMedia({ media: 'print' });
  expect(await mark()).toBe('none');
  await expect(page.locator('.said')).toHaveCount(0);
  for (const filled of await page.locator('.print-run .filled').all())
    await expect(filled).toHaveText('');
  // The run is back when the paper is out.
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.print-run')).toContainText('รอบงาน: โรงเรียนบ้านหนึ่ง');
  expect(await mark()).toBe('block');
});

test('the browser’s own print command finds the address and its code on the page', async ({
  page,
}) => {
  await page.goto(SARABAN);
  await page.locator('h1').hover();
  await expect(page.locator('.qr path')).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  const { pathname } = new URL(page.url());
  await expect(page.locator('[data-print="address"]')).toContainText(pathname);
});

test.describe('in print’s resolution', () => {
  test.use({ deviceScaleFactor: 3 });
  test('the code on the paper reads as the page’s address', async ({ page, context }) => {
    await page.goto(SARABAN);
    await boxes(page).first().check();
    await expect(page.locator('.qr path')).toHaveCount(1);
    await page.emulateMedia({ media: 'print' });
    const picture = (await page.locator('.qr').screenshot()).toString('base64');
    const easel = await context.newPage();
    const { data, ...size } = await easel.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const pen = canvas.getContext('2d');
      pen?.drawImage(image, 0, 0);
      const pixels = pen?.getImageData(0, 0, image.width, image.height).data ?? [];
      return { width: image.width, height: image.height, data: [...pixels] };
    }, picture);
    // Without the run, which is this browser's own.
    const { origin, pathname } = new URL(page.url());
    expect(decodeQr({ ...size, data: Uint8Array.from(data) })).toBe(origin + pathname);
  });
});

test('the empty form is the manual as it is now, also where the open run follows an older one', async ({
  page,
}) => {
  await page.addInitScript(() => (window.print = () => undefined));
  await beginTicked(page);
  await rewrite(page, (run) => ({
    ...run,
    snapshot: {
      rev: 'a'.repeat(64),
      items: [...run.snapshot.items, { id: 'gone1', no: '9', text: 'ลงทะเบียนในสมุดรับ' }],
    },
  }));
  await page.reload();
  await expect(page.locator('#step-list')).toContainText('ลงทะเบียนในสมุดรับ');
  await openRuns(page);
  await press(page, 'พิมพ์แบบเปล่าไว้กรอกด้วยมือ');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#step-list')).not.toContainText('ลงทะเบียนในสมุดรับ');
  await expect(page.locator('[data-run="revision"]')).not.toHaveText('aaaaaaaa');
  await expect(page.locator('.removed-steps')).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('#step-list')).toContainText('ลงทะเบียนในสมุดรับ');
});
