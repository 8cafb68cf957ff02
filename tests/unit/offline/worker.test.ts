import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Script } from 'node:vm';
import { bundleWorker } from '../../../src/offline/bundle-worker.ts';
import { offlineSetting } from '../../../src/offline/setting.ts';
import { withList } from '../../../src/offline/write-worker.ts';

const root = process.cwd();

test('the worker is one script of this site: nothing is fetched from elsewhere, no notices for developers', async () => {
  const keeping = withList(await bundleWorker('on', root), [], '/khumue/');
  for (const script of [keeping, await bundleWorker('off', root)]) {
    assert.doesNotMatch(script, /importScripts|https?:\/\/(?!bit\.ly)|process\.env|^import /m);
    assert.doesNotThrow(() => new Script(script));
  }
});

test('the same list gives the same bytes: a build without changes is no new version', () => {
  const script = 'use(PRECACHE)';
  const entries = [{ url: '/', revision: 'a', integrity: 'sha256-x' }];
  assert.equal(withList(script, entries, '/'), withList(script, entries, '/'));
  assert.notEqual(
    withList(script, entries, '/'),
    withList(script, [{ url: '/', revision: 'b' }], '/'),
  );
});

test('KHUMUE_OFFLINE that is misspelt is refused in Thai', () => {
  assert.equal(offlineSetting({}), 'on');
  assert.equal(offlineSetting({ KHUMUE_OFFLINE: 'off' }), 'off');
  assert.throws(
    () => offlineSetting({ KHUMUE_OFFLINE: 'of' }),
    /KHUMUE_OFFLINE เป็น “of” ใช้ได้เฉพาะ/,
  );
});
