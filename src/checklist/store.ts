// Stage: checklist, shared by build and browser. A Storage (or none) → the runs in it; what is damaged set aside.
import { lastUse, merge, type Run, type Time } from './run.ts';
import { readRun } from './run-shape.ts';

/** Every key of the checklists begins so. */
export const OWN = 'khumue:';
export const RUN = `${OWN}run:`;
/** What could not be read, kept as it was found: `khumue:aside:<time>:<its key>`. */
export const ASIDE = `${OWN}aside:`;

/**
 * How a change ended. `saved`; `full`: no room; `blocked`: the browser keeps nothing for this page;
 * `gone`: the run was deleted elsewhere; `newer`: a newer version of the site wrote it. In all but the
 * first the change is in the returned run only, and goes into the storage with the next one that can.
 */
export type Outcome = 'saved' | 'full' | 'blocked' | 'gone' | 'newer';

/** What a key holds: a run, nothing, a newer site's run, or something damaged that there is no room to set aside. */
export type Found = Run | 'newer' | 'stuck' | undefined;

/** Where runs are kept, and what this tab knows of them. What changes it is in store-write.ts. */
export interface Store {
  readonly storage: Storage | undefined;
  /** Runs as this tab knows them, unsaved changes included. */
  readonly known: Map<string, Run>;
  /** Runs never written for want of room: their absence is no deletion. */
  readonly unsaved: Set<string>;
  /** The keys that begin so. */
  keys(prefix: string): string[];
  /** The text of a key; null: none; undefined: the browser refuses to say. */
  stored(key: string): string | null | undefined;
  /** Understands the text of a key; sets it aside where it is damaged. */
  read(key: string, text: string | null | undefined): Found;
  write(key: string, text: string): Outcome;
  get(key: string): Run | undefined;
  /** The runs of one procedure or of all, last used first. */
  list(procedure?: string): Run[];
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

export function openStore(storage: Storage | undefined, now: () => Time): Store {
  const store: Store = {
    storage,
    known: new Map(),
    unsaved: new Set(),
    keys(prefix) {
      try {
        return Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? '').filter(
          (key) => key.startsWith(prefix),
        );
      } catch {
        return [];
      }
    },
    stored(key) {
      try {
        return storage?.getItem(key);
      } catch {
        return undefined;
      }
    },
    read(key, text) {
      if (text == null) return undefined;
      const found = readRun(text);
      if (found === 'newer' || (found && keyOf(found) === key)) return found;
      // Copied before it is taken away: where there is no room it stays where it is.
      if (store.write(`${ASIDE}${now()}:${key}`, text) !== 'saved') return 'stuck';
      storage?.removeItem(key);
      return undefined;
    },
    write(key, text) {
      if (!storage) return 'blocked';
      try {
        storage.setItem(key, text);
        return 'saved';
      } catch (error) {
        return (error as Partial<Error> | null)?.name === 'SecurityError' ? 'blocked' : 'full';
      }
    },
    get(key) {
      const text = store.stored(key);
      const found = store.read(key, text);
      const own = store.known.get(key);
      if (typeof found === 'object') store.known.set(key, own ? merge(found, own) : found);
      else if (text === null && !store.unsaved.has(key)) return undefined;
      return store.known.get(key);
    },
    list(procedure) {
      const prefix = procedure === undefined ? RUN : `${RUN}${procedure}:`;
      const own = [...store.known.keys()].filter((key) => key.startsWith(prefix));
      return [...new Set([...store.keys(prefix), ...own])]
        .flatMap((key) => store.get(key) ?? [])
        .sort((a, b) => (lastUse(a) < lastUse(b) ? 1 : -1));
    },
  };
  return store;
}
