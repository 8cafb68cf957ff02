// Stage: model. A Thai date in words → the ISO date, or undefined where it is not one.
import { BUDDHIST_ERA, thaiDate, toArabicDigits } from './numeral.ts';

const DATE =
  /(?<![0-9])([0-9]{1,2})\s*(?:เดือน\s*)?([ก-๎]+?)\s*(?:พ\.?\s*ศ\.?\s*)?([0-9]{4})(?![0-9])/u;

/** `๗ มิถุนายน พ.ศ. ๒๕๖๒` → `2019-06-07`. */
export function isoDate(text: string): string | undefined {
  const match = DATE.exec(toArabicDigits(text));
  if (!match?.[1] || !match[2] || !match[3]) return undefined;
  const year = String(Number(match[3]) - BUDDHIST_ERA);
  const day = match[1].padStart(2, '0');
  for (let month = 1; month <= 12; month++) {
    const iso = `${year}-${String(month).padStart(2, '0')}-${day}`;
    try {
      if (thaiDate(iso).includes(` ${match[2]} `)) return iso;
    } catch {
      // The month has no such day.
    }
  }
  return undefined;
}
