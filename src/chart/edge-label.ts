// Stage: chart. A condition and its room → the lines on the edge, and what lies behind them.
import { SMALL_LINE } from './box.ts';
import type { EdgeLabel } from './drawing.ts';
import { widestLine, widestPiece, wrapText, type TextStyle } from './wrap.ts';

export const WHEN: TextStyle = { size: 14, weight: 700 };
const PAD_X = 5;
const PAD_Y = 2;

export interface LabelBox {
  readonly width: number;
  readonly height: number;
  /** `x` is its left, middle or right, as `anchor` says; `y` its top. */
  at(x: number, y: number, anchor: 'start' | 'middle' | 'end'): EdgeLabel;
}

/** The room that a condition needs so that no word of it is cut, in px. */
export function labelNeeds(when: string): number {
  return when === '' ? 0 : Math.ceil(widestPiece(when, WHEN)) + 2 * PAD_X + 2;
}

/** @param room px for the text and its margins; undefined where the edge has no label. */
export function labelBox(when: string, room: number): LabelBox | undefined {
  if (when === '') return undefined;
  const lines = when.split('\n').flatMap((line) => wrapText(line, room - 2 * PAD_X, WHEN));
  const width = Math.ceil(widestLine(lines, WHEN)) + 2 * PAD_X;
  const height = lines.length * SMALL_LINE + 2 * PAD_Y;
  return {
    width,
    height,
    at(x, y, anchor) {
      const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
      return {
        text: {
          lines,
          x: left + width / 2,
          y: y + PAD_Y + 15,
          anchor: 'middle',
        },
        when: when.replaceAll('\n', ' '),
        x: left,
        y,
        width,
        height,
      };
    },
  };
}
