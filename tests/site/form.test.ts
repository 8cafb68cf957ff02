// Site tests: the form in the browser, on a folder that holds the project's content: what it asks for, what it writes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { contentPlace } from '../../src/authoring/content-place.ts';
import { readOffice } from '../../src/authoring/read-office.ts';
import { serve, type Site } from '../../src/commands/serve.ts';
import { formFiles } from '../../src/form/files.ts';
import { toForm } from '../../src/form/form-data.ts';
import { violationsOn } from './axe.ts';

test.skip(
  Boolean(process.env.BASE_PATH),
  'its links are relative: one place is as good as another',
);

const root = path.resolve(import.meta.dirname, '../..');
const { content } = readOffice({ content: 'src/content', seeds: 'seeds' }, root);
let folder: string;
let site: Site;
let asked: string[];
let found: string[];

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'khumue-form-'));
  for (const [name, bytes] of await formFiles(root)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  site = await serve(folder, { port: 0 });
});
test.afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** The folder that a test chooses; the page itself takes the browser's own away from the editor. */
interface Private {
  own: () => Promise<FileSystemDirectoryHandle>;
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const own = navigator.storage.getDirectory.bind(navigator.storage);
    Object.assign(window, {
      own: async () => (await own()).getDirectoryHandle('project', { create: true }),
    });
  });
  asked = [];
  found = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
});
/** Blocked requests are errors too, so an empty list says that nothing was so much as tried. */
test.afterEach(() => {
  expect(found).toEqual([]);
  expect([
    ...new Set(
      asked.filter((url) => !/^(?:data|blob):/.test(url)).map((url) => new URL(url).origin),
    ),
  ]).toEqual([new URL(site.url).origin]);
});

/** Headless Chromium has no picker of folders: its own private folder is chosen, with the project's content in it. */
async function openForm(page: Page): Promise<void> {
  await page.goto(site.url);
  await write(
    page,
    content.map(({ path: name, text }) => ({ path: `src/content/${name}`, text })),
  );
  await page.evaluate(() =>
    Object.assign(window, { showDirectoryPicker: (window as unknown as Private).own }),
  );
  await page.getByRole('button', { name: 'เลือกโฟลเดอร์ของโครงการ' }).click();
  await expect(page.getByText('งานที่มีขั้นตอน').first()).toBeVisible();
}

async function write(page: Page, files: readonly { path: string; text: string }[]): Promise<void> {
  await page.evaluate(async (all) => {
    const own = await (window as unknown as Private).own();
    for (const { path: name, text } of all) {
      let at = own;
      const names = name.split('/');
      for (const below of names.slice(0, -1))
        at = await at.getDirectoryHandle(below, { create: true });
      const file = await at.getFileHandle(names.at(-1) ?? '', { create: true });
      const writable = await file.createWritable();
      await writable.write(text);
      await writable.close();
    }
  }, files);
}

function textOf(name: string): string {
  const file = content.find(({ path: at }) => at === name);
  if (!file) throw new Error(name);
  return file.text;
}

function readBack(page: Page, name: string): Promise<string> {
  return page.evaluate(async (names) => {
    let at = await (window as unknown as Private).own();
    for (const below of names.slice(0, -1)) at = await at.getDirectoryHandle(below);
    return (await (await at.getFileHandle(names.at(-1) ?? '')).getFile()).text();
  }, `src/content/${name}`.split('/'));
}

