// Stage: source. What is published → the text of /data/manuals.json, a record a line; lines of the last text stay where they would be the same.
import { Bytes } from '../model/bytes.ts';
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

/** The text that is there, as UTF-8, and what has not changed since: manuals, `loei-1`, and procedures, `loei-1/leave`. */
export interface LastPublished {
  readonly bytes: Buffer;
  readonly unchanged: ReadonlySet<string>;
}

/**
 * A record a line: who keeps the file sees what changed, and a program can read it line by line.
 *
 * @returns UTF-8: of a large site most lines are the last text's, and to read them as letters would only cost time
 */
export function publishedText(data: Publishing, last?: LastPublished): Buffer<ArrayBuffer> {
  const known = last && linesIn(last.bytes);
  const lineOf = (list: string, record: object): string | Buffer => {
    if (!isLater(record)) return JSON.stringify(record);
    const start = JSON.stringify(record.first).slice(0, -1);
    const kept = record.shows.every((id) => last?.unchanged.has(id));
    const line = kept ? known?.get(`${list} ${start}`) : undefined;
    return line ?? JSON.stringify(record.make());
  };
  const text = new Bytes();
  for (const [i, [name, value]] of Object.entries(data).entries()) {
    text.add(`${i === 0 ? '{\n' : ',\n'}${JSON.stringify(name)}:`);
    if (!Array.isArray(value)) text.add(JSON.stringify(value));
    else if (value.length === 0) text.add('[]');
    else {
      value.forEach((record: object, at) => {
        text.add(at === 0 ? '[\n' : ',\n');
        text.add(lineOf(name, record));
      });
      text.add('\n]');
    }
  }
  text.add('\n}\n');
  return text.whole();
}

const LINE_END = 10;
const COMMA = 44;
/** How lines of the long lists begin, and in how many bytes: ids are Latin letters, few of them long. */
const START = /^\{(?:"id":"[^"]*","manual":"[^"]*"|"manuals":\["[^"]*","[^"]*"\])/;
const START_BYTES = 400;
const LIST = /^"(\w+)":\[$/;

/** A list and how a line of it begins → the line. */
function linesIn(text: Buffer): Map<string, Buffer> {
  const lines = new Map<string, Buffer>();
  let list = '';
  for (let from = 0; from < text.length;) {
    const found = text.indexOf(LINE_END, from);
    const to = found < 0 ? text.length : found;
    const first = text.toString('latin1', from, Math.min(to, from + START_BYTES));
    const start = START.exec(first)?.[0];
    if (start === undefined) list = LIST.exec(first)?.[1] ?? list;
    else lines.set(`${list} ${start}`, text.subarray(from, text[to - 1] === COMMA ? to - 1 : to));
    from = to + 1;
  }
  return lines;
}

function isLater(record: object): record is Later<unknown> {
  return 'make' in record;
}
