// Stage: components. The steps of a page → what the run bar says before its script is there.
import type { StepView } from '../step-view.ts';

/** Steps to be done: substeps in place of the step that holds them. */
export function stepCount(steps: readonly StepView[]): number {
  return steps.reduce((count, { substeps }) => count + (substeps.length || 1), 0);
}
