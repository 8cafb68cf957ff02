// Stage: pages. A procedure → its chart, and its file's name where the chart cannot be drawn.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { officeFolders } from '../authoring/read-office.ts';
import { ChartError } from '../chart/chart-error.ts';
import { drawProcedure, drawProcedureFile, type ProcedureChart } from '../chart/draw-procedure.ts';
import type { Manual, Procedure } from '../model/library.ts';

/** @throws Error in the form of the checks, `file:line field — …`: the build stops on it. */
export function procedureChart(procedure: Procedure, manual: Manual): Promise<ProcedureChart> {
  return drawProcedure(procedure, manual.office).catch((error: unknown) => {
    throw placed(error, procedure);
  });
}

/** The chart as an SVG file. @throws as procedureChart() does. */
export function procedureChartFile(procedure: Procedure, manual: Manual): Promise<string> {
  return drawProcedureFile(procedure, manual.office).catch((error: unknown) => {
    throw placed(error, procedure);
  });
}

function placed(error: unknown, { manual, id }: Procedure): unknown {
  if (!(error instanceof ChartError)) return error;
  const { content } = officeFolders();
  const file = path.posix.join(content, 'manuals', manual, 'procedures', `${id}.mdx`);
  const line = String(lineOfSteps(file));
  return new Error(`${file}:${line} steps — ${error.message}`, { cause: error });
}

/** The source is made from the steps, so they are the place to look. */
function lineOfSteps(file: string): number {
  const before = readFileSync(file, 'utf8').split(/^steps:/m)[0] ?? '';
  return before.split('\n').length;
}
