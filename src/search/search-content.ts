// Stage: search. Library and places in the sources → what is searched: pages with parts.
import { flatParts, type Library, type Manual, type Part, type Task } from '../model/library.ts';
import { bareMark, markAt } from '../model/mark.ts';
import { thaiDate } from '../model/numeral.ts';
import {
  itemAnchor,
  itemPath,
  manualPath,
  officePath,
  orderPath,
  partPath,
  personPath,
  procedurePath,
  stepAnchor,
  taskPath,
} from '../model/paths.ts';
import type { Order, Person, Procedure } from '../model/library.ts';
import { officeKindLabel } from '../model/office.ts';
import { formFields, type FormField } from '../model/procedure.ts';
import type { Strategy } from '../model/section.ts';
import type { NumberedList } from '../model/text.ts';
import type { SearchContent, SearchPage, SearchPart } from './search-page.ts';

/** Where a part of a manual stands in its source, as the site says it: `บรรทัด 95`. */
export type LinesOf = (manual: string, part: string, path?: string) => string | undefined;

type Belonging = Pick<SearchPage, 'office' | 'unit'>;

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

const title = (text: string): SearchPart => ({ field: 'title', text });
const alias = (text: string): SearchPart => ({ field: 'alias', text });

function belonging(manual: Manual): Belonging {
  return {
    office: manual.office.id,
    ...(manual.unit ? { unit: `${manual.office.id}/${manual.unit.id}` } : {}),
  };
}

/** กลุ่มนโยบายและแผน สพป.อุตรดิตถ์ เขต 2 */
function placeOf(manual: Manual): string {
  return [manual.unit?.name, manual.office.short].filter(Boolean).join(' ');
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

function sectionPages(manual: Manual, linesOf: LinesOf): SearchPage[] {
  return flatParts(manual.parts).flatMap((part): SearchPage[] => {
    const section = sectionParts(part);
    if (!section) return [];
    const page: Omit<SearchPage, 'url' | 'title' | 'kind' | 'parts'> = {
      place: [placeOf(manual), linesOf(manual.id, part.id)].filter(Boolean).join(' '),
      ...belonging(manual),
      people: peopleNamedIn(manual, part),
    };
    if (section.strategies)
      return section.strategies.map(({ strategy, mark }) => ({
        ...page,
        url: itemPath(manual.id, strategy.id),
        title: strategy.text,
        kind: 'strategy',
        place: `${mark} ${placeOf(manual)}`,
        parts: strategyParts(strategy, mark),
      }));
    return [
      {
        ...page,
        url: partPath(manual.id, part.id),
        title: section.title,
        kind: 'text',
        parts: [title(section.title), ...section.parts],
      },
    ];
  });
}

interface SectionParts {
  readonly title: string;
  readonly parts: readonly SearchPart[];
  readonly strategies?: readonly { readonly strategy: Strategy; readonly mark: string }[];
}

/** Undefined for what has a page of its own or repeats others: procedures, orders, tasks, contents lists. */
function sectionParts(part: Part): SectionParts | undefined {
  const body = (texts: readonly string[]): SearchPart[] =>
    texts.map((text) => ({ field: 'body', text }));
  if (part.type === 'chapter') {
    const { title: name, scope } = part.chapter;
    return scope && { title: name, parts: listParts(scope, 'ขอบเขต') };
  }
  if (part.type !== 'section') return undefined;
  const { data, paragraphs } = part.section;
  switch (data.kind) {
    case 'cover':
      return { title: 'หน้าปก', parts: body(data.lines) };
    case 'prose':
      return { title: data.title ?? 'ข้อความ', parts: body(paragraphs) };
    case 'statement':
      return { title: data.title, parts: body(data.text) };
    case 'list':
      return {
        title: data.title,
        parts: [...body(data.before), ...listParts(data), ...body(data.after)],
      };
    case 'lost':
      return { title: data.title, parts: body(data.lines) };
    case 'strategies':
      return {
        title: data.title,
        parts: [],
        strategies: data.strategies.map((strategy, i) => ({
          strategy,
          mark: markAt(data.numbering, i),
        })),
      };
    case 'contents':
    case 'tasks':
    case 'chapter':
      return undefined;
  }
}

function strategyParts(strategy: Strategy, mark: string): SearchPart[] {
  return [
    title(strategy.text),
    alias(mark),
    ...(strategy.goals ? listParts(strategy.goals, strategy.goalsHeading) : []),
    ...(strategy.ways ? listParts(strategy.ways, strategy.waysHeading) : []),
  ];
}

function listParts(list: NumberedList, heading?: string): SearchPart[] {
  const part = (item: { id: string; text: string }, mark: string | undefined): SearchPart => {
    const label = [heading, mark ?? (heading ? undefined : 'ข้อ')].filter(Boolean).join(' ');
    return { field: 'body', anchor: itemAnchor(item.id), label, text: item.text };
  };
  return list.items.flatMap((item, i) => [
    part(item, numbered(list.numbering, i, heading)),
    ...(item.items ?? []).map((sub, j) => part(sub, numbered(item.numbering, j, heading))),
  ]);
}

function numbered(numbering: string | undefined, i: number, heading?: string): string | undefined {
  if (!numbering) return undefined;
  const mark = bareMark(markAt(numbering, i));
  return heading ? mark : `ข้อ ${mark}`;
}

function listText(list: NumberedList): string {
  return list.items
    .flatMap((item) => [item.text, ...(item.items ?? []).map(({ text }) => text)])
    .join(' ');
}

/** Those whose name, in any spelling, stands in the part. */
function peopleNamedIn(manual: Manual, part: Part): string[] {
  const text = JSON.stringify(part);
  return manual.authors
    .filter(({ name, spellings }) => [name, ...spellings].some((each) => text.includes(each)))
    .map(({ id }) => id);
}

/** Who has a procedure among their duties. */
function dutiesByProcedure(library: Library): Map<string, string[]> {
  const people = new Map<string, string[]>();
  for (const { assignments } of library.orders)
    for (const { person, duties } of assignments)
      for (const { ref } of duties.flatMap(({ procedures }) => procedures)) {
        const known = people.get(ref) ?? [];
        if (!known.includes(person)) people.set(ref, [...known, person]);
      }
  return people;
}
