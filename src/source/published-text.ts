// Stage: source. What is published → the text of /data/manuals.json, a record a line; lines of the last text stay where they would be the same.
import type { Published } from '../model/published.ts';

/** A record that is made when its line is not known. */
export interface Later<T> {
  /** Its first fields: by them it is told from the others of its list. */
  readonly first: Partial<T>;
  /** The manuals or procedures that it shows: it would be another where one of them changed. */
  readonly shows: readonly string[];
  readonly make: () => T;
}

/** The lists whose records are many and long. */
type Long = 'sections' | 'procedures' | 'sameWork';

export type Publishing = Omit<Published, Long> & {
  readonly [list in Long]: readonly Later<Published[list][number]>[];
};

/** The text that is there, and what has not changed since: manuals, `loei-1`, and procedures, `loei-1/leave`. */
export interface LastPublished {
  readonly text: () => string;
  readonly unchanged: ReadonlySet<string>;
}

/** A record a line: who keeps the file sees what changed, and a program can read it line by line. */
export function publishedText(data: Publishing, last?: LastPublished): string {
  const known = last && linesIn(last.text());
  const lineOf = (list: string, record: object): string => {
    if (!isLater(record)) return JSON.stringify(record);
    const start = JSON.stringify(record.first).slice(0, -1);
    const kept = record.shows.every((id) => last?.unchanged.has(id));
    const line = kept ? known?.get(`${list} ${start}`) : undefined;
    return line ?? JSON.stringify(record.make());
  };
  const fields = Object.entries(data).map(([name, value]) => {
    const field = `${JSON.stringify(name)}:`;
    if (!Array.isArray(value)) return field + JSON.stringify(value);
    if (value.length === 0) return `${field}[]`;
    return `${field}[\n${value.map((record: object) => lineOf(name, record)).join(',\n')}\n]`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}

/** How lines of the long lists begin. */
const START = /^\{(?:"id":"[^"]*","manual":"[^"]*"|"manuals":\["[^"]*","[^"]*"\])/;

/** A list and how a line of it begins → the line. */
function linesIn(text: string): Map<string, string> {
  const lines = new Map<string, string>();
  let list = '';
  for (const line of text.split('\n')) {
    const start = START.exec(line)?.[0];
    if (start !== undefined)
      lines.set(`${list} ${start}`, line.endsWith(',') ? line.slice(0, -1) : line);
    else list = /^"(\w+)":\[$/.exec(line)?.[1] ?? list;
  }
  return lines;
}

function isLater(record: object): record is Later<unknown> {
  return 'make' in record;
}
