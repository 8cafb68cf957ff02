// Stage: authoring. Parsed content → the problems that only show between entries: references, ids, steps, actors.
import { thaiDate, toArabicDigits } from '../model/numeral.ts';
import type { OfficeData } from '../model/office.ts';
import type { Step, Substep } from '../model/procedure.ts';
import { compact } from '../source/align.ts';
import type { FieldPath } from './content-file.ts';
import { nearest } from './nearest.ts';
import {
  headlessManuals,
  listedParts,
  partEntries,
  type Entry,
  type ParsedContent,
} from './parse-content.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';
import { unnumberedLists } from './unnumbered-lists.ts';

/** All problems between entries. Entries whose shape was wrong are not in `content` and cause no follow-up problems of their own. */
export function crossCheck(content: ParsedContent): Problem[] {
  const known = knownIds(content);
  const copies = copiedEntries(content);
  return [
    ...content.manuals.flatMap((manual) => checkManual(manual, content, known)),
    ...checkCopies(content, copies, known),
    ...headlessManuals(content).map(({ folder, parts }) =>
      problem('headless-manual', { file: `${folder}manual.mdx`, line: 1 }, { folder, parts }),
    ),
    ...checkListing(content, copies, known),
    ...content.sections.flatMap((section) => checkSection(section, content, known)),
    ...content.procedures.flatMap((procedure) => checkProcedure(procedure, known)),
    ...content.orders.flatMap((order) => checkOrder(order, known)),
    ...content.people.flatMap((person) => checkPerson(person, known)),
    ...checkSame(content.people),
    ...checkSame(content.offices),
    ...unnumberedLists(content).map(({ entry, path }) =>
      problem('substeps-without-numbering', at(entry, path), {}),
    ),
    ...checkFormerIds(content),
    ...checkOrderIds(content, copies),
    ...content.offices.flatMap(checkOfficeIds),
    ...checkItemIds(content, copies),
  ];
}

type AnyEntry = Entry<unknown>;
/** What a reference may name. Of the owners in `unread` (an office, a manual) not everything could be read: there any name will do. */
interface Names {
  readonly all: ReadonlySet<string>;
  readonly unread?: ReadonlySet<string>;
}
interface Known {
  readonly offices: Names;
  readonly units: Names;
  readonly people: Names;
  readonly procedures: Names;
  readonly tasks: Names;
  /** A manual's id → its parts. */
  readonly parts: ReadonlyMap<string, readonly AnyEntry[]>;
  /** A manual's id → its office. */
  readonly officeOf: ReadonlyMap<string, KnownOffice>;
}

function knownIds(content: ParsedContent): Known {
  const tasks = content.sections.flatMap(({ manual, data }) =>
    data.kind === 'tasks'
      ? data.groups
          .flatMap((group) => [group, ...(group.tasks ?? [])])
          .map(({ id }) => `${manual}/${id}`)
      : [],
  );
  const { unread } = content;
  const unreadOffices = unread.flatMap((place) => (place.type === 'office' ? [place.id] : []));
  const unreadPeople = unread.flatMap((place) => (place.type === 'person' ? [place.id] : []));
  const offices = new Map(content.offices.map((office) => [office.id, office]));
  const unreadProcedures = unread.flatMap((place) =>
    place.type === 'procedure' ? [`${place.manual}/${place.id}`] : [],
  );
  return {
    offices: { all: new Set([...content.offices.map(({ id }) => id), ...unreadOffices]) },
    units: {
      all: new Set(
        content.offices.flatMap(({ id, data }) => data.units.map((unit) => `${id}/${unit.id}`)),
      ),
      unread: new Set(unreadOffices),
    },
    people: { all: new Set([...content.people.map(({ id }) => id), ...unreadPeople]) },
    procedures: {
      all: new Set([
        ...content.procedures.map(({ manual, id }) => `${manual}/${id}`),
        ...unreadProcedures,
      ]),
    },
    tasks: {
      all: new Set(tasks),
      unread: new Set(unread.flatMap((place) => (place.type === 'section' ? [place.manual] : []))),
    },
    parts: Map.groupBy(partEntries(content), ({ manual }) => manual),
    officeOf: new Map(
      content.manuals.flatMap(({ id, data }) => {
        const office = offices.get(data.office.ref);
        return office ? [[id, office] as const] : [];
      }),
    ),
  };
}

