// Stage: components. A procedure and the library → the people whose duties cover it, and who stands in for them.
import type { Basis } from '../model/basis.ts';
import type { Library, Order, Person } from '../model/library.ts';
import { dutyPath, personPath } from '../model/paths.ts';
import { coversOfProcedure, dutiesOf, endedBy, standingDuties } from '../model/responsibility.ts';
import { chainOfPerson, type ChainLink } from '../model/substitution.ts';

export interface Responsible {
  readonly person: Person;
  /** The person's page. */
  readonly personPath: string;
  readonly order: Order;
  /** As the order numbers it. */
  readonly dutyNumber: string;
  /** The duty's place on the person's page. */
  readonly dutyPath: string;
  readonly basis: Basis;
  /** The orders that ended the order, where no order that stands names anybody for the procedure. */
  readonly endedBy: readonly Order[];
  /** Who stands in, by rank. */
  readonly standIns: readonly ChainLink[];
}

/**
 * Everyone with a duty that leads to the procedure, in the order of the orders. Ended orders count only where none
 * that stands names anybody.
 */
export function responsibleFor(procedureRef: string, library: Library): Responsible[] {
  const now = coversOfProcedure(procedureRef, standingDuties(library));
  const before = library.orders.flatMap((order) => dutiesOf(order, library));
  const covers = now.length > 0 ? now : coversOfProcedure(procedureRef, before);
  return covers.map(({ assigned: { person, order, number, duty }, basis }) => ({
    person,
    personPath: personPath(person.id),
    order,
    dutyNumber: number,
    dutyPath: dutyPath(person.id, duty.id),
    basis,
    endedBy: endedBy(order, library),
    standIns: chainOfPerson(person, library).links,
  }));
}
