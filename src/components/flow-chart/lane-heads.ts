// Stage: components, in the browser, on demand. A drawing in lanes → the lanes' names, which stay in sight while it is scrolled.

export interface LaneHeads {
  /** Lies over the drawing's own names, and takes no room. */
  readonly element: SVGSVGElement;
  /** @param shown the drawing's width as it is shown, px */
  fit(shown: number): void;
}

/** Undefined where there are no lanes. @param drawing shown, or its measures are not known */
export function laneHeads(drawing: SVGSVGElement): LaneHeads | undefined {
  const lanes = [...drawing.querySelectorAll<SVGGElement>('.fc-lane')];
  const foot = lanes[0]?.querySelector('path')?.getBBox().y;
  if (foot === undefined) return undefined;
  const { width } = drawing.viewBox.baseVal;
  // With the line below the names, which is 1.5 wide.
  const height = foot + 0.75;
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  element.setAttribute('class', 'fc lane-heads');
  element.setAttribute('viewBox', `0 0 ${String(width)} ${String(height)}`);
  // The drawing itself has said them.
  element.setAttribute('aria-hidden', 'true');
  element.append(...lanes.map((lane) => lane.cloneNode(true)));
  return {
    element,
    fit(shown) {
      const { style } = element;
      const deep = (height * shown) / width;
      style.setProperty('inline-size', `${String(shown)}px`);
      style.setProperty('block-size', `${String(deep)}px`);
      style.setProperty('margin-block-end', `${String(-deep)}px`);
    },
  };
}
