// Stage: chart. Any graph → a drawing laid out by dagre: overview maps, and flow charts written by hand.
import { Graph as DagreGraph, layout } from '@dagrejs/dagre';
import {
  BOLD,
  boxOf,
  headerBox,
  LINE,
  publicId,
  stripWidth,
  TEXT,
  type Box,
  type Chart,
} from './box.ts';
import type { DrawnEdge, DrawnFrame, DrawnNode, Drawing, EdgeLabel, Point } from './drawing.ts';
import { labelBox, type LabelBox } from './edge-label.ts';
import type { GraphEdge, GraphGroup, GraphNode } from './graph.ts';
import { widestLine, wrapText } from './wrap.ts';

const EDGE = 4;
const WIDEST_NODE = 248;
const NARROWEST_NODE = 72;
const WIDEST_LABEL = 160;
const HEADER_GAP = 16;

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface Routed {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly x?: number;
  readonly y?: number;
}

/** @throws Error when the graph holds an edge to nothing. */
export function generalDrawing(chart: Chart): Drawing {
  const { graph } = chart;
  const options = { strip: stripWidth(chart.facts.values()) };
  const dagre = new DagreGraph({ compound: true, multigraph: true });
  dagre.setGraph({
    rankdir: graph.direction,
    nodesep: 14,
    ranksep: 44,
    edgesep: 14,
    marginx: EDGE,
    marginy: EDGE,
  });

  const boxes = new Map<string, Box>();
  for (const node of graph.nodes) {
    const box = boxOf(node, chart, nodeWidth(node), options);
    boxes.set(node.id, box);
    dagre.setNode(node.id, { width: box.width, height: box.height });
  }
  const upright = graph.direction === 'TB' || graph.direction === 'BT';
  for (const group of graph.groups) dagre.setNode(group.id, {});
  for (const group of graph.groups) {
    for (const member of group.members) dagre.setParent(member, group.id);
    if (!upright) continue;
    // dagre knows no headers: a node above all others in the frame keeps the room.
    const lines = wrapText(group.label.replaceAll('\n', ' '), WIDEST_NODE, BOLD);
    const width = Math.ceil(widestLine(lines, BOLD)) + 48;
    dagre.setNode(headerOf(group.id), { width, height: lines.length * LINE + 20 });
    dagre.setParent(headerOf(group.id), group.id);
    for (const member of group.members) {
      const first = inside(member, graph.groups);
      const hasEarlier = graph.edges.some(
        ({ from, to }) => to === first && group.members.includes(from) && from !== to,
      );
      if (!hasEarlier) dagre.setEdge(headerOf(group.id), first, { weight: 2 }, 'header');
    }
  }

  const endOf = (id: string): string =>
    upright && graph.groups.some((group) => group.id === id)
      ? headerOf(id)
      : inside(id, graph.groups);
  const labels = new Map<number, LabelBox>();
  graph.edges.forEach(({ from, to, label }, i) => {
    const box = labelBox(label, WIDEST_LABEL);
    if (box) labels.set(i, box);
    // Nor edges to a frame: its header stands for it, or the first node inside.
    dagre.setEdge(
      endOf(from),
      endOf(to),
      {
        width: box?.width ?? 0,
        height: box?.height ?? 0,
        labelpos: 'c',
        // Room for the headers of the frames that the edge comes into.
        minlen: upright ? 1 + framesEntered(from, to, graph.groups) : 1,
      },
      String(i),
    );
  });
  layout(dagre);

  const nodes: DrawnNode[] = [];
  for (const node of graph.nodes) {
    const box = boxes.get(node.id);
    const at = dagre.node(node.id) as Placed;
    if (!box) continue;
    nodes.push(
      box.at(
        Math.round(at.x - box.width / 2),
        Math.round(at.y - box.height / 2),
        groupOf(node.id, graph.groups),
      ),
    );
  }
  const frames = framesOf(chart, nodes, options, (group) =>
    upright ? (dagre.node(headerOf(group)) as Placed) : undefined,
  );
  const crossesHeader = ({ from, to }: GraphEdge): boolean =>
    upright && framesEntered(from, to, graph.groups) > 0;
  const edges = graph.edges.map((edge, i): DrawnEdge => {
    const { points, x, y } = dagre.edge(endOf(edge.from), endOf(edge.to), String(i)) as Routed;
    const box = labels.get(i);
    return {
      from: publicId(edge.from, chart.facts),
      to: publicId(edge.to, chart.facts),
      points: points.map((point): Point => [point.x, point.y]),
      arrow: edge.arrow,
      inferred: edge.stroke === 'dotted',
      label: box && labelAt(box, points, { x: x ?? 0, y: y ?? 0 }, crossesHeader(edge)),
    };
  });
  const all = [...nodes, ...frames];
  const top = Math.min(0, ...all.map(({ y }) => y - EDGE));
  const left = Math.min(0, ...all.map(({ x }) => x - EDGE));
  return moved(
    {
      layout: 'map',
      title: graph.title,
      description: graph.description,
      width: Math.ceil(
        Math.max(...all.map(({ x, width }) => x + width), ...edgeEnds(edges, 0)) + EDGE,
      ),
      height: Math.ceil(
        Math.max(...all.map(({ y, height }) => y + height), ...edgeEnds(edges, 1)) + EDGE,
      ),
      lanes: [],
      frames,
      nodes,
      edges,
      recipients: [],
      cuts: [],
    },
    -left,
    -top,
  );
}

