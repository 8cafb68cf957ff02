// A folder of files laid over a base office → the office's files, as `npm run check` reads them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OfficeFiles } from '../../../src/authoring/check-content.ts';
import { readOffice } from '../../../src/authoring/read-office.ts';

const FOLDERS = { content: 'content', seeds: 'seeds' };

/**
 * The base's files, with those of `over` in the place of the ones of the same path and beside the others.
 * A file `.delete` in `over` names, one a line, what is left out of the base; `content/` means all below it.
 */
export function layOver(base: string, over: string): OfficeFiles {
  const list = join(over, '.delete');
  const names = existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : [];
  const unknown = names.filter((name) => !existsSync(join(base, name)));
  if (unknown.length > 0)
    throw new Error(`${list} names files the base lacks: ${unknown.join(', ')}`);
  const below = readOffice(FOLDERS, base);
  const above = readOffice(FOLDERS, over);
  const left = ({ shown }: Shown): boolean =>
    names.some((name) => (name.endsWith('/') ? shown.startsWith(name) : shown === name));

  const merge = <F extends Shown>(own: readonly F[], laid: readonly F[]): F[] =>
    [...new Map([...own.filter((file) => !left(file)), ...laid].map((file) => [file.shown, file]))]
      .map(([, file]) => file)
      .toSorted((a, b) => (a.shown < b.shown ? -1 : 1));
  const note = <N extends Shown & { readonly text: string }>(own: N, laid: N): N =>
    laid.text !== '' ? laid : left(own) ? { ...own, text: '' } : own;
  return {
    content: merge(below.content, above.content),
    seeds: merge(below.seeds, above.seeds),
    corrections: note(below.corrections, above.corrections),
    omissions: note(below.omissions, above.omissions),
  };
}

interface Shown {
  readonly shown: string;
}
