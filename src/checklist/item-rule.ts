// Stage: checklist, build only. What a step's line does not show as words → the JSON beside it, for the run's snapshot.
import type { Branch } from '../model/procedure.ts';
import type { Item } from './run.ts';

interface Rule {
  /** All as the page words them. */
  readonly kind: string | undefined;
  readonly actor: string | undefined;
  readonly to: readonly string[];
  readonly next: readonly Branch[];
}

/** For `data-item`; undefined where there is nothing but text. read-list.ts reads it back. */
export function itemRule({ kind, actor, to, next }: Rule): string | undefined {
  const rule: Partial<Item> = {
    ...(kind === undefined ? {} : { kind }),
    ...(actor === undefined ? {} : { actor }),
    ...(to.length === 0 ? {} : { to }),
    ...(next.length === 0 ? {} : { next: next.map(way) }),
  };
  return Object.keys(rule).length === 0 ? undefined : JSON.stringify(rule);
}

function way({ to, when, inferred }: Branch): NonNullable<Item['next']>[number] {
  return { to, ...(when === undefined ? {} : { when }), ...(inferred ? { inferred } : {}) };
}
