// A folder that is ready → in the place of the old one, or nothing has changed.
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { isPrinted, isReplaceable, recover, swap } from '../../../src/commands/swap.ts';

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
    swap(at('ready'), at('out'), at('previous'));
    assert.equal(read('out'), 'new');
    assert.deepEqual(readdirSync(work), ['out']);
  });
  test('the first one needs no old one, and its parent folder is made', () => {
    put('ready', 'new');
    swap(at('ready'), at('below/out'), at('previous'));
    assert.equal(read('below/out'), 'new');
  });
  test('where the new one cannot be moved the old one stands again', () => {
    put('out', 'old');
    assert.throws(() => swap(at('ready'), at('out'), at('previous')), /ENOENT/);
    assert.equal(read('out'), 'old');
  });
  test('what a killed run left between its two renames comes back', () => {
    put('previous', 'old');
    recover(at('out'), at('previous'));
    assert.equal(read('out'), 'old');
    assert.ok(!existsSync(at('previous')));
  });
  test('a whole one is not replaced by what an earlier run left', () => {
    put('previous', 'older');
    put('out', 'old');
    recover(at('out'), at('previous'));
    assert.equal(read('out'), 'old');
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
