// Stage: components. A procedure and its provenance → what the list of steps shows.
import { itemRule } from '../checklist/item-rule.ts';
import type { Office, Procedure } from '../model/library.ts';
import type { Branch, Step, StepKind, Substep } from '../model/procedure.ts';
import { stepNumbers } from '../model/step-numbers.ts';
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
  /** For a run's snapshot: what the line's words do not say (`data-item`). */
  readonly rule: string | undefined;
  readonly substeps: readonly StepView[];
}

export interface Jump {
  /** All of it: the condition, if any, and where it leads. */
  readonly text: string;
  readonly condition: string;
  readonly target: string;
  /** The step it leads to, for the link; undefined where the procedure ends. */
  readonly step: string | undefined;
  readonly inferred: boolean;
  /** The condition, where a reader chooses between several that the source states. */
  readonly choice: string | undefined;
}

/** What the reader sees for a step's kind; an action needs no word. */
const kindLabel: Record<StepKind, string | undefined> = {
  action: undefined,
  decision: 'ตัดสินใจ',
  document: 'จัดทำเอกสาร',
  approval: 'อนุมัติหรือลงนาม',
  submit: 'เสนอหรือยื่น',
};

/** Whether a step leads elsewhere than to the next: the page has more to show then (ways.css). */
export function hasJumps(steps: readonly StepView[]): boolean {
  return steps.some(({ jumps, substeps }) => jumps.length > 0 || hasJumps(substeps));
}

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
    const kind = step.kind && kindLabel[step.kind];
    const actor = step.actor && title(step.actor);
    const to = (step.to ?? []).map(title);
    const next = step.next ?? [];
    const choice = next.filter(({ inferred }) => !inferred).length > 1;
    return {
      id: step.id,
      number: numbers.get(step.id) ?? '',
      runs: correctedRuns(step.text, note?.corrections ?? []),
      kind,
      actor,
      to,
      produces: step.produces ?? [],
      duration: step.duration,
      jumps: next.map((branch) => jump(branch, numbers, choice)),
      note,
      rule: itemRule({ kind, actor, to, next }),
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

function jump(branch: Branch, numbers: ReadonlyMap<string, string>, choice: boolean): Jump {
  const condition = branch.when === undefined ? '' : `ถ้า${branch.when}`;
  const target = branch.to === 'end' ? 'สิ้นสุด' : `ไปขั้น ${numbers.get(branch.to) ?? branch.to}`;
  return {
    text: `${condition} ${target}`.trim(),
    condition,
    target,
    step: branch.to === 'end' ? undefined : branch.to,
    inferred: branch.inferred ?? false,
    choice: choice && !branch.inferred ? branch.when : undefined,
  };
}

/** The actors that a procedure names as doing a step, in order of appearance. */
export function statedActors(procedure: Procedure, office: Office): string[] {
  const every = procedure.steps.flatMap((step) => [step, ...(step.substeps ?? [])]);
  const ids = new Set(every.flatMap(({ actor }) => (actor === undefined ? [] : [actor])));
  return [...ids].map((actor) => office.actors.find(({ id }) => id === actor)?.title ?? actor);
}
