// Stage: model. Identifier shapes: a string from frontmatter → a checked id or reference.
import { z } from 'zod';

/**
 * An id: lower-case ASCII words joined by hyphens, beginning with a letter. Given once, never changed.
 * Not `constructor`, which every JavaScript object seems to have as a key.
 */
export const Id = z
  .string()
  .regex(/^(?!constructor$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'id')
  .describe('รหัสถาวร: a-z 0-9 และขีด ขึ้นต้นด้วยตัวอักษร');

/** A step's id. Not `start` or `end`: so are called the ends of a chart and, in `next`, the end of the work. */
export const StepId = Id.regex(/^(?!(?:start|end)$)/, 'step-id');

/** A reference to something inside a manual or an office: `<manual>/<id>` or `<office>/<unit>`. */
export const ScopedId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'scoped-id')
  .describe('รหัสแบบมีเจ้าของ: <คู่มือ>/<รหัส>');

/** Ids that something once had: their addresses lead to its own. */
export const FormerIds = z.array(Id).min(1).optional().describe('รหัสที่เคยใช้ ที่อยู่เดิมจะพามาที่นี่');

/** The stem of a seed's file name, for example `001_33c4b01b3b8b6139`. */
export const SeedId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'seed-id');
