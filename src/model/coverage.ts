// Stage: model. Library → for each unit's list of tasks, which have steps and which have somebody responsible.
import type { Basis } from './basis.ts';
import type { Library, Manual, Procedure, Task } from './library.ts';
import { flatParts } from './library.ts';
import { perLibrary } from './per-library.ts';
import { coversOfProcedure, coversOfTask, standingDuties } from './responsibility.ts';
import type { Assigned, Cover } from './responsibility.ts';

/** `both`: steps and somebody responsible; `none`: in the list and nowhere else. */
export type CoverageState = 'both' | 'steps' | 'people' | 'none';

export interface TaskCoverage {
  readonly task: Task;
  readonly procedures: readonly { readonly procedure: Procedure; readonly basis: Basis }[];
  /** The duties that cover it; one person can have several. */
  readonly covers: readonly Cover[];
  readonly state: CoverageState;
}

export interface Totals {
  readonly tasks: number;
  readonly withSteps: number;
  readonly withPeople: number;
  readonly withBoth: number;
  readonly withNone: number;
}

/** One manual's list of tasks. */
export interface Coverage {
  readonly manual: Manual;
  /** A group stands above its tasks; a group without any is itself the task. */
  readonly groups: readonly { readonly group: Task; readonly tasks: readonly TaskCoverage[] }[];
  readonly totals: Totals;
  /** The manuals from which the procedures come, if not from this one. */
  readonly from: readonly Manual[];
  /** Procedures of these manuals that stand in no list of tasks. */
  readonly outside: readonly { readonly procedure: Procedure; readonly covers: readonly Cover[] }[];
  /** Whether any manual that this list draws on holds an order at all: without one nobody can be responsible. */
  readonly hasOrder: boolean;
}

/** The coverage of every manual that has a list of tasks, in the library's order. */
export const coverages = perLibrary((library): readonly Coverage[] => {
  const duties = standingDuties(library);
  const byTask = new Map<string, Procedure[]>();
  for (const procedure of library.procedures) {
    const ref = procedure.task?.ref;
    if (ref !== undefined) byTask.set(ref, [...(byTask.get(ref) ?? []), procedure]);
  }
  return library.manuals
    .filter(({ tasks }) => tasks.length > 0)
    .map((manual) => coverageOf(manual, library, duties, byTask));
});

function coverageOf(
  manual: Manual,
  library: Library,
  duties: readonly Assigned[],
  byTask: ReadonlyMap<string, readonly Procedure[]>,
): Coverage {
  const cover = (task: Task): TaskCoverage => {
    const own = byTask.get(task.ref) ?? [];
    const covers = coversOfTask(task, own, duties);
    return {
      task,
      procedures: own.map((procedure) => ({
        procedure,
        basis: procedure.task?.basis ?? 'stated',
      })),
      covers,
      state: stateOf(own.length > 0, covers.length > 0),
    };
  };
  const groups = manual.tasks.map((group) => ({
    group,
    tasks: (group.tasks.length > 0 ? group.tasks : [group]).map(cover),
  }));
  const tasks = groups.flatMap((group) => group.tasks);
  const ids = new Set([
    manual.id,
    ...tasks.flatMap(({ procedures, covers }) => [
      ...procedures.map(({ procedure }) => procedure.manual),
      ...covers.map(({ assigned }) => assigned.order.manual),
    ]),
  ]);
  const drawn = library.manuals.filter(({ id }) => ids.has(id));
  const count = (...states: CoverageState[]): number =>
    tasks.filter(({ state }) => states.includes(state)).length;
  return {
    manual,
    groups,
    totals: {
      tasks: tasks.length,
      withSteps: count('both', 'steps'),
      withPeople: count('both', 'people'),
      withBoth: count('both'),
      withNone: count('none'),
    },
    from: drawn.filter(({ id }) => id !== manual.id),
    outside: drawn.flatMap(({ procedures }) =>
      procedures
        .filter(({ task }) => task === undefined)
        .map((procedure) => ({ procedure, covers: coversOfProcedure(procedure.ref, duties) })),
    ),
    hasOrder: drawn.some(({ orders }) => orders.length > 0),
  };
}

function stateOf(steps: boolean, people: boolean): CoverageState {
  return steps ? (people ? 'both' : 'steps') : people ? 'people' : 'none';
}

/** Manuals with procedures or orders but no list of tasks of their own, and what of such a list is lost. */
export function withoutList(
  library: Library,
): { readonly manual: Manual; readonly lostHeading: string | undefined }[] {
  return library.manuals
    .filter(
      ({ tasks, procedures, orders }) =>
        tasks.length === 0 && (procedures.length > 0 || orders.length > 0),
    )
    .map((manual) => ({
      manual,
      lostHeading: flatParts(manual.parts).flatMap((part) =>
        part.type === 'section' &&
        part.section.data.kind === 'lost' &&
        /ขอบข่าย|ภารกิจ/.test(part.section.data.title)
          ? [part.section.data.title]
          : [],
      )[0],
    }));
}
