// Stage: import. A source's text and what the project knows already → the files of a draft, and every doubt.
import type { Correction, Omission } from '../source/seed-notes.ts';
import { makeBlocks } from './blocks.ts';
import { mdxFile, yamlFile } from './draft-file.ts';
import { ListDrafter, type Entry, type NumberedEntries } from './draft-lists.ts';
import { correctionNotes, omissionNotes, type Reread } from './draft-notes.ts';
import { draftOffice, type DraftOffice, type KnownOffice } from './draft-office.ts';
import { draftOrder } from './draft-order.ts';
import { PeopleDrafter, type KnownPerson } from './draft-people.ts';
import { finding, type Finding } from './finding.ts';
import { newIds, type NewId } from './new-id.ts';
import { makeOutline } from './outline.ts';
import type { Chart, Part, ProcedurePart, Words } from './part.ts';
import { namesIn } from './person-names.ts';
import { sourceLines, type SourceLine } from './source-lines.ts';

/** What the project has before the import. */
export interface KnownProject {
  readonly offices: readonly KnownOffice[];
  readonly people: readonly KnownPerson[];
  /** Every id in use: files, items, units. */
  readonly ids: Iterable<string>;
}

export interface DraftRequest {
  /** The manual's id: the name of its folder. */
  readonly manual: string;
  /** The seed's id: the name of its file. */
  readonly seed: string;
  readonly text: string;
  readonly known: KnownProject;
  /** From 0 up to 1, as Math.random. */
  readonly random: () => number;
  /** The office's id, where the author gave one. */
  readonly office?: string;
}

export interface Draft {
  /** Paths below the content folder. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly corrections: readonly Correction[];
  readonly omissions: readonly Omission[];
  readonly findings: readonly Finding[];
  readonly counts: {
    readonly parts: number;
    readonly procedures: number;
    readonly steps: number;
    readonly tasks: number;
    readonly duties: number;
    readonly people: number;
  };
}

export function makeDraft(request: DraftRequest): Draft {
  const { lines, left, mends, findings } = sourceLines(request.text);
  const blocks = makeBlocks(lines);
  const outline = makeOutline(blocks.blocks);
  const newId = newIds(request.random, request.known.ids);
  const words = lines.flatMap(({ text, number }) => (text === '' ? [] : [{ text, line: number }]));
  const cover = outline.parts.flatMap((part) => (part.type === 'cover' ? part.lines : []));
  const office = draftOffice(words, cover, request.known.offices, newId, request.office);
  const lists = new ListDrafter(newId);
  const people = new PeopleDrafter(request.known.people, newId);
  const writer = new PartWriter(request.manual, office, lists, people, newId);
  const authors = [...new Set(cover.flatMap(({ text, line }) => coverPeople(text, line, people)))];
  const parts = outline.parts.map((part) => writer.write(part));
  for (const part of outline.parts)
    if (part.type === 'prose' && part.use === 'preface')
      for (const { text, line } of part.paragraphs)
        for (const name of namesIn(text, line)) people.idOf(name);

  const title = manualTitle(cover, lines, outline.parts);
  const general = [
    ...office.findings,
    finding('manual-title', title.line, { title: title.text }),
    ...(writer.procedures > 0 ? [finding('audience', 0, { count: writer.procedures })] : []),
  ];
  const inParts = [
    ...findings,
    ...blocks.findings,
    ...outline.findings,
    ...lists.findings,
    ...people.findings,
  ];
  if (mends.length > 0)
    inParts.push(finding('marks-mended', mends[0]?.line ?? 0, { count: mends.length }));
  const manual = {
    title: { text: title.text, basis: title.basis },
    kind:
      outline.parts.some(
        ({ type }) => type === 'cover' || type === 'chapter' || type === 'procedure',
      ) && writer.procedures > 0
        ? 'book'
        : 'page',
    seed: request.seed,
    office: { ref: office.id, basis: office.basis },
    ...(office.unit === undefined
      ? {}
      : { unit: { ref: `${office.id}/${office.unit}`, basis: office.basis } }),
    ...(authors.length > 0 ? { authors: authors.map((ref) => ({ ref, basis: 'stated' })) } : {}),
    parts,
  };
  const rawLines = request.text.split(/\r?\n/);
  const reread: Reread[] = [
    ...mends.map(({ line, printed, read }): Reread => ({
      line,
      printed,
      read,
      kind: 'word',
      reason: 'สระหรือวรรณยุกต์เลื่อนที่ เครื่องนำเข้าจัดกลับ',
      certainty: 'certain',
    })),
    ...lists.reread,
  ];
  const newPeople = people.files(office.id, office.unit);
  return {
    files: [
      { path: `manuals/${request.manual}/manual.mdx`, text: mdxFile(manual, general) },
      ...writer.files(inParts),
      ...(office.data
        ? [
            {
              path: `offices/${office.id}.yaml`,
              text: yamlFile(withoutEmpty(office.data), office.findings),
            },
          ]
        : []),
      ...newPeople.map(({ id, data }) => ({
        path: `people/${id}.yaml`,
        text: yamlFile(
          withoutEmpty(data),
          people.findings.filter(({ found }) => found.includes(data.name)),
        ),
      })),
    ],
    corrections: correctionNotes(request.seed, reread, rawLines),
    omissions: omissionNotes(
      request.seed,
      [...left, ...blocks.left, ...outline.left, ...lists.left],
      rawLines,
    ),
    findings: [...general, ...inParts].toSorted((a, b) => a.line - b.line),
    counts: { ...writer.counts, people: newPeople.length },
  };
}

/** The people on a cover, with what the line says behind their names. */
function coverPeople(text: string, line: number, people: PeopleDrafter): string[] {
  return namesIn(text, line).map((name) => {
    const after = text.slice(text.indexOf(name.name) + name.name.length).trim();
    return people.idOf(name, after);
  });
}

/** The title from the cover; without one, from the first headings. */
function manualTitle(
  cover: readonly Words[],
  lines: readonly SourceLine[],
  parts: readonly Part[],
): Words & { basis: 'stated' | 'editor' } {
  const first = cover.find(({ text }) => /คู่มือ|แนวปฏิบัติ|แผน/u.test(text));
  if (first) {
    const unit = cover
      .map(({ text }) => /^กลุ่ม(?:งาน)?[ก-๎]+/u.exec(text)?.[0])
      .find((name) => name !== undefined);
    const text =
      unit === undefined || first.text.includes(unit) ? first.text : `${first.text} ${unit}`;
    return { text, line: first.line, basis: 'stated' };
  }
  const titles = parts.flatMap((part) => ('title' in part ? [part.title] : []));
  const firstLine = lines.find((line) => line.text !== '')?.text.slice(0, 80);
  const text = titles.length > 0 ? titles.slice(0, 3).join(' ') : (firstLine ?? 'คู่มือ');
  return { text, line: 1, basis: 'editor' };
}

function withoutEmpty(data: object): object {
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );
}

