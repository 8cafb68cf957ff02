// Stage: source. What was decided about a seed: corrections.yaml and omissions.yaml → typed notes.
import { z } from 'zod';
import { SeedId } from '../model/id.ts';

/** What a correction mends: a word, a line torn apart, a number, or markup that is not the manual's. */
export const CorrectionKind = z.enum(['word', 'join', 'number', 'markup']);
export type CorrectionKind = z.infer<typeof CorrectionKind>;

export const Certainty = z.enum(['certain', 'likely', 'unsure']);
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

/**
 * A slip in a seed. `printed` stands on line `line` (from 1), exactly once unless `occurrence` (from 1)
 * says which; `read` takes its place in the reading text and may be empty.
 */
export const Correction = z.strictObject({
  seed: SeedId,
  line: z.int().min(1),
  printed: z.string().min(1),
  read: z.string(),
  occurrence: z.int().min(1).optional(),
  kind: CorrectionKind,
  reason: z.string().min(1),
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
    seed: SeedId,
    line: z.int().min(1),
    text: z.string().min(1),
    occurrence: z.int().min(1).optional(),
    reason: z.string().min(1),
  }),
  z.strictObject({ seed: SeedId, pattern: z.string().min(1), reason: z.string().min(1) }),
]);
export type Omission = z.infer<typeof Omission>;

export const Corrections = z.array(Correction);
export const Omissions = z.array(Omission);
