// Site tests: builds of another kind: under a sub-path, of another office, of content with a mistake.
import { createHash } from 'node:crypto';
import {
  cpSync,
  globSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { serve } from '../../src/commands/serve.ts';
import { buildSite, root } from './build-site.ts';
import { pagePaths, readBuilt } from './built-site.ts';
import { checkLinks } from './links.ts';

// Builds take turns; each takes seconds.
test.describe.configure({ mode: 'serial', timeout: 180_000 });

test('under a sub-path every link stays below it and leads somewhere', () => {
  const out = path.join(root, '.build/test-sub-path');
  // As somebody may write it, and with what some hosts set.
  expect(buildSite(out, { BASE_PATH: 'khumue', NODE_ENV: 'development' }).status).toBe(0);
  const headers = readFileSync(path.join(out, '_headers'), 'utf8');
  expect(headers).toMatch(/^\/khumue\/\*$/m);
  expect(headers).not.toContain("style-src 'self' 'unsafe-inline'");
  const { checked, broken } = checkLinks(out, '/khumue');
  expect(broken).toEqual([]);
  expect(checked).toBeGreaterThan(1000);
});

test('under a sub-path the offline copy works as at the root, and leaves the rest of the host alone', async ({
  browser,
}) => {
  const site = await serve(path.join(root, '.build/test-sub-path'), { port: 0, base: '/khumue' });
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  const page = await context.newPage();
  await page.goto(site.url);
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
  expect(scope).toBe(site.url);
  await site.close();
  await page.goto(`${site.url}search/?q=สารบรรณ`);
  await page.locator('[data-search-result] a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('สารบรรณ');
  await page.goto(`${site.url}no-such-page/`);
  await expect(page.getByRole('link', { name: 'ลองอีกครั้ง' })).toBeVisible();
  await context.close();
});

test('another office builds from its own folder, also after that has moved, and nothing of these manuals is in it', () => {
  const out = path.join(root, '.build/test-office');
  const first = path.join(root, '.build/test-office-before');
  const moved = path.join(root, '.build/test-office-moved');
  for (const folder of [first, moved]) rmSync(folder, { recursive: true, force: true });
  cpSync(path.join(root, 'tests/fixtures/office'), first, { recursive: true });
  const { status, printed } = buildSite(out, { KHUMUE_OFFICE: first });
  expect(status, printed).toBe(0);
  renameSync(first, moved);
  const again = buildSite(out, { KHUMUE_OFFICE: moved });
  expect(again.status, again.printed).toBe(0);
  expect(checkLinks(out, '').broken).toEqual([]);
  for (const page of pagePaths(out)) expect(readBuilt(page, out)).not.toContain('สพป.เลย');
});

test('content with a mistake, or with a chart that cannot be drawn, is refused in Thai with file and line, and the good site stays as it was', () => {
  // In the same place each time: an office has its own cache.
  const office = path.join(root, '.build/test-mistake-office');
  rmSync(office, { recursive: true, force: true });
  const out = path.join(root, '.build/test-mistake');
  const environment = { KHUMUE_OFFICE: office };
  cpSync(path.join(root, 'src/content'), path.join(office, 'content'), { recursive: true });
  cpSync(path.join(root, 'seeds'), path.join(office, 'seeds'), { recursive: true });
  expect(buildSite(out, environment).status).toBe(0);
  const before = pagePaths(out).map((page) => readBuilt(page, out));

  const file = path.join(
    office,
    'content/manuals/uttaradit-2-policy-planning/procedures/saraban.mdx',
  );
  const right = readFileSync(file, 'utf8');
  writeFileSync(file, right.replace('ลงนาม', 'ลงชื่อ'));
  const { status, printed } = buildSite(out, environment);

  expect(status).toBe(1);
  expect(printed).toMatch(
    /saraban\.mdx:\d+ steps\.1\.substeps\.4\.text — ข้อความไม่ตรงกับต้นฉบับ — พบว่า .+ — แก้โดย /,
  );
  expect(pagePaths(out).map((page) => readBuilt(page, out))).toEqual(before);

  const sequence = ['', '```mermaid', 'sequenceDiagram', '  A->>B: ส่ง', '```', ''];
  writeFileSync(file, right);
  const preface = path.join(
    office,
    'content/manuals/uttaradit-2-policy-planning/sections/preface.mdx',
  );
  const prose = readFileSync(preface, 'utf8').trimEnd();
  writeFileSync(preface, `${prose}\n${sequence.join('\n')}`);
  const refused = buildSite(out, environment);
  const line = prose.split('\n').length + 3;
  expect(refused.status).toBe(1);
  expect(refused.printed).toMatch(
    new RegExp(`preface\\.mdx:${String(line)} mermaid — .+ — พบว่า.+ — แก้โดย`),
  );
  expect(pagePaths(out).map((page) => readBuilt(page, out))).toEqual(before);
});

test('after a change the site is made anew as a first build elsewhere would make it; without one it stays', () => {
  const office = path.join(root, '.build/test-changed-office');
  const outs = ['changed', 'first'].map((name) => path.join(root, `.build/test-${name}`));
  const [out = '', first = ''] = outs;
  for (const folder of [office, ...outs]) rmSync(folder, { recursive: true, force: true });
  // Nor what an earlier run of this test has left.
  for (const name of globSync('.cache/test-{changed,first}-*', { cwd: root }))
    rmSync(path.join(root, name), { recursive: true });
  cpSync(path.join(root, 'tests/fixtures/problems/base'), office, { recursive: true });
  const more = path.join(office, 'content/offices/second-office.yaml');
  writeFileSync(more, 'name: สำนักงานที่สอง\nshort: ที่สอง\nkind: area\nbasis: editor\n');
  expect(buildSite(out, { KHUMUE_OFFICE: office }).printed).toContain('เสร็จแล้ว');
  expect(pagePaths(out)).toContain('/offices/second-office/');

  rmSync(more);
  for (const name of [
    'content/manuals/sample-manual/procedures/receive-request.mdx',
    'seeds/sample_seed.txt',
  ]) {
    const file = path.join(office, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace('ลงเลขรับ', 'ลงเลขที่รับ'));
  }
  const changed = { KHUMUE_OFFICE: office, KHUMUE_OFFLINE: 'off' };
  expect(buildSite(out, changed).printed).toContain('เสร็จแล้ว');
  expect(buildSite(first, changed).printed).toContain('เสร็จแล้ว');
  expect(filesIn(out)).toEqual(filesIn(first));
  expect(pagePaths(out)).not.toContain('/offices/second-office/');

  expect(buildSite(out, changed).printed).toContain('ไม่มีอะไรเปลี่ยน');
});

/** Every file's name and bytes. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    names.map((name) => [
      path.relative(folder, name),
      createHash('sha256').update(readFileSync(name)).digest('hex'),
    ]),
  );
}
