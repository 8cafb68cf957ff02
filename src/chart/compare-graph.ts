// Stage: chart. The model's graph and the graph that Mermaid read back → what differs, in words.
import { ChartError } from './chart-error.ts';
import type { Graph, GraphEdge } from './graph.ts';

/** @throws ChartError naming the first differences: then the drawing would say something else than the model. */
export function assertSameGraph(wanted: Graph, read: Graph): void {
  const differences = graphDifferences(wanted, read);
  if (differences.length === 0) return;
  throw new ChartError({
    problem: 'ผังที่ Mermaid อ่านกลับมาไม่ตรงกับขั้นตอน',
    found: differences.slice(0, 3).join(' และ '),
    mend: 'แจ้งผู้พัฒนา: การแปลงขั้นตอนเป็น Mermaid มีข้อผิด',
  });
}

/** One entry a difference; none when both say the same. */
export function graphDifferences(wanted: Graph, read: Graph): string[] {
  return [
    ...value('ทิศทาง', wanted.direction, read.direction),
    ...value('ชื่อผัง', wanted.title, read.title),
    ...value('คำบรรยาย', wanted.description, read.description),
    ...list('ลำดับของขั้น', ids(wanted.nodes), ids(read.nodes)),
    ...byId(wanted.nodes, read.nodes).flatMap(([node, other]) => [
      ...value(`รูปร่างของ ${node.id}`, node.shape, other.shape),
      ...value(`ข้อความของ ${node.id}`, node.label, other.label),
      ...list(`คลาสของ ${node.id}`, node.classes, other.classes),
      ...value(`ลิงก์ของ ${node.id}`, node.href ?? '', other.href ?? ''),
    ]),
    ...list('กรอบ', ids(wanted.groups).toSorted(), ids(read.groups).toSorted()),
    ...byId(wanted.groups, read.groups).flatMap(([group, other]) => [
      ...value(`ข้อความของกรอบ ${group.id}`, group.label, other.label),
      ...list(`คลาสของกรอบ ${group.id}`, group.classes, other.classes),
      ...list(`ขั้นในกรอบ ${group.id}`, group.members, other.members),
    ]),
    ...list('ลูกศร', wanted.edges.map(edgeText), read.edges.map(edgeText)),
  ];
}

function ids(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id);
}

function byId<T extends { readonly id: string }>(
  wanted: readonly T[],
  read: readonly T[],
): [T, T][] {
  const others = new Map(read.map((item) => [item.id, item]));
  return wanted.flatMap((item): [T, T][] => {
    const other = others.get(item.id);
    return other ? [[item, other]] : [];
  });
}

function edgeText({ from, to, label, stroke, arrow }: GraphEdge): string {
  return `${from} → ${to} (${[stroke, arrow ? 'arrow' : 'open', label].join(', ')})`;
}

function value(what: string, wanted: string, read: string): string[] {
  return wanted === read ? [] : [`${what}เป็น “${read}” แต่ควรเป็น “${wanted}”`];
}

function list(what: string, wanted: readonly string[], read: readonly string[]): string[] {
  const length = Math.max(wanted.length, read.length);
  for (let i = 0; i < length; i += 1) {
    if (wanted[i] !== read[i])
      return [`${what} อันดับ ${String(i + 1)} เป็น “${read[i] ?? ''}” แต่ควรเป็น “${wanted[i] ?? ''}”`];
  }
  return [];
}
