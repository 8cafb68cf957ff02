// Stage: model. A manual → per procedure what it answers of the official form, and what to ask its office for next.
import type { Manual, Part, Procedure } from './library.ts';
import { formFields, type FormField } from './procedure.ts';

/** What the official form asks of a procedure beside its steps, in the form's order. */
export const templateFields = {
  purpose: formFields.purpose,
  scope: 'ขอบเขต',
  definitions: formFields.definitions,
  actors: 'ผู้ปฏิบัติแต่ละขั้น',
  duration: formFields.duration,
  qualityStandard: formFields.qualityStandard,
  forms: formFields.forms,
  references: formFields.references,
  fee: formFields.fee,
  channel: formFields.channel,
  complaintChannel: formFields.complaintChannel,
} as const satisfies Record<FormField | 'scope' | 'actors', string>;
export type TemplateField = keyof typeof templateFields;

/** `none`: the source says there is none, which is an answer. `partly`: some steps say it. */
export type FieldState = 'given' | 'none' | 'partly' | 'not-stated';

export interface FieldScore {
  readonly field: TemplateField;
  readonly state: FieldState;
  /** Of fields that each step has: how many steps say it, of how many. */
  readonly steps?: { readonly saying: number; readonly all: number };
}
export interface ProcedureScore {
  readonly procedure: Procedure;
  readonly fields: readonly FieldScore[];
  /** How many fields are answered. */
  readonly answered: number;
}
/** Something that procedures lack, with those that lack it. */
export interface Wish {
  readonly field: TemplateField;
  readonly procedures: readonly Procedure[];
}

/** Every procedure of the manual, in the order of the source. */
export function templateScores(manual: Manual): ProcedureScore[] {
  const scoped = scopedByChapter(manual.parts);
  return manual.procedures.map((procedure) => {
    const fields = (Object.keys(templateFields) as TemplateField[]).map((field) =>
      fieldScore(field, procedure, scoped),
    );
    const answered = fields.filter(({ state }) => state === 'given' || state === 'none').length;
    return { procedure, fields, answered };
  });
}

function fieldScore(
  field: TemplateField,
  procedure: Procedure,
  scoped: ReadonlySet<string>,
): FieldScore {
  switch (field) {
    case 'scope':
      return { field, state: procedure.scope || scoped.has(procedure.id) ? 'given' : 'not-stated' };
    case 'actors':
      return byStep(field, procedure, ({ actor }) => actor !== undefined);
    case 'duration': {
      const value = procedure.form.duration;
      if (value === 'not-stated')
        return byStep(field, procedure, ({ duration }) => duration !== undefined);
      return { field, state: value === 'none' ? 'none' : 'given' };
    }
    default: {
      const value = procedure.form[field];
      return { field, state: value === 'none' || value === 'not-stated' ? value : 'given' };
    }
  }
}

/** A step says it itself or by all of its substeps. */
function byStep(
  field: TemplateField,
  { steps }: Procedure,
  says: (step: Pick<Procedure['steps'][number], 'actor' | 'duration'>) => boolean,
): FieldScore {
  const saying = steps.filter((step) => says(step) || (step.substeps?.every(says) ?? false)).length;
  const state = saying === steps.length ? 'given' : saying > 0 ? 'partly' : 'not-stated';
  return { field, state, steps: { saying, all: steps.length } };
}

/** A chapter's scope is that of each procedure right below it. */
function scopedByChapter(parts: readonly Part[]): Set<string> {
  return new Set(
    parts.flatMap((part) =>
      part.type === 'chapter'
        ? [
            ...(part.chapter.scope
              ? part.parts.flatMap(({ type, id }) => (type === 'procedure' ? [id] : []))
              : []),
            ...scopedByChapter(part.parts),
          ]
        : [],
    ),
  );
}

/**
 * How much a missing answer holds up the one who needs it, for those who come to the office and for those who work there:
 * 5 without it one cannot begin or has to ask, 3 one can go on but not with certainty, 1 good to know.
 */
const NEED: Record<TemplateField, { readonly public: number; readonly staff: number }> = {
  purpose: { public: 1, staff: 1 },
  scope: { public: 1, staff: 3 },
  definitions: { public: 1, staff: 1 },
  actors: { public: 3, staff: 5 },
  duration: { public: 5, staff: 3 },
  qualityStandard: { public: 1, staff: 3 },
  forms: { public: 5, staff: 5 },
  references: { public: 1, staff: 3 },
  fee: { public: 5, staff: 1 },
  channel: { public: 5, staff: 1 },
  complaintChannel: { public: 3, staff: 1 },
};

/** What to ask for, most needed first: the sum of the needs of all procedures that lack it. In a tie, the form's order. */
export function wishes(scores: readonly ProcedureScore[]): Wish[] {
  return (Object.keys(templateFields) as TemplateField[])
    .map((field) => {
      const lacking = scores.filter(({ fields }) =>
        fields.some(
          (one) => one.field === field && (one.state === 'not-stated' || one.state === 'partly'),
        ),
      );
      const need = lacking.reduce((sum, { procedure }) => sum + needOf(field, procedure), 0);
      return { field, need, procedures: lacking.map(({ procedure }) => procedure) };
    })
    .filter(({ procedures }) => procedures.length > 0)
    .toSorted((a, b) => b.need - a.need)
    .map(({ field, procedures }) => ({ field, procedures }));
}

function needOf(field: TemplateField, { audience }: Procedure): number {
  const need = NEED[field];
  return audience === 'both' ? Math.max(need.public, need.staff) : need[audience];
}
