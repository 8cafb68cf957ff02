// Stage: chart. Corners of an edge or a polygon → SVG path data.
import type { Point } from './drawing.ts';
import { num } from './ink.ts';

/** px */
const CORNER = 5;

/** A line through all points, rounded at each but the ends. */
export function route(points: readonly Point[]): string {
  const corners = points.filter(
    ([x, y], i) => i === 0 || x !== points[i - 1]?.[0] || y !== points[i - 1]?.[1],
  );
  const [start, ...rest] = corners;
  if (!start) return '';
  let at = start;
  let path = `M${num(at[0])} ${num(at[1])}`;
  rest.forEach((corner, i) => {
    const next = rest[i + 1];
    if (!next || isStraight(at, corner, next)) {
      path += lineTo(at, corner);
      at = corner;
      return;
    }
    const before = towards(corner, at, CORNER);
    const after = towards(corner, next, CORNER);
    path += `${lineTo(at, before)}Q${num(corner[0])} ${num(corner[1])} ${num(after[0])} ${num(after[1])}`;
    at = after;
  });
  return path;
}

export function polygon(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${num(x)} ${num(y)}`).join('L')}z`;
}

function isStraight(a: Point, b: Point, c: Point): boolean {
  return (a[0] === b[0] && b[0] === c[0]) || (a[1] === b[1] && b[1] === c[1]);
}

function lineTo([ax, ay]: Point, [x, y]: Point): string {
  if (ax === x) return `V${num(y)}`;
  return ay === y ? `H${num(x)}` : `L${num(x)} ${num(y)}`;
}

/** The point `distance` px from `from` on the way to `to`, at most half the way. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const share = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}
