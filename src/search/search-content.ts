// Stage: search. Library and places in the sources → what is searched: pages with parts.
import type { Library, Manual, Order, Person, Procedure, Task } from '../model/library.ts';
import { bareMark, markAt } from '../model/mark.ts';
import { thaiDate } from '../model/numeral.ts';
import {
  itemAnchor,
  manualPath,
  officePath,
  orderPath,
  personPath,
  procedurePath,
  stepAnchor,
  taskPath,
} from '../model/paths.ts';
import { officeKindLabel } from '../model/office.ts';
import { formFields, type FormField } from '../model/procedure.ts';
import { dutiesOf, standingDuties, type Assigned } from '../model/responsibility.ts';
import type { NumberedList } from '../model/text.ts';
import { alias, belonging, placeOf, title, type Belonging } from './page-parts.ts';
import type { SearchContent, SearchPage, SearchPart } from './search-page.ts';
import { sectionPages, type LinesOf } from './section-pages.ts';

/** Every page that can be found, in the order in which they are listed when nothing is asked. */
export function searchContent(library: Library, linesOf: LinesOf): SearchContent {
  const duties = dutiesByProcedure(library);
  return {
    pages: [
      ...library.procedures.map((procedure) =>
        procedurePage(procedure, library, duties.get(procedure.ref) ?? []),
      ),
      ...library.people.map((person) => personPage(person, library)),
      ...library.orders.map((order) => orderPage(order, library)),
      ...library.manuals.flatMap((manual) =>
        manual.tasks.flatMap((task) => [task, ...task.tasks].map((each) => taskPage(each, manual))),
      ),
      ...library.manuals.flatMap((manual) => sectionPages(manual, linesOf)),
      ...library.manuals.map(manualPage),
      ...library.offices.map((office) => ({
        url: officePath(office.id),
        title: office.name,
        kind: 'office' as const,
        place: officeKindLabel[office.kind],
        office: office.id,
        people: [],
        parts: [
          title(office.name),
          alias(office.short),
          ...office.units.map((unit): SearchPart => ({ field: 'body', text: unit.name })),
        ],
      })),
    ],
    offices: library.offices.map(({ id, short }) => ({ id, label: short })),
    units: library.offices.flatMap((office) =>
      office.units.map((unit) => ({
        id: `${office.id}/${unit.id}`,
        label: `${unit.name} ${office.short}`,
      })),
    ),
    people: library.people.map(({ id, fullName, name, spellings }) => ({
      id,
      label: fullName,
      names: [name, ...spellings],
    })),
    manuals: library.manuals.length,
  };
}

function procedurePage(procedure: Procedure, library: Library, people: string[]): SearchPage {
  const manual = library.manual(procedure.manual);
  const { scope, form } = procedure;
  return {
    url: procedurePath(procedure.ref),
    title: procedure.title,
    kind: 'procedure',
    place: placeOf(manual),
    ...belonging(manual),
    people,
    parts: [
      title(procedure.title),
      ...procedure.aliases.map(({ text }) => alias(text)),
      ...procedure.description.map((text): SearchPart => ({ field: 'body', text })),
      ...(scope ? [{ field: 'body' as const, label: 'ขอบเขต', text: listText(scope) }] : []),
      ...(Object.keys(formFields) as FormField[]).flatMap((field): SearchPart[] => {
        const value = form[field];
        if (value === 'none' || value === 'not-stated') return [];
        const text = typeof value === 'string' ? value : value.join(' ');
        return [{ field: 'body', label: formFields[field], text }];
      }),
      ...procedure.steps.flatMap((step, i): SearchPart[] => {
        const number = String(i + 1);
        return [
          stepPart(step, number),
          ...(step.substeps ?? []).map((substep, j) =>
            stepPart(substep, `${number}.${String(j + 1)}`),
          ),
        ];
      }),
    ],
  };
}

function stepPart(step: { id: string; text: string }, number: string): SearchPart {
  return { field: 'body', anchor: stepAnchor(step.id), label: `ขั้น ${number}`, text: step.text };
}

