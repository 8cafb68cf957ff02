// Stage: model. Library → who was assigned what by which order, and which orders still stand as far as the sources say.
import { Basis, weakestBasis } from './basis.ts';
import type { Library, Manual, Order, Person, Procedure, Task } from './library.ts';
import { bareMark, markAt } from './mark.ts';
import { toArabicDigits } from './numeral.ts';
import type { Assignment, Duty, ReplacedOrder } from './order.ts';
import { perLibrary } from './per-library.ts';

/** A duty in its place: the order and assignment that hold it. */
export interface Assigned {
  readonly order: Order;
  readonly assignment: Assignment;
  readonly person: Person;
  readonly duty: Duty;
  /** As the order numbers it, without closing punctuation: ๒ */
  readonly number: string;
  /** The field of the order that holds the duty: `assignments.0.duties.3`. */
  readonly path: string;
}

/** Every duty of an order, person by person, in the order's own sequence. */
export function dutiesOf(order: Order, library: Library): Assigned[] {
  return order.assignments.flatMap((assignment, i) =>
    assignment.duties.map((duty, j) => ({
      order,
      assignment,
      person: library.person(assignment.person),
      duty,
      number: bareMark(markAt(assignment.numbering, j)),
      path: `assignments.${String(i)}.duties.${String(j)}`,
    })),
  );
}

/** Every duty of every order that no other order ends. */
export const standingDuties = perLibrary((library): readonly Assigned[] =>
  library.orders
    .filter((order) => endedBy(order, library).length === 0)
    .flatMap((order) => dutiesOf(order, library)),
);

/** An order that another one ends, with its text where the library holds it. */
export interface Ended {
  readonly said: ReplacedOrder;
  readonly order: Order | undefined;
}

/** What an order ends, in its own words. */
export function ends(order: Order, library: Library): Ended[] {
  return order.replaces.map((said) => ({
    said,
    order: library.orders.find((other) => isThat(other, said, order)),
  }));
}

/**
 * The orders that say they end this one, oldest first. Empty means only that no source says so:
 * an order that is not here may have ended it.
 */
export function endedBy(order: Order, library: Library): Order[] {
  return library.orders
    .filter((later) => later.replaces.some((said) => isThat(order, said, later)))
    .toSorted(byDate);
}

/** Orders by date, oldest first; those of one day by number. */
export function byDate(a: Order, b: Order): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : a.number < b.number ? -1 : 1;
}

/** The same office, number and date; one source prints ๑๐/๒๕๖๕, another 10/2565. */
function isThat(order: Order, said: ReplacedOrder, by: Order): boolean {
  return (
    order.id !== by.id &&
    order.office.ref === by.office.ref &&
    order.date === said.date &&
    sameNumber(order.number, said.number)
  );
}

function sameNumber(a: string, b: string): boolean {
  const plain = (number: string): string => toArabicDigits(number).replace(/\s+/g, '');
  return plain(a) === plain(b);
}

/** What the sources say of a person beside their name. */
export interface PersonWork {
  readonly person: Person;
  /** Orders that assign something to the person: those that stand first, then the ended ones, newest first. */
  readonly assignments: readonly {
    readonly order: Order;
    readonly assignment: Assignment;
    readonly duties: readonly Assigned[];
    readonly endedBy: readonly Order[];
  }[];
  /** The procedures behind the standing duties, in the duties' order, each once. */
  readonly procedures: readonly {
    readonly procedure: Procedure;
    readonly assigned: Assigned;
    readonly basis: Basis;
  }[];
  readonly authored: readonly Manual[];
  readonly signed: readonly Order[];
}

export function workOf(person: Person, library: Library): PersonWork {
  const assignments = library.orders
    .flatMap((order) => {
      const duties = dutiesOf(order, library);
      return order.assignments
        .filter((assignment) => assignment.person === person.id)
        .map((assignment) => ({
          order,
          assignment,
          duties: duties.filter((duty) => duty.assignment === assignment),
          endedBy: endedBy(order, library),
        }));
    })
    .toSorted(
      (a, b) =>
        Number(a.endedBy.length > 0) - Number(b.endedBy.length > 0) || byDate(b.order, a.order),
    );
  const seen = new Set<string>();
  return {
    person,
    assignments,
    procedures: assignments
      .filter((assignment) => assignment.endedBy.length === 0)
      .flatMap(({ duties }) => duties)
      .flatMap((assigned) =>
        assigned.duty.procedures.flatMap(({ ref, basis }) => {
          if (seen.has(ref)) return [];
          seen.add(ref);
          return [{ procedure: library.procedure(ref), assigned, basis }];
        }),
      ),
    authored: library.manuals.filter(({ authors }) => authors.some(({ id }) => id === person.id)),
    signed: library.orders.filter(({ signatory }) => signatory === person.id),
  };
}

/** A duty that covers something, and how the link between them is known. */
export interface Cover {
  readonly assigned: Assigned;
  readonly basis: Basis;
}

/** The standing duties that cover a procedure, in the order of the orders. */
export function coversOfProcedure(procedureRef: string, duties: readonly Assigned[]): Cover[] {
  return duties.flatMap((assigned) => {
    const link = assigned.duty.procedures.find(({ ref }) => ref === procedureRef);
    return link ? [{ assigned, basis: link.basis }] : [];
  });
}

/**
 * The duties that cover a task: those linked to it, and those linked to one of its procedures; of a duty that is
 * both, the direct link. A way over a procedure is known no better than its weaker half.
 */
export function coversOfTask(
  task: Task,
  procedures: readonly Procedure[],
  duties: readonly Assigned[],
): Cover[] {
  return duties.flatMap((assigned) => {
    const direct = assigned.duty.tasks.find(({ ref }) => ref === task.ref);
    if (direct) return [{ assigned, basis: direct.basis }];
    const over = procedures.flatMap((procedure) => {
      const link = assigned.duty.procedures.find(({ ref }) => ref === procedure.ref);
      return link && procedure.task ? [weakestBasis([link, procedure.task])] : [];
    });
    const best = Basis.options.find((basis) => over.includes(basis));
    return best ? [{ assigned, basis: best }] : [];
  });
}
