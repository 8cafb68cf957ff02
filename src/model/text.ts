// Stage: model. Texts and numbered lists as they stand in the reading text.
import { z } from 'zod';
import { Id } from './id.ts';

/** One paragraph or line, as it reads after corrections. White space may differ from the seed's. */
export const Text = z.string().min(1);

/**
 * The first mark of a numbered list as it reads in the source: `๑.`, `1)`, `๒.๑`, `ยุทธศาสตร์ที่ 1`, `ก.`.
 * The marks of all later items follow from it (see mark.ts), so nobody types them.
 */
export const Numbering = z.string().regex(/[0-9๐-๙ก-ฮ]/, 'numbering');

/** One item of a numbered list, with sub-items where the source has them. */
export const Item = z.strictObject({
  id: Id,
  text: Text,
  numbering: Numbering.optional(),
  items: z
    .array(z.strictObject({ id: Id, text: Text }))
    .min(1)
    .optional(),
});
export type Item = z.infer<typeof Item>;

/** A numbered list. Without `numbering` its items carry no mark in the source. */
export const NumberedList = z.strictObject({
  numbering: Numbering.optional(),
  items: z.array(Item).min(1),
});
export type NumberedList = z.infer<typeof NumberedList>;
