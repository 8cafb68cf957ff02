// Stage: model. Texts and numbered lists as they stand in the reading text.
import { z } from 'zod';
import { Id } from './id.ts';

/** One paragraph or line, as it reads after corrections. White space may differ from the seed's. */
export const Text = z.string().min(1);

/**
 * The first mark of a numbered list as it reads in the source: `๑.`, `1)`, `๒.๑`, `ยุทธศาสตร์ที่ 1`, `ก.`.
 * The marks of all later items follow from it (see mark.ts), so nobody types them.
 */
export const Numbering = z
  .string()
  .regex(/[0-9๐-๙ก-ฮ]/, 'numbering')
  .describe('เลขข้อแรกตามที่ต้นฉบับพิมพ์ เช่น ๑. หรือ 1) เลขข้อถัดไปนับต่อเอง');

/** One item of a numbered list, with sub-items where the source has them. */
export const Item = z.strictObject({
  id: Id,
  text: Text.describe('ข้อความของข้อ ตามต้นฉบับ ไม่รวมเลขข้อ'),
  numbering: Numbering.optional().describe('เลขข้อแรกของข้อย่อย'),
  items: z
    .array(z.strictObject({ id: Id, text: Text.describe('ข้อความของข้อย่อย ไม่รวมเลขข้อ') }))
    .min(1)
    .optional()
    .describe('ข้อย่อย'),
});
export type Item = z.infer<typeof Item>;

/** A numbered list. Without `numbering` its items carry no mark in the source. */
export const NumberedList = z.strictObject({
  numbering: Numbering.optional(),
  items: z.array(Item).min(1).describe('ข้อต่าง ๆ ตามลำดับ'),
});
export type NumberedList = z.infer<typeof NumberedList>;
