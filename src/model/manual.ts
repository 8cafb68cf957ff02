// Stage: model. A manual's frontmatter (manual.mdx) → ManualData: what it is and the order of its parts.
import { z } from 'zod';
import { Link, ScopedLink, TextWithBasis } from './basis.ts';
import { Id, SeedId } from './id.ts';

export const ManualData = z.strictObject({
  title: TextWithBasis.describe('ชื่อคู่มือบนเว็บ'),
  kind: z.enum(['book', 'page']).describe('book: ทั้งเล่ม, page: หน้าเดียว'),
  seed: SeedId.describe('ชื่อแฟ้มต้นฉบับใน seeds/ ไม่รวม .txt'),
  office: Link.describe('หน่วยงานเจ้าของคู่มือ (ชื่อแฟ้มใน offices)'),
  unit: ScopedLink.optional().describe('กลุ่มงานเจ้าของคู่มือ <หน่วยงาน>/<กลุ่มงาน>'),
  authors: z.array(Link).default([]).describe('ผู้จัดทำ (ชื่อแฟ้มใน people)'),
  parts: z.array(Id).min(1).describe('รหัสของส่วนต่าง ๆ ตามลำดับในต้นฉบับ'),
});
export type ManualData = z.infer<typeof ManualData>;
