// Stage: source. What a build knows before it makes pages → the page program, which has its own copy of every module; what is searched, back.
import type { KnownData } from '../model/known-data.ts';
import type { AlignedManual } from './align.ts';

export interface HandedOver {
  /** What earlier builds made; takes in what this one makes. */
  readonly known?: KnownData;
  /** Manuals as the checks laid them along their seeds: pages need not do it again. */
  readonly aligned?: readonly AlignedManual[];
  /** The site that is there. */
  readonly last?: LastFiles;
  /** Takes the records of what is searched: they need not be written down and read again. */
  readonly takeRecords?: (records: unknown) => void;
}

/** A site's files, and what has not changed since it was made: manuals, `loei-1`, and procedures, `loei-1/leave`. */
export interface LastFiles {
  readonly read: (file: string) => Buffer;
  readonly unchanged: ReadonlySet<string>;
}

/** Of a global name: it is the same in the build and in the program. */
const PLACE = Symbol.for('khumue: handed over');
const scope = globalThis as { [PLACE]?: HandedOver };

export function handOver(known: HandedOver): void {
  scope[PLACE] = known;
}

/** Nothing under the development server. */
export function handedOver(): HandedOver {
  return scope[PLACE] ?? {};
}
