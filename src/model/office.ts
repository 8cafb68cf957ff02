// Stage: model. An office's file → OfficeData: its names, units and the actors its procedures speak of.
import { z } from 'zod';
import { Basis } from './basis.ts';
import { FormerIds, Id } from './id.ts';
import { Text } from './text.ts';

/** A unit (กลุ่มงาน) of an office. */
export const Unit = z.strictObject({
  id: Id,
  name: Text.describe('ชื่อกลุ่มงาน'),
  basis: Basis,
});
export type Unit = z.infer<typeof Unit>;

/** Someone who does a step or to whom it goes, by post or role; never by name. */
export const Actor = z.strictObject({
  id: Id,
  title: Text.describe('ชื่อที่แสดง'),
  spellings: z.array(Text).default([]).describe('คำอื่นที่ต้นฉบับใช้เรียกผู้นี้'),
  public: z
    .literal(true)
    .optional()
    .describe('เป็นประชาชนที่มาติดต่อ ไม่ใช่เจ้าหน้าที่ ผู้เรียบเรียงระบุ ใช้ในใบแนะนำ'),
});
export type Actor = z.infer<typeof Actor>;

export const OfficeData = z.strictObject({
  name: Text.describe('ชื่อเต็มของหน่วยงาน'),
  short: Text.describe('ชื่อย่อ เช่น สพป.เลย เขต ๑'),
  kind: z
    .enum(['area', 'provincial', 'regional'])
    .describe('ประเภท area: เขตพื้นที่การศึกษา, provincial: ศึกษาธิการจังหวัด, regional: ศึกษาธิการภาค'),
  basis: Basis.describe(
    'ต้นฉบับระบุชื่อสำนักงานเองหรือไม่ stated: ต้นฉบับระบุ, same-words: ถ้อยคำตรงกัน, editor: ผู้เรียบเรียงระบุเอง',
  ),
  note: Text.optional().describe('ข้อสังเกตของผู้เรียบเรียง'),
  units: z.array(Unit).default([]).describe('กลุ่มงานในหน่วยงาน'),
  actors: z.array(Actor).default([]).describe('ผู้ปฏิบัติที่ขั้นตอนเอ่ยถึง เป็นตำแหน่งหรือบทบาท ไม่ใช่ชื่อคน'),
  formerly: FormerIds,
});
export type OfficeData = z.infer<typeof OfficeData>;

/** What the reader sees for an office's kind. */
export const officeKindLabel: Record<OfficeData['kind'], string> = {
  area: 'สำนักงานเขตพื้นที่การศึกษา',
  provincial: 'สำนักงานศึกษาธิการจังหวัด',
  regional: 'สำนักงานศึกษาธิการภาค',
};
