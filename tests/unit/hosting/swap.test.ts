// A folder that is ready → in the place of the old one, or nothing has changed.
import assert from 'node:assert/strict';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import {
  isPrinted,
  isReplaceable,
  outputFolder,
  recover,
  swap,
} from '../../../src/commands/swap.ts';

suite('a folder in the place of another', () => {
  let work = '';
  const at = (name: string): string => path.join(work, name);
  const put = (name: string, text: string): void => {
    mkdirSync(at(name), { recursive: true });
    writeFileSync(path.join(at(name), 'index.html'), text);
  };
  const read = (name: string): string => readFileSync(path.join(at(name), 'index.html'), 'utf8');

  beforeEach(() => (work = mkdtempSync(path.join(tmpdir(), 'khumue-swap-'))));
  afterEach(() => rmSync(work, { recursive: true }));

  test('the new one is there, the old one gone, and nothing beside it', () => {
    put('ready', 'new');
    put('out', 'old');
    assert.ok(swap(at('ready'), at('out')));
    assert.equal(read('out'), 'new');
    assert.deepEqual(readdirSync(work), ['out']);
  });
  test('the old one is put away where that is wanted, in the place of what lay there', () => {
    put('ready', 'new');
    put('out', 'old');
    put('work/spare', 'older');
    assert.equal(swap(at('ready'), at('out'), at('work/spare')), 'moved');
    assert.deepEqual([read('out'), read('work/spare')], ['new', 'old']);
    assert.deepEqual(readdirSync(work).toSorted(), ['out', 'work']);
  });
  test('an old one that cannot be put away is deleted', () => {
    put('ready', 'new');
    put('out', 'old');
    assert.equal(swap(at('ready'), at('out'), at('no/such/folder')), 'moved');
    assert.equal(read('out'), 'new');
    assert.deepEqual(readdirSync(work), ['out']);
  });
  test('the first one needs no old one, and its parent folder is made', () => {
    put('ready', 'new');
    assert.ok(swap(at('ready'), at('below/out')));
    assert.equal(read('below/out'), 'new');
  });
  test('where the new one cannot be moved the old one stands, and why is said', (context) => {
    const said = context.mock.method(console, 'error', () => undefined);
    put('out', 'old');
    assert.equal(swap(at('ready'), at('out')), false);
    assert.equal(read('out'), 'old');
    assert.deepEqual(readdirSync(work), ['out']);
    assert.match(String(said.mock.calls[0]?.arguments[0]), /out ไม่ได้ \(ENOENT\)/);
  });
  test('where the old one cannot be moved it stands as it was', (context) => {
    context.mock.method(console, 'error', () => undefined);
    put('ready', 'new');
    // A file in the place of the folder that has to come before.
    writeFileSync(at('below'), 'a file');
    assert.equal(swap(at('ready'), at('below/out')), false);
    assert.equal(readFileSync(at('below'), 'utf8'), 'a file');
  });
  test('what a killed run left between its two renames comes back', () => {
    put('.out.outgoing', 'old');
    recover(at('out'));
    assert.equal(read('out'), 'old');
    assert.deepEqual(readdirSync(work), ['out']);
  });
  test('a whole one is not replaced by what an earlier run left, and that goes with the next', () => {
    put('.out.outgoing', 'older');
    put('.out.incoming', 'half');
    put('out', 'old');
    recover(at('out'));
    assert.equal(read('out'), 'old');
    put('ready', 'new');
    swap(at('ready'), at('out'));
    assert.deepEqual(readdirSync(work), ['out']);
  });
  test('of a link that leads to the folder, the folder is replaced and not the link', () => {
    put('disk/site', 'old');
    symlinkSync(at('disk/site'), at('link'), 'dir');
    const out = outputFolder(work, 'link', 'dist');
    put('ready', 'new');
    assert.ok(swap(at('ready'), out));
    assert.equal(read('disk/site'), 'new');
    assert.ok(lstatSync(at('link')).isSymbolicLink());
    assert.equal(outputFolder(work, undefined, 'dist'), at('dist'));
  });
  test('a folder that is somebody’s own is no folder to replace', () => {
    put('site', 'a site');
    mkdirSync(at('mine'));
    writeFileSync(path.join(at('mine'), 'letter.docx'), '');
    assert.ok(isReplaceable(at('site')) && isReplaceable(at('none')));
    assert.ok(!isReplaceable(at('mine')));
    assert.ok(!isReplaceable(path.join(at('mine'), 'letter.docx')));
    assert.ok(!isReplaceable(at('site'), isPrinted));
  });
});