const at = (entry: AnyEntry, path: FieldPath): { file: string; line: number; field: string } => ({
  file: entry.file.path,
  line: entry.file.position(path).line,
  field: path.join('.'),
});

function reference(
  entry: AnyEntry,
  path: FieldPath,
  ref: string | undefined,
  { all, unread }: Names,
  to: string,
): Problem[] {
  if (ref === undefined || all.has(ref) || unread?.has(ref.replace(/\/.*$/, ''))) return [];
  return [problem('unknown-reference', at(entry, path), { ref, to, nearest: nearest(ref, all) })];
}

function checkManual(
  manual: ParsedContent['manuals'][number],
  content: ParsedContent,
  known: Known,
): Problem[] {
  return [
    ...reference(manual, ['office', 'ref'], manual.data.office.ref, known.offices, 'หน่วยงาน'),
    ...reference(manual, ['unit', 'ref'], manual.data.unit?.ref, known.units, 'กลุ่มงาน'),
    ...manual.data.authors.flatMap((author, i) =>
      reference(manual, ['authors', i, 'ref'], author.ref, known.people, 'บุคคล'),
    ),
    ...checkParts(manual, manual.data.parts, content, known),
  ];
}

function partNames(manual: string, content: ParsedContent, known: Known): Names {
  const unread = content.unread.filter((place) => 'manual' in place && place.manual === manual);
  return { all: new Set([...(known.parts.get(manual) ?? []), ...unread].map(({ id }) => id)) };
}

function checkParts(
  entry: AnyEntry,
  parts: readonly string[],
  content: ParsedContent,
  known: Known,
): Problem[] {
  const names = partNames(entry.manual, content, known);
  return parts.flatMap((part, i) => reference(entry, ['parts', i], part, names, 'ส่วนของคู่มือ'));
}

/** A file of which another is the copy, by the copy: of that nothing else is said. */
type Copies = ReadonlyMap<AnyEntry, AnyEntry>;

/** Entries all of whose ids stand in one other. Which is the copy nobody can tell; that which no list of parts names is called so, or the later. */
function copiedEntries(content: ParsedContent): Copies {
  const listed = listedParts(content);
  const rank = ({ manual, id }: AnyEntry): number => (listed.has(`${manual}/${id}`) ? 0 : 1);
  const owners = new Map<string, AnyEntry>();
  const copies = new Map<AnyEntry, AnyEntry>();
  for (const entry of partEntries(content).toSorted((a, b) => rank(a) - rank(b))) {
    const ids = idsWithin(entry.data).map(({ id }) => id);
    const [owner, ...others] = new Set(ids.map((id) => owners.get(id)));
    if (ids.length > 1 && owner && others.length === 0) copies.set(entry, owner);
    else for (const id of ids) if (!owners.has(id)) owners.set(id, entry);
  }
  return copies;
}

/** One word for a manual all of whose files are copied from one other; else one for each file. */
function checkCopies(content: ParsedContent, copies: Copies, known: Known): Problem[] {
  const byManual = Map.groupBy(copies, ([copy]) => copy.manual);
  return [...byManual].flatMap(([manual, pairs]) => {
    const [[, of], ...others] = pairs as [[AnyEntry, AnyEntry], ...[AnyEntry, AnyEntry][]];
    const isWhole =
      of.manual !== manual &&
      others.every(([, other]) => other.manual === of.manual) &&
      (known.parts.get(manual) ?? []).every(
        (entry) => copies.has(entry) || idsWithin(entry.data).length === 0,
      );
    const head = content.manuals.find(({ id }) => id === manual);
    return isWhole && head
      ? [problem('copied-manual', { file: head.file.path, line: 1 }, { of: of.manual })]
      : pairs.map(([copy, other]) =>
          problem('copied-file', { file: copy.file.path, line: 1 }, { of: other.file.path }),
        );
  });
}