function personPage(person: Person, library: Library): SearchPage {
  const posts = person.posts.flatMap((post) => [post.title, ...post.printed]);
  const post = person.posts[0];
  const orders = library.orders.filter(({ assignments }) =>
    assignments.some((assignment) => assignment.person === person.id),
  );
  return {
    url: personPath(person.id),
    title: person.fullName,
    kind: 'person',
    place: [post?.title, post && library.office(post.office.ref).short].filter(Boolean).join(' '),
    ...personBelonging(person, orders),
    people: [person.id],
    parts: [
      title(person.fullName),
      ...person.spellings.map(alias),
      ...[...new Set(posts)].map((text): SearchPart => ({ field: 'body', label: 'ตำแหน่ง', text })),
      ...orders.flatMap((order) => [
        ...order.assignments
          .filter((assignment) => assignment.person === person.id)
          .flatMap(({ duties, numbering }) =>
            duties.map((duty, i): SearchPart => ({
              field: 'body',
              kind: 'duty',
              anchor: itemAnchor(duty.id),
              label: `หน้าที่ข้อ ${bareMark(markAt(numbering, i))}`,
              text: duty.text,
              ...(duty.substitutes ? { substitutes: true } : {}),
            })),
          ),
      ]),
    ],
  };
}

function personBelonging(person: Person, orders: readonly Order[]): Belonging {
  const from = person.posts[0] ?? orders[0];
  return {
    ...(from ? { office: from.office.ref } : {}),
    ...(from?.unit ? { unit: from.unit.ref } : {}),
  };
}

function orderPage(order: Order, library: Library): SearchPage {
  const manual = library.manual(order.manual);
  const people = [
    ...order.assignments.map(({ person }) => person),
    ...(order.signatory ? [order.signatory] : []),
    ...order.assignments.flatMap(({ duties }) =>
      duties.flatMap(({ substitutes }) => (substitutes?.person ? [substitutes.person] : [])),
    ),
  ];
  const body = (text: string, label?: string): SearchPart => ({
    field: 'body',
    text,
    ...(label ? { label } : {}),
  });
  return {
    url: orderPath(order.id),
    title: `คำสั่งที่ ${order.number}`,
    kind: 'order',
    place: `${manual.office.short} ลงวันที่ ${thaiDate(order.date)}`,
    ...belonging(manual),
    people: [...new Set(people)],
    parts: [
      title(`คำสั่งที่ ${order.number}`),
      alias(order.subjectLine),
      body(thaiDate(order.date), 'ลงวันที่'),
      ...order.replaces.map(({ number, date, subject }) =>
        body(`คำสั่งที่ ${number} ลงวันที่ ${thaiDate(date)} เรื่อง ${subject}`, 'ยกเลิก'),
      ),
      ...order.paragraphs.map((text) => body(text)),
      ...order.signature.map((text) => body(text, 'ลงนาม')),
      ...order.annex.map((text) => body(text)),
      ...order.assignments.map(({ name, post }) => body(`${name} ${post}`)),
    ],
  };
}

function taskPage(task: Task, manual: Manual): SearchPage {
  return {
    url: taskPath(task.id),
    title: task.text,
    kind: 'task',
    place: [task.number && `ข้อ ${task.number}`, placeOf(manual)].filter(Boolean).join(' '),
    ...belonging(manual),
    people: [],
    parts: [title(task.text), ...task.aliases.map(({ text }) => alias(text))],
  };
}

function manualPage(manual: Manual): SearchPage {
  return {
    url: manualPath(manual.id),
    title: manual.title.text,
    kind: 'office',
    place: placeOf(manual),
    ...belonging(manual),
    people: manual.authors.map(({ id }) => id),
    parts: [
      title(manual.title.text),
      alias(placeOf(manual)),
      ...(manual.unit ? [alias(`${manual.unit.name} ${manual.office.name}`)] : []),
      ...manual.authors.map((author): SearchPart => ({
        field: 'body',
        label: 'จัดทำโดย',
        text: author.fullName,
      })),
    ],
  };
}

function listText(list: NumberedList): string {
  return list.items
    .flatMap((item) => [item.text, ...(item.items ?? []).map(({ text }) => text)])
    .join(' ');
}

/** Who has a procedure among their duties: those of orders that stand and, only where they name nobody, of ended ones. */
function dutiesByProcedure(library: Library): Map<string, string[]> {
  const now = peopleByProcedure(standingDuties(library));
  const before = peopleByProcedure(library.orders.flatMap((order) => dutiesOf(order, library)));
  return new Map([...before, ...now]);
}

function peopleByProcedure(duties: readonly Assigned[]): Map<string, string[]> {
  const people = new Map<string, string[]>();
  for (const { person, duty } of duties)
    for (const { ref } of duty.procedures) {
      const known = people.get(ref) ?? [];
      if (!known.includes(person.id)) people.set(ref, [...known, person.id]);
    }
  return people;
}
