// Stage: components. A procedure and its office → the choices of the lens: everybody, each actor, steps that name none.
import type { Office, Procedure } from '../../model/library.ts';

export interface LensChoice {
  readonly label: string;
  /** The steps that stay as they are, a step with substeps among them where one of its own stays. */
  readonly steps: readonly string[];
  /** How many of them are done as such: steps without substeps, and substeps. */
  readonly count: number;
}

/** Actors in order of appearance, the steps without one last; none at all where no actor is stated. */
export function lensChoices(procedure: Procedure, office: Office): LensChoice[] {
  const kept = new Map<string | undefined, { steps: Set<string>; count: number }>();
  const keep = (actor: string | undefined, ...steps: string[]): void => {
    const choice = kept.get(actor) ?? { steps: new Set(), count: 0 };
    for (const step of steps) choice.steps.add(step);
    choice.count += 1;
    kept.set(actor, choice);
  };
  for (const step of procedure.steps) {
    if (!step.substeps) keep(step.actor, step.id);
    // A substep that names nobody is a part of what its step's actor does.
    for (const substep of step.substeps ?? [])
      keep(substep.actor ?? step.actor, step.id, substep.id);
  }
  const actors = [...kept.keys()].filter((actor) => actor !== undefined);
  if (actors.length === 0) return [];
  const title = (actor: string | undefined): string =>
    actor === undefined ? 'ไม่ระบุ' : (office.actors.find(({ id }) => id === actor)?.title ?? actor);
  return [...actors, undefined].flatMap((actor) => {
    const choice = kept.get(actor);
    return choice ? [{ label: title(actor), steps: [...choice.steps], count: choice.count }] : [];
  });
}