/** A person's or an office's file that was copied and not yet filled in. Which is the copy nobody can tell: the later is called so. */
function checkSame(entries: readonly AnyEntry[]): Problem[] {
  const known = new Map<string, AnyEntry>();
  return entries.flatMap((entry) => {
    const text = JSON.stringify(entry.data);
    const other = known.get(text);
    if (!other) known.set(text, entry);
    return other
      ? [problem('same-entry', { file: entry.file.path, line: 1 }, { of: other.file.path })]
      : [];
  });
}

/** Every part stands in exactly one list of parts; ids are unique within a manual. */
function checkListing(content: ParsedContent, copies: Copies, known: Known): Problem[] {
  const chapters = Map.groupBy(
    content.sections.flatMap((entry) =>
      entry.data.kind === 'chapter' ? [{ entry, parts: entry.data.parts }] : [],
    ),
    ({ entry }) => entry.manual,
  );
  return content.manuals.flatMap((manual) => {
    const parts = known.parts.get(manual.id) ?? [];
    const lists: { entry: AnyEntry; parts: readonly string[] }[] = [
      { entry: manual, parts: manual.data.parts },
      ...(chapters.get(manual.id) ?? []),
    ];
    const listedIn = new Map<string, string>();
    const twice = lists.flatMap((list) =>
      list.parts.flatMap((id, i) => {
        const other = listedIn.get(id);
        listedIn.set(id, list.entry.file.path);
        return other === undefined
          ? []
          : [problem('part-listed-twice', at(list.entry, ['parts', i]), { id, other })];
      }),
    );
    // An unread section may be the chapter that lists the part.
    const unsure = content.unread.some(
      (place) => place.type === 'section' && place.manual === manual.id,
    );
    // A part whose name is misspelt in a list is said there.
    const all = new Set(parts.map(({ id }) => id));
    const meant = new Set(
      lists.flatMap((list) => list.parts.map((id) => (all.has(id) ? undefined : nearest(id, all)))),
    );
    const seen = new Map<string, AnyEntry>();
    const rest = parts.flatMap((entry) => {
      const other = seen.get(entry.id);
      seen.set(entry.id, entry);
      if (other)
        return [
          problem(
            'duplicate-id',
            { file: entry.file.path, line: 1 },
            { id: entry.id, other: other.file.path },
          ),
        ];
      if (listedIn.has(entry.id) || meant.has(entry.id) || unsure || copies.has(entry)) return [];
      return [
        problem(
          'unlisted-part',
          { file: entry.file.path, line: 1 },
          { id: entry.id, manual: manual.file.path },
        ),
      ];
    });
    return [...twice, ...rest];
  });
}

function checkSection(
  section: ParsedContent['sections'][number],
  content: ParsedContent,
  known: Known,
): Problem[] {
  const { data } = section;
  switch (data.kind) {
    case 'chapter':
      return checkParts(section, data.parts, content, known);
    case 'contents': {
      const names = partNames(section.manual, content, known);
      return data.entries.flatMap((entry, i) =>
        reference(section, ['entries', i, 'part'], entry.part, names, 'ส่วนของคู่มือ'),
      );
    }
    default:
      return [];
  }
}

/** An address leads to one place: an old one to no two things of a kind, and to none where one of them stands. */
function checkFormerIds({
  manuals,
  procedures,
  people,
  orders,
  offices,
}: ParsedContent): Problem[] {
  return [
    formerIdsInUse(procedures, ({ manual, id }) => `${manual}/${id}`),
    formerIdsInUse(manuals, ({ id }) => id),
    formerIdsInUse(people, ({ id }) => id),
    formerIdsInUse(orders, ({ id }) => id),
    formerIdsInUse(offices, ({ id }) => id),
  ].flat();
}

