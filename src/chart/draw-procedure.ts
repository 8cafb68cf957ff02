// Stage: chart. A procedure → its Mermaid source and its drawings.
import type { Office, Procedure } from '../model/library.ts';
import type { StepKind } from '../model/procedure.ts';
import type { Chart } from './box.ts';
import { cached } from './chart-cache.ts';
import { assertReadable } from './chart-form.ts';
import { lanesDrawing } from './lanes.ts';
import { mermaidSource } from './mermaid-source.ts';
import { paintColumns, paintDrawing } from './paint.ts';
import { paintFile } from './paint-file.ts';
import { procedureGraph, type ProcedureGraph } from './procedure-graph.ts';
import { spineDrawing } from './spine.ts';

/** What a page shows of a procedure's chart. */
export interface ProcedureChart {
  /** Mermaid source. */
  readonly source: string;
  /** Inline SVG. */
  readonly spine: string;
  /** Inline SVG for paper, in columns, where the drawing is higher than a page; else empty. */
  readonly columns: string;
  /** Inline SVG of the wide drawing, where there are lanes. */
  readonly lanes?: string;
  readonly laneCount: number;
  /** Kinds of step that the drawing shows by a shape of their own. */
  readonly kinds: readonly StepKind[];
  readonly hasRecipients: boolean;
  /** Some step's doer is not stated. */
  readonly hasUnnamed: boolean;
  /** Some way on is an editor's. */
  readonly hasInferred: boolean;
}

const INFERRED = 'เส้นประ คือทางที่ผู้เรียบเรียงเพิ่ม ไม่มีในต้นฉบับ';

type Actors = Pick<Office, 'actors'>;

/**
 * @throws ChartError when Mermaid refuses the source or reads it otherwise than the model says.
 */
export async function drawProcedure(procedure: Procedure, office: Actors): Promise<ProcedureChart> {
  const input = inputOf(procedure, office);
  const known = latest.get(input.key);
  if (known) return known.chart;
  return cached('procedure', input.key, async () => (await drawNow(procedure.id, input)).chart);
}

/**
 * The chart as an SVG document by itself: the wide drawing where there are lanes, else the narrow one.
 *
 * @throws ChartError as drawProcedure() does.
 */
export async function drawProcedureFile(procedure: Procedure, office: Actors): Promise<string> {
  const input = inputOf(procedure, office);
  const known = latest.get(input.key);
  if (known) return known.file;
  const { chart, file } = await drawNow(procedure.id, input);
  await cached('procedure', input.key, () => chart);
  return file;
}

interface Drawn {
  readonly chart: ProcedureChart;
  readonly file: string;
}

/** A file is asked for soon after its page, or before it, and has 80 KB: only the last ones are kept. */
const latest = new Map<string, Drawn>();
const MOST_KEPT = 8;

async function drawNow(name: string, input: Input): Promise<Drawn> {
  const drawn = await draw(name, input);
  const [oldest] = latest.keys();
  if (latest.size >= MOST_KEPT && oldest !== undefined) latest.delete(oldest);
  latest.set(input.key, drawn);
  return drawn;
}

/** Counts for tests. */
export const drawUse = { drawn: 0 };

interface Input extends ProcedureGraph {
  readonly source: string;
  /** All that the drawings depend on, as JSON. */
  readonly key: string;
}

/** What is drawn of a procedure is asked for together, its page, file and source: the last one is kept. */
let lastInput: { procedure: Procedure; office: Actors; input: Input } | undefined;

function inputOf(procedure: Procedure, office: Actors): Input {
  if (lastInput?.procedure === procedure && lastInput.office === office) return lastInput.input;
  const { graph, facts } = procedureGraph(procedure, office);
  const source = mermaidSource(graph);
  const key = JSON.stringify([procedure.id, source, [...facts]]);
  const input = { graph, facts, source, key };
  lastInput = { procedure, office, input };
  return input;
}

/** What the page shows and what the file shows, from one layout. */
async function draw(name: string, { graph, facts, source }: Input): Promise<Drawn> {
  drawUse.drawn += 1;
  await assertReadable(graph);
  const drawn: Chart = { graph, facts };
  const steps = [...facts.values()];
  const spine = spineDrawing(drawn);
  const lanes = lanesDrawing(drawn);
  const groups = new Set(graph.groups.map(({ id }) => id));
  const hasInferred = graph.edges.some(({ stroke }) => stroke === 'dotted');
  return {
    chart: {
      source,
      spine: paintDrawing(spine, name),
      columns: paintColumns(spine, name),
      ...(lanes ? { lanes: paintDrawing(lanes, name) } : {}),
      laneCount: lanes?.lanes.length ?? 0,
      kinds: kindsOf(drawn),
      hasRecipients: steps.some(({ to }) => to.length > 0),
      hasUnnamed: [...facts].some(([id, { actor }]) => actor === undefined && !groups.has(id)),
      hasInferred,
    },
    file: paintFile(lanes ?? spine, hasInferred ? [INFERRED] : []),
  };
}

/** The Mermaid source alone: nothing is parsed. */
export function procedureSource(procedure: Procedure, office: Actors): string {
  return inputOf(procedure, office).source;
}

function kindsOf({ graph, facts }: Chart): StepKind[] {
  const shown = graph.nodes.flatMap(({ id }) => facts.get(id)?.kind ?? []);
  const order: StepKind[] = ['decision', 'document', 'submit', 'approval'];
  return order.filter((kind) => shown.includes(kind));
}
