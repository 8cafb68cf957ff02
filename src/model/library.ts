// Stage: model. Checked content → Library: everything the site knows, with look-ups.
import { bareMark, markAt } from './mark.ts';
import type { ManualData } from './manual.ts';
import type { OfficeData, Unit } from './office.ts';
import type { OrderData } from './order.ts';
import type { PersonData } from './person.ts';
import type { ProcedureData } from './procedure.ts';
import type { SectionData, SectionOf } from './section.ts';
import type { Alias } from './basis.ts';

/** Content as the loaders give it: parsed by its schema, not yet linked. */
export interface Content {
  readonly manuals: readonly { readonly id: string; readonly data: ManualData }[];
  readonly sections: readonly {
    readonly manual: string;
    readonly id: string;
    readonly data: SectionData;
    readonly paragraphs: readonly string[];
  }[];
  readonly procedures: readonly {
    readonly manual: string;
    readonly id: string;
    readonly data: ProcedureData;
  }[];
  readonly orders: readonly {
    readonly manual: string;
    readonly id: string;
    readonly data: OrderData;
  }[];
  readonly offices: readonly { readonly id: string; readonly data: OfficeData }[];
  readonly people: readonly { readonly id: string; readonly data: PersonData }[];
}

export interface Office extends OfficeData {
  readonly id: string;
}
export interface Person extends PersonData {
  readonly id: string;
  /** Prefix and preferred name: นางบุญจันทร์ ลีกลาง. */
  readonly fullName: string;
}
export interface Procedure extends ProcedureData {
  readonly id: string;
  readonly manual: string;
  /** `<manual>/<id>` */
  readonly ref: string;
}
export interface Order extends OrderData {
  readonly id: string;
  readonly manual: string;
}
export interface Section {
  readonly id: string;
  readonly manual: string;
  readonly data: SectionData;
  readonly paragraphs: readonly string[];
}
/** An entry of a unit's scope list. Groups hold tasks; a group without any is itself a task. */
export interface Task {
  readonly id: string;
  readonly manual: string;
  readonly ref: string;
  /** The mark as it reads in the source, without closing punctuation: ๒.๓ */
  readonly number: string;
  readonly text: string;
  readonly aliases: readonly Alias[];
  readonly group: string | undefined;
  readonly tasks: readonly Task[];
}

/** A manual's part in its place: sections and procedures as the source orders them. */
export type Part =
  | { readonly type: 'procedure'; readonly id: string; readonly procedure: Procedure }
  | { readonly type: 'order'; readonly id: string; readonly order: Order }
  | { readonly type: 'section'; readonly id: string; readonly section: Section }
  | {
      readonly type: 'chapter';
      readonly id: string;
      readonly chapter: SectionOf<'chapter'>;
      readonly parts: readonly Part[];
    };

export interface Manual {
  readonly id: string;
  readonly title: ManualData['title'];
  readonly kind: ManualData['kind'];
  readonly seed: string;
  readonly data: ManualData;
  readonly office: Office;
  readonly unit: Unit | undefined;
  readonly authors: readonly Person[];
  readonly parts: readonly Part[];
  /** In the order of the source. */
  readonly procedures: readonly Procedure[];
  readonly orders: readonly Order[];
  /** The scope lists' top entries, each with what stands below it. */
  readonly tasks: readonly Task[];
}

export interface Library {
  readonly manuals: readonly Manual[];
  readonly procedures: readonly Procedure[];
  readonly orders: readonly Order[];
  readonly offices: readonly Office[];
  readonly people: readonly Person[];
  /** Every task that holds no others. */
  readonly tasks: readonly Task[];
  manual(id: string): Manual;
  procedure(ref: string): Procedure;
  task(ref: string): Task;
  person(id: string): Person;
  office(id: string): Office;
  order(id: string): Order;
}

/**
 * Links checked content. Whole books come first, then single pages, each in the order of their seeds.
 * @throws Error naming the reference that leads nowhere: the cross-checks should have reported it.
 */
