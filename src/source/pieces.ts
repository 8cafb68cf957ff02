// Stage: source. A manual's content → its pieces of text in the order in which the source prints them.
import type { Content } from '../model/library.ts';
import { markAt } from '../model/mark.ts';
import type { OrderData } from '../model/order.ts';
import type { LostChart, ProcedureData } from '../model/procedure.ts';
import type { SectionData, TaskNode } from '../model/section.ts';
import type { NumberedList } from '../model/text.ts';

/** A piece of content that must stand in the seed. `path` names the field, as in `steps.0.text`. */
export interface Piece {
  /** The part (section, procedure or order id) that holds the piece. */
  readonly part: string;
  readonly path: string;
  readonly text: string;
}

type Part =
  | { readonly type: 'section'; readonly data: SectionData; readonly paragraphs: readonly string[] }
  | { readonly type: 'procedure'; readonly data: ProcedureData }
  | { readonly type: 'order'; readonly data: OrderData };

type Put = (path: string, text: string | undefined) => void;

/**
 * The pieces of a manual in source order, chapters with their parts inside.
 * An unknown manual or part is passed over: the cross-checks report it.
 */
export function manualPieces(manualId: string, content: Content): Piece[] {
  const parts = new Map<string, Part>();
  for (const { id, manual, ...section } of content.sections)
    if (manual === manualId) parts.set(id, { type: 'section', ...section });
  for (const { id, manual, data } of content.procedures)
    if (manual === manualId) parts.set(id, { type: 'procedure', data });
  for (const { id, manual, data } of content.orders)
    if (manual === manualId) parts.set(id, { type: 'order', data });
  const partIds = content.manuals.find(({ id }) => id === manualId)?.data.parts ?? [];

  const pieces: Piece[] = [];
  const visit = (ids: readonly string[], above: ReadonlySet<string>): void => {
    for (const id of ids) {
      const part = parts.get(id);
      if (!part || above.has(id)) continue;
      const put: Put = (path, text) => {
        if (text !== undefined) pieces.push({ part: id, path, text });
      };
      if (part.type === 'procedure') procedurePieces(part.data, put);
      else if (part.type === 'order') orderPieces(part.data, put);
      else if (part.data.kind === 'chapter') {
        const { label, number, title, scope, stepsHeading, parts: inner, chart } = part.data;
        put('label', label);
        put('number', number);
        put('title', title);
        listPieces('scope', scope, put);
        put('stepsHeading', stepsHeading);
        visit(inner, new Set([...above, id]));
        chartPieces(chart, put);
      } else sectionPieces(part.data, part.paragraphs, put);
    }
  };
  visit(partIds, new Set());
  return pieces;
}

function procedurePieces(data: ProcedureData, put: Put): void {
  put('number', data.number);
  put('title', data.title);
  data.description.forEach((text, i) => put(`description.${String(i)}`, text));
  listPieces('scope', data.scope, put);
  put('stepsHeading', data.stepsHeading);
  data.steps.forEach((step, i) => {
    const path = `steps.${String(i)}`;
    put(`${path}.mark`, markAt(data.numbering, i));
    put(`${path}.text`, step.text);
    step.substeps?.forEach((substep, j) => {
      const below = `${path}.substeps.${String(j)}`;
      if (step.numbering) put(`${below}.mark`, markAt(step.numbering, j));
      put(`${below}.text`, substep.text);
    });
  });
  chartPieces(data.chart, put);
}

function chartPieces(chart: LostChart | undefined, put: Put): void {
  put('chart.heading', chart?.heading);
  chart?.captions.forEach((text, i) => put(`chart.captions.${String(i)}`, text));
}

function listPieces(path: string, list: NumberedList | undefined, put: Put): void {
  list?.items.forEach((item, i) => {
    const at = path === '' ? `items.${String(i)}` : `${path}.items.${String(i)}`;
    if (list.numbering) put(`${at}.mark`, markAt(list.numbering, i));
    put(`${at}.text`, item.text);
    item.items?.forEach((sub, j) => {
      const below = `${at}.items.${String(j)}`;
      if (item.numbering) put(`${below}.mark`, markAt(item.numbering, j));
      put(`${below}.text`, sub.text);
    });
  });
}

function orderPieces(data: OrderData, put: Put): void {
  put('heading', data.heading);
  put('numberLine', data.numberLine);
  put('subjectLine', data.subjectLine);
  data.paragraphs.forEach((text, i) => put(`paragraphs.${String(i)}`, text));
  data.signature.forEach((text, i) => put(`signature.${String(i)}`, text));
  data.annex.forEach((text, i) => put(`annex.${String(i)}`, text));
  data.columns.forEach((text, i) => put(`columns.${String(i)}`, text));
  data.assignments.forEach((assignment, i) => {
    const path = `assignments.${String(i)}`;
    put(`${path}.name`, assignment.name);
    put(`${path}.post`, assignment.post);
    assignment.duties.forEach((duty, j) => {
      put(`${path}.duties.${String(j)}.mark`, markAt(assignment.numbering, j));
      put(`${path}.duties.${String(j)}.text`, duty.text);
    });
  });
}

function sectionPieces(
  data: Exclude<SectionData, { kind: 'chapter' }>,
  paragraphs: readonly string[],
  put: Put,
): void {
  if (data.kind === 'cover') {
    data.lines.forEach((text, i) => put(`lines.${String(i)}`, text));
    return;
  }
  put('title', data.title);
  switch (data.kind) {
    case 'prose':
      paragraphs.forEach((text, i) => put(`body.${String(i)}`, text));
      break;
    case 'contents':
      data.entries.forEach((entry, i) => put(`entries.${String(i)}.text`, entry.text));
      break;
    case 'statement':
      data.text.forEach((text, i) => put(`text.${String(i)}`, text));
      break;
    case 'list':
      data.before.forEach((text, i) => put(`before.${String(i)}`, text));
      listPieces('', data, put);
      data.after.forEach((text, i) => put(`after.${String(i)}`, text));
      break;
    case 'tasks':
      data.groups.forEach((group, i) =>
        taskPieces(group, `groups.${String(i)}`, markAt(data.numbering, i), put),
      );
      break;
    case 'strategies':
      data.strategies.forEach((strategy, i) => {
        const path = `strategies.${String(i)}`;
        put(`${path}.mark`, markAt(data.numbering, i));
        put(`${path}.text`, strategy.text);
        put(`${path}.goalsHeading`, strategy.goalsHeading);
        listPieces(`${path}.goals`, strategy.goals, put);
        put(`${path}.waysHeading`, strategy.waysHeading);
        listPieces(`${path}.ways`, strategy.ways, put);
      });
      break;
    case 'lost':
      data.lines.forEach((text, i) => put(`lines.${String(i)}`, text));
  }
}

function taskPieces(group: TaskNode, path: string, mark: string, put: Put): void {
  put(`${path}.mark`, mark);
  put(`${path}.text`, group.text);
  group.tasks?.forEach((task, j) => {
    const below = `${path}.tasks.${String(j)}`;
    if (group.numbering) put(`${below}.mark`, markAt(group.numbering, j));
    put(`${below}.text`, task.text);
  });
}
