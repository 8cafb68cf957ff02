// Stage: components, in the browser. A step's id ↔ its nodes in the drawings and its row in the list.

/** The step that an element of the chart or of the list belongs to. */
export function stepAt(target: EventTarget | null): string | undefined {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-step]') : undefined;
  return place?.dataset['step'];
}

/** Every drawing has its own node of a step; the header of a frame is the node of a step with substeps. */
export function nodesOf(chart: Element, step: string): SVGAElement[] {
  return [...chart.querySelectorAll<SVGAElement>('.fc-n')].filter(
    (node) => node.dataset['step'] === step,
  );
}

export function rowOf(step: string): HTMLElement | null {
  return document.getElementById(`step-${step}`);
}

/** Of several drawings the style shows one. */
export function isShown(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** The node on the screen; of a step in a folded frame the frame's header. */
export function shownNode(chart: Element, step: string): SVGAElement | undefined {
  const node = nodesOf(chart, step).find(isShown);
  if (node) return node;
  const above = rowOf(step)?.parentElement?.closest<HTMLElement>('[data-step]')?.dataset['step'];
  return above === undefined ? undefined : shownNode(chart, above);
}
