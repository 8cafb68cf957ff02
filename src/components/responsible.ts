// Stage: components. A procedure and the library → the people whose duties cover it.
import type { Basis } from '../model/basis.ts';
import type { Library, Order, Person } from '../model/library.ts';
import { bareMark, markAt } from '../model/mark.ts';
import { itemPath } from '../model/paths.ts';

export interface Responsible {
  readonly person: Person;
  readonly order: Order;
  /** As the order numbers it. */
  readonly dutyNumber: string;
  /** The duty's place on its manual's page. */
  readonly dutyPath: string;
  readonly basis: Basis;
}

/** Everyone with a duty that leads to the procedure, in the order of the orders. */
export function responsibleFor(procedureRef: string, library: Library): Responsible[] {
  return library.orders.flatMap((order) =>
    order.assignments.flatMap((assignment) =>
      assignment.duties.flatMap((duty, i) => {
        const link = duty.procedures.find(({ ref }) => ref === procedureRef);
        if (!link) return [];
        const dutyNumber = bareMark(markAt(assignment.numbering, i));
        return [
          {
            person: library.person(assignment.person),
            order,
            dutyNumber,
            dutyPath: itemPath(order.manual, duty.id),
            basis: link.basis,
          },
        ];
      }),
    ),
  );
}
