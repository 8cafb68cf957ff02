// Stage: chart. Procedure and its office's actors → the graph of its steps, and what each node stands for.
import type { Office, Procedure } from '../model/library.ts';
import type { Branch, Step, StepKind, Substep } from '../model/procedure.ts';
import { stepNumbers } from '../model/step-numbers.ts';
import { cleanText } from './escape.ts';
import type { Graph, GraphEdge, GraphGroup, GraphNode, Shape } from './graph.ts';

export interface Role {
  /** As in the office's file. */
  readonly id: string;
  readonly title: string;
}

/** What a node stands for, in parts; the node's label joins them. */
export interface StepFacts {
  readonly step: string;
  readonly number: string;
  readonly text: string;
  readonly kind: StepKind;
  readonly actor: Role | undefined;
  /** Whom the step goes to. */
  readonly to: readonly Role[];
}

export interface ProcedureGraph {
  readonly graph: Graph;
  /** By node or group id. */
  readonly facts: ReadonlyMap<string, StepFacts>;
}

export const START = 'start';
/** `end` is a word of Mermaid. */
export const FINISH = 'finish';

const SHAPES: Readonly<Record<StepKind, Shape>> = {
  action: 'square',
  decision: 'diamond',
  document: 'doc',
  approval: 'subroutine',
  submit: 'lean_right',
};

/** Node ids are never words of Mermaid, whatever the step's id is. */
export const nodeId = (step: string): string => `step-${step}`;

/** Steps are nodes, a step with substeps is a group, ways on are edges; only an editor's are dotted. */
export function procedureGraph(
  procedure: Procedure,
  office: Pick<Office, 'actors'>,
): ProcedureGraph {
  const numbers = stepNumbers(procedure);
  const role = (id: string): Role => ({
    id,
    title: cleanText(office.actors.find((actor) => actor.id === id)?.title ?? id),
  });
  const factsOf = (step: Step | Substep): StepFacts => ({
    step: step.id,
    number: cleanText(numbers.get(step.id) ?? ''),
    text: cleanText(step.text),
    kind: step.kind ?? 'action',
    actor: step.actor === undefined ? undefined : role(step.actor),
    to: (step.to ?? []).map(role),
  });

  const facts = new Map<string, StepFacts>();
  const nodes: GraphNode[] = [pill(START, 'เริ่มต้น')];
  const groups: GraphGroup[] = [];
  for (const step of procedure.steps) {
    const own = factsOf(step);
    facts.set(nodeId(step.id), own);
    if (!step.substeps) {
      nodes.push(nodeOf(own));
      continue;
    }
    groups.push({
      id: nodeId(step.id),
      label: labelOf(own),
      classes: classesOf(own),
      members: step.substeps.map(({ id }) => nodeId(id)),
    });
    for (const substep of step.substeps) {
      const inner = factsOf(substep);
      facts.set(nodeId(substep.id), inner);
      nodes.push(nodeOf(inner));
    }
  }
  nodes.push(pill(FINISH, 'สิ้นสุด'));
  return {
    graph: {
      direction: 'TB',
      title: cleanText(`ผังงาน ${procedure.title}`),
      description: describe(procedure),
      nodes,
      edges: edgesOf(procedure.steps),
      groups,
    },
    facts,
  };
}

function pill(id: string, label: string): GraphNode {
  return { id, shape: 'stadium', label, classes: [] };
}

function nodeOf(facts: StepFacts): GraphNode {
  return {
    id: nodeId(facts.step),
    shape: SHAPES[facts.kind],
    label: labelOf(facts),
    classes: classesOf(facts),
  };
}

function labelOf({ number, text, actor, to }: StepFacts): string {
  return [
    `${number} ${text}`,
    ...(actor ? [`ผู้ปฏิบัติ ${actor.title}`] : []),
    ...to.map(({ title }) => `ถึง ${title}`),
  ].join('\n');
}

function classesOf({ actor, to }: StepFacts): string[] {
  const names = [...(actor ? [`actor-${actor.id}`] : []), ...to.map(({ id }) => `to-${id}`)];
  return [...new Set(names)].sort();
}

function describe({ steps }: Procedure): string {
  const inner = steps.reduce((sum, { substeps }) => sum + (substeps?.length ?? 0), 0);
  const substeps = inner === 0 ? '' : ` ขั้นตอนย่อย ${String(inner)} ขั้น`;
  return `${String(steps.length)} ขั้น${substeps}`;
}

function edgesOf(steps: readonly Step[]): GraphEdge[] {
  const first = steps[0];
  const edges: GraphEdge[] = first ? [edge(START, nodeId(first.id))] : [];
  steps.forEach((step, i) => {
    const following = steps[i + 1];
    const next = following ? nodeId(following.id) : FINISH;
    const substeps = step.substeps ?? [];
    substeps.forEach((substep, j) => {
      const after = substeps[j + 1];
      // The last substep goes on where its step does; where the step has ways of its own, those are drawn from it.
      const on = after ? nodeId(after.id) : goesOn(step) ? next : undefined;
      edges.push(...waysFrom(substep, on));
    });
    edges.push(...waysFrom(step, substeps.length > 0 ? undefined : next));
  });
  return edges;
}

/** An inferred way stands beside what the source says; it does not replace the step after. */
function goesOn({ next = [] }: Step | Substep): boolean {
  return next.every(({ inferred }) => inferred);
}

function waysFrom(step: Step | Substep, next: string | undefined): GraphEdge[] {
  const from = nodeId(step.id);
  return [
    ...(next !== undefined && goesOn(step) ? [edge(from, next)] : []),
    ...(step.next ?? []).map((branch) => edge(from, targetOf(branch), branch)),
  ];
}

function targetOf({ to }: Branch): string {
  return to === 'end' ? FINISH : nodeId(to);
}

function edge(from: string, to: string, branch?: Branch): GraphEdge {
  return {
    from,
    to,
    label: cleanText(branch?.when ?? ''),
    stroke: branch?.inferred ? 'dotted' : 'normal',
    arrow: true,
  };
}
