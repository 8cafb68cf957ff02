// Stage: checklist, shared by build and browser. A run's steps and what was done → what is done, current, hidden; how far.
import { hiddenSteps } from './branches.ts';
import { leavesOf, type Item, type State } from './run.ts';

/** Each list holds step ids in the order of the steps. */
export interface Flow {
  readonly done: readonly string[];
  /** Steps some of whose substeps are done. */
  readonly part: readonly string[];
  readonly skipped: readonly string[];
  /** On the branch not taken, and nothing written there. */
  readonly hidden: readonly string[];
  /** The first step to be done. */
  readonly current: string | undefined;
  /** Of the steps that count: without those skipped, hidden, or made of substeps. */
  readonly count: number;
  readonly total: number;
}

export function flowOf(items: readonly Item[], run: State): Flow {
  const { done, skipped } = run;
  const hidden = hiddenSteps(items, run);
  const shown = items.filter(({ id }) => !hidden.includes(id));
  const left: string[] = [];
  const flow = {
    done: [] as string[],
    part: [] as string[],
    skipped: [] as string[],
    hidden,
    total: 0,
  };
  for (const { id } of shown) {
    // A step stands as its substeps do, those that apply.
    const leaves = leavesOf(shown, id);
    const apply = leaves.filter((leaf) => !(leaf in skipped));
    const open = apply.filter((leaf) => !(leaf in done));
    if (apply.length === 0) flow.skipped.push(id);
    else if (open.length === 0) flow.done.push(id);
    else if (leaves.some((leaf) => leaf in done)) flow.part.push(id);
    if (leaves[0] === id) {
      flow.total += apply.length;
      left.push(...open);
    }
  }
  return { ...flow, current: left[0], count: flow.total - left.length };
}
