// Stage: components. A procedure's steps → the public's handout: whose each step is, as far as the source says.
import type { Office } from '../model/library.ts';
import type { StepView } from './step-view.ts';

export interface Handout {
  /** Who of the public acts in it, in the words of the office. */
  readonly publicActors: readonly string[];
  readonly yours: readonly StepView[];
  readonly others: readonly StepView[];
  /** The source does not say who does them. */
  readonly unstated: readonly StepView[];
}

/** Substeps stand beside their steps: each line has an actor of its own, or none. */
export function handout(steps: readonly StepView[], office: Office): Handout {
  const lines = steps.flatMap((step) => [step, ...step.substeps]);
  const titles = new Set(office.actors.flatMap((actor) => (actor.public ? [actor.title] : [])));
  const isPublic = ({ actor }: StepView): boolean => actor !== undefined && titles.has(actor);
  const yours = lines.filter(isPublic);
  return {
    publicActors: [...new Set(yours.flatMap(({ actor }) => actor ?? []))],
    yours,
    others: lines.filter((line) => line.actor !== undefined && !isPublic(line)),
    unstated: lines.filter(({ actor }) => actor === undefined),
  };
}