export function buildLibrary(content: Content): Library {
  const offices = content.offices.map(({ id, data }) => ({ ...data, id }));
  const people = content.people.map(({ id, data }) => ({
    ...data,
    id,
    fullName: data.prefix + data.name,
  }));
  const officeById = lookUp(offices, 'office');
  const personById = lookUp(people, 'person');
  const partsOf = partsByManual(content);
  const manuals = content.manuals
    .toSorted((a, b) =>
      a.data.kind === b.data.kind
        ? compare(a.data.seed, b.data.seed)
        : a.data.kind === 'book'
          ? -1
          : 1,
    )
    .map(({ id, data }) => buildManual(id, data, partsOf(id), officeById, personById));
  const procedures = manuals.flatMap((manual) => manual.procedures);
  const orders = manuals.flatMap((manual) => manual.orders);
  const allTasks = manuals.flatMap((manual) =>
    manual.tasks.flatMap((task) => [task, ...task.tasks]),
  );
  return {
    manuals,
    procedures,
    orders,
    offices,
    people,
    tasks: allTasks.filter((task) => task.tasks.length === 0),
    manual: lookUp(manuals, 'manual'),
    procedure: lookUp(procedures, 'procedure', (procedure) => procedure.ref),
    task: lookUp(allTasks, 'task', (task) => task.ref),
    person: personById,
    office: officeById,
    order: lookUp(orders, 'order'),
  };
}

type Parts = Pick<Content, 'sections' | 'procedures' | 'orders'>;

/** One manual's parts, by id. */
type OwnParts = { readonly [list in keyof Parts]: ReadonlyMap<string, Parts[list][number]> };

/** To look through all parts for each manual would take longer with every manual. */
function partsByManual(content: Parts): (manual: string) => OwnParts {
  const byManual = <T extends { readonly manual: string; readonly id: string }>(
    entries: readonly T[],
  ): ((manual: string) => Map<string, T>) => {
    const own = Map.groupBy(entries, ({ manual }) => manual);
    return (manual) => new Map(own.get(manual)?.map((entry) => [entry.id, entry]));
  };
  const sections = byManual(content.sections);
  const procedures = byManual(content.procedures);
  const orders = byManual(content.orders);
  return (manual) => ({
    sections: sections(manual),
    procedures: procedures(manual),
    orders: orders(manual),
  });
}

function buildManual(
  id: string,
  data: ManualData,
  { sections, procedures, orders }: OwnParts,
  officeById: (id: string) => Office,
  personById: (id: string) => Person,
): Manual {
  const office = officeById(data.office.ref);

  const partOf = (partId: string): Part => {
    const procedure = procedures.get(partId);
    if (procedure)
      return {
        type: 'procedure',
        id: partId,
        procedure: { ...procedure.data, id: partId, manual: id, ref: `${id}/${partId}` },
      };
    const order = orders.get(partId);
    if (order)
      return { type: 'order', id: partId, order: { ...order.data, id: partId, manual: id } };
    const section = sections.get(partId);
    if (!section) throw new Error(`manual ${id}: no part "${partId}"`);
    if (section.data.kind !== 'chapter') return { type: 'section', id: partId, section };
    return {
      type: 'chapter',
      id: partId,
      chapter: section.data,
      parts: section.data.parts.map(partOf),
    };
  };
  const parts = data.parts.map(partOf);
  const flat = flatParts(parts);
  return {
    id,
    title: data.title,
    kind: data.kind,
    seed: data.seed,
    data,
    office,
    unit: office.units.find((unit) => `${office.id}/${unit.id}` === data.unit?.ref),
    authors: data.authors.map((author) => personById(author.ref)),
    parts,
    procedures: flat.flatMap((part) => (part.type === 'procedure' ? [part.procedure] : [])),
    orders: flat.flatMap((part) => (part.type === 'order' ? [part.order] : [])),
    tasks: flat.flatMap((part) =>
      part.type === 'section' && part.section.data.kind === 'tasks'
        ? tasksOf(id, part.section.data)
        : [],
    ),
  };
}

/** All parts, chapters before what they hold, in the order of the source. */
export function flatParts(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) =>
    part.type === 'chapter' ? [part, ...flatParts(part.parts)] : [part],
  );
}

function tasksOf(manual: string, data: SectionOf<'tasks'>): Task[] {
  return data.groups.map((group, i) => ({
    id: group.id,
    manual,
    ref: `${manual}/${group.id}`,
    number: bareMark(markAt(data.numbering, i)),
    text: group.text,
    aliases: group.aliases,
    group: undefined,
    tasks: (group.tasks ?? []).map((task, j) => ({
      id: task.id,
      manual,
      ref: `${manual}/${task.id}`,
      number: group.numbering ? bareMark(markAt(group.numbering, j)) : '',
      text: task.text,
      aliases: task.aliases,
      group: group.id,
      tasks: [],
    })),
  }));
}

function lookUp<T extends { readonly id: string }>(
  items: readonly T[],
  kind: string,
  key: (item: T) => string = (item) => item.id,
): (id: string) => T {
  const byKey = new Map(items.map((item) => [key(item), item]));
  return (id) => {
    const item = byKey.get(id);
    if (!item) throw new Error(`no ${kind} "${id}"`);
    return item;
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
