// Stage: chart. A drawing that is higher than a sheet of paper → pieces of it, cut between steps.
import type { Drawing } from './drawing.ts';

/** What two columns on A4 hold beside the margins of a letter, in px of the drawing. */
export const COLUMN_HEIGHT = 900;

export interface Column {
  readonly from: number;
  readonly to: number;
}

/** Columns of at most COLUMN_HEIGHT, but for a single step that is higher; one where all fits. */
export function columnsOf({ height, cuts }: Pick<Drawing, 'height' | 'cuts'>): Column[] {
  const columns: Column[] = [];
  let from = 0;
  let last = 0;
  for (const cut of [...cuts, height]) {
    if (cut - from > COLUMN_HEIGHT && last > from) {
      columns.push({ from, to: last });
      from = last;
    }
    last = cut;
  }
  return [...columns, { from, to: height }];
}
