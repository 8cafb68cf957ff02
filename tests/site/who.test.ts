// Site tests: people, orders, duties and tasks of the five manuals, as a reader meets them.
import { expect, test } from '@playwright/test';
import { attribute, elements, pagePaths, readBuilt } from './built-site.ts';

test('a person’s page: spellings with their lines, duties as the order numbers them, where to begin', async ({
  page,
}) => {
  await page.goto('./people/boonjan/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('นางบุญจันทร์ ลีกลาง');
  await expect(page.locator('.duty > .no')).toHaveText(['๑', '๒', '๓', '๔', '๕', '๖', '๗', '๘']);
  const spellings = page.locator('.spell').first().locator('li');
  await expect(spellings).toHaveText([
    /ลีกลาง.+บรรทัด 7/s,
    /ลือกลาง\s+บรรทัด 19/s,
    /ลีอกกลาง\s+บรรทัด 184/s,
  ]);
  await expect(page.locator('#item-nhpzi')).toContainText('ถ้อยคำตรงกัน ต้นฉบับไม่ได้โยงไว้');
  await expect(page.locator('#item-eqrb5')).toContainText('ผู้เรียบเรียงระบุ ไม่ปรากฏในต้นฉบับ');
  await expect(page.locator('#item-gq5sh')).toContainText('คู่มือไม่มีขั้นตอนของงานนี้');
  await expect(page.locator('.swap')).toContainText('แทน เป็นลำดับที่ ๓');
  await expect(page.locator('.swap a').first()).toHaveAttribute(
    'href',
    /\/people\/#post-loei-1-unit-director$/,
  );
  await page.getByRole('link', { name: 'เริ่มต้นที่นี่ 4 งาน' }).click();
  const start = page.getByRole('region', { name: 'เริ่มต้นที่นี่' });
  await expect(start.locator('.entry-title')).toHaveCount(4);
  await start.getByRole('link', { name: 'การจัดการศึกษาในระบบ', exact: true }).click();
  await expect(page).toHaveURL(/\/in-system-education\/$/);
});

test('every duty, procedure and task on the pages leads to its place in the source', async ({
  page,
}) => {
  await page.goto('./people/boonjan/');
  const duty = page.locator('#item-yhkmq');
  await duty.locator('.prov summary').click();
  await duty.locator('.prov-body a').click();
  await expect(page).toHaveURL(/\/sources\/001_33c4b01b3b8b6139\/#L184$/);
});

test('a procedure shows its own number, who is responsible, who stands in, and the task elsewhere', async ({
  page,
}) => {
  await page.goto('./manuals/loei-1-education-promotion/home-education/');
  await expect(page.locator('.pno')).toHaveText('๒.๒');
  await expect(page.locator('.kicker')).toContainText('ภารกิจ ๒.๓ ในเอกสารอีกฉบับ');
  await expect(page.locator('.facts-bar')).toContainText('ต้นฉบับไม่ระบุผู้แทน');
  await page.locator('.facts-bar').getByRole('link', { name: 'นางบุญจันทร์ ลีกลาง' }).click();
  await expect(page).toHaveURL(/\/people\/boonjan\/$/);
});

test('an order says what it ended, and no more than the sources say of whether it stands', async ({
  page,
}) => {
  await page.goto('./orders/');
  await page.getByRole('link', { name: 'คำสั่งที่ ๒๑๘/๒๕๖๒' }).first().click();
  const main = page.getByRole('main');
  await expect(main).toContainText('7 มิถุนายน 2562');
  await expect(main).toContainText('ไม่พบคำสั่งในต้นฉบับที่ยกเลิกคำสั่งนี้');
  await main.getByRole('link', { name: 'ยกเลิกคำสั่งที่ ๔๐๕/๒๕๕๙ และ ๗๑/๒๕๖๑' }).click();
  await expect(page).toHaveURL(/#lineage$/);
  await expect(main).toContainText('คำสั่งที่ ๔๐๕/๒๕๕๙ ลงวันที่ 23 พฤษภาคม 2559');
  await expect(main).toContainText('มาตรา ๓๗ มาตรา ๔๕');
  await expect(main.locator('.duty')).toHaveCount(8);
});

test('the tasks page counts what there is and says what there is not', async ({ page }) => {
  await page.goto('./tasks/');
  const lists = page.locator('.tally');
  await expect(lists).toHaveText([/10\s*ภารกิจ.+8.+0.+2/s, /28\s*ภารกิจ.+4.+3.+24/s]);
  await expect(page.locator('#item-fpaxp')).toContainText('มีขั้นตอน แต่ไม่มีผู้รับผิดชอบในคำสั่ง');
  await expect(page.locator('#item-hsbb8')).toContainText('มีในขอบข่าย แต่ไม่มีขั้นตอนในต้นฉบับ');
  await expect(page.locator('.coverage .cell')).toHaveCount(38);
  await expect(page.locator('.coverage .has-steps')).toHaveCount(12);
  await page
    .locator('.coverage')
    .getByRole('link', { name: /^๒\.๓ / })
    .click();
  await expect(page.locator('tr:target')).toContainText('สถาบันศาสนาและสถานประกอบการ');
});

test('two manuals stand side by side, what differs marked and said', async ({ page }) => {
  await page.goto('./tasks/compare/');
  await page.getByRole('link', { name: /เขตพื้นที่การศึกษา \(ไม่ระบุชื่อ\) กับ .+เลย/ }).click();
  const pairs = page.locator('.pair');
  await expect(pairs).toHaveCount(5);
  await expect(pairs.first().locator('mark')).toHaveText(['กลุ่ม', 'เด็ก']);
  await expect(pairs.first()).toContainText('ต่างกัน 2 แห่ง');
  await expect(pairs.first().getByRole('link')).toHaveText([
    /^ที่มา บรรทัด 2 ของกลุ่ม/,
    /^ที่มา บรรทัด 42 ของกลุ่ม/,
  ]);
  // What both say in the same words stands there once, and leads to both.
  await expect(pairs.nth(1)).toContainText('ตรงกันทุกคำ เว้นวรรคต่างกัน');
  const text = (await pairs.nth(1).textContent()) ?? '';
  expect(text.split('ให้เป็นการศึกษา')).toHaveLength(2);
  await expect(pairs.nth(1).getByRole('link')).toHaveText([
    /^ฉบับแรก บรรทัด 5 ของกลุ่ม.+ไม่ระบุชื่อ/,
    /^ฉบับหลัง บรรทัด 46 ของกลุ่ม.+เลย/,
  ]);
  await pairs.nth(1).getByRole('link').nth(1).click();
  await expect(page.locator('#L46')).toContainText('เพื่อส่งเสริมคุณภาพการจัดการศึกษา');
});

test('duties are narrowed, grouped and sorted; the address keeps the choice', async ({ page }) => {
  await page.goto('./duties/');
  const rows = page.locator('.duty-table tbody tr[data-person]');
  await expect(rows).toHaveCount(8);
  await page.getByLabel('ภารกิจ', { exact: true }).selectOption({
    label: '๒.๑ งานส่งเสริมการจัดการศึกษาในระบบ การศึกษานอกระบบ การศึกษาตามอัธยาศัยและการศึกษาตลอดชีวิต',
  });
  await expect(rows).toHaveCount(1);
  await expect(page.getByRole('status')).toContainText('แสดง 1 จาก 8 ข้อ');
  await expect(page).toHaveURL(/\?task=/);
  await page.reload();
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'ดูทั้งหมด' }).click();
  await expect(rows).toHaveCount(8);
  await expect(page).toHaveURL(/\/duties\/$/);
  await page.getByLabel('จัดกลุ่ม', { exact: true }).selectOption({ label: 'ตามภารกิจ' });
  await expect(page.locator('.duty-table .grp')).toHaveCount(4);
  await expect(page.locator('.duty-table .grp').last()).toHaveText('ไม่ได้โยงกับภารกิจใด');
  await page.getByLabel('จัดกลุ่ม', { exact: true }).selectOption({ label: 'ไม่จัดกลุ่ม' });
  await page.getByLabel('เรียงตาม', { exact: true }).selectOption({ label: 'หน้าที่' });
  await expect(rows.first()).toContainText('งานแก้ปัญหาเด็กตกหล่น');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the table of duties is whole, and no control stands there that does nothing', async ({
    page,
  }) => {
    await page.goto('./duties/');
    await expect(page.locator('.duty-table tbody tr')).toHaveCount(8);
    await expect(page.locator('select, main button').filter({ visible: true })).toHaveCount(0);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /CSV/ }).click();
    expect((await download).suggestedFilename()).toBe('duties.csv');
  });
});

test('on paper the table of duties has no controls and every row', async ({ page }) => {
  await page.goto('./duties/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.duty-filters')).toBeHidden();
  await expect(page.locator('.duty-table tbody tr').filter({ visible: true })).toHaveCount(8);
});

test('what machines read is JSON in its script, one to a page, with a type and a name', () => {
  let found = 0;
  for (const path of pagePaths()) {
    const html = readBuilt(path);
    const scripts = elements(html).filter(
      (element) => attribute(element, 'type') === 'application/ld+json',
    );
    expect(scripts.length, path).toBeLessThanOrEqual(1);
    if (scripts.length === 0) continue;
    found += 1;
    const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    const data = JSON.parse(text) as Record<string, unknown>;
    expect(data['@context'], path).toBe('https://schema.org');
    const all = (data['@graph'] ?? [data]) as Record<string, unknown>[];
    for (const one of all) {
      expect(['GovernmentService', 'HowTo', 'GovernmentOrganization', 'Person']).toContain(
        one['@type'],
      );
      expect(one['name'], path).toBeTruthy();
    }
  }
  // 17 procedures, 2 offices that their sources name, 4 people.
  expect(found).toBe(23);
});
