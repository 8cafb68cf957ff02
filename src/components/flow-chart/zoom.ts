// Stage: components, in the browser. Where a pane is scrolled to, and a zoom → where to scroll so that a point stays in place.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * @param scroll the pane's scroll, px
 * @param around the point of the pane that must not move, px from its corner
 * @param factor new scale / old scale
 */
export function zoomAround(scroll: Point, around: Point, factor: number): Point {
  return {
    x: (scroll.x + around.x) * factor - around.x,
    y: (scroll.y + around.y) * factor - around.y,
  };
}
