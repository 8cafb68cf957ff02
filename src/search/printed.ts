// Stage: search, both sides. A text as printed → the line that a pack keeps, and its units with their places.
import { unitsIn, type Unit } from './units.ts';

/** One line, in the one form of Unicode, and without what is not seen. */
export function printedLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/\s+/g, ' ');
}

export interface PrintedUnit extends Unit {
  readonly at: number;
  readonly end: number;
}

/**
 * The units of a printed line: the same ones, in the same order, as of its normalised form, so that
 * a position of the index leads to its characters. (Only case and digits are folded; content with
 * marks in another order would not be let in by the content check.)
 */
export function printedUnits(line: string): PrintedUnit[] {
  return unitsIn(folded(line)).map((unit) => ({ ...unit, end: unit.at + unit.text.length }));
}

/** Lower case and Arabic digits: what normalising does to content, character by character. */
export function folded(line: string): string {
  return line.replace(/[๐-๙A-Z]/g, (char) =>
    char < 'a' ? char.toLowerCase() : String(char.charCodeAt(0) - 0x0e50),
  );
}
