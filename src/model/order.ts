// Stage: model. An order's frontmatter → OrderData: what it says, what it replaces, who is assigned what.
import { z } from 'zod';
import { Link, ScopedLink } from './basis.ts';
import { FormerIds, Id } from './id.ts';
import { IsoDate } from './iso-date.ts';
import { Numbering, Text } from './text.ts';

/** Whom a duty stands in for. Exactly one of `actor` (a post) and `person`. */
export const Substitution = z
  .strictObject({
    actor: Id.optional().describe(
      'ตำแหน่งที่แทน (รหัสใน actors ของหน่วยงาน) ใส่ actor หรือ person อย่างเดียว',
    ),
    person: Id.optional().describe('ผู้ที่แทน (ชื่อแฟ้มใน people)'),
    rank: z.int().min(1).optional().describe('ลำดับที่ ตามที่คำสั่งระบุ'),
    when: Text.optional().describe('เงื่อนไข ตามคำในคำสั่ง'),
  })
  .refine(
    (value) => (value.actor === undefined) !== (value.person === undefined),
    'one-of-actor-person',
  );
export type Substitution = z.infer<typeof Substitution>;

/** What an order assigns to a person. */
export const Duty = z.strictObject({
  id: Id,
  text: Text.describe('ข้อความของหน้าที่ ไม่รวมเลขข้อ'),
  procedures: z.array(ScopedLink).default([]).describe('งานที่หน้าที่นี้ทำ <คู่มือ>/<งาน>'),
  tasks: z.array(ScopedLink).default([]).describe('ภารกิจที่หน้าที่นี้ครอบคลุม <คู่มือ>/<ภารกิจ>'),
  substitutes: Substitution.optional().describe('ปฏิบัติหน้าที่แทนผู้ใด'),
});
export type Duty = z.infer<typeof Duty>;

export const Assignment = z.strictObject({
  person: Id.describe('ผู้ได้รับมอบหมาย (ชื่อแฟ้มใน people)'),
  name: Text.describe('ชื่อตามที่คำสั่งพิมพ์'),
  post: Text.describe('ตำแหน่งตามที่คำสั่งพิมพ์'),
  numbering: Numbering,
  duties: z.array(Duty).min(1).describe('หน้าที่ ตามลำดับในคำสั่ง'),
});
export type Assignment = z.infer<typeof Assignment>;

/** An earlier order that this one ends. */
export const ReplacedOrder = z.strictObject({
  number: Text.describe('เลขที่คำสั่งที่ถูกยกเลิก'),
  date: IsoDate.describe('วันที่ของคำสั่งนั้น (ค.ศ. แบบ ISO)'),
  subject: Text.describe('เรื่องของคำสั่งนั้น'),
});
export type ReplacedOrder = z.infer<typeof ReplacedOrder>;

export const OrderData = z.strictObject({
  number: Text.describe('เลขที่คำสั่ง เช่น ๒๑๘/๒๕๖๒'),
  date: IsoDate.describe('วันที่สั่ง (ค.ศ. แบบ ISO)'),
  office: Link.describe('หน่วยงานที่ออกคำสั่ง (ชื่อแฟ้มใน offices)'),
  unit: ScopedLink.optional().describe('กลุ่มงานที่คำสั่งมอบหมาย <หน่วยงาน>/<กลุ่มงาน>'),
  signatory: Id.optional().describe('ผู้ลงนาม (ชื่อแฟ้มใน people)'),
  legalBasis: z.array(Text).default([]).describe('กฎหมายที่อาศัยอำนาจ ตามคำในคำสั่ง'),
  replaces: z.array(ReplacedOrder).default([]).describe('คำสั่งที่คำสั่งนี้ยกเลิก'),
  heading: Text.describe('บรรทัดหัวคำสั่ง ตามต้นฉบับ'),
  numberLine: Text.describe('บรรทัดเลขที่ เช่น ที่ ๒๑๘/๒๕๖๒'),
  subjectLine: Text.describe('บรรทัดเรื่อง'),
  paragraphs: z.array(Text).min(1).describe('ย่อหน้าของคำสั่ง รวมบรรทัด สั่ง ณ วันที่'),
  signature: z.array(Text).default([]).describe('บรรทัดลงนาม'),
  annex: z.array(Text).default([]).describe('บรรทัดหัวของรายละเอียดแนบท้าย'),
  columns: z.array(Text).default([]).describe('หัวตาราง'),
  assignments: z.array(Assignment).min(1).describe('ใครได้รับมอบหมายหน้าที่ใด'),
  formerly: FormerIds,
});
export type OrderData = z.infer<typeof OrderData>;
