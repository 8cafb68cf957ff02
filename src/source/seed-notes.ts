// Stage: source. What was decided about a seed: corrections.yaml and omissions.yaml → typed notes.
import { z } from 'zod';
import { SeedId } from '../model/id.ts';

/** What a correction mends: a word, a line torn apart, a number, or markup that is not the manual's. */
export const CorrectionKind = z
  .enum(['word', 'join', 'number', 'markup'])
  .describe('ชนิด word: คำ, join: ต่อข้อความที่ขาด, number: เลข, markup: เครื่องหมายที่ไม่ใช่ของคู่มือ');
export type CorrectionKind = z.infer<typeof CorrectionKind>;

export const Certainty = z
  .enum(['certain', 'likely', 'unsure'])
  .describe('แน่ใจเพียงใด certain: แน่ใจ, likely: ค่อนข้างแน่ใจ, unsure: ไม่แน่ใจ');
export type Certainty = z.infer<typeof Certainty>;

export const correctionKindLabel: Record<CorrectionKind, string> = {
  word: 'คำ',
  join: 'ต่อข้อความ',
  number: 'เลข',
  markup: 'เครื่องหมาย',
};
export const certaintyLabel: Record<Certainty, string> = {
  certain: 'แน่ใจ',
  likely: 'ค่อนข้างแน่ใจ',
  unsure: 'ไม่แน่ใจ',
};

const shared = {
  seed: SeedId.describe('ชื่อแฟ้มต้นฉบับใน seeds/ ไม่รวม .txt'),
  line: z.int().min(1).describe('บรรทัดที่ของต้นฉบับ นับจาก 1'),
  occurrence: z.int().min(1).optional().describe('แห่งที่เท่าไรในบรรทัด ถ้ามีหลายแห่ง นับจาก 1'),
  reason: z.string().min(1).describe('เหตุผล'),
};

/**
 * A slip in a seed. `printed` stands on line `line` (from 1), exactly once unless `occurrence` (from 1)
 * says which; `read` takes its place in the reading text and may be empty.
 */
export const Correction = z.strictObject({
  seed: shared.seed,
  line: shared.line,
  printed: z.string().min(1).describe('คำตามที่ต้นฉบับพิมพ์ ทุกตัวอักษร'),
  read: z.string().describe('คำที่ถูก ว่างได้ถ้าให้ตัดออก'),
  occurrence: shared.occurrence,
  kind: CorrectionKind,
  reason: shared.reason,
  certainty: Certainty,
});
export type Correction = z.infer<typeof Correction>;

/**
 * Text of a seed that the site leaves out, with the reason. Either `text`, exactly once on line `line`
 * (unless `occurrence` says which), or `pattern`, a regular expression tried on every line of the seed,
 * whose every match is left out and which must match at least once.
 */
export const Omission = z.union([
  z.strictObject({
    ...shared,
    text: z.string().min(1).describe('ข้อความที่ไม่แสดง ตามที่ต้นฉบับพิมพ์'),
  }),
  z.strictObject({
    seed: shared.seed,
    pattern: z
      .string()
      .min(1)
      .describe('regular expression ที่ตรงกับข้อความที่ไม่แสดง ลองทุกบรรทัดของต้นฉบับ'),
    reason: shared.reason,
  }),
]);
export type Omission = z.infer<typeof Omission>;

export const Corrections = z.array(Correction);
export const Omissions = z.array(Omission);
