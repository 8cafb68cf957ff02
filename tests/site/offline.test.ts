// Site tests: the site without a network: what works, how a new version comes, what a broken one does, how the copy goes.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { bundleWorker } from '../../src/offline/bundle-worker.ts';
import { violationsOn } from './axe.ts';
import { pagePaths } from './built-site.ts';
import { HostedSite, SHELL_ONLY } from './offline-site.ts';

test.use({ serviceWorkers: 'allow' });

const SARABAN = 'manuals/uttaradit-2-policy-planning/saraban/';
const MANUALS = 'manuals/index.html';

let host: HostedSite;
test.beforeEach(async () => {
  host = new HostedSite();
  await host.start();
});
test.afterEach(async () => host.remove());

/** Opens the first page and waits until the copy is kept. */
async function visit(page: Page): Promise<void> {
  await page.goto(host.url);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** Ends when the browser has tried the worker that the host has now; says what became of it. */
function lookForUpdate(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing ?? registration.waiting;
    if (!worker) return 'none';
    while (worker.state === 'installing')
      await new Promise((resolve) =>
        worker.addEventListener('statechange', resolve, { once: true }),
      );
    return worker.state;
  });
}

function cacheNames(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

const offer = (page: Page) => page.getByRole('region', { name: 'เว็บรุ่นใหม่' });

test('after one visit and without a network, every page is there, and search, chart and checklist work', async ({
  page,
  context,
}) => {
  await visit(page);
  await context.setOffline(true);

  const missing = await page.evaluate(
    async ([base, paths]) => {
      const answers = await Promise.all(
        paths.map(async (path) => ({ path, ok: (await fetch(base + path)).ok })),
      );
      return answers.filter(({ ok }) => !ok).map(({ path }) => path);
    },
    [
      host.url.replace(/\/$/, ''),
      pagePaths(host.folder).filter((at) => at !== '/404.html'),
    ] as const,
  );
  expect(missing).toEqual([]);

  await page.goto(`${host.url}search/?q=สารบรรณ`);
  await page.locator('[data-search-result] a', { hasText: 'งานสารบรรณ' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('งานสารบรรณ');
  await page.locator('[data-chart-do=walk]').click();
  await expect(page.locator('.walk')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto(host.url + SARABAN);
  await page.locator('#step-list .tick').first().check();
  await expect(page.locator('.run .where')).toHaveText('ทำแล้ว 1 จาก 9 ข้อ');
  await page.reload();
  await expect(page.locator('#step-list .tick').first()).toBeChecked();
  // As people type it.
  await page.goto(`${host.url}my`);
  await expect(page.locator('run-list')).toContainText('งานสารบรรณ');
});

test('an address that is not kept says so in Thai and leads on; asked again with a network, it comes', async ({
  page,
  context,
}) => {
  await host.writeWorker(SHELL_ONLY);
  await visit(page);
  await context.setOffline(true);
  await page.goto(host.url + SARABAN);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('เปิดหน้านี้ไม่ได้ขณะไม่มีอินเทอร์เน็ต');
  expect(await violationsOn(page)).toEqual([]);
  await context.setOffline(false);
  await page.getByRole('link', { name: 'ลองอีกครั้ง' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('งานสารบรรณ');
});

test('of a site too large to keep whole, the visited pages stay, through an update as well', async ({
  page,
  context,
}) => {
  await host.writeWorker(SHELL_ONLY);
  await visit(page);
  await page.goto(host.url + SARABAN);
  await context.setOffline(true);
  await page.goto(host.url);
  await page.goto(host.url + SARABAN);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('งานสารบรรณ');
  await context.setOffline(false);

  host.write(MANUALS, host.read(MANUALS).replace('</h1>', ' รุ่นใหม่</h1>'));
  await host.writeWorker(SHELL_ONLY);
  expect(await lookForUpdate(page)).toBe('installed');
  await offer(page).getByRole('button', { name: 'ใช้รุ่นใหม่' }).click();
  // On this page reaching for the button makes the old worker bring the checklist's second part.
  await expect(offer(page)).toHaveCount(0);
  await context.setOffline(true);
  await page.goto(host.url + SARABAN);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('งานสารบรรณ');
  expect((await cacheNames(page)).filter((name) => name.startsWith('khumue-visited'))).toHaveLength(
    1,
  );
});

test('a server that dies during a visit is not noticed, and one that is back brings what is new', async ({
  page,
}) => {
  await visit(page);
  await host.stop();
  await page
    .getByRole('main')
    .getByRole('link', { name: /งานทั้งหมดที่มีขั้นตอน/ })
    .click();
  await page.locator('.entry-title a, .entry a').first().click();
  await expect(page.locator('.steps li[data-step]').first()).toBeVisible();
  await page.reload();
  await expect(page.locator('.steps li[data-step]').first()).toBeVisible();

  host.write(MANUALS, host.read(MANUALS).replace('</h1>', ' รุ่นใหม่</h1>'));
  await host.writeWorker();
  await host.start();
  await page.goto(`${host.url}manuals/`);
  await offer(page).getByRole('button', { name: 'ใช้รุ่นใหม่' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('รุ่นใหม่');
});

test('a new version is offered and never forced; pressing the button brings it, other tabs are told', async ({
  page,
  context,
}) => {
  await host.writeWorker(SHELL_ONLY);
  await visit(page);
  await page.goto(`${host.url}manuals/`);
  const other = await context.newPage();
  await other.goto(`${host.url}about/`);

  host.write(MANUALS, host.read(MANUALS).replace('</h1>', ' รุ่นใหม่</h1>'));
  await host.writeWorker(SHELL_ONLY);
  expect(await lookForUpdate(page)).toBe('installed');
  await expect(offer(page).getByRole('status')).toContainText('มีเว็บรุ่นใหม่');
  expect(await violationsOn(page)).toEqual([]);

  // Not now: the old version goes on, and offers again on the next page.
  await offer(page).getByRole('button', { name: 'ไว้ก่อน' }).click();
  await expect(offer(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('รุ่นใหม่');
  await offer(page).getByRole('button', { name: 'ใช้รุ่นใหม่' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('รุ่นใหม่');

  const before = await other.evaluate(() => performance.timeOrigin);
  await expect(offer(other)).toBeVisible();
  expect(await other.evaluate(() => performance.timeOrigin)).toBe(before);
});

for (const [fault, spoil] of [
  ['lacks a file', (file: string) => rmSync(file)],
  ['has a file cut short', (file: string, text: string) => host.write(file, text.slice(0, 2000))],
  ['has a page of another version', (file: string, text: string) => host.write(file, `${text}<p>`)],
] as const)
  test(`an update that ${fault} fails whole: the old version stays as it was`, async ({
    page,
    context,
  }) => {
    await host.writeWorker(SHELL_ONLY);
    await visit(page);
    for (const name of ['index.html', 'my/index.html'])
      host.write(name, host.read(name).replace('</h1>', ' รุ่นใหม่</h1>'));
    await host.writeWorker(SHELL_ONLY);
    const file =
      fault === 'lacks a file' ? path.join(host.folder, 'my/index.html') : 'my/index.html';
    spoil(file, host.read('my/index.html'));

    expect(await lookForUpdate(page)).toBe('redundant');
    await expect(offer(page)).toHaveCount(0);
    await context.setOffline(true);
    await page.goto(host.url);
    await expect(page.getByRole('heading', { level: 1 })).not.toContainText('รุ่นใหม่');
    await page.goto(`${host.url}my/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('งานที่ทำค้างไว้');
  });

test('the copy can be removed on /about/ and stays away, runs stay; it can be kept again', async ({
  page,
}) => {
  await host.writeWorker(SHELL_ONLY);
  await visit(page);
  await page.goto(host.url + SARABAN);
  await page.locator('#step-list .tick').first().check();
  await expect(page.locator('.run .where')).toHaveText('ทำแล้ว 1 จาก 9 ข้อ');
  await page.goto(`${host.url}about/#offline`);
  const state = page.locator('offline-copy').getByRole('status');
  await expect(state).toContainText('มีสำเนาในเครื่องนี้แล้ว');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'ลบสำเนาออกจากเครื่องนี้' }).click();
  await expect(state).toContainText('ลบสำเนาแล้ว');
  // What the page loads now puts nothing back.
  await page.evaluate((file) => fetch(file), host.url + MANUALS);
  expect(await cacheNames(page)).toEqual([]);
  await page.reload();
  await expect(state).toContainText('ยังไม่มีสำเนา');
  expect(await cacheNames(page)).toEqual([]);
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ).toBe(0);
  await page.goto(host.url + SARABAN);
  await expect(page.locator('#step-list .tick').first()).toBeChecked();

  await page.goto(`${host.url}about/`);
  await page.getByRole('button', { name: 'เก็บสำเนาไว้ในเครื่องนี้' }).click();
  await expect(state).toContainText('มีสำเนาในเครื่องนี้แล้ว');
});

test('a site built to keep no copy takes away those of earlier builds', async ({ page }) => {
  await host.writeWorker(SHELL_ONLY);
  await visit(page);
  host.write('sw.js', await bundleWorker('off', process.cwd()));
  await lookForUpdate(page);
  await expect.poll(() => cacheNames(page)).toEqual([]);
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    )
    .toBe(0);
});

test('a browser that saves data keeps no copy unasked', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await host.writeWorker(SHELL_ONLY);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${host.url}about/`, { waitUntil: 'networkidle' });
  expect(asked.filter((url) => url.endsWith('sw.js'))).toEqual([]);
  await page.getByRole('button', { name: 'เก็บสำเนาไว้ในเครื่องนี้' }).click();
  await expect(page.locator('offline-copy').getByRole('status')).toContainText('มีสำเนาในเครื่องนี้แล้ว');
});

test('where the worker is refused, pages work and /about/ says that there is no copy, asked or not', async ({
  page,
}) => {
  rmSync(path.join(host.folder, 'sw.js'));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${host.url}about/`);
  const state = page.locator('offline-copy').getByRole('status');
  await expect(state).toContainText('เก็บสำเนาไม่สำเร็จ');
  await page.evaluate(() => {
    localStorage.setItem('khumue:offline', 'none');
  });
  await page.reload();
  await expect(state).toContainText('ยังไม่มีสำเนา');
  await page.getByRole('button', { name: 'เก็บสำเนาไว้ในเครื่องนี้' }).click();
  await expect(state).toContainText('เก็บสำเนาไม่สำเร็จ');
  await page.goto(`${host.url}search/?q=สารบรรณ`);
  await expect(page.locator('[data-search-result]').first()).toBeVisible();
  expect(errors).toEqual([]);
});

test('where a browser has no workers at all, /about/ says so', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  await page.goto(`${host.url}about/`);
  await expect(page.locator('offline-copy').getByRole('status')).toContainText('เก็บสำเนาไม่ได้');
  await expect(page.locator('offline-copy button').filter({ visible: true })).toHaveCount(0);
});

test('a full disk keeps no half of a copy: the site works, and /about/ says why', async ({
  page,
  context,
}) => {
  // No page: it would begin to keep a copy.
  await page.goto(`${host.url}favicon.svg`);
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(host.url).origin,
    quotaSize: 200_000,
  });
  // The page looks before it begins to keep a copy, which waits until it is loaded, and hears what became of it all the same.
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.goto(`${host.url}about/`);
  const state = page.locator('offline-copy').getByRole('status');
  await expect(state).toContainText('เก็บสำเนาไม่สำเร็จ');
  await page.goto(`${host.url}search/?q=สารบรรณ`);
  await expect(page.locator('[data-search-result]').first()).toBeVisible();
});

test('the site can be installed: its manifest and icons are what they say', async ({
  page,
  request,
}) => {
  await page.goto(host.url);
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const answer = await request.get(new URL(address ?? '', host.url).href);
  expect(answer.headers()['content-type']).toContain('application/manifest+json');
  const manifest = (await answer.json()) as {
    start_url: string;
    scope: string;
    display: string;
    icons: { src: string; sizes: string }[];
  };
  expect(manifest.start_url).toBe(host.base);
  expect(manifest.scope).toBe(host.base);
  // What browsers ask for, also where the test below has none to ask.
  expect(manifest.display).toBe('standalone');
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(
    expect.arrayContaining(['192x192', '512x512']),
  );
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (at) => {
      const image = new Image();
      image.src = at;
      await image.decode();
      return `${String(image.naturalWidth)}x${String(image.naturalHeight)}`;
    }, src);
    if (sizes !== 'any') expect(size, src).toBe(sizes);
  }
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
});

test('the browser has nothing against installing it', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  const objections = async (): Promise<string[]> => {
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    return installabilityErrors.map(({ errorId }) => errorId);
  };
  // The tests' windows are private ones.
  const anyway = 'in-incognito';
  test.skip(
    (await objections()).every((id) => id === anyway),
    'this browser never has any: it has no windows',
  );
  await visit(page);
  expect((await objections()).filter((id) => id !== anyway)).toEqual([]);
});