function formerIdsInUse<T extends AnyEntry & { data: { formerly?: string[] | undefined } }>(
  entries: readonly T[],
  idOf: (entry: T) => string,
): Problem[] {
  const owners = new Map(entries.map((entry) => [idOf(entry), entry.file.path]));
  return entries.flatMap((entry) =>
    (entry.data.formerly ?? []).flatMap((ref, i) => {
      const other = owners.get(ref);
      owners.set(ref, entry.file.path);
      if (other === undefined) return [];
      return [problem('former-id-in-use', at(entry, ['formerly', i]), { ref, other })];
    }),
  );
}

function checkProcedure(procedure: ParsedContent['procedures'][number], known: Known): Problem[] {
  const { steps, task } = procedure.data;
  const office = known.officeOf.get(procedure.manual);
  const stepIds = {
    all: new Set([
      'end',
      ...steps.flatMap((step) => [step.id, ...(step.substeps ?? []).map(({ id }) => id)]),
    ]),
  };
  const every: { step: Step | Substep; path: FieldPath }[] = steps.flatMap((step, i) => [
    { step, path: ['steps', i] },
    ...(step.substeps ?? []).map((substep, j) => ({
      step: substep,
      path: ['steps', i, 'substeps', j],
    })),
  ]);
  return [
    ...reference(procedure, ['task', 'ref'], task?.ref, known.tasks, 'ภารกิจ'),
    ...every.flatMap(({ step, path }) => [
      ...(step.next ?? []).flatMap((branch, i) =>
        reference(procedure, [...path, 'next', i, 'to'], branch.to, stepIds, 'ขั้นตอน'),
      ),
      ...checkBranches(procedure, step, path),
      ...checkActors(procedure, step, path, office),
      ...(step.produces ?? []).flatMap((words, i) =>
        wordsIn(procedure, [...path, 'produces', i], words, 'text ของขั้นนี้', [step.text]),
      ),
    ]),
    ...checkReach(procedure, steps, ['steps'], stepIds.all),
    ...steps.flatMap((step, i) =>
      step.substeps
        ? checkReach(procedure, step.substeps, ['steps', i, 'substeps'], stepIds.all)
        : [],
    ),
  ];
}

function checkBranches(entry: AnyEntry, step: Step | Substep, path: FieldPath): Problem[] {
  if (!step.next || step.next.length < 2) return [];
  return step.next.flatMap((branch, i) =>
    branch.when === undefined
      ? [problem('branch-without-condition', at(entry, [...path, 'next', i]), { step: step.id })]
      : [],
  );
}

/**
 * Steps that no way from the first step leads to. A step without `next` goes on to the one after it. A way to a substep
 * reaches the step that holds it; a substep's way to a step counts as leaving its own level. Where a way leads nowhere,
 * or two steps have one id, that is the problem, and not what cannot be reached for it.
 */
function checkReach(
  entry: AnyEntry,
  steps: readonly (Step | Substep)[],
  path: FieldPath,
  known: ReadonlySet<string>,
): Problem[] {
  const order = new Map<string, number>();
  steps.forEach((step, i) => {
    const ids = [step, ...('substeps' in step ? (step.substeps ?? []) : [])].map(({ id }) => id);
    for (const id of ids) if (!order.has(id)) order.set(id, i);
  });
  const reached = new Set<number>();
  const waiting = [0];
  for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
    const step = steps[i];
    if (!step || reached.has(i)) continue;
    reached.add(i);
    const ways = [
      ...(step.next ?? []),
      ...('substeps' in step ? (step.substeps ?? []).flatMap((substep) => substep.next ?? []) : []),
    ];
    waiting.push(...ways.flatMap((branch) => order.get(branch.to) ?? []));
    // An inferred way stands beside what the source says; it does not replace the step after.
    if (
      !step.next ||
      step.next.every((branch) => branch.inferred) ||
      step.next.some((branch) => !known.has(branch.to))
    )
      waiting.push(i + 1);
  }
  return steps.flatMap((step, i) =>
    reached.has(i) ? [] : [problem('unreachable-step', at(entry, [...path, i]), { step: step.id })],
  );
}