/** Where the editor shows a file. */
function address(name: string): string {
  const place = contentPlace(name);
  if (!place) throw new Error(name);
  const { kind } = toForm(name, textOf(name));
  const collection = {
    manual: 'manuals',
    procedure: 'procedures',
    order: 'orders',
    section: `sections-${String(kind)}`,
    office: 'offices',
    person: 'people',
  }[place.type];
  const entry = name.replace(/^(?:manuals|offices|people)\//, '').replace(/\.[a-z]+$/, '');
  return `#/collections/${collection}/entries/${entry}`;
}

test('a changed text in content of every kind is one changed line; changed back, its bytes are as they were', async ({
  page,
}) => {
  await openForm(page);
  const save = page.getByRole('button', { name: 'บันทึก', exact: true });
  const fields = page.locator('#nc-root section.field textarea');
  // One of a kind: keep-bytes.test.ts tries all, without a browser.
  const tried = new Set<string>();
  for (const { path: name, text } of content) {
    const hash = address(name);
    const kind = hash.replace(/entries.*/, '');
    if (tried.has(kind) && !process.env.KHUMUE_TEST_FULL) continue;
    tried.add(kind);
    const lines = text.split('\n');
    await page.evaluate(() => (location.hash = '#/collections/people'));
    await page.waitForFunction(() => !document.querySelector('#nc-root textarea'));
    await page.evaluate((to) => (location.hash = to), hash);
    const at = await page.waitForFunction(() => {
      const all = [...document.querySelectorAll('#nc-root section.field textarea')];
      // From 1: none is falsy, and waited for.
      return all.findIndex((one) => (one as HTMLTextAreaElement).value !== '') + 1;
    });
    const field = fields.nth((await at.jsonValue()) - 1);
    const words = await field.inputValue();
    await expect(save, name).toBeDisabled();
    await store(`${words} แก้`);
    const changed = (await readBack(page, name)).split('\n');
    expect(changed, name).toHaveLength(lines.length);
    expect(
      changed.filter((line, i) => line !== lines[i]),
      name,
    ).toEqual([expect.stringContaining(' แก้')]);
    await store(words);
    expect(await readBack(page, name), name).toBe(text);

    async function store(put: string): Promise<void> {
      await field.fill(put);
      await save.click();
      await page.waitForFunction((said) => {
        const line = document.getElementById('said');
        if (line?.textContent !== said) return false;
        line.textContent = '';
        return true;
      }, `บันทึก content/${name} แล้ว ต่อไปสั่ง npm run check`);
    }
  }
});

test('a step that is added in the form is written with an id of its own, and nothing else changes', async ({
  page,
}) => {
  const name = 'manuals/uttaradit-2-policy-planning/procedures/saraban.mdx';
  // The editor draws only what is in sight.
  await page.setViewportSize({ width: 1280, height: 4000 });
  await openForm(page);
  await page.evaluate((hash) => (location.hash = hash), address(name));
  const steps = page.locator('section.field[data-key-path=steps]');
  await steps
    .getByRole('button', { name: /^[^ก-๙]*เพิ่ม[^ก-๙]*ขั้นตอน[^ก-๙]*$/ })
    .last()
    .click();
  const before = toForm(name, textOf(name))['steps'] as { id: string; text: string }[];
  await steps
    .locator(`section.field[data-key-path="steps.${before.length}.text"] textarea`)
    .fill('เก็บสำเนา');
  await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await expect(page.locator('#said')).toContainText('บันทึก content/');
  const now = await readBack(page, name);
  const after = toForm(name, now)['steps'] as typeof before;
  expect(after.slice(0, -1)).toEqual(before);
  expect(after.at(-1)).toEqual({
    id: expect.stringMatching(/^[a-z][a-z2-9]{4}$/),
    text: 'เก็บสำเนา',
  });
  const numbering = page.locator('section.field[data-key-path=numbering] input');
  await numbering.fill('ฮ.');
  await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await expect(page.locator('#said')).toContainText('บันทึกแล้ว แต่ยังต้องแก้: manuals/');
  const added = now.split('\n').filter((line) => !textOf(name).split('\n').includes(line));
  expect(added).toHaveLength(2);
});

test('a file that another program changed meanwhile is refused and left as that one wrote it', async ({
  page,
}) => {
  const name = 'people/boonjan.yaml';
  await openForm(page);
  await page.evaluate((hash) => (location.hash = hash), address(name));
  const field = page.locator('section.field[data-key-path=prefix] textarea');
  await field.fill('นางสาว');
  const theirs = `# แก้จากที่อื่น\n${textOf(name)}`;
  await write(page, [{ path: `src/content/${name}`, text: theirs }]);
  await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await expect(page.locator('#said')).toContainText('ถูกแก้ด้วยโปรแกรมอื่น');
  await expect(page.getByText('ไม่ได้บันทึก', { exact: true })).toBeVisible();
  expect(await readBack(page, name)).toBe(theirs);
  found = found.filter((line) => !line.includes('Refusal'));
});

test('the first page says what to do, is accessible, and tells when a folder is no project', async ({
  page,
}) => {
  await page.goto(site.url);
  expect(await violationsOn(page)).toEqual([]);
  await page.evaluate(() =>
    Object.assign(window, {
      showDirectoryPicker: () =>
        navigator.storage
          .getDirectory()
          .then((own) => own.getDirectoryHandle('รูปถ่าย', { create: true })),
    }),
  );
  await page.getByRole('button', { name: 'เลือกโฟลเดอร์ของโครงการ' }).click();
  await expect(page.getByRole('alert')).toContainText('ไม่พบเนื้อหาในโฟลเดอร์ “รูปถ่าย”');
  await expect(page.getByRole('button', { name: 'เลือกโฟลเดอร์ของโครงการ' })).toBeEnabled();
});
