// Stage: checklist, shared by build and browser. A change to a run → the storage, read anew first so that two tabs lose nothing.
import { merge, same, type Run } from './run.ts';
import { keyOf, type Found, type Outcome, type Store } from './store.ts';

export interface Changed {
  readonly run: Run;
  readonly outcome: Outcome;
}

/** Reads the run anew, joins it with what this tab knows, changes it, writes it. */
export function updateRun(store: Store, run: Run, edit: (run: Run) => Run): Changed {
  const key = keyOf(run);
  const text = store.stored(key);
  const found = store.read(key, text);
  const gone = text === null && !store.unsaved.has(key) ? 'gone' : undefined;
  const changed = keep(store, edit(joined(store, run, found)), refusal(found) ?? gone);
  if (changed.outcome === 'saved') store.unsaved.delete(key);
  return changed;
}

/** Writes a run that is not there, or joins it with the one that is: a new run, an import, an undone deletion. */
export function putRun(store: Store, run: Run): Changed {
  const key = keyOf(run);
  const found = store.read(key, store.stored(key));
  const changed = keep(store, typeof found === 'object' ? merge(found, run) : run, refusal(found));
  if (changed.outcome === 'full' && found === undefined) store.unsaved.add(key);
  else store.unsaved.delete(key);
  return changed;
}

/** A storage event's key, null for all: the run as another tab left it. Undefined: not about this run. */
export function hearRun(store: Store, key: string | null, run: Run): Changed | undefined {
  const own = keyOf(run);
  if (key !== null && key !== own) return undefined;
  const text = store.stored(own);
  const found = store.read(own, text);
  const both = joined(store, run, found);
  // Damaged by another hand: this tab still has it whole. Written over by another tab: this one's changes go back in.
  if (typeof text === 'string' && !refusal(found) && !same(both, found)) return keep(store, both);
  store.known.set(own, both);
  const away = text === undefined ? 'blocked' : text === null ? 'gone' : 'saved';
  return { run: both, outcome: refusal(found) ?? away };
}

/** Takes a run away, unless it cannot be read whole. What comes back is the run as it was last, for the undo. */
export function removeRun(store: Store, run: Run): Changed {
  const key = keyOf(run);
  const text = store.stored(key);
  const found = store.read(key, text);
  const last = joined(store, run, found);
  const refused = refusal(found) ?? (store.storage && text === undefined ? 'blocked' : undefined);
  if (refused === undefined) forget(store, key);
  return { run: last, outcome: refused ?? 'saved' };
}

/** Takes a key away, whatever it holds. */
export function forget(store: Store, key: string): void {
  store.storage?.removeItem(key);
  store.known.delete(key);
  store.unsaved.delete(key);
}

function joined(store: Store, run: Run, found: Found): Run {
  const own = store.known.get(keyOf(run)) ?? run;
  return typeof found === 'object' ? merge(found, own) : own;
}

function keep(store: Store, run: Run, refused?: Outcome): Changed {
  const key = keyOf(run);
  store.known.set(key, run);
  return { run, outcome: refused ?? store.write(key, JSON.stringify(run)) };
}

function refusal(found: Found): Outcome | undefined {
  return found === 'newer' ? 'newer' : found === 'stuck' ? 'full' : undefined;
}
