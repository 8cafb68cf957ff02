// Stage: chart. A drawing that is higher than a sheet of paper → pieces of it, cut between steps.
import type { Drawing } from './drawing.ts';

/** What two columns on A4 hold beside the margins of a letter, in px of the drawing. */
export const COLUMN_HEIGHT = 900;

/** How finely the height is tried that makes columns alike, in px of the drawing. */
const BALANCE_STEP = 20;

export interface Column {
  readonly from: number;
  readonly to: number;
}

/**
 * Columns of at most COLUMN_HEIGHT, but for a single step that is higher; one where all fits.
 * No more of them than are needed, and those about equally high.
 */
export function columnsOf({ height, cuts }: Pick<Drawing, 'height' | 'cuts'>): Column[] {
  const places = [...cuts, height];
  const columns = cutAt(places, COLUMN_HEIGHT);
  for (let limit = height / columns.length; limit < COLUMN_HEIGHT; limit += BALANCE_STEP) {
    const lower = cutAt(places, limit);
    if (lower.length === columns.length) return lower;
  }
  return columns;
}

function cutAt(places: readonly number[], limit: number): Column[] {
  const columns: Column[] = [];
  let from = 0;
  let last = 0;
  for (const place of places) {
    if (place - from > limit && last > from) {
      columns.push({ from, to: last });
      from = last;
    }
    last = place;
  }
  return [...columns, { from, to: last }];
}
