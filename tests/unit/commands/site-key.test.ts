// Whether a site has to be made again: by its code, its content, its settings, and what happened to what was made.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { officeFolders, readOffice } from '../../../src/authoring/read-office.ts';
import { programKey, siteKey } from '../../../src/commands/site-key.ts';

const place = mkdtempSync(path.join(tmpdir(), 'khumue-key-'));
after(() => rmSync(place, { recursive: true }));

/** A project of few files, another each time. */
function project(files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(path.join(place, 'project-'));
  const all = {
    'src/pages/index.astro': 'หน้าแรก',
    'src/content/people/mali.yaml': 'name: มะลิ',
    'seeds/one.txt': 'ต้นฉบับ',
    'astro.config.mjs': 'export default {}',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

function keyOf(root: string, environment: Record<string, string> = {}): string {
  return siteKey(root, readOffice(officeFolders({}), root), environment);
}

test('the same code, content and settings have the same key, wherever they lie', () => {
  assert.equal(keyOf(project()), keyOf(project()));
  assert.equal(keyOf(project(), { PATH: '/bin' }), keyOf(project(), { PATH: '/usr/bin' }));
});

for (const [what, files] of [
  ['code', { 'src/pages/index.astro': 'หน้าแรกใหม่' }],
  ['a file of code more', { 'src/pages/about.astro': '' }],
  ['a published file', { 'public/favicon.svg': '<svg/>' }],
  ['a package', { 'package-lock.json': '{}' }],
  ['a package that is there now', { 'node_modules/.package-lock.json': '{}' }],
  ['content', { 'src/content/people/mali.yaml': 'name: มะลิวัลย์' }],
  ['content more', { 'src/content/people/samai.yaml': 'name: สมัย' }],
  ['a seed', { 'seeds/one.txt': 'ต้นฉบับใหม่' }],
] as const)
  test(`another key for other ${what}`, () => {
    assert.notEqual(keyOf(project(files)), keyOf(project()));
  });

test('a file that is gone changes the key', () => {
  const root = project();
  const before = keyOf(root);
  rmSync(path.join(root, 'src/content/people/mali.yaml'));
  assert.notEqual(keyOf(root), before);
});

for (const name of ['SITE_URL', 'BASE_PATH', 'KHUMUE_NAMES', 'KHUMUE_OFFLINE', 'KHUMUE_PICTURES'])
  test(`another key for another ${name}`, () => {
    assert.notEqual(keyOf(project(), { [name]: 'on' }), keyOf(project()));
  });

test('the pages’ program is another one for other code, settings or bodies, and the same for other content', () => {
  const of = (files = {}, bodies = 'none', environment = {}): string =>
    programKey(project(files), 'src/content', bodies, environment);
  assert.equal(of({ 'src/content/people/mali.yaml': 'name: มะลิวัลย์' }), of());
  assert.notEqual(of({ 'src/pages/index.astro': 'หน้าแรกใหม่' }), of());
  assert.notEqual(of({}, 'another'), of());
  assert.notEqual(of({}, 'none', { BASE_PATH: '/khumue' }), of());
});
