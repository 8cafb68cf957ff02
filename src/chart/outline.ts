// Stage: chart. A node's kind and box → its outline, and where its sides are at a height.
import { POINT } from './box.ts';
import type { DrawnNode, Point } from './drawing.ts';

type Area = Pick<DrawnNode, 'kind' | 'x' | 'y' | 'width' | 'height'>;

/** The folded corner of a document, in px. */
export const FOLD = 12;

/** Where an edge at height `y` meets the left or right side. */
export function sideAt(
  { kind, x, y: top, width, height }: Area,
  side: 'left' | 'right',
  y: number,
): number {
  const pointed = kind === 'decision' || (kind === 'submit' && side === 'right');
  const away = pointed ? POINT * Math.min(1, Math.abs(y - top - height / 2) / (height / 2)) : 0;
  return side === 'left' ? x + away : x + width - away;
}

/** The height at which an edge arrives at a side: beside the first line, or at the point. */
export function arrivalAt({ kind, y, height }: Area): number {
  return y + (kind === 'pill' || kind === 'decision' ? height / 2 : Math.min(height / 2, 22));
}

/** Corners of the outline, or undefined for a pill. */
export function outlineOf({ kind, x, y, width, height }: Area): Point[] | undefined {
  const right = x + width;
  const bottom = y + height;
  const middle = y + height / 2;
  if (kind === 'decision') {
    return [
      [x + POINT, y],
      [right - POINT, y],
      [right, middle],
      [right - POINT, bottom],
      [x + POINT, bottom],
      [x, middle],
    ];
  }
  if (kind === 'submit') {
    return [
      [x, y],
      [right - POINT, y],
      [right, middle],
      [right - POINT, bottom],
      [x, bottom],
    ];
  }
  if (kind === 'document') {
    return [
      [x, y],
      [right - FOLD, y],
      [right, y + FOLD],
      [right, bottom],
      [x, bottom],
    ];
  }
  if (kind === 'pill') return undefined;
  return rectangle(x, y, width, height);
}

export function rectangle(x: number, y: number, width: number, height: number): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}
