// Stage: checklist, shared by build and browser. The events by which the checklist and the flow chart of a page know of each other.

/** Dispatched on `document` whenever the state of the page's run changes, and once when the page starts. */
export const PROGRESS = 'khumue:progress';

export interface Progress {
  /** `<manual>/<procedure>` */
  readonly procedure: string;
  /** Step ids, in the order of the steps. A step with substeps is done when those that apply are. */
  readonly done: readonly string[];
  /** Steps that do not apply to this run. */
  readonly skipped: readonly string[];
  /** Steps on a branch that was not taken. */
  readonly hidden: readonly string[];
  /** The first step to be done; undefined when all are. */
  readonly current: string | undefined;
}

/** Dispatched on `document` by whoever wants a step ticked, or unticked if it is done: the checklist listens. */
export const TICK = 'khumue:tick';

export interface Tick {
  readonly step: string;
}

declare global {
  interface DocumentEventMap {
    [PROGRESS]: CustomEvent<Progress>;
    [TICK]: CustomEvent<Tick>;
  }
}
