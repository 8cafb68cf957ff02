// Stage: chart. A graph of links, or Mermaid source written by hand → its drawings; what was written by hand by way of Mermaid's parser.
import type { Chart } from './box.ts';
import { cached } from './chart-cache.ts';
import { assertReadable } from './chart-form.ts';
import type { Drawing } from './drawing.ts';
import { generalDrawing } from './general.ts';
import type { Graph } from './graph.ts';
import { mermaidSource } from './mermaid-source.ts';
import { paintDrawing } from './paint.ts';
import { parseMermaid } from './parse-mermaid.ts';
import { spineDrawing } from './spine.ts';
import { narrowTree, wideTree } from './tree.ts';

export interface MapChart {
  readonly source: string;
  /** Inline SVG for a phone. */
  readonly narrow: string;
  /** Inline SVG for a wide page. */
  readonly wide: string;
  /** px that the wide drawing needs; the stylesheet knows the names. */
  readonly room: 's' | 'm' | 'l' | 'xl';
  readonly hasInferred: boolean;
}

/**
 * @param name unique on the page
 * @throws ChartError when Mermaid reads the source otherwise than the graph says.
 */
export async function drawMap(graph: Graph, name: string): Promise<MapChart> {
  const source = mermaidSource(graph);
  return cached('map', [name, source], async () => {
    await assertReadable(graph);
    return painted({ graph, facts: new Map() }, name, source, narrowTree, wideTree);
  });
}

/**
 * A ```mermaid fence.
 *
 * @param name unique on the page
 * @throws ChartError when Mermaid refuses it or it is no flow chart.
 */
export async function drawSource(source: string, name: string): Promise<MapChart> {
  return cached('source', [name, source], async () => {
    const read = await parseMermaid(source);
    const graph = {
      ...read,
      title: read.title || 'ผังงาน',
      description: read.description || `${String(read.nodes.length)} รายการ`,
    };
    return painted({ graph, facts: new Map() }, name, source, narrowFlow, generalDrawing);
  });
}

function painted(
  chart: Chart,
  name: string,
  source: string,
  layNarrow: (chart: Chart) => Drawing,
  layWide: (chart: Chart) => Drawing,
): MapChart {
  const wide = layWide(chart);
  return {
    source,
    narrow: paintDrawing(layNarrow(chart), name),
    wide: paintDrawing(wide, name),
    room: roomOf(wide.width),
    hasInferred: chart.graph.edges.some(({ stroke }) => stroke === 'dotted'),
  };
}

/** The widths in src/styles/components/chart-map.css. */
function roomOf(width: number): MapChart['room'] {
  if (width <= 460) return 's';
  if (width <= 730) return 'm';
  return width <= 1190 ? 'l' : 'xl';
}

/** In one column, with jumps beside it; frames within frames would need more width than a phone has. */
function narrowFlow(chart: Chart): Drawing {
  const groups = new Set(chart.graph.groups.map(({ id }) => id));
  const nested = chart.graph.groups.some(({ members }) => members.some((id) => groups.has(id)));
  return nested
    ? spineDrawing({
        ...chart,
        graph: { ...chart.graph, groups: [], edges: withoutFrames(chart.graph) },
      })
    : spineDrawing(chart);
}

/** Edges to a frame lead to the first thing in it. */
function withoutFrames({ edges, groups }: Graph): Graph['edges'] {
  const inside = (id: string): string => {
    const first = groups.find((group) => group.id === id)?.members[0];
    return first === undefined ? id : inside(first);
  };
  return edges.map((edge) => ({ ...edge, from: inside(edge.from), to: inside(edge.to) }));
}
