// Stage: model. A manual's frontmatter (manual.mdx) → ManualData: what it is and the order of its parts.
import { z } from 'zod';
import { Link, ScopedLink, TextWithBasis } from './basis.ts';
import { FormerIds, Id, SeedId } from './id.ts';
import { IsoDate } from './iso-date.ts';
import { Text } from './text.ts';

/** What the keeper notes: who keeps the manual, when it was read through last and how often that is done. Not from the source. */
export const Upkeep = z.strictObject({
  owner: Text.optional().describe('ผู้ดูแลคู่มือ เป็นตำแหน่งหรือกลุ่มงาน'),
  reviewed: IsoDate.optional().describe('วันที่ตรวจทานล่าสุด (ค.ศ. แบบ ISO เช่น 2026-06-01)'),
  everyMonths: z.int().min(1).max(120).optional().describe('ตรวจทานทุกกี่เดือน'),
});
export type Upkeep = z.infer<typeof Upkeep>;

export const ManualData = z.strictObject({
  title: TextWithBasis.describe('ชื่อคู่มือบนเว็บ'),
  kind: z.enum(['book', 'page']).describe('รูปแบบ book: ทั้งเล่ม, page: หน้าเดียว'),
  seed: SeedId.describe('แฟ้มต้นฉบับ ชื่อใน seeds/ ไม่รวม .txt'),
  office: Link.describe('หน่วยงานเจ้าของคู่มือ (ชื่อแฟ้มใน offices)'),
  unit: ScopedLink.optional().describe('กลุ่มงานเจ้าของคู่มือ <หน่วยงาน>/<กลุ่มงาน>'),
  authors: z.array(Link).default([]).describe('ผู้จัดทำ (ชื่อแฟ้มใน people)'),
  upkeep: Upkeep.optional().describe('การดูแลคู่มือ ผู้ดูแลบันทึกเอง ไม่ต้องมีในต้นฉบับ'),
  parts: z.array(Id).min(1).describe('รหัสของส่วนต่าง ๆ ตามลำดับในต้นฉบับ'),
  formerly: FormerIds,
});
export type ManualData = z.infer<typeof ManualData>;
