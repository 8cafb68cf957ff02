// Stage: pages. A procedure → its chart, and its file's name where the chart cannot be drawn.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { officeFolders } from '../authoring/read-office.ts';
import { ChartError } from '../chart/chart-error.ts';
import { drawProcedure, type ProcedureChart } from '../chart/draw-procedure.ts';
import type { Manual, Procedure } from '../model/library.ts';

/** @throws Error in the form of the checks, `file:line field — …`: the build stops on it. */
export async function procedureChart(
  procedure: Procedure,
  manual: Manual,
): Promise<ProcedureChart> {
  try {
    return await drawProcedure(procedure, manual.office);
  } catch (error) {
    if (!(error instanceof ChartError)) throw error;
    const { content } = officeFolders();
    const file = path.posix.join(
      content,
      'manuals',
      procedure.manual,
      'procedures',
      `${procedure.id}.mdx`,
    );
    throw new Error(`${file}:${String(lineOfSteps(file))} steps — ${error.message}`, {
      cause: error,
    });
  }
}

/** The source is made from the steps, so they are the place to look. */
function lineOfSteps(file: string): number {
  const before = readFileSync(file, 'utf8').split(/^steps:/m)[0] ?? '';
  return before.split('\n').length;
}
