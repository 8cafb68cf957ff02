// Stage: checklist, shared by build and browser. What a reader does, ticks apart → the fields of the run that it changes.
import { choices, hiddenSteps, leadsBack } from './branches.ts';
import { leavesOf, type Edits, type Item, type Run, type Snapshot, type Time } from './run.ts';
import { LONGEST } from './run-shape.ts';
import { editsOf, tick } from './tick.ts';

/** Every step that applies. */
export function tickAll(run: Run, on: boolean, now: Time): Edits {
  const { items } = run.snapshot;
  const hidden = hiddenSteps(items, run);
  return editsOf(
    items.filter((item) => item.in === undefined).map(({ id }) => id),
    (id) => (id in run.skipped || hidden.includes(id) ? {} : tick(run, id, on, now, hidden)),
  );
}

/**
 * Says that a step does not apply, and why; `undefined`: it does after all. `was` is the reason that
 * stood there when the writer began: another that a substep has, or that another tab has written since,
 * stays before the writer's own.
 */
export function skip(run: Run, step: string, reason: string | undefined, was?: string): Edits {
  return editsOf(leavesOf(run.snapshot.items, step), (id) => {
    const other = run.skipped[id];
    if (reason === undefined) return { [`skipped.${id}`]: undefined };
    const both =
      other === undefined || other === was || other === reason
        ? reason
        : [other, reason].filter(Boolean).join(' · ').slice(0, LONGEST.text);
    return { [`skipped.${id}`]: both, [`done.${id}`]: undefined };
  });
}

/**
 * The note as the writer leaves it; empty is none. `was` is what stood there when the writer began: what
 * another tab has written since stays, above the writer's own words.
 */
export function note(run: Run, step: string, text: string, was: string): Edits {
  if (text === was) return {};
  const other = run.notes[step] ?? '';
  const both = other === was || other === text ? text : `${other}\n${text}`;
  const words = both.trim() === '' ? undefined : both.trim().slice(0, LONGEST.text);
  return { [`notes.${step}`]: words };
}

/** Answers a decision with one of its conditions. It is done with that, unless the way leads back. */
export function choose(run: Run, step: string, when: string, now: Time): Edits {
  const done = wayBack(run, step, when) === undefined;
  return { ...tick(run, step, done, now, []), [`chosen.${step}`]: when };
}

/** The step that an answer leads back to; undefined where it leads on. */
export function wayBack(run: Run, step: string, when: string): string | undefined {
  const { items } = run.snapshot;
  const item = items.find(({ id }) => id === step);
  const to = item && choices(item).find((way) => way.when === when)?.to;
  return to !== undefined && leadsBack(items, step, to) ? to : undefined;
}

/** Everything from where a way back leads up to the decision is to be done again. */
export function again(run: Run, from: string, to: string): Edits {
  const order = run.snapshot.items.map(({ id }) => id);
  return editsOf(order.slice(order.indexOf(to), order.indexOf(from) + 1), (id) => ({
    [`done.${id}`]: undefined,
    [`chosen.${id}`]: undefined,
  }));
}

/** As it began: nothing done, skipped, noted or chosen. The label stays. */
export function reset(run: Run): Edits {
  const fields = (part: 'done' | 'skipped' | 'notes' | 'chosen'): string[] =>
    Object.keys(run[part]).map((id) => `${part}.${id}`);
  const all = [...fields('done'), ...fields('skipped'), ...fields('notes'), ...fields('chosen')];
  return Object.fromEntries([...all, 'finished'].map((field) => [field, undefined]));
}

/** Follows the manual as it is now; the steps as they were stay with the run. */
export function moveOver(run: Run, snapshot: Snapshot, now: Time): Edits {
  const { rev, items } = run.snapshot;
  return { snapshot, [`past.${rev}`]: { items, until: now } };
}

/** Steps of earlier snapshots that are no longer there, each as it read last. */
export function removedItems(run: Run): Item[] {
  const here = new Set(run.snapshot.items.map(({ id }) => id));
  const past = Object.values(run.past).toSorted((a, b) => (a.until < b.until ? 1 : -1));
  const removed = new Map<string, Item>();
  for (const { items } of past)
    for (const item of items)
      if (!here.has(item.id) && !removed.has(item.id)) removed.set(item.id, item);
  return [...removed.values()];
}
