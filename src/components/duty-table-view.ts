// Stage: components. Library → the rows of the table of all duties, and the choices that it can be narrowed by.
import type { Library, Order } from '../model/library.ts';
import { byDate, dutiesOf, endedBy } from '../model/responsibility.ts';
import { compareThai } from '../model/thai-collation.ts';
import type { Provenance } from '../source/provenance.ts';
import { dutyView, type DutyView } from './duty-view.ts';

export interface DutyRow {
  readonly view: DutyView;
  readonly order: Order;
  /** The office's id and what it is called. */
  readonly office: Choice;
  readonly person: Choice;
  /** The name by which rows are sorted: without the prefix. */
  readonly personKey: string;
  readonly post: string;
  readonly tasks: readonly Choice[];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface DutyTableView {
  /** Orders newest first, each person's duties as the order has them. */
  readonly rows: readonly DutyRow[];
  readonly people: readonly Choice[];
  readonly posts: readonly Choice[];
  readonly offices: readonly Choice[];
  readonly tasks: readonly Choice[];
}

type ProvenanceOf = (manual: string) => Provenance;

/** The duties of the orders that stand (or of those that were ended), and what they can be narrowed by. */
export function dutyTable(
  library: Library,
  provenance: ProvenanceOf,
  which: 'standing' | 'ended',
): DutyTableView {
  const rows = library.orders
    .filter((order) => endedBy(order, library).length > 0 === (which === 'ended'))
    .toSorted((a, b) => byDate(b, a))
    .flatMap((order) => dutiesOf(order, library))
    .map((assigned): DutyRow => {
      const { order, person, assignment, duty } = assigned;
      const office = library.office(order.office.ref);
      return {
        view: dutyView(assigned, library, provenance(order.manual)),
        order,
        office: { value: office.id, label: office.short },
        person: { value: person.id, label: person.fullName },
        personKey: person.name,
        post: assignment.post,
        tasks: duty.tasks.map(({ ref }) => {
          const { number, text } = library.task(ref);
          return { value: ref, label: `${number} ${text}`.trim() };
        }),
      };
    });
  const people = rows.map(({ person, personKey }) => ({ ...person, key: personKey }));
  return {
    rows,
    people: distinct(people).toSorted((a, b) => compareThai(a.key, b.key)),
    posts: sorted(rows.map(({ post }) => ({ value: post, label: post }))),
    offices: sorted(rows.map(({ office }) => office)),
    tasks: sorted(rows.flatMap(({ tasks }) => tasks)),
  };
}

function distinct<T extends Choice>(choices: readonly T[]): T[] {
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}

function sorted(choices: readonly Choice[]): Choice[] {
  return distinct(choices).toSorted((a, b) => compareThai(a.label, b.label));
}
