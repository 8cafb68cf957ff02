// Stage: authoring. Content files as text → typed content, where each entry came from, and the problems of shape.
import type { z } from 'zod';
import { Id } from '../model/id.ts';
import type { Content } from '../model/library.ts';
import { ManualData } from '../model/manual.ts';
import { OfficeData } from '../model/office.ts';
import { OrderData } from '../model/order.ts';
import { PersonData } from '../model/person.ts';
import { ProcedureData } from '../model/procedure.ts';
import { SectionData } from '../model/section.ts';
import type { ContentFile } from './content-file.ts';
import { laterContentFile, parseContentFile } from './content-file.ts';
import type { ContentPlace } from './content-place.ts';
import { contentPlace } from './content-place.ts';
import type { KnownData } from '../model/known-data.ts';
import { checkNumbering } from './numbering-checks.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';
import type { Paragraph } from './prose.ts';
import { BodyError, codeIn, proseParagraphs } from './prose.ts';
import { checkShape } from './schema-problems.ts';

/** A file as it lies on disk. */
export interface TextFile {
  /** Below the content folder, with forward slashes: what the file is follows from it. */
  readonly path: string;
  /** As an author sees it, from the project's root. */
  readonly shown: string;
  readonly text: string;
}

/** An entry with the file it came from, for messages. */
export interface Entry<T> {
  readonly id: string;
  readonly manual: string;
  readonly data: T;
  readonly file: ContentFile;
}
export interface SectionEntry extends Entry<SectionData> {
  readonly prose: readonly Paragraph[];
}

export interface ParsedContent {
  readonly manuals: readonly Entry<ManualData>[];
  readonly sections: readonly SectionEntry[];
  readonly procedures: readonly Entry<ProcedureData>[];
  readonly orders: readonly Entry<OrderData>[];
  readonly offices: readonly Entry<OfficeData>[];
  readonly people: readonly Entry<PersonData>[];
  /** Files that are there and could not be read: nothing else is to blame for what they hold. */
  readonly unread: readonly ContentPlace[];
}

/**
 * Parses all files. An entry with a problem of shape is left out; the others are still there to be cross-checked.
 *
 * @param known data of files that were read before; takes in what is read now
 */
export function parseContent(
  files: readonly TextFile[],
  known?: KnownData,
): {
  content: ParsedContent;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const manuals: Entry<ManualData>[] = [];
  const sections: SectionEntry[] = [];
  const procedures: Entry<ProcedureData>[] = [];
  const orders: Entry<OrderData>[] = [];
  const offices: Entry<OfficeData>[] = [];
  const people: Entry<PersonData>[] = [];
  const unread: ContentPlace[] = [];
  const badFolders = new Set<string>();

  for (const { path, shown, text } of files) {
    const place = contentPlace(path);
    if (!place) {
      problems.push(problem('unexpected-file', { file: shown, line: 1 }, {}));
      continue;
    }
    const manual = 'manual' in place ? place.manual : place.type === 'manual' ? place.id : '';
    const before = known?.get(place.type, text);
    const file = (before === undefined ? parseContentFile : laterContentFile)(shown, text);
    for (const id of new Set([place.id, manual || place.id])) {
      if (Id.safeParse(id).success || badFolders.has(id)) continue;
      if (id === manual) badFolders.add(id);
      problems.push(
        problem(
          'bad-id',
          { file: shown, line: 1 },
          { value: `“${id}”`, expected: 'ชื่อแฟ้มและโฟลเดอร์ที่มีแต่ a-z 0-9 และขีด ขึ้นต้นด้วยตัวอักษร' },
        ),
      );
    }
    const add = <T>(schema: z.ZodType<T>, entries: Entry<T>[]): void => {
      if (place.type !== 'section') problems.push(...unshownBody(file));
      if (before !== undefined) {
        // By this schema, when it was kept.
        entries.push({ id: place.id, manual, data: before as T, file });
        return;
      }
      const checked = checkShape(file, schema);
      const numbering = checked.data === undefined ? [] : checkNumbering(file, checked.data);
      problems.push(...checked.problems, ...numbering);
      if (checked.data === undefined || numbering.length > 0) unread.push(place);
      else {
        entries.push({ id: place.id, manual, data: checked.data, file });
        known?.keep(place.type, text, checked.data);
      }
    };
    switch (place.type) {
      case 'manual':
        add(ManualData, manuals);
        break;
      case 'procedure':
        add(ProcedureData, procedures);
        break;
      case 'order':
        add(OrderData, orders);
        break;
      case 'office':
        add(OfficeData, offices);
        break;
      case 'person':
        add(PersonData, people);
        break;
      case 'section': {
        const entries: Entry<SectionData>[] = [];
        add(SectionData, entries);
        const isProse = entries.length === 0 || entries[0]?.data.kind === 'prose';
        const prose = isProse ? readProse(file, problems) : [];
        if (!prose) unread.push(place);
        if (!isProse) problems.push(...unshownBody(file));
        sections.push(...entries.map((entry) => ({ ...entry, prose: prose ?? [] })));
      }
    }
  }
  return { content: { manuals, sections, procedures, orders, offices, people, unread }, problems };
}