interface KnownOffice {
  readonly id: string;
  readonly data: OfficeData;
}

function checkActors(
  entry: AnyEntry,
  step: Step | Substep,
  path: FieldPath,
  office: KnownOffice | undefined,
): Problem[] {
  if (!office) return [];
  const named: { actor: string; path: FieldPath }[] = [
    ...(step.actor === undefined ? [] : [{ actor: step.actor, path: [...path, 'actor'] }]),
    ...(step.to ?? []).map((actor, i) => ({ actor, path: [...path, 'to', i] })),
  ];
  return named.flatMap(({ actor, path: place }) => {
    const known = office.data.actors.find(({ id }) => id === actor);
    if (!known) {
      const ids = office.data.actors.map(({ id }) => id);
      return [
        problem('unknown-actor', at(entry, place), {
          actor,
          office: office.id,
          nearest: nearest(actor, ids),
        }),
      ];
    }
    const words = [known.title, ...known.spellings];
    const text = compact(step.text);
    return words.some((word) => text.includes(compact(word)))
      ? []
      : [problem('actor-not-in-text', at(entry, place), { actor, words })];
  });
}

function wordsIn(
  entry: AnyEntry,
  path: FieldPath,
  words: string,
  where: string,
  texts: readonly string[],
): Problem[] {
  const wanted = compact(toArabicDigits(words));
  return texts.some((text) => compact(toArabicDigits(text)).includes(wanted))
    ? []
    : [problem('words-not-in-text', at(entry, path), { words, where })];
}

/** The date in words, with or without พ.ศ. before its year, and not the end of a longer number (1 in 21). */
function dateIn(
  entry: AnyEntry,
  path: FieldPath,
  iso: string,
  texts: readonly string[],
): Problem[] {
  const thai = thaiDate(iso);
  const wanted = new RegExp(`(?<![0-9])${compact(thai)}(?![0-9])`);
  const stands = texts.some((text) =>
    wanted.test(compact(toArabicDigits(text)).replaceAll('พ.ศ.', '')),
  );
  return stands ? [] : [problem('date-not-in-text', at(entry, path), { iso, thai })];
}

function checkOrder(order: ParsedContent['orders'][number], known: Known): Problem[] {
  const { data } = order;
  const office = known.officeOf.get(order.manual);
  const actors = office && { all: new Set(office.data.actors.map(({ id }) => id)) };
  return [
    ...reference(order, ['office', 'ref'], data.office.ref, known.offices, 'หน่วยงาน'),
    ...reference(order, ['unit', 'ref'], data.unit?.ref, known.units, 'กลุ่มงาน'),
    ...reference(order, ['signatory'], data.signatory, known.people, 'บุคคล'),
    ...wordsIn(order, ['number'], data.number, 'numberLine', [data.numberLine]),
    ...dateIn(order, ['date'], data.date, data.paragraphs),
    ...data.legalBasis.flatMap((words, i) =>
      wordsIn(order, ['legalBasis', i], words, 'paragraphs', data.paragraphs),
    ),
    ...data.replaces.flatMap((replaced, i) => [
      ...wordsIn(order, ['replaces', i, 'number'], replaced.number, 'paragraphs', data.paragraphs),
      ...dateIn(order, ['replaces', i, 'date'], replaced.date, data.paragraphs),
      ...wordsIn(
        order,
        ['replaces', i, 'subject'],
        replaced.subject,
        'paragraphs',
        data.paragraphs,
      ),
    ]),
    ...data.assignments.flatMap((assignment, i) => [
      ...reference(order, ['assignments', i, 'person'], assignment.person, known.people, 'บุคคล'),
      ...assignment.duties.flatMap((duty, j) => {
        const path: FieldPath = ['assignments', i, 'duties', j];
        const { substitutes } = duty;
        return [
          ...duty.procedures.flatMap((link, k) =>
            reference(
              order,
              [...path, 'procedures', k, 'ref'],
              link.ref,
              known.procedures,
              'งานที่มีขั้นตอน',
            ),
          ),
          ...duty.tasks.flatMap((link, k) =>
            reference(order, [...path, 'tasks', k, 'ref'], link.ref, known.tasks, 'ภารกิจ'),
          ),
          ...reference(
            order,
            [...path, 'substitutes', 'person'],
            substitutes?.person,
            known.people,
            'บุคคล',
          ),
          ...(actors
            ? reference(
                order,
                [...path, 'substitutes', 'actor'],
                substitutes?.actor,
                actors,
                'ผู้ปฏิบัติ',
              )
            : []),
          ...(substitutes?.when === undefined
            ? []
            : wordsIn(order, [...path, 'substitutes', 'when'], substitutes.when, 'text ของหน้าที่นี้', [
                duty.text,
              ])),
        ];
      }),
    ]),
  ];
}

