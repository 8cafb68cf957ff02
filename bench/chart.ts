// Bench: 1,000 charts made of every procedure here -> ms a chart for source, Mermaid's parser, layouts and painting, apart.
import { gzipSync } from 'node:zlib';
import { graphDifferences } from '../src/chart/compare-graph.ts';
import { lanesDrawing } from '../src/chart/lanes.ts';
import { mermaidSource } from '../src/chart/mermaid-source.ts';
import { paintFile } from '../src/chart/paint-file.ts';
import { paintDrawing } from '../src/chart/paint.ts';
import { parseMermaid } from '../src/chart/parse-mermaid.ts';
import { procedureGraph, type ProcedureGraph } from '../src/chart/procedure-graph.ts';
import { spineDrawing } from '../src/chart/spine.ts';
import { FIXTURE_OFFICE, officeLibrary } from '../tests/unit/chart/office-library.ts';

const COUNT = 1000;

/** Every chart's words are its own, so that nothing measured before is found again. */
function madeOf(count: number): ProcedureGraph[] {
  const pairs = [officeLibrary(), officeLibrary(FIXTURE_OFFICE)].flatMap((library) =>
    library.procedures.map((procedure) => ({
      procedure,
      office: library.manual(procedure.manual).office,
    })),
  );
  return Array.from({ length: count }, (_, i) => {
    const pair = pairs[i % pairs.length];
    if (!pair) throw new Error('no procedures');
    const steps = pair.procedure.steps.map((step, j) => ({
      ...step,
      text: `${step.text} ชุดที่ ${String(i)}/${String(j)}`,
    }));
    return procedureGraph({ ...pair.procedure, steps }, pair.office);
  });
}

async function timed<T>(name: string, items: number, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  const all = performance.now() - start;
  console.log(`${name.padEnd(34)} ${(all / items).toFixed(2).padStart(8)} ms a chart`);
  return result;
}

const charts = madeOf(COUNT);
const nodes = charts.reduce((sum, { facts }) => sum + facts.size, 0);
console.log(`${String(COUNT)} charts, ${(nodes / COUNT).toFixed(1)} steps a chart\n`);

const sources = await timed('steps → Mermaid source', COUNT, () =>
  charts.map(({ graph }) => mermaidSource(graph)),
);
await timed('first parse, with loading Mermaid', 1, () => parseMermaid(sources[0] ?? ''));
const read = await timed('source → graph (Mermaid)', COUNT, async () => {
  const graphs = [];
  for (const source of sources) graphs.push(await parseMermaid(source));
  return graphs;
});
const differing = charts.filter(({ graph }, i) => {
  const other = read[i];
  return !other || graphDifferences(graph, other).length > 0;
});
const spines = await timed('graph → narrow layout', COUNT, () => charts.map(spineDrawing));
const lanes = await timed('graph → lanes', COUNT, () => charts.map(lanesDrawing));
const wide = lanes.filter((drawing) => drawing !== undefined);
const painted = await timed('both layouts → inline SVG', COUNT, () => [
  ...spines.map((drawing, i) => paintDrawing(drawing, String(i))),
  ...wide.map((drawing, i) => paintDrawing(drawing, String(i))),
]);
await timed('narrow layout → SVG file', 100, () =>
  spines.slice(0, 100).map((drawing) => paintFile(drawing)),
);

const narrow = painted.slice(0, COUNT);
const bytes = narrow.reduce((sum, svg) => sum + Buffer.byteLength(svg), 0);
const small = narrow.slice(0, 100).reduce((sum, svg) => sum + gzipSync(svg).length, 0);
console.log(
  `\nread back otherwise: ${String(differing.length)}, with lanes: ${String(wide.length)}`,
);
console.log(
  `narrow drawing: ${(bytes / COUNT / 1024).toFixed(1)} KB a chart, ${(bytes / nodes).toFixed(0)} bytes a step, ${(small / 100 / 1024).toFixed(1)} KB compressed`,
);
