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
  const pen = penAt(start);
  let at = start;
  rest.forEach((corner, i) => {
    const next = rest[i + 1];
    if (!next || isStraight(at, corner, next)) {
      pen.line(corner);
      at = corner;
      return;
    }
    const after = towards(corner, next, CORNER);
    pen.line(towards(corner, at, CORNER));
    pen.curve(corner, after);
    at = after;
  });
  return pen.path();
}

export function polygon([start, ...rest]: readonly Point[]): string {
  if (!start) return '';
  const pen = penAt(start);
  for (const corner of rest) pen.line(corner);
  return `${pen.path()}z`;
}

interface Pen {
  line(to: Point): void;
  curve(around: Point, to: Point): void;
  path(): string;
}

/** Relative commands: what has the same form is written alike wherever it stands, and packs well. */
function penAt(start: Point): Pen {
  const tenth = ([x, y]: Point): Point => [Number(num(x)), Number(num(y))];
  let at = tenth(start);
  let path = `M${num(at[0])} ${num(at[1])}`;
  const from = ([x, y]: Point): [string, string] => [num(x - at[0]), num(y - at[1])];
  return {
    line(to) {
      const end = tenth(to);
      const [x, y] = from(end);
      if (x !== '0' || y !== '0') path += x === '0' ? `v${y}` : y === '0' ? `h${x}` : `l${x} ${y}`;
      at = end;
    },
    curve(around, to) {
      const end = tenth(to);
      path += `q${from(tenth(around)).join(' ')} ${from(end).join(' ')}`;
      at = end;
    },
    path: () => path,
  };
}

function isStraight(a: Point, b: Point, c: Point): boolean {
  return (a[0] === b[0] && b[0] === c[0]) || (a[1] === b[1] && b[1] === c[1]);
}

/** The point `distance` px from `from` on the way to `to`, at most half the way. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const share = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}
