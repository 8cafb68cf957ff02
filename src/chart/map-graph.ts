// Stage: chart. A manual, an order or a list of strategies → the graph of what hangs together in it.
import type { Basis } from '../model/basis.ts';
import type { Library, Manual, Order, Procedure, Task } from '../model/library.ts';
import { bareMark, markAt } from '../model/mark.ts';
import { itemPath, manualPath, partPath, procedurePath } from '../model/paths.ts';
import type { SectionOf, Strategy } from '../model/section.ts';
import { cleanText } from './escape.ts';
import type { Graph, GraphEdge, GraphNode } from './graph.ts';

/** A path from the site's root → the address that a node carries. */
export type Address = (path: string) => string;

type Item = Omit<GraphNode, 'classes' | 'label'> & { readonly label: string };

/** Nodes and links as they are found; a link that the source does not state is dotted. */
class MapBuilder {
  readonly #nodes = new Map<string, GraphNode>();
  readonly #edges: GraphEdge[] = [];

  add({ id, shape, label, href }: Item): string {
    this.#nodes.set(id, {
      id,
      shape,
      label: cleanText(label),
      classes: [],
      ...(href === undefined ? {} : { href }),
    });
    return id;
  }

  link(from: string, to: string, basis: Basis = 'stated'): void {
    if (this.#edges.some((edge) => edge.from === from && edge.to === to)) return;
    const stroke = basis === 'stated' ? 'normal' : 'dotted';
    this.#edges.push({ from, to, label: '', stroke, arrow: true });
  }

  graph(title: string): Graph {
    const nodes = [...this.#nodes.values()];
    return {
      direction: 'LR',
      title: cleanText(title),
      description: `${String(nodes.length)} รายการ ทุกรายการพาไปยังหน้าของรายการนั้น`,
      nodes,
      edges: this.#edges,
      groups: [],
    };
  }
}

/** unit → tasks → procedures; undefined where there is nothing to connect. */
export function manualGraph(manual: Manual, address: Address): Graph | undefined {
  if (manual.tasks.length + manual.procedures.length < 2) return undefined;
  const map = new MapBuilder();
  const root = map.add({
    id: 'manual',
    shape: 'stadium',
    label: manual.unit?.name ?? manual.title.text,
    href: address(manualPath(manual.id)),
  });
  const byTask = new Map<string, Procedure[]>();
  for (const procedure of manual.procedures) {
    const ref = procedure.task?.ref;
    if (ref !== undefined) byTask.set(ref, [...(byTask.get(ref) ?? []), procedure]);
  }
  const known = new Set<string>();
  const addProcedure = (above: string, procedure: Procedure, basis: Basis | undefined): void => {
    map.link(above, map.add(procedureNode(procedure, address)), basis);
    known.add(procedure.ref);
  };
  const addTask = (above: string, task: Task): void => {
    const own = map.add({
      id: `task-${task.id}`,
      shape: 'square',
      label: [task.number, task.text].join(' '),
      href: address(itemPath(task.manual, task.id)),
    });
    map.link(above, own);
    for (const inner of task.tasks) addTask(own, inner);
    for (const procedure of byTask.get(task.ref) ?? [])
      addProcedure(own, procedure, procedure.task?.basis);
  };
  for (const task of manual.tasks) addTask(root, task);
  // The source prints them in the manual without saying to which task they belong.
  for (const procedure of manual.procedures)
    if (!known.has(procedure.ref)) addProcedure(root, procedure, 'stated');
  return map.graph(`ผังคู่มือ ${manual.title.text}`);
}

/** Orders that it ends ← the order → people → duties → procedures. */
export function orderGraph(order: Order, library: Library, address: Address): Graph {
  const map = new MapBuilder();
  const root = map.add({
    id: 'order',
    shape: 'stadium',
    label: `คำสั่งที่ ${order.number}`,
    href: address(`/orders/${order.id}/`),
  });
  order.replaces.forEach((replaced, i) => {
    const text = library.orders.find(({ number }) => number === replaced.number);
    map.link(
      root,
      map.add({
        id: `replaced-${String(i + 1)}`,
        shape: 'round',
        label: `ยกเลิกคำสั่งที่ ${replaced.number}`,
        href: address(`/orders/${text?.id ?? order.id}/`),
      }),
    );
  });
  for (const { person, name, duties } of order.assignments) {
    const who = map.add({
      id: `person-${person}`,
      shape: 'square',
      label: name,
      href: address(`/people/${person}/`),
    });
    map.link(root, who);
    for (const duty of duties) {
      const own = map.add({
        id: `duty-${duty.id}`,
        shape: 'square',
        label: duty.text,
        href: address(itemPath(order.manual, duty.id)),
      });
      map.link(who, own);
      for (const { ref, basis } of duty.procedures)
        map.link(own, map.add(procedureNode(library.procedure(ref), address)), basis);
    }
  }
  return map.graph(`ผังคำสั่งที่ ${order.number}`);
}

/** A list of strategies → what the source nests under each: goals and ways, as far as it has them. */
export function strategyGraph(
  data: SectionOf<'strategies'>,
  place: { readonly manual: string; readonly part: string },
  address: Address,
): Graph {
  const map = new MapBuilder();
  const root = map.add({
    id: 'strategies',
    shape: 'stadium',
    label: data.title,
    href: address(partPath(place.manual, place.part)),
  });
  data.strategies.forEach((strategy, i) => {
    const own = map.add({
      id: `strategy-${strategy.id}`,
      shape: 'square',
      label: `${bareMark(markAt(data.numbering, i))} ${strategy.text}`,
      href: address(itemPath(place.manual, strategy.id)),
    });
    map.link(root, own);
    for (const { kind, heading, items } of listsOf(strategy)) {
      const first = items[0];
      if (!first) continue;
      const list = map.add({
        id: `${kind}-${strategy.id}`,
        shape: 'round',
        label: `${heading} ${String(items.length)} ข้อ`,
        href: address(itemPath(place.manual, first.id)),
      });
      map.link(own, list);
    }
  });
  return map.graph(`ผังยุทธศาสตร์ ${data.title}`);
}

function listsOf({ goals, goalsHeading, ways, waysHeading }: Strategy): {
  kind: string;
  heading: string;
  items: readonly { readonly id: string }[];
}[] {
  return [
    { kind: 'goals', heading: goalsHeading ?? 'เป้าหมาย', items: goals?.items ?? [] },
    { kind: 'ways', heading: waysHeading ?? 'แนวทาง', items: ways?.items ?? [] },
  ];
}

function procedureNode(procedure: Procedure, address: Address): Item {
  return {
    id: `procedure-${procedure.manual}-${procedure.id}`,
    shape: 'subroutine',
    label: procedure.title,
    href: address(procedurePath(procedure.ref)),
  };
}
