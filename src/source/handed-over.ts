// Stage: source. What a build knows before it makes pages → the page program, which has its own copy of every module; what is searched, back.
import type { KnownData } from '../model/known-data.ts';
import type { AlignedManual } from './align.ts';
import type { LastPublished } from './published-text.ts';

export interface HandedOver {
  /** What earlier builds made; takes in what this one makes. */
  readonly known?: KnownData;
  /** Manuals as the checks laid them along their seeds: pages need not do it again. */
  readonly aligned?: readonly AlignedManual[];
  /** /data/manuals.json of the site that is there. */
  readonly published?: LastPublished;
  /** Takes the records of what is searched: they need not be written down and read again. */
  readonly takeRecords?: (records: unknown) => void;
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
