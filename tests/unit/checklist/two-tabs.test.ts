// Unit: 2,000 random operations in two tabs, with reloads, faults and new editions of the manual, beside a simple model.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as actions from '../../../src/checklist/actions.ts';
import { hiddenSteps } from '../../../src/checklist/branches.ts';
import { change, startRun, undoing } from '../../../src/checklist/run-change.ts';
import type { Edits, Item, Run, Snapshot } from '../../../src/checklist/run.ts';
import {
  hearRun,
  putRun,
  removeRun,
  updateRun,
  type Changed,
} from '../../../src/checklist/store-write.ts';
import { ASIDE, keyOf, openStore, type Store } from '../../../src/checklist/store.ts';
import { tick } from '../../../src/checklist/tick.ts';
import { FakeStorage } from './fake-storage.ts';
import { withDecisions, withSubsteps } from './sample-run.ts';

/** What a run ought to be: each field with its value and the time of its last change. */
type Fields = Map<string, Field>;
interface Field {
  value: unknown;
  time: string;
}

interface Tab {
  store: Store;
  /** What the tab ought to know of each run, unsaved changes included. */
  known: Map<string, Fields>;
  /** Runs that the tab began while there was no room: no deletion can be meant. */
  unsaved: Set<string>;
  page: Snapshot;
  undo: { before: Run; after: Run } | undefined;
}

class Bench {
  readonly storage = new FakeStorage();
  /** The run behind each key, as it ought to be stored. A damaged one is not here. */
  readonly truth = new Map<string, Fields>();
  /** Texts that this site cannot read, damaged or newer: each has to be found somewhere for ever. */
  readonly damaged = new Set<string>();
  readonly runs = new Map<string, Run>();
  clock = Date.parse('2025-01-13T03:00:00.000Z');
  edition = 0;
  readonly random: () => number;
  readonly tabs: Tab[];

  constructor(seed: number) {
    this.random = mulberry32(seed);
    this.tabs = [this.openTab(), this.openTab()];
  }

  now = (): string => new Date(this.clock).toISOString();
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  openTab(): Tab {
    return {
      store: openStore(this.storage, this.now),
      known: new Map(),
      unsaved: new Set(),
      page: edition(this.edition),
      undo: undefined,
    };
  }
}

/** How often each kind of operation came up, over all seeds. */
const counts: Record<string, number> = {};

for (const seed of [1, 300, 50_000])
  test(`two tabs lose nothing in 2,000 operations (seed ${String(seed)})`, () => {
    const bench = new Bench(seed);
    for (let i = 0; i < 2000; i++) {
      bench.clock += 1 + Math.floor(bench.random() * 5000);
      // A clock that somebody sets back by an hour, now and then.
      if (bench.random() < 0.01) bench.clock -= 3_600_000;
      const name = step(bench);
      counts[name] = (counts[name] ?? 0) + 1;
      check(bench, `operation ${String(i)}: ${name}`);
    }
  });

test('the random operations are of every kind', () => {
  const rare = [
    ...['saved', 'full', 'blocked', 'gone', 'newer'].map((outcome) => `edit ${outcome}`),
    'heard',
    'fault',
    'damage',
    'newer',
    'reload',
    'delete',
    'undo delete',
    'delete newer',
    'new edition',
  ].filter((name) => (counts[name] ?? 0) < 3);
  assert.deepEqual(rare, [], JSON.stringify(counts));
  assert.ok((counts['edit saved'] ?? 0) > 2000);
});

function step(bench: Bench): string {
  const tab = bench.pick(bench.tabs);
  const dice = bench.random();
  const { storage } = bench;
  for (const key of bench.runs.keys())
    if (!storage.texts.has(key) && bench.tabs.every(({ known }) => !known.has(key)))
      bench.runs.delete(key);
  if (bench.runs.size < 4 || dice < 0.01) return begin(bench, tab);
  if (dice < 0.04) return fault(bench);
  if (dice < 0.055 && !storage.blocked) return damage(bench);
  if (dice < 0.08) {
    bench.tabs[bench.tabs.indexOf(tab)] = bench.openTab();
    return 'reload';
  }
  if (dice < 0.1) {
    bench.edition++;
    return 'new edition';
  }
  const seen = [...bench.runs].filter(([key]) => bench.truth.has(key) || tab.known.has(key));
  if (seen.length === 0) return begin(bench, tab);
  const [, run] = bench.pick(seen);
  if (dice < 0.12 && !storage.blocked) return remove(bench, tab, run);
  if (dice < 0.2 && !storage.blocked) return hear(bench, tab, run);
  if (dice < 0.23) return list(bench, tab);
  return edit(bench, tab, run);
}

function begin(bench: Bench, tab: Tab): string {
  const id = `run${String(bench.clock)}`;
  const procedure = bench.pick(['manual/first', 'manual/second']);
  const run = startRun(
    { id, procedure, title: 'งาน', label: `รอบ ${id}`, snapshot: tab.page },
    bench.now(),
  );
  bench.runs.set(keyOf(run), run);
  put(bench, tab, run);
  return 'begin';
}

