// Stage: model. A section's frontmatter → Section: the parts of a manual that are not procedures or orders.
import { z } from 'zod';
import { Alias } from './basis.ts';
import { Id } from './id.ts';
import { LostChart } from './procedure.ts';
import { Item, Numbering, NumberedList, Text } from './text.ts';

/** What a statement or a list says of its office. The word on the page is the source's own heading. */
export const Role = z.enum([
  'concept', 'vision', 'philosophy', 'values', // statements
  'objectives', 'powers', 'missions', 'goals', 'strategies', // lists
]); // prettier-ignore
export type Role = z.infer<typeof Role>;

/** The lines of a title page, in order. */
const Cover = z.strictObject({ kind: z.literal('cover'), lines: z.array(Text).min(1) });

/** Running text: a title and, in the file's MDX body, the paragraphs. */
const Prose = z.strictObject({ kind: z.literal('prose'), title: Text.optional() });

/** The source's own table of contents. Page numbers are left out (seeds/omissions.yaml). */
const Contents = z.strictObject({
  kind: z.literal('contents'),
  title: Text,
  entries: z
    .array(z.strictObject({ text: Text, part: Id.optional().describe('ส่วนที่รายการนี้พาไป') }))
    .min(1),
});

/** One thing said under a heading of its own: a concept, a vision, a philosophy, values. */
const Statement = z.strictObject({
  kind: z.literal('statement'),
  role: Role,
  title: Text,
  text: z.array(Text).min(1),
});

/** A numbered list under a heading, with the paragraphs before and after it. */
const ListSection = z.strictObject({
  kind: z.literal('list'),
  role: Role,
  title: Text,
  before: z.array(Text).default([]),
  numbering: Numbering.optional(),
  items: z.array(Item).min(1),
  after: z.array(Text).default([]),
});

const taskShape = { id: Id, text: Text, aliases: z.array(Alias).default([]) };
/** An entry of a unit's list of duties; a group has tasks below it. */
export const TaskNode = z.strictObject({
  ...taskShape,
  numbering: Numbering.optional(),
  tasks: z.array(z.strictObject(taskShape)).min(1).optional(),
});
export type TaskNode = z.infer<typeof TaskNode>;

/** The scope list of a unit (ขอบข่าย/ภารกิจ). */
const Tasks = z.strictObject({
  kind: z.literal('tasks'),
  title: Text,
  numbering: Numbering,
  groups: z.array(TaskNode).min(1),
});

/** A strategy with its goals and ways. Where the source has none below it, it stands bare. */
export const Strategy = z.strictObject({
  id: Id,
  text: Text,
  goalsHeading: Text.optional(),
  goals: NumberedList.optional(),
  waysHeading: Text.optional(),
  ways: NumberedList.optional(),
});
export type Strategy = z.infer<typeof Strategy>;

const Strategies = z.strictObject({
  kind: z.literal('strategies'),
  title: Text,
  numbering: Numbering,
  strategies: z.array(Strategy).min(1),
});

/** A heading whose content did not survive (a picture, for example). */
const Lost = z.strictObject({
  kind: z.literal('lost'),
  title: Text,
  lines: z.array(Text).default([]),
  what: Text.describe('สิ่งที่หายไป เช่น ภาพ (คำของผู้เรียบเรียง)'),
});

/** A heading that holds other parts: a part of the book, or a task with several procedures. */
const Chapter = z.strictObject({
  kind: z.literal('chapter'),
  label: Text.optional().describe('เช่น ตอนที่ ๑'),
  number: Text.optional(),
  title: Text,
  scope: NumberedList.optional(),
  stepsHeading: Text.optional(),
  parts: z.array(Id).min(1),
  chart: LostChart.optional(),
});

export const SectionData = z.discriminatedUnion('kind', [
  Cover, Prose, Contents, Statement, ListSection, Tasks, Strategies, Lost, Chapter,
]); // prettier-ignore
export type SectionData = z.infer<typeof SectionData>;
export type SectionKind = SectionData['kind'];
export type SectionOf<K extends SectionKind> = Extract<SectionData, { kind: K }>;
