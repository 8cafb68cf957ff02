// Stage: components. A procedure and its provenance → what the list of steps shows.
import type { Office, Procedure } from '../model/library.ts';
import { bareMark, markAt } from '../model/mark.ts';
import type { Branch, Step, StepKind, Substep } from '../model/procedure.ts';
import { correctedRuns, type TextRun } from '../source/corrected-text.ts';
import type { Provenance } from '../source/provenance.ts';
import { pieceNote, type SourceNote } from '../source/source-note.ts';

export interface StepView {
  readonly id: string;
  /** As the source numbers it, substeps below their step: `2`, `2.3`, `๓`. */
  readonly number: string;
  readonly runs: readonly TextRun[];
  readonly kind: string | undefined;
  /** Who does it, in the words of the office. */
  readonly actor: string | undefined;
  /** Whom it goes to. */
  readonly to: readonly string[];
  readonly produces: readonly string[];
  readonly duration: string | undefined;
  /** Ways on that are not simply the next step, in words. */
  readonly jumps: readonly Jump[];
  readonly note: SourceNote | undefined;
  readonly substeps: readonly StepView[];
}

export interface Jump {
  readonly text: string;
  /** The step it leads to, for the link; undefined where the procedure ends. */
  readonly step: string | undefined;
  readonly inferred: boolean;
}

/** What the reader sees for a step's kind; an action needs no word. */
const kindLabel: Record<StepKind, string | undefined> = {
  action: undefined,
  decision: 'ตัดสินใจ',
  document: 'จัดทำเอกสาร',
  approval: 'อนุมัติหรือลงนาม',
  submit: 'เสนอหรือยื่น',
};

/** The steps of a procedure as the page lists them. */
export function stepViews(
  procedure: Procedure,
  office: Office,
  provenance: Provenance,
): StepView[] {
  const numbers = stepNumbers(procedure);
  const title = (actor: string): string =>
    office.actors.find(({ id }) => id === actor)?.title ?? actor;
  const view = (step: Step | Substep, path: string): StepView => {
    const note = pieceNote(provenance, procedure.id, `${path}.text`);
    return {
      id: step.id,
      number: numbers.get(step.id) ?? '',
      runs: correctedRuns(step.text, note?.corrections ?? []),
      kind: step.kind && kindLabel[step.kind],
      actor: step.actor && title(step.actor),
      to: (step.to ?? []).map(title),
      produces: step.produces ?? [],
      duration: step.duration,
      jumps: (step.next ?? []).map((branch) => jump(branch, numbers)),
      note,
      substeps:
        'substeps' in step
          ? (step.substeps ?? []).map((substep, j) =>
              view(substep, `${path}.substeps.${String(j)}`),
            )
          : [],
    };
  };
  return procedure.steps.map((step, i) => view(step, `steps.${String(i)}`));
}

/** Step id → its number as shown. */
export function stepNumbers(procedure: Procedure): Map<string, string> {
  const numbers = new Map<string, string>();
  procedure.steps.forEach((step, i) => {
    const number = bareMark(markAt(procedure.numbering, i));
    numbers.set(step.id, number);
    step.substeps?.forEach((substep, j) =>
      numbers.set(substep.id, `${number}.${bareMark(markAt(step.numbering ?? '1', j))}`),
    );
  });
  return numbers;
}

function jump(branch: Branch, numbers: ReadonlyMap<string, string>): Jump {
  const condition = branch.when === undefined ? '' : `ถ้า${branch.when} `;
  const target = branch.to === 'end' ? 'สิ้นสุด' : `ไปขั้น ${numbers.get(branch.to) ?? branch.to}`;
  return {
    text: condition + target,
    step: branch.to === 'end' ? undefined : branch.to,
    inferred: branch.inferred ?? false,
  };
}

/** The actors that a procedure names as doing a step, in order of appearance. */
export function statedActors(procedure: Procedure, office: Office): string[] {
  const every = procedure.steps.flatMap((step) => [step, ...(step.substeps ?? [])]);
  const ids = new Set(every.flatMap(({ actor }) => (actor === undefined ? [] : [actor])));
  return [...ids].map((actor) => office.actors.find(({ id }) => id === actor)?.title ?? actor);
}
