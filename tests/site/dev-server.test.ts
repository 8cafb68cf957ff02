// Site tests: npm run dev, as an author sees it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { astroLock } from '../../src/commands/astro-lock.ts';
import { root } from './build-site.ts';
import { freePort } from './free-port.ts';

let server: ChildProcess | undefined;
let unlock: (() => void) | undefined;
let url = '';

test.beforeAll(async () => {
  // A build of another test would write into the same `.astro/`.
  unlock = await astroLock(root);
  const port = String(await freePort());
  url = `http://localhost:${port}/`;
  server = spawn(process.execPath, ['src/commands/dev.ts'], {
    cwd: root,
    env: { ...process.env, PORT: port, BASE_PATH: '', KHUMUE_CACHE: '.cache/dev-test' },
    stdio: 'ignore',
  });
  await expect
    .poll(async () => (await fetch(url).catch(() => undefined))?.status, { timeout: 90_000 })
    .toBe(200);
});

test.afterAll(async () => {
  if (server?.kill()) await once(server, 'exit');
  unlock?.();
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
