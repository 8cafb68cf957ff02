// Stage: checklist, shared by build and browser. A tick → the fields of the run that it changes.
import { leavesOf, type Edits, type Run, type Time } from './run.ts';

/** Ticks or unticks a step; with its substeps where it has some, those hidden or skipped left alone. */
export function tick(
  run: Run,
  step: string,
  on: boolean,
  now: Time,
  hidden: readonly string[],
): Edits {
  const leaves = leavesOf(run.snapshot.items, step);
  // A whole step is ticked without what does not apply; a single one is ticked because it does.
  const own =
    leaves.length === 1
      ? leaves
      : leaves.filter((id) => !(hidden.includes(id) || id in run.skipped));
  return editsOf(own, (id) =>
    on
      ? { [`done.${id}`]: run.done[id] ?? now, [`skipped.${id}`]: undefined }
      : { [`done.${id}`]: undefined, [`chosen.${id}`]: undefined },
  );
}

/** The edits of several steps, as one. */
export function editsOf(ids: readonly string[], each: (id: string) => Edits): Edits {
  return Object.assign({}, ...ids.map(each)) as Edits;
}
