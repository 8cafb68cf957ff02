// Site tests: what a page weighs. Sizes are the same on every machine, so a limit is a test.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { attribute, elements, folder, pagePaths, readBuilt, scriptsOf } from './built-site.ts';

const KB = 1024;
const packed = new Map<string, number>();

/** Bytes of a file below the site's folder, packed with brotli. */
function packedSize(file: string): number {
  const known =
    packed.get(file) ?? brotliCompressSync(readFileSync(path.join(folder, file))).length;
  packed.set(file, known);
  return known;
}

/** The fonts that a page asks for at once, which are packed already. */
function fontSize(page: string): number {
  const fonts = elements(readBuilt(page)).filter((element) => attribute(element, 'as') === 'font');
  return fonts
    .map((font) => attribute(font, 'href')?.replace(/^\//, '') ?? '')
    .reduce((sum, file) => sum + readFileSync(path.join(folder, file)).length, 0);
}

/** What a page loads by itself besides fonts, each packed with brotli. */
function weigh(page: string): { html: number; css: number; script: number } {
  const html = readBuilt(page);
  const sheets = elements(html).filter((element) => attribute(element, 'rel') === 'stylesheet');
  const sum = (files: readonly string[]): number =>
    files.reduce((all, file) => all + packedSize(file), 0);
  return {
    html: brotliCompressSync(html).length,
    css: sum(sheets.map((sheet) => attribute(sheet, 'href')?.replace(/^\//, '') ?? '')),
    script: sum(scriptsOf(html)),
  };
}

test('fonts are at most 37 KB on every page', () => {
  for (const page of pagePaths()) {
    expect(fontSize(page), page).toBeGreaterThan(0);
    expect(fontSize(page), page).toBeLessThanOrEqual(37 * KB);
  }
});

const isProcedure = (page: string): boolean => /^\/manuals\/[^/]+\/[^/]+\/$/.test(page);

test('a page with its first lines’ styles is at most 17 KB, its stylesheet 6.75 KB, its scripts 2.5 KB; some pages have more to do', () => {
  for (const page of pagePaths().filter((one) => !isProcedure(one))) {
    const { html, css, script } = weigh(page);
    expect(html, page).toBeLessThanOrEqual(17 * KB);
    expect(css, page).toBeGreaterThan(0);
    expect(css, page).toBeLessThanOrEqual(6.75 * KB);
    const most = { '/': 5, '/about/': 3, '/my/': 15, '/search/': 4, '/duties/': 4 }[page] ?? 2.5;
    expect(script, page).toBeGreaterThan(0);
    expect(script, page).toBeLessThanOrEqual(most * KB);
  }
});

test('a procedure with its chart, its checklist and its first lines’ styles is at most 13 KB, its stylesheet 4.75 KB, its scripts 1.5 KB; nine in ten are at most 18 KB in all, half of them 17', () => {
  const procedures = pagePaths().filter(isProcedure);
  expect(procedures.length).toBeGreaterThan(0);
  const sizes: number[] = [];
  for (const page of procedures) {
    const { html, css, script } = weigh(page);
    expect(html, page).toBeLessThanOrEqual(13 * KB);
    expect(css, page).toBeLessThanOrEqual(4.75 * KB);
    expect(script, page).toBeLessThanOrEqual(1.5 * KB);
    sizes.push(html + css + script);
  }
  const sorted = sizes.toSorted((a, b) => a - b);
  const upTo = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  expect(upTo(0.5)).toBeLessThanOrEqual(17 * KB);
  expect(upTo(0.9)).toBeLessThanOrEqual(18 * KB);
});