interface WrittenPart {
  readonly id: string;
  readonly line: number;
  readonly folder: 'sections' | 'procedures' | 'orders';
  readonly data: object;
  readonly paragraphs: readonly string[];
}

/** Gives each part its id and its file. */
class PartWriter {
  procedures = 0;
  readonly counts = { parts: 0, procedures: 0, steps: 0, tasks: 0, duties: 0 };
  readonly #written: WrittenPart[] = [];
  readonly #names = new Set<string>();
  readonly #titles = new Map<string, string>();
  readonly #manual: string;
  readonly #office: DraftOffice;
  readonly #lists: ListDrafter;
  readonly #people: PeopleDrafter;
  readonly #newId: NewId;

  constructor(
    manual: string,
    office: DraftOffice,
    lists: ListDrafter,
    people: PeopleDrafter,
    newId: NewId,
  ) {
    this.#manual = manual;
    this.#office = office;
    this.#lists = lists;
    this.#people = people;
    this.#newId = newId;
  }

  /** The part's id; its file is kept for `files`. */
  write(part: Part): string {
    const id = this.#id(part);
    const title = 'title' in part ? part.title : undefined;
    if (title !== undefined) {
      const label = part.type === 'chapter' ? part.label : undefined;
      this.#titles.set(squeeze(`${label ?? ''}${title}`), id);
      if (!this.#titles.has(squeeze(title))) this.#titles.set(squeeze(title), id);
    }
    const place = this.#written.length;
    const folder =
      part.type === 'procedure' ? 'procedures' : part.type === 'order' ? 'orders' : 'sections';
    const paragraphs = part.type === 'prose' ? part.paragraphs.map(({ text }) => text) : [];
    this.counts.parts++;
    const data = this.#data(part);
    this.#written.splice(place, 0, { id, line: part.line, folder, data, paragraphs });
    return id;
  }

  /** The files, each with the doubts of its own lines; a contents list leads to its parts. */
  files(findings: readonly Finding[]): { path: string; text: string }[] {
    return this.#written.map(({ id, line, folder, data, paragraphs }, i) => {
      const end = this.#written.slice(i + 1).find((next) => next.line > line)?.line ?? Infinity;
      const from = i === 0 ? 1 : line;
      const doubts = findings.filter((doubt) => doubt.line >= from && doubt.line < end);
      return {
        path: `manuals/${this.#manual}/${folder}/${id}.mdx`,
        text: mdxFile('entries' in data ? this.#linked(data) : data, doubts, paragraphs),
      };
    });
  }

