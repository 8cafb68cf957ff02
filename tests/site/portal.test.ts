// Site tests: a portal over sites on three ports of their own; one is gone and one is slow when it is searched.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { serve, type Site } from '../../src/commands/serve.ts';
import { shortHash } from '../../src/commands/site-key.ts';
import { violationsOn } from './axe.ts';
import { inventedOffice, root } from './build-site.ts';
import { readBuilt } from './built-site.ts';
import { checkLinks } from './links.ts';

test.describe.configure({ mode: 'default' });

const folder = mkdtempSync(path.join(tmpdir(), 'khumue-portal-'));
const out = path.join(folder, 'site');
const dist = path.resolve(root, process.env.KHUMUE_OUT || 'dist');
const sites: Site[] = [];
let slow: Server | undefined;
let gone: Site | undefined;
let portal: Site;

/** Tells what it publishes at once, and of its index nothing. */
async function slowSite(): Promise<string> {
  slow = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.url === '/data/manuals.json')
      response.end(readFileSync(path.join(dist, 'data/manuals.json')));
  });
  await new Promise<void>((resolve) => slow?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((slow.address() as AddressInfo).port)}/`;
}

/** Not waited for in one piece: the sites that it asks are served by this very process. */
async function build(
  list: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<{ status: number | null; printed: string }> {
  const file = path.join(folder, 'portal.yaml');
  writeFileSync(file, list);
  const child = spawn(process.execPath, ['src/commands/build-portal.ts', file], {
    cwd: root,
    env: { ...process.env, BASE_PATH: '', KHUMUE_PORTAL: out, ...environment },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => (printed += piece.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, printed };
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  const manuals = await serve(dist, { port: 0 });
  const invented = await serve(inventedOffice(), { port: 0 });
  gone = await serve(inventedOffice(), { port: 0 });
  sites.push(manuals, invented);
  const list = [
    'title: เว็บรวมตัวอย่าง',
    'offices:',
    ...[
      ['manuals', manuals.url],
      ['invented', invented.url],
      ['slow', await slowSite()],
      ['gone', gone.url],
    ].map(([id, from]) => `  - { id: ${String(id)}, from: '${String(from)}' }`),
  ].join('\n');
  const { status, printed } = await build(list);
  expect(status, printed).toBe(0);
  await gone.close();
  portal = await serve(out, { port: 0 });
  sites.push(portal);
});

test.afterAll(async () => {
  slow?.closeAllConnections();
  slow?.close();
  await Promise.all(sites.map((site) => site.close()));
  rmSync(folder, { recursive: true, force: true });
});

/** What breaks the policy, or a script, while a page is looked at; a site that does not answer is no fault of it. */
function faults(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('net::ERR_'))
      found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  return found;
}

test('the list names every office with its manuals, as their sites publish them, without a script', () => {
  const html = readBuilt('/', out);
  expect(html.replace(/<[^>]*>/g, '')).toContain('สำนักงานเขตพื้นที่การศึกษาตัวอย่าง');
  for (const site of sites.slice(0, 2)) expect(html).toContain(`href="${site.url}"`);
});

test('a first search over all offices asks the directory only: at most 8 requests, all of them here', async ({
  page,
}) => {
  const found = faults(page);
  await page.goto(portal.url);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByRole('searchbox').fill('โฮมสคูล');
  const result = page.locator('[data-search-result]').first();
  // Two sites have the same manuals here: one name, two places.
  await expect(result).toContainText('ส่งเสริมและสนับสนุนการจัดการศึกษาขั้นพื้นฐานของบุคคล');
  await expect(result).toContainText('คนเรียกว่า: โฮมสคูล');
  await expect(page.locator('.subhits a').first()).toHaveAttribute(
    'href',
    `${sites[0]?.url ?? ''}manuals/loei-1-education-promotion/home-education/`,
  );
  // Looks like a link.
  await expect(page.locator('.subhits a b').first()).toHaveCSS('text-decoration-line', 'underline');
  expect(asked.filter((url) => !url.startsWith(portal.url))).toEqual([]);
  expect(asked.length).toBeLessThanOrEqual(8);
  expect(asked.some((url) => url.includes('/pagefind/'))).toBe(false);
  expect(found).toEqual([]);
});

test('chosen offices are searched in their texts; who does not answer is left out and said so', async ({
  page,
}) => {
  const found = faults(page);
  const query = new URLSearchParams([
    ['q', 'ตรวจสอบ'],
    ...['manuals', 'invented', 'slow', 'gone'].map((id) => ['office', id]),
  ]);
  await page.goto(`${portal.url}?${query.toString()}`);
  await expect(page.locator('[data-silent-offices]')).toContainText(/เว็บของ .*ไม่ตอบ/, {
    timeout: 30_000,
  });
  const hrefs = await page
    .locator('section[aria-labelledby=found-exact] h3 a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  for (const site of sites.slice(0, 2))
    expect(hrefs.some((href) => href.startsWith(site.url))).toBe(true);
  expect(hrefs.every((href) => sites.some((site) => href.startsWith(site.url)))).toBe(true);
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(4);
  expect(found).toEqual([]);
  expect(await violationsOn(page)).toEqual([]);
});

test('a site that did not answer is shown as it was last read, with the day; one that never did by its address', async () => {
  const lost = gone?.url ?? '';
  const { status, printed } = await build(
    `title: เว็บรวม\noffices:\n  - { id: gone, from: '${lost}' }\n  - { id: never, from: '${lost}never/' }\n`,
  );
  expect(status, printed).toBe(0);
  expect(printed).toContain('ใช้ข้อมูลที่อ่านไว้ครั้งก่อน');
  const html = readBuilt('/', out).replace(/<[^>]*>/g, '');
  expect(html).toMatch(/เว็บของหน่วยงานไม่ตอบ รายชื่อเป็นของวันที่ \d/);
  expect(html).toContain('จึงยังไม่มีรายชื่องาน');
  expect(html).toContain('สำนักงานเขตพื้นที่การศึกษาตัวอย่าง');
});

test('an office whose content is here is built below the portal, and again only when it has changed', async () => {
  const office = path.join(folder, 'office');
  // Its files of corrections and omissions hold nothing but comments.
  cpSync(path.join(root, 'tests/fixtures/no-notes'), office, { recursive: true });
  const list = 'title: เว็บรวม\noffices:\n  - { id: small, from: office }\n';
  const first = await build(list);
  expect(first.status, first.printed).toBe(0);
  expect(first.printed).toContain('small: กำลังสร้าง');
  expect(readBuilt('/small/corrections/', out)).toContain('ไม่พบคำที่ต้องแก้');
  expect(checkLinks(path.join(out, 'small'), '/small').broken).toEqual([]);
  expect(readBuilt('/', out)).toContain('href="/small/"');

  expect((await build(list)).printed).toContain('small: ไม่มีอะไรเปลี่ยน');
  expect(readBuilt('/small/corrections/', out)).toContain('ไม่พบคำที่ต้องแก้');
  // A site that another machine has built is taken as it is.
  const brought = path.join(folder, 'brought');
  cpSync(path.join(out, 'small'), path.join(brought, 'small'), { recursive: true });
  writeFileSync(path.join(brought, 'small/brought.txt'), '');
  expect((await build(list, { KHUMUE_SITES: brought })).status).toBe(0);
  expect(readdirSync(path.join(out, 'small'))).toContain('brought.txt');

  writeFileSync(path.join(office, 'content/manuals/m/manual.mdx'), '');
  const broken = await build(list);
  expect(broken.status).toBe(1);
  expect(broken.printed).toContain('manuals/m/manual.mdx');
  expect(broken.printed).toContain('ไม่ถูกแตะต้อง');
  expect(readBuilt('/small/corrections/', out)).toContain('ไม่พบคำที่ต้องแก้');
});

test('a portal without names takes none from the sites that it joins, and nothing where the setting is misspelt', async () => {
  const at = (from: string): string =>
    `title: เว็บรวม\noffices:\n  - { id: named, from: '${from}' }\n`;
  const other = at(sites[0]?.url ?? '');
  const holdsName = (): boolean =>
    readdirSync(path.join(out, '_directory')).some((name) =>
      readFileSync(path.join(out, '_directory', name), 'utf8').includes('บุญจันทร์ ลีกลาง'),
    );
  expect((await build(other)).status).toBe(0);
  expect(holdsName()).toBe(true);
  expect((await build(other, { KHUMUE_NAMES: 'hiden' })).status).toBe(1);
  expect((await build(other, { KHUMUE_NAMES: 'hidden' })).status).toBe(0);
  expect(holdsName()).toBe(false);

  const office = path.join(folder, 'office-of-names');
  cpSync(path.join(root, 'tests/fixtures/no-notes'), office, { recursive: true });
  const brought = path.join(folder, 'with-names');
  cpSync(dist, path.join(brought, 'named'), { recursive: true });
  const given = await build(at('office-of-names'), {
    KHUMUE_NAMES: 'hidden',
    KHUMUE_SITES: brought,
  });
  expect(given.status).toBe(1);
  expect(given.printed).toContain('named: เว็บไซต์ที่ให้มาใน KHUMUE_SITES มีชื่อบุคคล');
});

test('a list with mistakes is refused in Thai with file and line, and the portal stays as it was', async () => {
  const before = readdirSync(out, { recursive: true }).length;
  const { status, printed } = await build(
    'title: เว็บรวม\noffices:\n  - { id: a, from: nowhere }\n  - { id: a, from: "http://" }\n  - { id: icons, from: nowhere, name: x }\n',
  );
  expect(status).toBe(1);
  expect(printed).toMatch(/portal\.yaml:5 \S*name — ชื่อช่องไม่มีในแบบ/);
  const again = await build(
    'title: เว็บรวม\noffices:\n  - { id: a, from: nowhere }\n  - { id: a, from: "http://" }\n',
  );
  expect(again.printed).toMatch(/portal\.yaml:3 offices\.0\.from — อ้างถึงสิ่งที่ไม่มี/);
  expect(again.printed).toMatch(/portal\.yaml:4 offices\.1\.id — /);
  expect(again.printed).toMatch(/portal\.yaml:4 offices\.1\.from — /);
  expect(readdirSync(out, { recursive: true }).length).toBe(before);
});

test('a site that was built elsewhere and cannot stand here is refused, and why is said', async () => {
  const given = path.join(folder, 'given');
  cpSync(path.join(root, 'tests/fixtures/office'), path.join(folder, 'office'), {
    recursive: true,
  });
  const list = 'title: เว็บรวม\noffices:\n  - { id: example, from: office }\n';
  const site = path.join(given, 'example');
  mkdirSync(site, { recursive: true });
  const none = await build(list, { KHUMUE_SITES: given });
  expect(none.status).toBe(1);
  expect(none.printed).toContain('example: เว็บไซต์ที่ให้มาใน KHUMUE_SITES ไม่มี data/manuals.json');

  // For the root of a host, and here it would lie below /example/.
  cpSync(inventedOffice(), site, { recursive: true });
  const elsewhere = await build(list, { KHUMUE_SITES: given });
  expect(elsewhere.status).toBe(1);
  expect(elsewhere.printed).toContain('โปรดสร้างใหม่ด้วย BASE_PATH=/example/');
});

test('what was kept of a site and can no longer be read stands in for nothing', async () => {
  const address = await serve(inventedOffice(), { port: 0 });
  const list = `title: เว็บรวม\noffices:\n  - { id: kept, from: '${address.url}' }\n`;
  expect((await build(list)).printed).toContain('kept: อ่านจาก');
  await address.close();
  expect((await build(list)).printed).toContain('ใช้ข้อมูลที่อ่านไว้ครั้งก่อน');
  // Other runs of these tests have left theirs beside it.
  const work = path.join(root, '.build/portal', shortHash(out));
  const kept = readdirSync(work).filter((name) => /^kept-\w+\.json$/.test(name));
  expect(kept).toHaveLength(1);
  for (const name of kept) writeFileSync(path.join(work, name), '{"half":');
  const { status, printed } = await build(list);
  expect(status).toBe(0);
  expect(printed).toContain('แสดงเพียงที่อยู่เว็บ');
});
