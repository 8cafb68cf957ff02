// Stage: checklist, shared by build and browser. A Storage (or none) → runs read, changed, removed; what went wrong, said.
import { lastUse, merge, same, type Run, type Time } from './run.ts';
import { readRun } from './run-shape.ts';

/** Every key of the checklists begins so. */
export const OWN = 'khumue:';
const RUN = `${OWN}run:`;
/** What could not be read, kept as it was found: `khumue:aside:<time>:<its key>`. */
export const ASIDE = `${OWN}aside:`;

/**
 * How a change ended. `saved`; `full`: no room; `blocked`: the browser keeps nothing for this page;
 * `gone`: the run was deleted elsewhere; `newer`: a newer version of the site wrote it. In all but the
 * first the change is in the returned run only, and goes into the storage with the next one that can.
 */
export type Outcome = 'saved' | 'full' | 'blocked' | 'gone' | 'newer';

export interface Changed {
  readonly run: Run;
  readonly outcome: Outcome;
}

/** Where runs are kept. A tab has one; it remembers what the tab has shown. */
export interface Store {
  /** The runs of one procedure or of all, last used first. What is damaged is set aside on the way. */
  list(procedure?: string): Run[];
  get(key: string): Run | undefined;
  /** Reads the run anew, joins it with what this tab knows, changes it, writes it. */
  update(run: Run, edit: (run: Run) => Run): Changed;
  /** Writes a run that is not there, or joins it with the one that is: a new run, an import, an undone deletion. */
  put(run: Run): Changed;
  /** A storage event's key, null for all: the run as another tab left it. Undefined: not about this run. */
  heard(key: string | null, run: Run): Changed | undefined;
  /** Takes a key away, whatever it holds. */
  forget(key: string): void;
  /** The keys that begin so. */
  keys(prefix: string): string[];
}

export function keyOf(run: Pick<Run, 'procedure' | 'id'>): string {
  return `${RUN}${run.procedure}:${run.id}`;
}

/** The browser's storage, or undefined where it refuses. */
export function openStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** What a key holds: a run, nothing, a newer site's run, or something damaged that there is no room to set aside. */
type Found = Run | 'newer' | 'stuck' | undefined;

export function openStore(storage: Storage | undefined, now: () => Time): Store {
  /** Runs as this tab knows them, unsaved changes included. */
  const known = new Map<string, Run>();
  /** Runs never written for want of room: their absence is no deletion. */
  const unsaved = new Set<string>();

  const keys = (prefix: string): string[] => {
    try {
      return Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? '').filter(
        (key) => key.startsWith(prefix),
      );
    } catch {
      return [];
    }
  };

  const write = (key: string, text: string): Outcome => {
    if (!storage) return 'blocked';
    try {
      storage.setItem(key, text);
      return 'saved';
    } catch (error) {
      return (error as Partial<Error> | null)?.name === 'SecurityError' ? 'blocked' : 'full';
    }
  };

  const read = (key: string, text: string | null | undefined): Found => {
    if (text == null) return undefined;
    const found = readRun(text);
    if (found === 'newer' || (found && keyOf(found) === key)) return found;
    // Copied before it is taken away: where there is no room it stays where it is.
    if (write(`${ASIDE}${now()}:${key}`, text) !== 'saved') return 'stuck';
    storage?.removeItem(key);
    return undefined;
  };

  const joined = (run: Run, found: Found): Run => {
    const own = known.get(keyOf(run)) ?? run;
    return typeof found === 'object' ? merge(found, own) : own;
  };

  const keep = (run: Run, refused?: Outcome): Changed => {
    const key = keyOf(run);
    known.set(key, run);
    return { run, outcome: refused ?? write(key, JSON.stringify(run)) };
  };

  const refusal = (found: Found): Outcome | undefined =>
    found === 'newer' ? 'newer' : found === 'stuck' ? 'full' : undefined;

  /** The text of a key; undefined where the browser refuses to say. */
  const stored = (key: string): string | null | undefined => {
    try {
      return storage?.getItem(key);
    } catch {
      return undefined;
    }
  };

  const self: Store = {
    list(procedure) {
      const prefix = procedure === undefined ? RUN : `${RUN}${procedure}:`;
      const own = [...known.keys()].filter((key) => key.startsWith(prefix));
      return [...new Set([...keys(prefix), ...own])]
        .flatMap((key) => self.get(key) ?? [])
        .sort((a, b) => (lastUse(a) < lastUse(b) ? 1 : -1));
    },
    get(key) {
      const text = stored(key);
      const found = read(key, text);
      if (typeof found === 'object') known.set(key, joined(found, found));
      else if (text === null && !unsaved.has(key)) return undefined;
      return known.get(key);
    },
    update(run, edit) {
      const key = keyOf(run);
      const text = stored(key);
      const found = read(key, text);
      const gone = text === null && !unsaved.has(key);
      const changed = keep(edit(joined(run, found)), refusal(found) ?? (gone ? 'gone' : undefined));
      if (changed.outcome === 'saved') unsaved.delete(key);
      return changed;
    },
    put(run) {
      const key = keyOf(run);
      const found = read(key, stored(key));
      const changed = keep(typeof found === 'object' ? merge(found, run) : run, refusal(found));
      if (changed.outcome === 'full' && found === undefined) unsaved.add(key);
      else unsaved.delete(key);
      return changed;
    },
    heard(key, run) {
      const own = keyOf(run);
      if (key !== null && key !== own) return undefined;
      const text = stored(own);
      const found = read(own, text);
      const both = joined(run, found);
      // Damaged by another hand: this tab still has it whole. Written over by another tab: this one's changes go back in.
      if (typeof text === 'string' && !refusal(found) && !same(both, found)) return keep(both);
      known.set(own, both);
      const away = text === undefined ? 'blocked' : text === null ? 'gone' : 'saved';
      return { run: both, outcome: refusal(found) ?? away };
    },
    forget(key) {
      storage?.removeItem(key);
      known.delete(key);
      unsaved.delete(key);
    },
    keys,
  };
  return self;
}
