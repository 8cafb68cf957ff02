// Unit: the storage as a reader meets it: two tabs, full, blocked, damaged, written by a newer site.
import assert from 'node:assert/strict';
import test from 'node:test';
import { change } from '../../../src/checklist/run-change.ts';
import type { Edits, Run } from '../../../src/checklist/run.ts';
import {
  hearRun,
  putRun,
  removeRun,
  updateRun,
  type Changed,
} from '../../../src/checklist/store-write.ts';
import { ASIDE, keyOf, openStore, OWN, type Store } from '../../../src/checklist/store.ts';
import { FakeStorage } from './fake-storage.ts';
import { at, sampleRun, withDecisions } from './sample-run.ts';

let second = 0;
const now = (): string => at(++second);

function twoTabs(): { storage: FakeStorage; a: Store; b: Store; run: Run; key: string } {
  const storage = new FakeStorage();
  const [a, b] = [openStore(storage, now), openStore(storage, now)];
  const { run } = putRun(a, sampleRun());
  b.list();
  return { storage, a, b, run, key: keyOf(run) };
}
const edit = (store: Store, run: Run, edits: Edits): Changed =>
  updateRun(store, run, (own) => change(own, edits, now()));
const stored = (storage: FakeStorage, key: string): Run =>
  JSON.parse(storage.texts.get(key) ?? 'null') as Run;

test('each tab keeps what the other has written since it looked', () => {
  const { storage, a, b, run, key } = twoTabs();
  edit(a, run, { 'done.sa': at(1) });
  const { run: both } = edit(b, run, { 'done.sc': at(2) });
  assert.deepEqual(Object.keys(both.done), ['sa', 'sc']);
  assert.deepEqual(stored(storage, key), both);
});

test('a tab that was written over puts its changes back when it hears of it', () => {
  const { storage, a, b, run, key } = twoTabs();
  const old = storage.texts.get(key) ?? '';
  edit(a, run, { 'done.sa': at(1) });
  // The other tab read before that write and writes after it.
  storage.texts.set(
    key,
    JSON.stringify(change(JSON.parse(old) as Run, { 'done.sc': at(2) }, at(2))),
  );
  const heard = hearRun(a, key, run);
  assert.deepEqual(Object.keys(heard?.run.done ?? {}).toSorted(), ['sa', 'sc']);
  assert.deepEqual(Object.keys(stored(storage, key).done).toSorted(), ['sa', 'sc']);
  assert.equal(hearRun(b, 'khumue:run:other:aaaaaaaaaa', run), undefined);
});

test('runs are listed by procedure, the one used last first', () => {
  const { a, run } = twoTabs();
  const other = { ...sampleRun(withDecisions, 'bbbbbbbbbb'), procedure: 'manual/other' };
  putRun(a, other);
  putRun(a, sampleRun(undefined, 'cccccccccc'));
  edit(a, run, { 'done.sa': at(1) });
  assert.deepEqual(
    a.list('manual/procedure').map(({ id }) => id),
    ['aaaaaaaaaa', 'cccccccccc'],
  );
  assert.equal(a.list().length, 3);
  assert.deepEqual(a.list('manual/proc'), []);
});

test('what finds no room is kept in the tab, and written with the next change that does', () => {
  const { storage, a, run, key } = twoTabs();
  storage.full = true;
  const first = edit(a, run, { 'done.sa': at(1) });
  assert.equal(first.outcome, 'full');
  assert.deepEqual(Object.keys(first.run.done), ['sa']);
  assert.deepEqual(stored(storage, key).done, {});
  storage.full = false;
  assert.equal(edit(a, first.run, { 'done.sc': at(2) }).outcome, 'saved');
  assert.deepEqual(Object.keys(stored(storage, key).done), ['sa', 'sc']);
});

test('a run begun without room is no deleted run', () => {
  const storage = new FakeStorage();
  storage.full = true;
  const store = openStore(storage, now);
  const { run, outcome } = putRun(store, sampleRun());
  assert.equal(outcome, 'full');
  assert.equal(edit(store, run, { 'done.sa': at(1) }).outcome, 'full');
  assert.equal(store.list().length, 1);
  storage.full = false;
  assert.equal(edit(store, run, { 'done.sc': at(1) }).outcome, 'saved');
});

for (const [name, open] of [
  ['from the start', (): FakeStorage | undefined => undefined],
  [
    'while the page is open',
    (): FakeStorage => Object.assign(new FakeStorage(), { blocked: true }),
  ],
] as const)
  test(`where the browser keeps nothing ${name}, the tab works in memory and says so`, () => {
    const store = openStore(open(), now);
    assert.deepEqual([store.list(), store.keys(OWN)], [[], []]);
    const { run, outcome } = putRun(store, sampleRun());
    assert.equal(outcome, 'blocked');
    const changed = edit(store, run, { 'done.sa': at(1) });
    assert.equal(changed.outcome, 'blocked');
    assert.deepEqual(store.list(), [changed.run]);
    assert.equal(hearRun(store, null, changed.run)?.outcome, 'blocked');
  });

