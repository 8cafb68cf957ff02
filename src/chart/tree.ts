// Stage: chart. A graph that is a tree, or nearly one → a row a node for a phone, a column a level for a wide page.
import { boxOf, type Box, type Chart } from './box.ts';
import type { DrawnEdge, DrawnNode, Drawing } from './drawing.ts';
import type { GraphNode } from './graph.ts';

const EDGE = 2;

/** As the spine: fits a phone of 360 px at full size. */
const NARROW = 320;
const INDENT = 22;
const ROW_GAP = 10;
/** From a box's left to the line that leads to what is below it. */
const TRUNK = 9;

/** Beside the margins of a page of 1440 px. */
const WIDE = 1180;
const WIDEST_NODE = 330;
const COLUMN_GAP = 44;
const LEAF_GAP = 12;

interface Branch {
  readonly node: GraphNode;
  /** The way to it is not stated in the source. */
  readonly inferred: boolean;
  readonly below: readonly Branch[];
}

/** Rows, what is below a node indented. A node with two parents stands below each. */
export function narrowTree(chart: Chart): Drawing {
  const nodes: DrawnNode[] = [];
  const edges: DrawnEdge[] = [];
  let y = EDGE;
  const place = ({ node, inferred, below }: Branch, depth: number, above?: DrawnNode): void => {
    const x = EDGE + depth * INDENT;
    const box = boxOf(asRow(node), chart, NARROW - EDGE - x, {
      strip: 0,
      anchor: 'start',
    });
    const drawn = box.at(x, y);
    nodes.push(drawn);
    y += box.height + ROW_GAP;
    if (above) {
      const middle = drawn.y + drawn.height / 2;
      const trunk = above.x + TRUNK;
      edges.push({
        from: above.id,
        to: node.id,
        points: [
          [trunk, above.y + above.height],
          [trunk, middle],
          [x, middle],
        ],
        arrow: false,
        inferred,
      });
    }
    for (const branch of below) place(branch, depth + 1, drawn);
  };
  for (const root of branchesOf(chart)) place(root, 0);
  return drawingOf(chart, 'spine', NARROW, Math.ceil(y - ROW_GAP + EDGE), nodes, edges);
}

/** Columns from left to right, a node in the middle of what is below it. */
export function wideTree(chart: Chart): Drawing {
  const roots = branchesOf(chart);
  const levels = Math.max(...roots.map(levelsOf));
  const width = Math.floor(
    Math.min(WIDEST_NODE, (WIDE - 2 * EDGE - COLUMN_GAP * (levels - 1)) / levels),
  );
  const nodes: DrawnNode[] = [];
  const edges: DrawnEdge[] = [];
  let y = EDGE;
  /** Returns the node's place; what is below it is placed first and counted after it. */
  const place = ({ node, below }: Branch, level: number): DrawnNode => {
    const box: Box = boxOf(asRow(node), chart, width, {
      strip: 0,
      anchor: 'start',
    });
    const x = EDGE + level * (width + COLUMN_GAP);
    const top = y;
    const at = nodes.length;
    const children = below.map((branch) => ({ branch, drawn: place(branch, level + 1) }));
    const [first, last] = [children.at(0)?.drawn, children.at(-1)?.drawn];
    const middle = first && last ? (centre(first) + centre(last)) / 2 : top + box.height / 2;
    const drawn = box.at(x, Math.max(top, Math.round(middle - box.height / 2)));
    nodes.splice(at, 0, drawn);
    y = Math.max(y, drawn.y + drawn.height + LEAF_GAP);
    for (const { branch, drawn: child } of children) {
      const turn = x + width + COLUMN_GAP / 2;
      edges.push({
        from: node.id,
        to: branch.node.id,
        points: [
          [x + width, centre(drawn)],
          [turn, centre(drawn)],
          [turn, centre(child)],
          [child.x, centre(child)],
        ],
        arrow: true,
        inferred: branch.inferred,
      });
    }
    return drawn;
  };
  for (const root of roots) place(root, 0);
  const total = levels * width + (levels - 1) * COLUMN_GAP + 2 * EDGE;
  return drawingOf(chart, 'map', total, Math.ceil(y - LEAF_GAP + EDGE), nodes, edges);
}

/** What begins nowhere first; what lies on a circle begins where the source names it. */
function branchesOf({ graph }: Chart): Branch[] {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const entered = new Set(graph.edges.map(({ to }) => to));
  const seen = new Set<string>();
  const grow = (node: GraphNode, inferred: boolean): Branch => {
    // A second parent shows the node again, but not what is below it.
    if (seen.has(node.id)) return { node, inferred, below: [] };
    seen.add(node.id);
    const below = graph.edges.flatMap((edge) => {
      const next = edge.from === node.id ? byId.get(edge.to) : undefined;
      return next ? [grow(next, edge.stroke === 'dotted')] : [];
    });
    return { node, inferred, below };
  };
  const roots = graph.nodes.filter(({ id }) => !entered.has(id)).map((node) => grow(node, false));
  const rest = graph.nodes.flatMap((node) => (seen.has(node.id) ? [] : [grow(node, false)]));
  return [...roots, ...rest];
}

/** A pill would be as wide as its words. */
function asRow(node: GraphNode): GraphNode {
  return node.shape === 'stadium' ? { ...node, shape: 'square' } : node;
}

function levelsOf({ below }: Branch): number {
  return 1 + Math.max(0, ...below.map(levelsOf));
}

function centre({ y, height }: DrawnNode): number {
  return y + height / 2;
}

function drawingOf(
  { graph }: Chart,
  layout: Drawing['layout'],
  width: number,
  height: number,
  nodes: readonly DrawnNode[],
  edges: readonly DrawnEdge[],
): Drawing {
  return {
    layout,
    title: graph.title,
    description: graph.description,
    width,
    height,
    lanes: [],
    frames: [],
    nodes,
    edges,
    recipients: [],
    cuts: [],
  };
}
