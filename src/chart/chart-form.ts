// Stage: chart. A graph of ours → nothing, if Mermaid reads the source of a chart of this form as it was meant.
import { cached } from './chart-cache.ts';
import { assertSameGraph } from './compare-graph.ts';
import type { Graph } from './graph.ts';
import { mermaidSource } from './mermaid-source.ts';
import { parseMermaid } from './parse-mermaid.ts';

/**
 * Mermaid reads every form once. Which words a label has makes no difference: it stands between quotes, each sign that
 * means something to Mermaid as a code (escape.ts); nor which letters an id has, whose beginning is no word of Mermaid. Charts
 * in all their words are read by the tests (tests/unit/chart/); to read each here would be a third of all drawing.
 *
 * @throws ChartError when Mermaid refuses the source or reads it otherwise
 */
export async function assertReadable(graph: Graph): Promise<void> {
  const form = formOf(graph);
  const source = mermaidSource(form);
  await cached('form', source, async () => {
    assertSameGraph(form, await parseMermaid(source));
    return true;
  });
}

/** The same graph with one word in the place of every text, and ids and classes numbered in the order of their first use. */
export function formOf(graph: Graph): Graph {
  const numbered = (prefix: string): ((name: string) => string) => {
    const numbers = new Map<string, number>();
    return (name) => {
      const number = numbers.get(name) ?? numbers.size + 1;
      numbers.set(name, number);
      return `${prefix}-${String(number)}`;
    };
  };
  const id = numbered('step');
  const classed = numbered('actor');
  const classes = (names: readonly string[]): string[] => names.map(classed).toSorted();
  return {
    direction: graph.direction,
    title: wordFor(graph.title),
    description: wordFor(graph.description),
    nodes: graph.nodes.map((node) => ({
      id: id(node.id),
      shape: node.shape,
      label: wordFor(node.label),
      classes: classes(node.classes),
      ...(node.href === undefined ? {} : { href: '/' }),
    })),
    groups: graph.groups.map((group) => ({
      id: id(group.id),
      label: wordFor(group.label),
      classes: classes(group.classes),
      members: group.members.map(id),
    })),
    edges: graph.edges.map((edge) => ({
      from: id(edge.from),
      to: id(edge.to),
      label: wordFor(edge.label),
      stroke: edge.stroke,
      arrow: edge.arrow,
    })),
  };
}

function wordFor(text: string): string {
  return text === '' ? '' : 'คำ';
}
