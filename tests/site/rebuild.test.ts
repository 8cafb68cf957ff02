// Site tests: an office is changed and built again into the same folder → the site that a build from nothing makes, most of it not made again.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { filesBelow } from '../../src/authoring/read-office.ts';
import { writeOffice } from '../../src/authoring/write-office.ts';
import { madeOffice, type MadeFile } from '../fixtures/made-office.ts';
import { buildSite, root } from './build-site.ts';

// Builds take turns; each takes seconds.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const office = path.join(root, '.build/test-rebuild-office');
const out = path.join(root, '.build/test-rebuild');
const cold = path.join(root, '.build/test-rebuild-cold');
const environment = {
  KHUMUE_OFFICE: office,
  BASE_PATH: '/khumue',
  SITE_URL: 'https://khumue.example.go.th',
};
const NOTHING_NEW = /ไม่มีอะไรเปลี่ยน/;
const COUNTS = /ทำใหม่ (\d+) แฟ้ม ใช้ของเดิม (\d+) แฟ้ม/;
const BY_ASTRO = '[vite]';

/** The invented office's files; what its seeds say follows from them. */
const start = ((): MadeFile[] => {
  const content = path.join(root, 'tests/fixtures/office/content');
  return filesBelow(content).map((file) => ({
    path: path.relative(content, file).split(path.sep).join('/'),
    text: readFileSync(file, 'utf8'),
  }));
})();

function changed(
  files: readonly MadeFile[],
  change: Readonly<Record<string, (text: string) => string>>,
): MadeFile[] {
  return files.map(({ path: name, text }) => {
    const to = change[name]?.(text) ?? text;
    if (change[name]) expect(to, name).not.toBe(text);
    return { path: name, text: to };
  });
}

/** @returns how many pages and data files were made and how many kept, and whether Astro had to make the program anew */
function build(files: readonly MadeFile[]): { made: number; kept: number; isByAstro: boolean } {
  writeOffice(office, madeOffice(files));
  const { status, printed } = buildSite(out, environment);
  expect(status, printed).toBe(0);
  expect(printed).not.toMatch(NOTHING_NEW);
  const [, made, kept] = COUNTS.exec(printed) ?? [];
  return { made: Number(made), kept: Number(kept), isByAstro: printed.includes(BY_ASTRO) };
}

function expectAsFromNothing(): void {
  rmSync(cold, { recursive: true, force: true });
  const { status, printed } = buildSite(cold, environment);
  expect(status, printed).toBe(0);
  expect(printed).toContain(BY_ASTRO);
  const [ours, theirs] = [filesOf(out), filesOf(cold)];
  expect([...ours.keys()].toSorted()).toEqual([...theirs.keys()].toSorted());
  expect([...ours].filter(([name, text]) => !theirs.get(name)?.equals(text))).toEqual([]);
}

function filesOf(folder: string): Map<string, Buffer> {
  return new Map(
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file), readFileSync(file)]),
  );
}

const SERVICES = 'manuals/example-services';
const inSteps = (text: string): string =>
  text.replace(/(steps:\n)([\s\S]*?)(\n\S)/, (_, open: string, steps: string, rest: string) =>
    [open, steps.replace(/(text: .+)/g, '$1แล้ว'), rest].join(''),
  );
/** Every step of one procedure reads otherwise. */
const reworded = changed(start, { [`${SERVICES}/procedures/line.mdx`]: inSteps });
const PEOPLE = start.map(({ path: name }) => name).filter((name) => name.startsWith('people/'));

test('steps with other words: the pages of the other procedures are kept, and all is as from nothing', () => {
  for (const folder of [out, cold]) rmSync(folder, { recursive: true, force: true });
  expect(build(start)).toMatchObject({ kept: 0, isByAstro: true });
  const before = ownPages();
  const { kept, isByAstro } = build(reworded);
  const after = ownPages();
  const made = [...after.keys()].filter((name) => after.get(name) !== before.get(name));
  expect(made.filter((name) => name.startsWith(SERVICES))).toEqual([
    `${SERVICES}/index.html`,
    `${SERVICES}/line.mmd`,
    `${SERVICES}/line.svg`,
    `${SERVICES}/line/index.html`,
  ]);
  expect(made.filter((name) => !name.startsWith(SERVICES))).toEqual([]);
  expect(kept).toBeGreaterThanOrEqual(after.size - made.length);
  expect(isByAstro).toBe(false);
  expectAsFromNothing();
});

/** The files below manuals/, in order: a number for each that stays as long as the file is not made again. */
function ownPages(): Map<string, number> {
  return new Map(
    filesBelow(path.join(out, 'manuals')).map((file) => [
      path.relative(out, file).split(path.sep).join('/'),
      statSync(file).ino,
    ]),
  );
}

test('a title, a step more, a procedure less, a post and a section: all is as from nothing', () => {
  const files = changed(reworded, {
    [`${SERVICES}/procedures/line.mdx`]: (text) =>
      text.replace(/^title: (.+)$/m, 'title: $1ฉบับแก้ไข'),
    [`${SERVICES}/procedures/single.mdx`]: (text) =>
      text.replace(/---\n$/, '  - id: zzzz9\n    text: ปิดเรื่องตัวอย่างเมื่อแจ้งแล้ว\n---\n'),
    [`${SERVICES}/sections/contents.mdx`]: (text) => text.replace(/^title: (.+)$/m, 'title: $1ใหม่'),
    'manuals/example-plans/manual.mdx': (text) => text.replace(/\n {2}- hostile(?=\n)/, ''),
    [PEOPLE[0] ?? '']: (text) => text.replace(/title: (.+)/, 'title: $1พิเศษ'),
  }).filter(({ path: name }) => !name.endsWith('/hostile.mdx'));
  expect(build(files).isByAstro).toBe(false);
  expectAsFromNothing();
});

test('a text that is part of the pages’ program: everything is made again', () => {
  const files = changed(reworded, {
    [`${SERVICES}/sections/overview.mdx`]: (text) => `${text}\nอีกหนึ่งย่อหน้าของตัวอย่าง\n`,
  });
  expect(build(files)).toMatchObject({ kept: 0, isByAstro: true });
});
