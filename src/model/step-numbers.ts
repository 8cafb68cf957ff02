// Stage: model. A procedure → its steps' numbers as the source prints them.
import { bareMark, markAt } from './mark.ts';
import type { ProcedureData } from './procedure.ts';

/** Step id → its number, substeps below their step: `2`, `2.3`, `๓`. */
export function stepNumbers(
  procedure: Pick<ProcedureData, 'numbering' | 'steps'>,
): Map<string, string> {
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
