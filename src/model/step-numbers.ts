// Stage: model. A procedure → its steps' numbers as the source prints them.
import { bareMark, markAt } from './mark.ts';
import type { ProcedureData } from './procedure.ts';

type Numbered = Pick<ProcedureData, 'numbering' | 'steps'>;

const known = new WeakMap<Numbered, ReadonlyMap<string, string>>();

/** Step id → its number, substeps below their step: `2`, `2.3`, `๓`. Counted once a procedure: its page, its chart and its source ask. */
export function stepNumbers(procedure: Numbered): ReadonlyMap<string, string> {
  const numbers = known.get(procedure) ?? counted(procedure);
  known.set(procedure, numbers);
  return numbers;
}

function counted(procedure: Numbered): ReadonlyMap<string, string> {
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
