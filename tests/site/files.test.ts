// Site tests that need no browser: what stands in the built files.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { Published } from '../../src/model/published.ts';
import { attribute, elements, fileOf, folder, pagePaths, readBuilt } from './built-site.ts';
import { checkLinks } from './links.ts';

const base = (process.env.BASE_PATH ?? '').replace(/\/$/, '');
const pages = pagePaths();

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Void elements and attribute style are the renderer's; the rest is ours.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attr-quotes': 'off',
    'no-inline-style': 'error',
    // <dd> with several facts, lists with roles of their own: the standard allows both.
    'prefer-native-element': 'off',
    'long-title': 'off',
  },
});

test('the site has its pages', () => {
  for (const path of [
    '/',
    '/manuals/',
    '/offices/',
    '/sources/',
    '/corrections/',
    '/about/',
    '/404.html',
  ])
    expect(pages).toContain(path);
});

test('every page is valid HTML', async () => {
  const problems: string[] = [];
  for (const page of pages) {
    const report = await validator.validateString(readBuilt(page), page);
    problems.push(
      ...report.results.flatMap(({ messages }) =>
        messages.map(
          ({ line, ruleId, message }) => `${page}:${String(line)} ${ruleId}: ${message}`,
        ),
      ),
    );
  }
  expect(problems).toEqual([]);
});

test('every internal link and anchor leads somewhere', () => {
  const { checked, broken } = checkLinks(folder, base);
  expect(broken).toEqual([]);
  expect(checked).toBeGreaterThan(1000);
});

test('no id stands twice on a page', () => {
  const twice = pages.flatMap((page) => {
    const seen = new Set<string>();
    return elements(readBuilt(page)).flatMap((element) => {
      const id = attribute(element, 'id');
      if (id === undefined) return [];
      if (seen.has(id)) return [`${page}: ${id}`];
      seen.add(id);
      return [];
    });
  });
  expect(twice).toEqual([]);
});

test('nothing is inline but one sheet and one script, the same in every page, which its policy and those of the hosts allow', () => {
  const found: string[] = [];
  const inline = { 'style-src': new Set<string>(), 'script-src': new Set<string>() };
  const headers = ['_headers', '.htaccess', '_nginx.conf'].map((name) =>
    readFileSync(path.join(folder, name), 'utf8'),
  );
  for (const page of pages) {
    const all = elements(readBuilt(page));
    const metas = all.filter(({ tagName }) => tagName === 'meta');
    if (attribute(metas[1], 'http-equiv') !== 'Content-Security-Policy')
      found.push(`${page}: no policy first`);
    for (const element of all) {
      for (const { name } of element.attrs)
        if (name === 'style' || name.startsWith('on'))
          found.push(`${page}: ${element.tagName} ${name}`);
    }
    for (const [directive, tag] of [
      ['style-src', 'style'],
      ['script-src', 'script'],
    ] as const) {
      const texts = readBuilt(page).matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'));
      const text = [...texts].map(([, one]) => one ?? '').join(' and ');
      inline[directive].add(text);
      const hash = `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
      for (const policy of [attribute(metas[1], 'content') ?? '', ...headers])
        if (!new RegExp(`${directive} [^;]*`).exec(policy)?.[0].endsWith(hash))
          found.push(`${page}: not allowed ${hash}`);
    }
    const scripts = all.filter(
      (one) => one.tagName === 'script' && attribute(one, 'src') === undefined,
    );
    const data = scripts.filter((one) => attribute(one, 'type') === 'application/ld+json');
    if (scripts.length - data.length !== 1) found.push(`${page}: more than one inline script`);
  }
  expect(found).toEqual([]);
  expect([...inline['style-src']].map((sheet) => sheet.length > 1000)).toEqual([true]);
  expect([...inline['script-src']].map((script) => script.length > 100)).toEqual([true]);
});

test('every page says its language, title and description', () => {
  const titles = new Map<string, string>();
  for (const page of pages) {
    const html = readBuilt(page);
    expect(html, page).toContain('<html lang="th"');
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
    expect(title, page).toMatch(/ · คู่มือ$/);
    expect(titles.get(title), `${page} has the title of another page`).toBeUndefined();
    titles.set(title, page);
    expect(html, page).toMatch(/<meta name="description" content="[^"]{10,}"/);
  }
});

test('/data/manuals.json has the shape that its schema promises', () => {
  const data = Published.parse(JSON.parse(readBuilt('/data/manuals.json')));
  expect(data.manuals.length).toBeGreaterThan(0);
  for (const procedure of data.procedures)
    expect(fileOf(procedure.url.slice(base.length)), procedure.url).toBeDefined();
  const schema = JSON.parse(readBuilt('/data/manuals.schema.json')) as {
    properties: Record<string, unknown>;
  };
  expect(Object.keys(schema.properties).toSorted()).toEqual(Object.keys(data).toSorted());
});
