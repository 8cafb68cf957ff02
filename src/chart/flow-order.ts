// Stage: chart. Graph → its nodes and frame headers in one column, and which edges are jumps.
import type { Graph, GraphEdge, GraphGroup, GraphNode } from './graph.ts';

/** What stands in the column, one below the other. */
export type Item =
  | {
      readonly type: 'node';
      readonly id: string;
      readonly node: GraphNode;
      readonly frame: string | undefined;
    }
  | {
      readonly type: 'header';
      readonly id: string;
      readonly group: GraphGroup;
      readonly frame: string | undefined;
    };

export interface Way {
  readonly edge: GraphEdge;
  /** Indices in the column: a frame is entered at its header and left after its last item. */
  readonly from: number;
  readonly to: number;
  /** `on`: to what stands next. `back` also to itself. */
  readonly side: 'on' | 'back' | 'skip';
  /** Both ends are in this frame, so the edge need not leave it. */
  readonly within: string | undefined;
}

export interface FlowOrder {
  readonly items: readonly Item[];
  readonly ways: readonly Way[];
  /** Index of each frame's last item, by the frame's id. */
  readonly lastOf: ReadonlyMap<string, number>;
}

/** @throws Error when an edge ends at something that is not there: Mermaid would have made it. */
export function flowOrder(graph: Graph): FlowOrder {
  const groupOf = new Map(
    graph.groups.flatMap((group) => group.members.map((member) => [member, group.id] as const)),
  );
  const groups = new Map(graph.groups.map((group) => [group.id, group]));
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const items: Item[] = [];
  const placed = new Set<string>();
  // What is in a frame stands together, wherever the source names it.
  const place = (id: string): void => {
    if (placed.has(id)) return;
    placed.add(id);
    const group = groups.get(id);
    const node = nodes.get(id);
    const frame = groupOf.get(id);
    if (group) items.push({ type: 'header', id, group, frame });
    else if (node) items.push({ type: 'node', id, node, frame });
    group?.members.forEach(place);
  };
  const outermost = (id: string): string => {
    const above = groupOf.get(id);
    return above === undefined ? id : outermost(above);
  };
  for (const { id } of graph.nodes) place(outermost(id));

  const index = new Map(items.map(({ id }, i) => [id, i]));
  const lastOf = new Map<string, number>();
  const close = (id: string | undefined, i: number): void => {
    if (id === undefined) return;
    lastOf.set(id, i);
    close(groupOf.get(id), i);
  };
  items.forEach((item, i) => close(item.type === 'header' ? item.id : item.frame, i));

  const ways = graph.edges.map((edge): Way => {
    const start = index.get(edge.from);
    const to = index.get(edge.to);
    if (start === undefined || to === undefined)
      throw new Error(`edge ${edge.from} → ${edge.to} ends nowhere`);
    const from = lastOf.get(edge.from) ?? start;
    const frame = groupOf.get(edge.from);
    return {
      edge,
      from,
      to,
      side: to === from + 1 ? 'on' : to <= from ? 'back' : 'skip',
      within: frame !== undefined && frame === groupOf.get(edge.to) ? frame : undefined,
    };
  });
  return { items, ways, lastOf };
}
