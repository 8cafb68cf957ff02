// Stage: model. An order's frontmatter → OrderData: what it says, what it replaces, who is assigned what.
import { z } from 'zod';
import { Link, ScopedLink } from './basis.ts';
import { Id } from './id.ts';
import { Numbering, Text } from './text.ts';

const IsoDate = z.iso.date();

/** Whom a duty stands in for. Exactly one of `actor` (a post) and `person`. */
export const Substitution = z
  .strictObject({
    actor: Id.optional(),
    person: Id.optional(),
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
  text: Text,
  procedures: z.array(ScopedLink).default([]),
  tasks: z.array(ScopedLink).default([]),
  substitutes: Substitution.optional(),
});
export type Duty = z.infer<typeof Duty>;

export const Assignment = z.strictObject({
  person: Id,
  name: Text.describe('ชื่อตามที่คำสั่งพิมพ์'),
  post: Text.describe('ตำแหน่งตามที่คำสั่งพิมพ์'),
  numbering: Numbering,
  duties: z.array(Duty).min(1),
});
export type Assignment = z.infer<typeof Assignment>;

/** An earlier order that this one ends. */
export const ReplacedOrder = z.strictObject({ number: Text, date: IsoDate, subject: Text });
export type ReplacedOrder = z.infer<typeof ReplacedOrder>;

export const OrderData = z.strictObject({
  number: Text.describe('เลขที่คำสั่ง เช่น ๒๑๘/๒๕๖๒'),
  date: IsoDate.describe('วันที่สั่ง (ค.ศ. แบบ ISO)'),
  office: Link,
  unit: ScopedLink.optional(),
  signatory: Id.optional(),
  legalBasis: z.array(Text).default([]).describe('กฎหมายที่อาศัยอำนาจ ตามคำในคำสั่ง'),
  replaces: z.array(ReplacedOrder).default([]),
  heading: Text,
  numberLine: Text,
  subjectLine: Text,
  paragraphs: z.array(Text).min(1),
  signature: z.array(Text).default([]),
  annex: z.array(Text).default([]).describe('บรรทัดหัวของรายละเอียดแนบท้าย'),
  columns: z.array(Text).default([]).describe('หัวตาราง'),
  assignments: z.array(Assignment).min(1),
});
export type OrderData = z.infer<typeof OrderData>;
