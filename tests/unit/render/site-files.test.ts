// A built folder → what its files are on disk, and from the site before the last the beginning of the next.
import assert from 'node:assert/strict';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { namesBelow, sameOnDisk, siteFiles } from '../../../src/render/site-files.ts';
import { removeEmpty, takeUp } from '../../../src/render/spare-site.ts';

let work = '';
const at = (name: string): string => path.join(work, name);
const put = (name: string, text: string): void => {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
};

beforeEach(() => (work = mkdtempSync(path.join(tmpdir(), 'khumue-files-'))));
afterEach(() => rmSync(work, { recursive: true }));

suite('the files of a built folder', () => {
  test('hidden ones and those below are named, folders are not', () => {
    put('site/index.html', 'ก');
    put('site/.nojekyll', '');
    put('site/a/b/index.html', 'ข');
    assert.deepEqual(namesBelow(at('site')).toSorted(), [
      '.nojekyll',
      'a/b/index.html',
      'index.html',
    ]);
  });

  test('one that was moved is the same; what was written, added or taken away is not', () => {
    put('site/index.html', 'ก');
    put('site/about/index.html', 'ข');
    const before = siteFiles(at('site'));
    renameSync(at('site'), at('moved'));
    assert.deepEqual(siteFiles(at('moved')), before);
    // As long as it was, and written at the same time.
    const [, written] = before.get('index.html') ?? assert.fail();
    // There before the old one is gone: the disk gives no number twice.
    put('moved/new.html', 'ค');
    renameSync(at('moved/new.html'), at('moved/index.html'));
    utimesSync(at('moved/index.html'), written / 1000, written / 1000);
    put('moved/more.html', '');
    rmSync(at('moved/about/index.html'));
    const after = siteFiles(at('moved'));
    assert.deepEqual([...after.keys()].toSorted(), ['index.html', 'more.html']);
    assert.deepEqual(sameOnDisk(after, before), []);
  });

  test('what is the same as in another folder is not looked at again', () => {
    put('site/index.html', 'ก');
    put('site/a.html', 'ข');
    const known = siteFiles(at('site'));
    mkdirSync(at('next'));
    linkSync(at('site/a.html'), at('next/a.html'));
    put('next/index.html', 'ใหม่');
    const same = new Map([...known].filter(([name]) => name === 'a.html'));
    const files = siteFiles(at('next'), same);
    assert.deepEqual(files, siteFiles(at('next')));
    assert.deepEqual(sameOnDisk(files, known), ['a.html']);
  });
});

suite('the site before the last', () => {
  test('only what is kept and the same in the last one stays; what is taken away stays in the last', () => {
    put('last/same.html', 'ก');
    put('last/again.html', 'ข');
    put('last/new/index.html', 'ค');
    mkdirSync(at('spare/new'), { recursive: true });
    for (const name of ['same.html', 'again.html'])
      linkSync(at(`last/${name}`), at(`spare/${name}`));
    put('spare/new/index.html', 'old');
    put('spare/gone/deep/index.html', 'gone');
    const spare = { folder: at('spare'), same: ['same.html', 'again.html'] };
    const kept = new Set(['same.html', 'new/index.html']);
    const { there, folders } = takeUp(spare, at('next'), kept);
    assert.deepEqual([...there], ['same.html']);
    assert.deepEqual(namesBelow(at('next')), ['same.html']);
    assert.equal(readFileSync(at('last/again.html'), 'utf8'), 'ข');
    assert.equal(existsSync(at('spare')), false);
    put('next/new/index.html', 'ค');
    removeEmpty(at('next'), folders);
    assert.equal(existsSync(at('next/gone')), false);
    assert.equal(existsSync(at('next/new')), true);
  });
});