const damages: [string, (text: string) => string][] = [
  ['half written', (text) => text.slice(0, text.length / 2)],
  ['no JSON', () => 'รอบงาน'],
  ['of another kind', () => '[1,2,3]'],
  ['null', () => 'null'],
  ['with a field of the wrong type', (text) => text.replace('"done":{}', '"done":[]')],
  ['with a field too many', (text) => text.replace('"v":1', '"v":1,"x":1')],
  ['with a time that is none', (text) => text.replace(/"started":"[^"]+"/, '"started":"เมื่อวาน"')],
  ['another run’s', (text) => text.replace('aaaaaaaaaa', 'bbbbbbbbbb')],
  [
    'a key that everything inherits',
    (text) => text.replace('"done":{}', `"done":{"__proto__":"${at(1)}"}`),
  ],
];
for (const [name, damage] of damages)
  test(`a stored run that is ${name} is set aside, not deleted`, () => {
    const { storage, run, key } = twoTabs();
    const broken = damage(storage.texts.get(key) ?? '');
    storage.texts.set(key, broken);
    const fresh = openStore(storage, now);
    assert.deepEqual(fresh.list(), []);
    const [aside = '', ...more] = fresh.keys(ASIDE);
    assert.deepEqual(more, []);
    assert.equal(storage.texts.get(aside), broken);
    assert.ok(aside.endsWith(key));
    assert.ok(!storage.texts.has(key));
    assert.equal(edit(fresh, run, { 'done.sa': at(1) }).outcome, 'gone');
  });

test('a tab that has the run whole writes it again when the stored one was damaged', () => {
  const { storage, a, run, key } = twoTabs();
  storage.texts.set(key, '{"v":1');
  const { outcome } = edit(a, run, { 'done.sa': at(1) });
  assert.equal(outcome, 'saved');
  assert.deepEqual(Object.keys(stored(storage, key).done), ['sa']);
  assert.equal(a.keys(ASIDE).length, 1);
});

test('where there is no room to set it aside, a damaged text stays where it is', () => {
  const { storage, a, run, key } = twoTabs();
  storage.texts.set(key, '{"v":1');
  storage.full = true;
  assert.equal(edit(a, run, { 'done.sa': at(1) }).outcome, 'full');
  assert.equal(storage.texts.get(key), '{"v":1');
  assert.equal(removeRun(a, run).outcome, 'full');
  assert.equal(storage.texts.get(key), '{"v":1');
});

test('what a newer site wrote is neither damaged nor written over', () => {
  const { storage, a, run, key } = twoTabs();
  const newer = (storage.texts.get(key) ?? '').replace('"v":1', '"v":2,"new":{}');
  storage.texts.set(key, newer);
  assert.equal(edit(a, run, { 'done.sa': at(1) }).outcome, 'newer');
  assert.equal(removeRun(a, run).outcome, 'newer');
  assert.deepEqual(openStore(storage, now).list(), []);
  assert.deepEqual([storage.texts.get(key), a.keys(ASIDE)], [newer, []]);
});

test('a run deleted in another tab does not come back by itself, and nothing of it is lost', () => {
  const { storage, a, b, run, key } = twoTabs();
  edit(a, run, { 'done.sa': at(1) });
  assert.equal(removeRun(b, run).outcome, 'saved');
  assert.equal(hearRun(a, key, run)?.outcome, 'gone');
  const changed = edit(a, run, { 'done.sc': at(2) });
  assert.equal(changed.outcome, 'gone');
  assert.ok(!storage.texts.has(key));
  assert.equal(putRun(a, changed.run).outcome, 'saved');
  assert.deepEqual(Object.keys(stored(storage, key).done), ['sa', 'sc']);
});

test('a deletion gives back the run as it was last, other tabs’ changes included', () => {
  const { storage, a, b, run, key } = twoTabs();
  edit(a, run, { 'done.sa': at(1) });
  const { run: last } = removeRun(b, run);
  assert.deepEqual(Object.keys(last.done), ['sa']);
  assert.deepEqual([storage.texts.has(key), b.list()], [false, []]);
  putRun(b, last);
  assert.deepEqual(stored(storage, key), last);
});

test('keys of other sites and programs are left alone', () => {
  const { storage, a } = twoTabs();
  storage.texts.set('theme', '{"dark":true}');
  storage.texts.set('khumue', 'x');
  a.list();
  assert.deepEqual(
    [storage.texts.get('theme'), storage.texts.get('khumue')],
    ['{"dark":true}', 'x'],
  );
});