  #id(part: Part): string {
    const name =
      part.type === 'prose' && part.use !== 'other'
        ? part.use
        : part.type === 'statement' || part.type === 'list'
          ? part.role
          : part.type === 'cover' ||
              part.type === 'contents' ||
              part.type === 'tasks' ||
              part.type === 'strategies'
            ? part.type
            : undefined;
    const id = name === undefined || this.#names.has(name) ? this.#newId() : name;
    this.#names.add(id);
    return id;
  }

  #linked(data: object): object {
    const { entries, ...rest } = data as { entries: readonly string[] };
    return {
      ...rest,
      entries: entries.map((text) => {
        const part = this.#titles.get(squeeze(text));
        return { text, ...(part === undefined ? {} : { part }) };
      }),
    };
  }

  #data(part: Part): object {
    const lists = this.#lists;
    switch (part.type) {
      case 'cover':
        return { kind: 'cover', lines: texts(part.lines) };
      case 'prose':
        return { kind: 'prose', ...(part.title === undefined ? {} : { title: part.title }) };
      case 'contents':
        return { kind: 'contents', title: part.title, entries: texts(part.entries) };
      case 'statement':
        return { kind: 'statement', role: part.role, title: part.title, text: texts(part.text) };
      case 'list': {
        const { role, title } = part;
        const after = part.after.length > 0 ? { after: texts(part.after) } : {};
        const before = part.before.length > 0 ? { before: texts(part.before) } : {};
        return {
          kind: 'list',
          role,
          title,
          ...before,
          ...items(lists.list(part.list, 2, true)),
          ...after,
        };
      }
      case 'tasks': {
        const { numbering, entries } = lists.list(part.list, 2);
        this.counts.tasks += count(entries);
        return {
          kind: 'tasks',
          title: part.title,
          numbering,
          groups: entries.map((entry) => below(entry, 'tasks')),
        };
      }
      case 'strategies': {
        const first = part.strategies[0]?.mark;
        return {
          kind: 'strategies',
          title: part.title,
          numbering: first,
          strategies: part.strategies.map(({ text, goals, ways }) => ({
            id: this.#newId(),
            text,
            ...(goals
              ? { goalsHeading: goals.heading, goals: items(lists.list(goals.list, 2, true)) }
              : {}),
            ...(ways
              ? { waysHeading: ways.heading, ways: items(lists.list(ways.list, 2, true)) }
              : {}),
          })),
        };
      }
      case 'lost':
        return {
          kind: 'lost',
          title: part.title,
          ...(part.lines.length > 0 ? { lines: texts(part.lines) } : {}),
          what: 'เนื้อหาใต้หัวข้อนี้',
        };
      case 'chapter':
        return {
          kind: 'chapter',
          label: part.label,
          number: part.number,
          title: part.title,
          ...(part.scope.length > 0 ? { scope: items(lists.list(part.scope, 2, true)) } : {}),
          stepsHeading: part.stepsHeading,
          parts: part.parts.map((inner) => this.write(inner)),
          ...chart(part.chart),
        };
      case 'procedure':
        return this.#procedure(part);
      case 'order': {
        this.counts.duties += part.assignments.reduce((sum, { duties }) => sum + duties.length, 0);
        return draftOrder(part, this.#office, lists, this.#people);
      }
    }
  }

  #procedure(part: ProcedurePart): object {
    this.procedures++;
    this.counts.procedures++;
    const scope =
      part.scope.length > 0 ? { scope: items(this.#lists.list(part.scope, 2, true)) } : {};
    const { numbering, entries } = this.#lists.list(part.steps, 2);
    this.counts.steps += count(entries);
    const form = Object.fromEntries(
      part.form.flatMap(({ field, words }) =>
        words.length === 0
          ? []
          : [[field, words.length === 1 ? words[0]?.text : texts(words)] as const],
      ),
    );
    return {
      number: part.number,
      title: part.title,
      audience: 'staff',
      ...(part.description.length > 0 ? { description: texts(part.description) } : {}),
      ...scope,
      stepsHeading: part.stepsHeading,
      numbering,
      steps: entries.map((entry) => below(entry, 'substeps')),
      ...chart(part.chart),
      ...(Object.keys(form).length > 0 ? { form } : {}),
    };
  }
}

const squeeze = (text: string): string => text.replace(/[\sฯ]+/gu, '');
const texts = (words: readonly Words[]): string[] => words.map(({ text }) => text);
const count = (entries: readonly Entry[]): number =>
  entries.reduce((sum, entry) => sum + 1 + (entry.entries?.length ?? 0), 0);

/** An entry with what stands below it under the form's own name for it. */
function below(
  { id, text, numbering, entries }: Entry,
  key: 'items' | 'tasks' | 'substeps',
): object {
  return {
    id,
    text,
    numbering,
    ...(entries ? { [key]: entries.map((inner) => ({ id: inner.id, text: inner.text })) } : {}),
  };
}

function items({ numbering, entries }: NumberedEntries): object {
  return { numbering, items: entries.map((entry) => below(entry, 'items')) };
}

function chart(given: Chart | undefined): object {
  if (!given) return {};
  const { heading, captions } = given;
  return {
    chart: { heading: heading.text, ...(captions.length > 0 ? { captions: texts(captions) } : {}) },
  };
}
