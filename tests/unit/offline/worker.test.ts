import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Script } from 'node:vm';
import { keepingWorker, retiringWorker } from '../../../src/offline/build-worker.ts';
import { offlineSetting } from '../../../src/offline/setting.ts';

test('the worker is one script of this site: nothing is fetched from elsewhere, no notices for developers', async () => {
  for (const script of [await keepingWorker([], '/khumue/'), await retiringWorker()]) {
    assert.doesNotMatch(script, /importScripts|https?:\/\/(?!bit\.ly)|process\.env|^import /m);
    assert.doesNotThrow(() => new Script(script));
  }
});

test('the same list gives the same bytes: a build without changes is no new version', async () => {
  const entries = [{ url: '/', revision: 'a', integrity: 'sha256-x' }];
  assert.equal(await keepingWorker(entries, '/'), await keepingWorker(entries, '/'));
  assert.notEqual(
    await keepingWorker(entries, '/'),
    await keepingWorker([{ url: '/', revision: 'b' }], '/'),
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
