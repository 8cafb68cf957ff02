// Stage: components, in the browser. The steps in order and the chart's arrows → the ways on from a step.

/** A step that is done as such: one without substeps, or a substep. */
export interface Stop {
  readonly step: string;
  /** The step whose substep this is. */
  readonly above: string | undefined;
}

export interface Arrow {
  /** A step, also one with substeps, or a pill. */
  readonly from: string;
  readonly to: string;
  /** The condition on the arrow; empty where it has none. */
  readonly when: string;
  /** Added by an editor, not in the source. */
  readonly inferred: boolean;
}

export interface Way {
  /** The stop it leads to; undefined where the procedure ends. */
  readonly to: string | undefined;
  readonly when: string;
  readonly inferred: boolean;
}

/**
 * The ways on from a stop. An arrow into a step with substeps leads to the first of them; the last
 * substep goes on where its step does. A stop without any arrow goes on to the next in order.
 */
export function waysOn(step: string, stops: readonly Stop[], arrows: readonly Arrow[]): Way[] {
  const index = stops.findIndex((stop) => stop.step === step);
  const stop = stops[index];
  if (!stop) return [];
  const inside = (arrow: Arrow): boolean => arrow.to !== stop.above;
  let out = arrows.filter(({ from }) => from === step).filter(inside);
  const isLast = stops[index + 1]?.above !== stop.above;
  if (stop.above !== undefined && isLast && !out.some(({ when }) => when === ''))
    out = [
      ...out,
      ...arrows.filter((arrow) => arrow.from === stop.above && !leadsInto(arrow, stops)),
    ];
  const ways = out.map(({ to, when, inferred }) => ({ to: stopAt(to, stops), when, inferred }));
  const plain = ways.length === 0 || ways.every(({ inferred }) => inferred);
  if (plain) ways.unshift({ to: stops[index + 1]?.step, when: '', inferred: false });
  return ways.filter(
    (way, i) => ways.findIndex(({ to, when }) => to === way.to && when === way.when) === i,
  );
}

/** A step with substeps begins at its first; a pill is no stop. */
function stopAt(id: string, stops: readonly Stop[]): string | undefined {
  return (stops.find(({ step }) => step === id) ?? stops.find(({ above }) => above === id))?.step;
}

/** The short arrow from a frame's header to the first substep. */
function leadsInto(arrow: Arrow, stops: readonly Stop[]): boolean {
  return stops.some(({ step, above }) => step === arrow.to && above === arrow.from);
}