function checkPerson(person: ParsedContent['people'][number], known: Known): Problem[] {
  return person.data.posts.flatMap((post, i) => [
    ...reference(person, ['posts', i, 'office', 'ref'], post.office.ref, known.offices, 'หน่วยงาน'),
    ...reference(person, ['posts', i, 'unit', 'ref'], post.unit?.ref, known.units, 'กลุ่มงาน'),
  ]);
}

/** An order's address does not name its manual, so its id is unique over the whole project. */
function checkOrderIds(content: ParsedContent, copies: Copies): Problem[] {
  const seen = new Map<string, string>();
  return content.orders.flatMap((order) => {
    const { id, file } = order;
    if (copies.has(order)) return [];
    const other = seen.get(id);
    seen.set(id, file.path);
    return other === undefined
      ? []
      : [problem('duplicate-id', { file: file.path, line: 1 }, { id, other })];
  });
}

/** Units have ids of their own within an office, and so have its actors. */
function checkOfficeIds(office: ParsedContent['offices'][number]): Problem[] {
  return (['units', 'actors'] as const).flatMap((field) => {
    return duplicates(
      office.data[field].map(({ id }, i) => ({ id, entry: office, path: [field, i, 'id'] })),
    );
  });
}

interface PlacedId {
  readonly id: string;
  readonly entry: AnyEntry;
  readonly path: FieldPath;
}

/** Every id that another place before has already. */
function duplicates(found: readonly PlacedId[]): Problem[] {
  const seen = new Map<string, PlacedId>();
  return found.flatMap((one) => {
    const { id, entry, path } = one;
    const before = seen.get(id);
    seen.set(id, one);
    if (!before) return [];
    const { file, line } = at(before.entry, before.path);
    return [problem('duplicate-id', at(entry, path), { id, other: `${file}:${String(line)}` })];
  });
}

/** Ids of steps, tasks, duties and list items are unique over the whole project: runs and links hang on them. */
function checkItemIds(content: ParsedContent, copies: Copies): Problem[] {
  return duplicates(
    partEntries(content)
      .filter((entry) => !copies.has(entry))
      .flatMap((entry) => idsWithin(entry.data).map((found) => ({ ...found, entry }))),
  );
}

function idsWithin(data: unknown): { id: string; path: FieldPath }[] {
  const found: { id: string; path: FieldPath }[] = [];
  const look = (value: object, path: FieldPath): void => {
    for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
      const isId = key === 'id' && typeof inner === 'string';
      if (!isId && (typeof inner !== 'object' || inner === null)) continue;
      const here = [...path, Array.isArray(value) ? Number(key) : key];
      if (isId) found.push({ id: inner, path: here });
      else look(inner as object, here);
    }
  };
  if (typeof data === 'object' && data !== null) look(data, []);
  return found;
}
