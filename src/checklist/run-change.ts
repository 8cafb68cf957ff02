// Stage: checklist, shared by build and browser. A run and what the reader did → the run with that in it, and when.
import { put, same, valueOf, type Edits, type Run, type Time } from './run.ts';

export type Beginning = Pick<Run, 'id' | 'procedure' | 'title' | 'label' | 'snapshot'>;

export function startRun(beginning: Beginning, now: Time): Run {
  const at = { label: now, snapshot: now };
  return {
    v: 1,
    ...beginning,
    started: now,
    past: {},
    done: {},
    skipped: {},
    notes: {},
    chosen: {},
    at,
  };
}

/** The run with these fields changed. A field that has the value already keeps its time. */
export function change(run: Run, edits: Edits, now: Time): Run {
  const next = structuredClone(run);
  for (const field of Object.keys(edits)) {
    if (!same(valueOf(next, field), edits[field]))
      put(next, field, edits[field], after(now, next.at[field]));
  }
  return next;
}

/** What undoes the step from `before` to `after`: an undo is a change like any other, and other tabs see it. */
export function undoing(before: Run, after: Run): Edits {
  const fields = Object.keys(after.at).filter((field) => before.at[field] !== after.at[field]);
  return Object.fromEntries(fields.map((field) => [field, valueOf(before, field)]));
}

/** A field's next time lies after its last, even where a clock stands still or was set back. */
function after(now: Time, last = ''): Time {
  return new Date(Math.max(Date.parse(now), Date.parse(last) + 1 || 0)).toISOString();
}
