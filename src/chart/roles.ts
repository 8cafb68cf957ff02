// Stage: chart. A chart's actors and recipients → the lanes of the wide drawing, or none where it would say nothing.
import type { Chart } from './box.ts';
import type { Role } from './procedure-graph.ts';

export interface Lane {
  /** undefined: the lane of steps whose doer the source does not name. It stands first. */
  readonly role: Role | undefined;
}

/** As many as fit beside the list of steps. */
export const LANES_BESIDE = 3;
/** More are too narrow for words on any page. */
const MOST_LANES = 5;

/**
 * Lanes where two actors or recipients are stated, in the order in which the steps name them. Where there
 * would be too many, those who only receive have none: then the steps name them in words.
 */
export function lanesOf({ graph, facts }: Chart): Lane[] | undefined {
  const steps = graph.nodes.flatMap(({ id }) => facts.get(id) ?? []);
  const named = new Map<string, Role>();
  for (const { actor, to } of facts.values())
    for (const role of [...(actor ? [actor] : []), ...to]) named.set(role.id, role);
  if (named.size < 2) return undefined;

  const acting = new Set(steps.flatMap(({ actor }) => actor?.id ?? []));
  const unnamed: Lane[] = steps.some(({ actor }) => actor === undefined)
    ? [{ role: undefined }]
    : [];
  const all = [...unnamed, ...[...named.values()].map((role) => ({ role }))];
  if (all.length <= LANES_BESIDE) return all;
  const ofSteps = all.filter(({ role }) => role === undefined || acting.has(role.id));
  const chosen = ofSteps.length >= 2 ? ofSteps : all;
  return chosen.length <= MOST_LANES ? chosen : undefined;
}
