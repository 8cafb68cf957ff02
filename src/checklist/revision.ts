// Stage: checklist, build only. A procedure → its revision: a hash that changes when, and only when, what a step says changes.
import { createHash } from 'node:crypto';
import type { Step, Substep } from '../model/procedure.ts';

/** SHA-256, in hex, of the canonical JSON of the steps. Where a step stands in the source does not count. */
export function revisionOf(steps: readonly Step[]): string {
  return createHash('sha256')
    .update(canonicalJson(steps.map(meaning)))
    .digest('hex');
}

function meaning(step: Step | Substep): unknown {
  const { id, actor, to, kind, next } = step;
  return {
    id,
    text: step.text.normalize('NFC'),
    actor,
    to,
    kind,
    next: next?.map((way) => ({ ...way, when: way.when?.normalize('NFC') })),
    substeps: 'substeps' in step ? step.substeps?.map(meaning) : undefined,
  };
}

/** JSON without white space, keys in order, absent values left out: one value has one text (RFC 8785 for what stands here). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