/** Writes a whole run: one that is new, or one that comes back. */
function put(bench: Bench, tab: Tab, run: Run): Changed {
  const key = keyOf(run);
  const absent = !bench.storage.blocked && !bench.storage.texts.has(key);
  const changed = putRun(tab.store, run);
  const fields = latest(bench.truth.get(key), fieldsOf(run));
  tab.known.set(key, fields);
  tab.unsaved.delete(key);
  if (changed.outcome === 'saved') bench.truth.set(key, new Map(fields));
  else if (changed.outcome === 'full' && absent) tab.unsaved.add(key);
  assert.deepEqual(fieldsOf(changed.run), fields);
  return changed;
}

function fault({ storage, random }: Bench): string {
  // Troubles come one at a time and go away again.
  if (storage.full || storage.blocked) storage.full = storage.blocked = false;
  else if (random() < 0.5) storage.full = true;
  else storage.blocked = true;
  return 'fault';
}

function damage(bench: Bench): string {
  const { storage } = bench;
  const key = bench.pick([...bench.truth.keys()]);
  const text = storage.texts.get(key);
  if (text === undefined) return 'nothing to damage';
  if (bench.random() < 0.3) {
    // Not damaged: written by a site of the future.
    storage.texts.set(key, text.replace('"v":1', '"v":2'));
    bench.truth.delete(key);
    bench.damaged.add(storage.texts.get(key) ?? '');
    return 'newer';
  }
  const broken = bench.pick([
    text.slice(0, Math.floor(text.length * bench.random())),
    text.replace('"done":', '"dono":'),
    text.replace(/"rev":"[0-9a-f]/, '"rev":"Z'),
    'null',
    '',
    text.replace(/"id":"run/, '"id":"sun'),
  ]);
  const marked =
    broken === '' || broken === 'null'
      ? `${broken} ${String(bench.clock)}`
      : `${broken} `.trimEnd();
  if (marked === text) return 'nothing to damage';
  storage.texts.set(key, marked);
  bench.truth.delete(key);
  bench.damaged.add(marked);
  return 'damage';
}

function remove(bench: Bench, tab: Tab, run: Run): string {
  const key = keyOf(run);
  const before = tab.store.get(key);
  settle(bench, tab, key);
  if (!before) return 'nothing to delete';
  const removed = removeRun(tab.store, before);
  assert.deepEqual(fieldsOf(removed.run), tab.known.get(key));
  // What this site cannot read is not its to delete.
  if (removed.outcome !== 'saved') return `delete ${removed.outcome}`;
  bench.truth.delete(key);
  tab.known.delete(key);
  tab.unsaved.delete(key);
  if (bench.random() < 0.5) return 'delete';
  put(bench, tab, before);
  return 'undo delete';
}

function hear(bench: Bench, tab: Tab, run: Run): string {
  const key = keyOf(run);
  const known = tab.known.get(key);
  const shown = tab.store.known.get(key);
  if (!known || !shown) return 'heard nothing';
  const raw = bench.storage.texts.get(key);
  const stored = bench.truth.get(key);
  const changed = hearRun(tab.store, bench.pick([key, null]), shown);
  assert.ok(changed);
  const both = latest(stored, known);
  tab.known.set(key, both);
  assert.deepEqual(fieldsOf(changed.run), both);
  // What this tab had and the storage had not goes back in.
  if (changed.outcome === 'saved' && raw !== undefined) bench.truth.set(key, new Map(both));
  return 'heard';
}

function list(bench: Bench, tab: Tab): string {
  const procedure = bench.pick(['manual/first', 'manual/second', undefined]);
  const runs = tab.store.list(procedure);
  for (const key of bench.runs.keys())
    if (procedure === undefined || key.includes(procedure)) settle(bench, tab, key);
  if (!bench.storage.blocked)
    for (const [key] of bench.truth)
      if (procedure === undefined || key.includes(procedure))
        assert.ok(
          runs.some((run) => keyOf(run) === key),
          `${key} is listed`,
        );
  return 'list';
}

/** The model of a read: what is stored joins what the tab knows. */
function settle(bench: Bench, tab: Tab, key: string): void {
  const stored = bench.storage.blocked ? undefined : bench.truth.get(key);
  if (stored) tab.known.set(key, latest(stored, tab.known.get(key) ?? new Map<string, Field>()));
}

function edit(bench: Bench, tab: Tab, sample: Run): string {
  const key = keyOf(sample);
  const { storage } = bench;
  const shown = tab.store.get(key) ?? tab.store.known.get(key);
  settle(bench, tab, key);
  if (!shown) return 'nothing to edit';
  const there = storage.texts.has(key);
  const edits = someEdits(bench, tab);
  let made: Edits = {};
  let before: Run | undefined;
  const changed = updateRun(tab.store, shown, (run) => {
    before = run;
    made = edits(run);
    return change(run, made, bench.now());
  });
  const view = latest(
    storage.blocked ? undefined : bench.truth.get(key),
    tab.known.get(key) ?? fieldsOf(shown),
  );
  for (const [field, value] of Object.entries(made)) {
    const old = view.get(field);
    if (text(old?.value) === text(value)) continue;
    const time =
      old && old.time >= bench.now()
        ? new Date(Date.parse(old.time) + 1).toISOString()
        : bench.now();
    view.set(field, { value, time });
  }
  tab.known.set(key, view);
  assert.deepEqual(fieldsOf(changed.run), view);
  if (changed.outcome === 'saved') {
    bench.truth.set(key, new Map(view));
    tab.unsaved.delete(key);
  }
  if (changed.outcome === 'gone') {
    assert.ok(!there && !tab.unsaved.has(key), 'only what is gone is called gone');
    if (bench.random() < 0.7) put(bench, tab, changed.run);
  }
  if (before) tab.undo = { before, after: changed.run };
  return `edit ${changed.outcome}`;
}

function someEdits(bench: Bench, tab: Tab): (run: Run) => Edits {
  const word = `คำ ${String(Math.floor(bench.random() * 1000))}`;
  const now = bench.now();
  const { undo } = tab;
  const on = bench.random() < 0.6;
  const some = bench.random();
  const step = (run: Run): string => bench.pick(run.snapshot.items).id;
  return bench.pick<(run: Run) => Edits>([
    (run) => tick(run, step(run), on, now, hiddenSteps(run.snapshot.items, run)),
    (run) => tick(run, step(run), true, now, []),
    (run) => tick(run, step(run), on, now, []),
    (run) => {
      const id = step(run);
      return actions.skip(run, id, on ? word : undefined, some < 0.7 ? run.skipped[id] : undefined);
    },
    (run) => {
      const id = step(run);
      // Now and then from a form that was opened before another tab wrote.
      return actions.note(run, id, on ? word : '', some < 0.7 ? (run.notes[id] ?? '') : '');
    },
    (run) => {
      const item = run.snapshot.items.find(({ next }) => next);
      const way = item?.next?.[Math.floor(some * item.next.length)];
      return item && way?.when !== undefined ? actions.choose(run, item.id, way.when, now) : {};
    },
    () => ({ label: word }),
    () => ({ finished: on ? now : undefined }),
    () => ({ archived: on ? now : undefined }),
    (run) => (some < 0.2 ? actions.reset(run) : actions.tickAll(run, on, now)),
    (run) => (run.snapshot.rev === tab.page.rev ? {} : actions.moveOver(run, tab.page, now)),
    () => ({ stays: tab.page.rev }),
    (run) => (undo && keyOf(undo.before) === keyOf(run) ? undoing(undo.before, undo.after) : {}),
  ]);
}

function check({ storage, truth, damaged }: Bench, when: string): void {
  for (const [key, fields] of truth) {
    const text = storage.texts.get(key);
    assert.ok(text !== undefined, `${when}: ${key} is stored`);
    assert.deepEqual(fieldsOf(JSON.parse(text) as Run), fields, when);
  }
  const texts = new Set(storage.texts.values());
  for (const text of damaged) assert.ok(texts.has(text), `${when}: a damaged text is gone`);
  for (const key of storage.texts.keys())
    if (key.startsWith(ASIDE)) assert.ok(!truth.has(key), when);
}

function latest(a: Fields | undefined, b: Fields): Fields {
  const both: Fields = new Map(a);
  for (const [field, own] of b) {
    const other = both.get(field);
    // A clock set back can give two tabs one time: then both have to choose the same.
    const later = !other || own.time > other.time;
    const tie = own.time === other?.time && text(own.value) > text(other.value);
    if (later || tie) both.set(field, own);
  }
  return both;
}

const text = (value: unknown): string => JSON.stringify([value]);

function fieldsOf(run: Run): Fields {
  const whole = run as unknown as Record<string, unknown>;
  return new Map(
    Object.entries(run.at).map(([field, time]) => {
      const [part = '', key] = field.split('.');
      const holder = whole[part];
      const value = key === undefined ? holder : (holder as Record<string, unknown>)[key];
      return [field, { value, time }];
    }),
  );
}

/** The manual at an edition: texts reworded, steps coming and going, ids for ever. */
function edition(n: number): Snapshot {
  const base: readonly Item[] = n % 2 === 0 ? withSubsteps : withDecisions;
  const items = base
    .filter((_, i) => i === 0 || (n * 7 + i) % 5 !== 0)
    .filter((item, _, all) => item.in === undefined || all.some(({ id }) => id === item.in))
    .map((item, i) =>
      (n + i) % 3 === 0 ? { ...item, text: `${item.text} แก้ครั้งที่ ${String(n)}` } : item,
    );
  return { rev: n.toString(16).padStart(64, '0'), items };
}

/** A small generator whose runs can be repeated. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
