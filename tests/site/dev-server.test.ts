// Site tests: npm run dev, as an author sees it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { astroLock } from '../../src/commands/astro-lock.ts';
import { root } from './build-site.ts';
import { freePort } from './free-port.ts';

let server: ChildProcess | undefined;
let unlock: (() => void) | undefined;
let url = '';
/** A copy: an author's slips are made in it. */
const office = mkdtempSync(join(tmpdir(), 'khumue-dev-'));
/** There from the beginning: the server has to start all the same. */
const unfinished = join(office, 'content/offices/unfinished.yaml');

// One server for all tests of this file.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  // A build of another test would write into the same `.astro/`.
  unlock = await astroLock(root);
  cpSync(join(root, 'src/content'), join(office, 'content'), { recursive: true });
  cpSync(join(root, 'seeds'), join(office, 'seeds'), { recursive: true });
  writeFileSync(unfinished, 'name: สำนักงานที่ยังเขียนไม่เสร็จ\n');
  const port = String(await freePort());
  url = `http://localhost:${port}/`;
  server = spawn(process.execPath, ['src/commands/dev.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: port,
      BASE_PATH: '',
      KHUMUE_CACHE: '.cache/dev-test',
      KHUMUE_OFFICE: office,
    },
    stdio: 'ignore',
  });
  await expect
    .poll(async () => (await fetch(url).catch(() => undefined))?.status, { timeout: 90_000 })
    .toBe(200);
});

test.afterAll(async () => {
  if (server?.kill()) await once(server, 'exit');
  unlock?.();
  rmSync(office, { recursive: true, force: true });
});

test('the development server shows a page with its styles, breaks no policy, and searches', async ({
  page,
}) => {
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  await page.goto(`${url}search/?q=${encodeURIComponent('เด็กพิการ')}`);
  await expect(page.locator('[data-search-result]').first()).toBeVisible({ timeout: 60_000 });
  expect(
    await page.evaluate(() => getComputedStyle(document.body).fontFamily.includes('Sarabun')),
  ).toBe(true);
  expect(found).toEqual([]);
});

test('what is wrong in the content stands on the page, in Thai, with file and line, until it is mended', async ({
  page,
}) => {
  const procedure = 'manuals/loei-1-education-promotion/procedures/home-education.mdx';
  const file = join(office, 'content', procedure);
  const sound = readFileSync(file, 'utf8');
  const problems = page.locator('.content-problems');
  await page.goto(`${url}manuals/loei-1-education-promotion/home-education/`);
  await expect(problems.locator('li').first()).toContainText(
    /offices\/unfinished\.yaml:1 \w+\s*ขาดช่องที่ต้องมี/,
  );
  rmSync(unfinished);
  await expect(problems).toBeEmpty();

  // A slip with which the page can still be made.
  writeFileSync(file, sound.replace('audience:', 'audiance:'));
  await expect(problems.locator('li')).toHaveText([
    new RegExp(
      `${procedure}:\\d+ audiance\\s*ชื่อช่องไม่มีในแบบ — พบว่า audiance — แก้โดย ใช้ audience แทน`,
    ),
  ]);
  writeFileSync(file, sound);
  await expect(problems).toBeEmpty();

  // One with which it cannot.
  writeFileSync(file, sound.replace(/(task:\n +ref: [^\n]*)/, '$1x'));
  await expect(page.locator('h1')).toContainText('แสดงหน้านี้ไม่ได้ เพราะเนื้อหามีปัญหา');
  await expect(problems.locator('li')).toContainText(['อ้างถึงสิ่งที่ไม่มี']);
  await expect(page.locator('vite-error-overlay')).toHaveCount(0);
  writeFileSync(file, sound);
  // Nobody who asks before Astro has read the mended file is told of it in a programmer's words.
  const answers: string[] = [];
  await expect
    .poll(
      async () => {
        const answer = await fetch(page.url(), { headers: { accept: 'text/html' } });
        if (!answer.ok) answers.push(await answer.text());
        return answer.status;
      },
      { intervals: [50] },
    )
    .toBe(200);
  expect(answers.filter((answer) => !answer.includes('data-content-failed'))).toEqual([]);
  await expect(page.locator('h1')).toHaveText(/^ส่งเสริมและสนับสนุน/);
  await expect(problems).toBeEmpty();
});

test('a file that an editor empties first and writes 20 ms later is read whole', async () => {
  const procedure = 'manuals/loei-1-education-promotion/procedures/home-education.mdx';
  const file = join(office, 'content', procedure);
  const text = readFileSync(file, 'utf8').replace(/^title: /m, 'title: ฉบับใหม่ ');
  const handle = openSync(file, 'w');
  await pause(20);
  writeSync(handle, text);
  closeSync(handle);
  await expect
    .poll(async () =>
      (await fetch(`${url}manuals/loei-1-education-promotion/home-education/`)).text(),
    )
    .toContain('ฉบับใหม่');
});

test('a content file that is added is a page, and no page any more when it is deleted', async () => {
  const file = join(office, 'content/people/guest.yaml');
  const status = async (): Promise<number> =>
    (await fetch(`${url}people/guest/`, { headers: { accept: 'text/html' } })).status;
  expect(await status()).toBe(404);
  writeFileSync(file, 'prefix: นาง\nname: ผู้มาใหม่\n');
  await expect.poll(status).toBe(200);
  rmSync(file);
  await expect.poll(status).toBe(404);
});
