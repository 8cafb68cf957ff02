// Stage: checklist, shared by build and browser. What a run is; two copies of a run → one, nothing of either lost.

/** An instant in UTC as `Date.toISOString` writes it: texts sort as times do. */
export type Time = string;

/** A way on from a step, if not simply to the next. `to` is a step's id or `end`. */
export interface Way {
  readonly to: string;
  readonly when?: string;
  readonly inferred?: true;
}

/** A step or substep as the reader saw it; substeps follow their step. */
export interface Item {
  readonly id: string;
  /** As shown: `2.3`, `๓`. */
  readonly no: string;
  readonly text: string;
  /** The step it is a substep of. */
  readonly in?: string;
  readonly kind?: string;
  /** Who does it, in words. */
  readonly actor?: string;
  /** Whom it goes to, in words. */
  readonly to?: readonly string[];
  readonly next?: readonly Way[];
}

/** A procedure's steps at one revision (revision.ts). */
export interface Snapshot {
  readonly rev: string;
  readonly items: readonly Item[];
}

/** One use of a procedure's checklist. */
export interface Run {
  readonly v: 1;
  /** Random, for ever. */
  readonly id: string;
  /** `<manual>/<procedure>` */
  readonly procedure: string;
  /** The procedure's title when the run began. */
  readonly title: string;
  readonly started: Time;
  readonly label: string;
  readonly finished?: Time;
  readonly archived?: Time;
  /** The revision of the manual that the reader chose not to move over to. */
  readonly stays?: string;
  /** The steps that the reader follows. */
  readonly snapshot: Snapshot;
  /** Earlier snapshots by revision, with the time when the reader left them. */
  readonly past: Readonly<
    Record<string, { readonly items: readonly Item[]; readonly until: Time }>
  >;
  /** Step id → when it was done. A step with substeps has no entry: they add up to it. */
  readonly done: Readonly<Record<string, Time>>;
  /** Step id → why it does not apply; may be empty. */
  readonly skipped: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<string, string>>;
  /** Decision's id → the condition (`when`) that held. */
  readonly chosen: Readonly<Record<string, string>>;
  /**
   * Field (`label`, `done.s1`) → when it last changed, removal included. What makes two copies of a
   * run mergeable without loss: each field is as its latest writer left it.
   */
  readonly at: Readonly<Record<string, Time>>;
}

/** What a reader has said of the steps. */
export type State = Pick<Run, 'done' | 'skipped' | 'notes' | 'chosen'>;

/** Fields and their new values; `undefined` takes a value away. */
export type Edits = Readonly<Record<string, unknown>>;

/** The ids of the substeps of a step; its own id where it has none. */
export function leavesOf(items: readonly Item[], id: string): string[] {
  const below = items.filter((item) => item.in === id);
  return below.length > 0 ? below.map((item) => item.id) : [id];
}

/** Both copies' changes, each field from the copy that changed it last. Order does not matter. */
export function merge(a: Run, b: Run): Run {
  const merged = structuredClone(a);
  for (const [field, time] of Object.entries(b.at)) {
    const own = merged.at[field] ?? '';
    const value = valueOf(b, field);
    if (time > own || (time === own && text(value) > text(valueOf(merged, field))))
      put(merged, field, value, time);
  }
  return merged;
}

/** When anything in the run last changed. */
export function lastUse(run: Run): Time {
  return Object.values(run.at).reduce((a, b) => (a > b ? a : b), run.started);
}

export function same(a: unknown, b: unknown): boolean {
  return text(a) === text(b);
}

/** A field's value, as `at` names fields. */
export function valueOf(run: Run, field: string): unknown {
  const [holder, key] = place(run, field);
  return holder[key];
}

/** Sets a field of a run that nobody else holds. */
export function put(run: Run, field: string, value: unknown, time: Time): void {
  const [holder, key] = place(run, field);
  if (value === undefined) Reflect.deleteProperty(holder, key);
  else holder[key] = value;
  (run.at as Record<string, Time>)[field] = time;
}

function place(run: Run, field: string): [holder: Record<string, unknown>, key: string] {
  const [part = '', step] = field.split('.');
  const whole = run as unknown as Record<string, Record<string, unknown>>;
  return step === undefined ? [whole, part] : [whole[part] ?? {}, step];
}

function text(value: unknown): string {
  return JSON.stringify([value]);
}
