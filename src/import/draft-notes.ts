// Stage: import. What the importer left out or read otherwise, and the source → notes that fit their lines.
import type { Correction, Omission } from '../source/seed-notes.ts';
import { compact } from '../source/align.ts';
import type { Left } from './source-lines.ts';

/** Finds words on a line of the source, whose spaces may be others: what stands there, and the how-manieth it is. */
function onLine(line: string, words: string): { text: string; occurrence?: number } | undefined {
  const pattern = words
    .split(/(\t)/)
    .map((part) => (part === '\t' ? '\\t' : part.split(/\s+/u).map(escape).join('\\s*')))
    .join('');
  const text = new RegExp(pattern, 'u').exec(line)?.[0].replace(/^ +| +$/g, '');
  if (text === undefined || text === '') return undefined;
  return line.indexOf(text) === line.lastIndexOf(text) ? { text } : { text, occurrence: 1 };
}

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Omissions of a seed. Words that run over several lines are left out line by line. */
export function omissionNotes(
  seed: string,
  left: readonly Left[],
  rawLines: readonly string[],
): Omission[] {
  const notes: Omission[] = [];
  const patterns: Omission[] = [];
  for (const entry of left) {
    if ('pattern' in entry) {
      patterns.push({ seed, pattern: entry.pattern, reason: entry.reason });
      continue;
    }
    let rest = entry.text;
    for (let line = entry.line; line <= rawLines.length && compact(rest) !== ''; line++) {
      const raw = rawLines[line - 1] ?? '';
      const found = onLine(raw, rest) ?? wholeLine(raw, rest);
      if (!found) {
        if (raw.trim() === '') continue;
        break;
      }
      notes.push({ seed, line, ...found, reason: entry.reason });
      rest = compact(rest).slice(compact(found.text).length);
    }
  }
  return [...withoutOverlaps(notes), ...patterns];
}

/** A line of the source with which the words begin. */
function wholeLine(raw: string, words: string): { text: string } | undefined {
  const text = raw.trim();
  return text !== '' && compact(words).startsWith(compact(text)) ? { text } : undefined;
}

/** Two notes with the same words on one line mean the first and the second of them. */
function withoutOverlaps(notes: readonly Omission[]): Omission[] {
  const seen = new Map<string, number>();
  return notes.map((note) => {
    if (!('text' in note)) return note;
    const key = `${String(note.line)} ${note.text}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? note : { ...note, occurrence: before + 1 };
  });
}

/** A number or mark that reads otherwise than it is printed, or marks put back in their place. */
export interface Reread {
  readonly line: number;
  readonly printed: string;
  readonly read: string;
  readonly kind: Correction['kind'];
  readonly reason: string;
  readonly certainty: Correction['certainty'];
}

/** Corrections of a seed. One whose words are not on its line is passed over: the check will show the place. */
export function correctionNotes(
  seed: string,
  reread: readonly Reread[],
  rawLines: readonly string[],
): Correction[] {
  return reread.flatMap(({ line, printed, ...rest }) => {
    const found = onLine(rawLines[line - 1] ?? '', printed);
    return found
      ? [
          {
            seed,
            line,
            printed: found.text,
            ...(found.occurrence === undefined ? {} : { occurrence: found.occurrence }),
            ...rest,
          },
        ]
      : [];
  });
}
