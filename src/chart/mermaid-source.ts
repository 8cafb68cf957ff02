// Stage: chart. Graph → Mermaid `flowchart` source. Same graph, same bytes.
import { mermaidText } from './escape.ts';
import type { Graph, GraphEdge, GraphGroup, GraphNode } from './graph.ts';

/** The brackets around a label that give a node its shape. */
const BRACKETS: Readonly<Record<string, readonly [string, string]>> = {
  square: ['["', '"]'],
  round: ['("', '")'],
  stadium: ['(["', '"])'],
  subroutine: ['[["', '"]]'],
  diamond: ['{"', '"}'],
  lean_right: ['[/"', '"/]'],
};

/**
 * Nodes first, groups around theirs, then edges, classes and links, so that Mermaid's database keeps the order.
 *
 * @throws Error when a shape has no source form here.
 */
export function mermaidSource(graph: Graph): string {
  const groupOf = new Map(
    graph.groups.flatMap((group) => group.members.map((member) => [member, group] as const)),
  );
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const groups = new Map(graph.groups.map((group) => [group.id, group]));
  const written = new Set<string>();

  const item = (id: string, indent: string): string[] => {
    const group = groups.get(id);
    if (group) return groupLines(group, indent);
    const node = nodes.get(id);
    return node ? [indent + nodeLine(node)] : [];
  };
  const groupLines = (group: GraphGroup, indent: string): string[] => {
    if (written.has(group.id)) return [];
    written.add(group.id);
    return [
      `${indent}subgraph ${group.id}["${mermaidText(group.label)}"]`,
      ...group.members.flatMap((member) => item(member, `${indent}  `)),
      `${indent}end`,
    ];
  };
  /** The group that holds a node and is itself in none. */
  const outermost = (id: string): string => {
    const above = groupOf.get(id);
    return above ? outermost(above.id) : id;
  };

  const classed = [...graph.nodes, ...graph.groups].flatMap(({ id, classes }) =>
    classes.map((name) => `  class ${id} ${name}`),
  );
  const links = graph.nodes.flatMap(({ id, href }) =>
    href === undefined ? [] : [`  click ${id} href "${href}"`],
  );
  return `${[
    `flowchart ${graph.direction === 'TB' ? 'TD' : graph.direction}`,
    `  accTitle: ${mermaidText(graph.title)}`,
    `  accDescr: ${mermaidText(graph.description)}`,
    ...graph.nodes.flatMap(({ id }) => item(outermost(id), '  ')),
    ...graph.edges.map((edge) => `  ${edgeLine(edge)}`),
    ...classed,
    ...links,
  ].join('\n')}\n`;
}

function nodeLine({ id, shape, label }: GraphNode): string {
  const text = mermaidText(label);
  // Shapes without brackets of their own.
  if (shape === 'doc') return `${id}@{ shape: doc, label: "${text}" }`;
  const [open, close] = BRACKETS[shape] ?? [];
  if (open === undefined || close === undefined)
    throw new Error(`no Mermaid source for the shape "${shape}"`);
  return id + open + text + close;
}

function edgeLine({ from, to, label, stroke, arrow }: GraphEdge): string {
  const line = { normal: '--', dotted: '-.-', thick: '==' }[stroke];
  const head = arrow ? '>' : { normal: '-', dotted: '', thick: '=' }[stroke];
  return `${from} ${line}${head}${label === '' ? '' : `|"${mermaidText(label)}"|`} ${to}`;
}
