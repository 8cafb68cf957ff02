import assert from 'node:assert/strict';
import { test } from 'node:test';
import { precacheList, versionOf, type BuiltFile } from '../../../src/offline/precache-list.ts';

const file = (path: string, text = path): BuiltFile => ({
  path,
  size: text.length,
  bytes: () => Buffer.from(text),
});
const site = [
  file('index.html'),
  file('offline/index.html'),
  file('404.html'),
  file('_astro/page.abc.css'),
  file('_headers'),
  file('pagefind/catalogue.json'),
  file('pagefind/text/x.pack'),
  file('manuals/a/b/index.html'),
  file('manuals/a/b.svg'),
  file('data/manuals.json'),
  file('manuals/a/b.pdf'),
];
const urls = (limit?: { bytes: number; files: number }, base = '/'): string[] =>
  precacheList(site, base, limit).map(({ url }) => url);

test('a small site is kept whole, under its base path, by the addresses that links use', () => {
  assert.deepEqual(urls(undefined, '/khumue/'), [
    '/khumue/_astro/page.abc.css',
    '/khumue/',
    '/khumue/offline/',
    '/khumue/pagefind/catalogue.json',
    '/khumue/pagefind/text/x.pack',
    '/khumue/manuals/a/b.svg',
    '/khumue/manuals/a/b/',
  ]);
});

test('above the limit the shell and the index are kept, and then the shell alone', () => {
  const shell = ['/_astro/page.abc.css', '/', '/offline/'];
  const index = ['/pagefind/catalogue.json', '/pagefind/text/x.pack'];
  assert.deepEqual(urls({ bytes: 1e6, files: 6 }), [...shell, ...index]);
  assert.deepEqual(urls({ bytes: 60, files: 100 }), shell);
  assert.deepEqual(urls({ bytes: 0, files: 0 }), shell);
});

test('what is not in the list is not read', () => {
  const unread = (path: string): BuiltFile => ({
    path,
    size: 10,
    bytes: () => assert.fail(path),
  });
  const files = [file('index.html'), unread('manuals/a/b/index.html'), unread('data/manuals.json')];
  assert.equal(precacheList(files, '/', { bytes: 15, files: 9 }).length, 1);
});

test('a file is told from its next version by what it holds; one named after its content by its name', () => {
  const [before] = precacheList([file('index.html', 'a')], '/');
  const [after] = precacheList([file('index.html', 'b')], '/');
  assert.notEqual(before?.revision, after?.revision);
  assert.match(before?.integrity ?? '', /^sha256-[\w+/]{43}=$/);
  assert.equal(precacheList([file('_astro/x.js')], '/')[0]?.revision, null);
});

test('what a host may unpack has no integrity, or the browser would refuse it', () => {
  for (const name of ['pagefind/text/x.pack', 'pagefind/index/x.pf_index'])
    assert.equal(precacheList([file(name)], '/')[0]?.integrity, undefined, name);
});

test('the same files in another order give the same list and the same version', () => {
  const list = precacheList(site, '/');
  assert.deepEqual(precacheList(site.toReversed(), '/'), list);
  assert.equal(versionOf(precacheList(site.toReversed(), '/')), versionOf(list));
  assert.notEqual(versionOf(precacheList([...site, file('my/index.html')], '/')), versionOf(list));
});