/** In the middle of the edge; where a header covers that, soon after its beginning. */
function labelAt(
  box: LabelBox,
  points: Routed['points'],
  middle: { readonly x: number; readonly y: number },
  early: boolean,
): EdgeLabel {
  const [start, next] = points;
  const at =
    early && start && next
      ? { x: (start.x + next.x) / 2, y: start.y + 8 + box.height / 2 }
      : middle;
  return box.at(at.x, at.y - box.height / 2, 'middle');
}

/** As wide as its longest line, or as what a line may be. */
function nodeWidth({ label }: GraphNode): number {
  const natural = widestLine(label.split('\n'), TEXT) + 40;
  return Math.ceil(Math.min(WIDEST_NODE, Math.max(NARROWEST_NODE, natural)));
}

/** How many frames around `to` are not around `from`; a frame itself is entered at its header. */
function framesEntered(from: string, to: string, groups: readonly GraphGroup[]): number {
  const around = (id: string): string[] => {
    const above = groupOf(id, groups);
    return above === undefined ? [] : [above, ...around(above)];
  };
  const outside = new Set([from, ...around(from)]);
  return around(to).filter((group) => !outside.has(group)).length;
}

function headerOf(group: string): string {
  return `header of ${group}`;
}

function groupOf(id: string, groups: readonly GraphGroup[]): string | undefined {
  return groups.find(({ members }) => members.includes(id))?.id;
}

function inside(id: string, groups: readonly GraphGroup[]): string {
  const first = groups.find((group) => group.id === id)?.members[0];
  return first === undefined ? id : inside(first, groups);
}

/** Frames around what they hold, innermost first so that the outer ones go around them. */
function framesOf(
  chart: Chart,
  nodes: readonly DrawnNode[],
  options: { strip: number },
  roomFor: (group: string) => Placed | undefined,
): DrawnFrame[] {
  const { groups } = chart.graph;
  const frames = new Map<string, DrawnFrame>();
  const build = (group: GraphGroup): DrawnFrame | undefined => {
    const known = frames.get(group.id);
    if (known) return known;
    const inner = group.members.flatMap((member): Placed[] => {
      const below = groups.find(({ id }) => id === member);
      const found = below ? build(below) : nodes.find(({ id }) => id === member);
      return found ? [found] : [];
    });
    if (inner.length === 0) return undefined;
    const room = roomFor(group.id);
    const lefts = inner.map((box) => box.x - 12);
    const rights = inner.map((box) => box.x + box.width + 12);
    const x = Math.min(...lefts, ...(room ? [room.x - room.width / 2] : []));
    const right = Math.max(...rights, ...(room ? [room.x + room.width / 2] : []));
    const header = headerBox(group, chart, right - x, options);
    const y = room
      ? room.y - room.height / 2
      : Math.min(...inner.map((box) => box.y)) - HEADER_GAP - header.height;
    const bottom = Math.max(...inner.map((box) => box.y + box.height)) + 12;
    const frame: DrawnFrame = {
      id: group.id,
      x,
      y,
      width: right - x,
      height: bottom - y,
      header: header.at(x, y),
      frame: groupOf(group.id, groups),
    };
    frames.set(group.id, frame);
    return frame;
  };
  groups.forEach(build);
  return [...frames.values()];
}

function edgeEnds(edges: readonly DrawnEdge[], axis: 0 | 1): number[] {
  return edges.flatMap(({ points }) => points.map((point) => point[axis]));
}

function moved(drawing: Drawing, dx: number, dy: number): Drawing {
  if (dx === 0 && dy === 0) return drawing;
  const block = <T extends { readonly x: number; readonly y: number }>(item: T): T => ({
    ...item,
    x: item.x + dx,
    y: item.y + dy,
  });
  const node = (item: DrawnNode): DrawnNode => ({
    ...block(item),
    text: block(item.text),
    notes: item.notes.map((note) => ({ ...note, text: block(note.text) })),
  });
  return {
    ...drawing,
    width: drawing.width + dx,
    height: drawing.height + dy,
    nodes: drawing.nodes.map(node),
    frames: drawing.frames.map((frame) => ({ ...block(frame), header: node(frame.header) })),
    edges: drawing.edges.map((edge) => ({
      ...edge,
      points: edge.points.map(([x, y]): Point => [x + dx, y + dy]),
      label: edge.label && { ...block(edge.label), text: block(edge.label.text) },
    })),
  };
}