function readProse(file: ContentFile, problems: Problem[]): Paragraph[] | undefined {
  const at = (line: number): { file: string; line: number } => ({
    file: file.path,
    line: file.bodyLine + line - 1,
  });
  try {
    const code = codeIn(file.body);
    problems.push(
      ...code.map(({ line, what, text }) => problem('code-in-body', at(line), { what, text })),
    );
    return proseParagraphs(file.body);
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    const { sign, line } = error;
    const words = file.body.split('\n')[line - 1]?.trim().slice(0, 40) ?? '';
    problems.push(problem('body-syntax', at(line), { sign, line: words }));
    return undefined;
  }
}

/** Only prose shows its body. Words below another file's frontmatter would be lost, and compared with nothing. */
function unshownBody(file: ContentFile): Problem[] {
  const lines = file.body.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0 || file.errors.length > 0) return [];
  const text = lines[first]?.trim().slice(0, 40) ?? '';
  return [problem('unshown-body', { file: file.path, line: file.bodyLine + first }, { text })];
}

/** The parts of all manuals. */
export function partEntries({ sections, procedures, orders }: ParsedContent): Entry<unknown>[] {
  return [...sections, ...procedures, ...orders];
}

/** Of manuals of which there are parts and no `manual.mdx`, the folder and how many parts. */
export function headlessManuals(
  content: ParsedContent,
): { readonly folder: string; readonly parts: number }[] {
  const known = new Set([
    ...content.manuals.map(({ id }) => id),
    ...content.unread.flatMap((place) => (place.type === 'manual' ? [place.id] : [])),
  ]);
  const parts = partEntries(content).filter(({ manual }) => !known.has(manual));
  return [...new Set(parts.map(({ manual }) => manual))].map((id) => {
    const own = parts.filter(({ manual }) => manual === id);
    const folder = own[0]?.file.path.replace(/[^/]+\/[^/]+$/, '') ?? '';
    return { folder, parts: own.length };
  });
}

/** What the lists of parts name, as `manual/part`. */
export function listedParts(content: ParsedContent): ReadonlySet<string> {
  const lists = [
    ...content.manuals.map(({ id, data }) => ({ manual: id, parts: data.parts })),
    ...content.sections.map(({ manual, data }) => ({
      manual,
      parts: data.kind === 'chapter' ? data.parts : [],
    })),
  ];
  return new Set(lists.flatMap(({ manual, parts }) => parts.map((part) => `${manual}/${part}`)));
}

/** Parsed content without its files: what the library is built from. */
export function toContent(parsed: ParsedContent): Content {
  return {
    ...parsed,
    sections: parsed.sections.map((section) => ({
      ...section,
      paragraphs: section.prose.map(({ text }) => text),
    })),
  };
}
