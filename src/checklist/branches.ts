// Stage: checklist, shared by build and browser. Decisions and how they were answered → the steps on the branches not taken.
import { leavesOf, type Item, type State, type Way } from './run.ts';

/** The ways out of a decision that the reader chooses between: those that the source states. */
export function choices(item: Item): readonly Way[] {
  const stated = statedWays(item);
  return stated.length > 1 ? stated : [];
}

/** Whether a way leads back to an earlier step: to do again, not to leave out. */
export function leadsBack(items: readonly Item[], from: string, to: string): boolean {
  const at = indexOf(items, to);
  return at >= 0 && at <= indexOf(items, from);
}

/**
 * Steps that could be reached before the choices and cannot after them. A way that leads back hides
 * nothing: what lies ahead is still to come. What the reader has written to stays in sight.
 */
export function hiddenSteps(items: readonly Item[], run: State): string[] {
  const { done, skipped, notes, chosen } = run;
  const now = reached(items, chosen);
  const off = new Set(reached(items, {}));
  for (const { id } of items)
    if (now.has(id) || id in done || id in skipped || id in notes) off.delete(id);
  // What holds a substep in sight is in sight.
  const stays = (id: string): boolean =>
    leavesOf(items, id).some((leaf) => leaf !== id && !off.has(leaf));
  return items.flatMap(({ id }) => (off.has(id) && !stays(id) ? [id] : []));
}

function reached(items: readonly Item[], chosen: State['chosen']): Set<string> {
  const found = new Set<string>();
  const ways = (item: Item): readonly Way[] => {
    const stated = statedWays(item);
    const taken = stated.find(({ when }) => when && when === chosen[item.id]);
    return taken && !leadsBack(items, item.id, taken.to) ? [taken] : stated;
  };
  const visit = (at: number): void => {
    const item = items[at];
    if (!item || found.has(item.id)) return;
    found.add(item.id);
    const next = items[at + 1]?.in;
    const above = items[indexOf(items, item.in)];
    let on = ways(item);
    // A step leads into its substeps; its own ways on begin after the last of them.
    if (next === item.id) on = [];
    else if (on.length === 0 && above && next !== above.id) on = ways(above);
    if (on.length === 0) visit(at + 1);
    for (const { to } of on) visit(indexOf(items, to));
  };
  visit(0);
  return found;
}

function statedWays({ next = [] }: Item): readonly Way[] {
  return next.filter((way) => !way.inferred);
}

function indexOf(items: readonly Item[], id: string | undefined): number {
  return items.findIndex((item) => item.id === id);
}
