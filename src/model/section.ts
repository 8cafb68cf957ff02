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
]).describe(
  'บทบาทของส่วน concept: แนวคิด, vision: วิสัยทัศน์, philosophy: ปรัชญา, values: ค่านิยม, objectives: วัตถุประสงค์, powers: อำนาจหน้าที่, missions: พันธกิจ, goals: เป้าหมาย, strategies: กลยุทธ์',
); // prettier-ignore

/** Each kind of section has a word for its author, and most have a heading. */
const kind = <K extends string>(name: K, what: string): z.ZodLiteral<K> =>
  z.literal(name).describe(`ชนิดของส่วน ${name}: ${what}`);
const Title = Text.describe('หัวข้อ ตามต้นฉบับ');
export type Role = z.infer<typeof Role>;

/** The lines of a title page, in order. */
const Cover = z.strictObject({
  kind: kind('cover', 'หน้าปก'),
  lines: z.array(Text).min(1).describe('บรรทัดของหน้าปก ตามลำดับ'),
});

/** Running text: a title and, in the file's MDX body, the paragraphs. */
const Prose = z.strictObject({
  kind: kind('prose', 'ข้อความเป็นย่อหน้า เขียนใต้ส่วนหัวของแฟ้ม'),
  title: Title.optional(),
});

/** The source's own table of contents. Page numbers are left out (seeds/omissions.yaml). */
const Contents = z.strictObject({
  kind: kind('contents', 'สารบัญ'),
  title: Title,
  entries: z
    .array(
      z.strictObject({
        text: Text.describe('ข้อความของรายการ ไม่รวมเลขหน้า'),
        part: Id.optional().describe('ส่วนที่รายการนี้พาไป'),
      }),
    )
    .min(1)
    .describe('รายการในสารบัญ'),
});

/** One thing said under a heading of its own: a concept, a vision, a philosophy, values. */
const Statement = z.strictObject({
  kind: kind('statement', 'ข้อความใต้หัวข้อของตนเอง เช่น วิสัยทัศน์'),
  role: Role,
  title: Title,
  text: z.array(Text).min(1).describe('ย่อหน้า ตามต้นฉบับ'),
});

/** A numbered list under a heading, with the paragraphs before and after it. */
const ListSection = z.strictObject({
  kind: kind('list', 'รายการใต้หัวข้อ เช่น วัตถุประสงค์'),
  role: Role,
  title: Title,
  before: z.array(Text).default([]).describe('ย่อหน้าก่อนรายการ'),
  numbering: Numbering.optional(),
  items: z.array(Item).min(1).describe('ข้อต่าง ๆ ตามลำดับ'),
  after: z.array(Text).default([]).describe('ย่อหน้าหลังรายการ'),
});

const taskShape = {
  id: Id,
  text: Text.describe('ชื่อภารกิจ ไม่รวมเลขข้อ'),
  aliases: z.array(Alias).default([]).describe('คำอื่นที่คนใช้เรียกภารกิจนี้ ใช้ค้นหา'),
};
/** An entry of a unit's list of duties; a group has tasks below it. */
export const TaskNode = z.strictObject({
  ...taskShape,
  numbering: Numbering.optional().describe('เลขข้อแรกของภารกิจในกลุ่ม'),
  tasks: z.array(z.strictObject(taskShape)).min(1).optional().describe('ภารกิจในกลุ่ม'),
});
export type TaskNode = z.infer<typeof TaskNode>;

/** The scope list of a unit (ขอบข่าย/ภารกิจ). */
const Tasks = z.strictObject({
  kind: kind('tasks', 'ขอบข่ายหรือภารกิจของกลุ่มงาน'),
  title: Title,
  numbering: Numbering,
  groups: z.array(TaskNode).min(1).describe('กลุ่มภารกิจ หรือภารกิจที่ไม่มีกลุ่ม'),
});

/** A strategy with its goals and ways. Where the source has none below it, it stands bare. */
export const Strategy = z.strictObject({
  id: Id,
  text: Text.describe('ข้อความของยุทธศาสตร์ ไม่รวมเลขข้อ'),
  goalsHeading: Text.optional().describe('หัวข้อเหนือเป้าหมาย ตามต้นฉบับ'),
  goals: NumberedList.optional().describe('เป้าหมาย'),
  waysHeading: Text.optional().describe('หัวข้อเหนือแนวทาง ตามต้นฉบับ'),
  ways: NumberedList.optional().describe('แนวทาง'),
});
export type Strategy = z.infer<typeof Strategy>;

const Strategies = z.strictObject({
  kind: kind('strategies', 'ยุทธศาสตร์'),
  title: Title,
  numbering: Numbering,
  strategies: z.array(Strategy).min(1).describe('ยุทธศาสตร์ ตามลำดับ'),
});

/** A heading whose content did not survive (a picture, for example). */
const Lost = z.strictObject({
  kind: kind('lost', 'หัวข้อที่เนื้อหาหายไป เช่น ภาพ'),
  title: Title,
  lines: z.array(Text).default([]).describe('บรรทัดที่เหลืออยู่ใต้หัวข้อ'),
  what: Text.describe('สิ่งที่หายไป เช่น ภาพ (คำของผู้เรียบเรียง)'),
});

/** A heading that holds other parts: a part of the book, or a task with several procedures. */
const Chapter = z.strictObject({
  kind: kind('chapter', 'บทหรือหัวข้อที่ครอบส่วนอื่น'),
  label: Text.optional().describe('คำหน้าหัวข้อ เช่น ตอนที่ ๑'),
  number: Text.optional().describe('เลขหัวข้อ รวมจุดท้าย เช่น ๒.๑.'),
  title: Title,
  scope: NumberedList.optional().describe('ขอบเขตของงานในบทนี้'),
  stepsHeading: Text.optional().describe('หัวข้อเหนือขั้นตอน ตามต้นฉบับ'),
  parts: z.array(Id).min(1).describe('รหัสของส่วนในบทนี้ ตามลำดับ'),
  chart: LostChart.optional().describe('ผังที่ต้นฉบับมีหัวข้อไว้แต่ภาพหายไป'),
});

export const SectionData = z.discriminatedUnion('kind', [
  Cover, Prose, Contents, Statement, ListSection, Tasks, Strategies, Lost, Chapter,
]); // prettier-ignore
export type SectionData = z.infer<typeof SectionData>;
export type SectionKind = SectionData['kind'];
export type SectionOf<K extends SectionKind> = Extract<SectionData, { kind: K }>;
