// A folder of tests/fixtures/chart → its procedure, and a drawing in words that a person can read and compare.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Drawing, DrawnNode, TextBlock } from '../../../src/chart/drawing.ts';
import { num } from '../../../src/chart/ink.ts';
import type { Procedure } from '../../../src/model/library.ts';
import { Actor } from '../../../src/model/office.ts';
import { ProcedureData } from '../../../src/model/procedure.ts';

const folder = path.resolve(import.meta.dirname, '../../fixtures/chart');
const Case = z.strictObject({ procedure: ProcedureData, actors: z.array(Actor) });

export interface ChartCase {
  readonly name: string;
  readonly procedure: Procedure;
  readonly office: { readonly actors: Actor[] };
  /** The text of `expected.<kind>`, or undefined where the case has none. */
  readonly expected: (kind: string) => string | undefined;
}

export function chartCases(): ChartCase[] {
  return readdirSync(folder).toSorted().map(chartCase);
}

export function chartCase(name: string): ChartCase {
  const { procedure, actors } = Case.parse(
    parse(readFileSync(path.join(folder, name, 'input.yaml'), 'utf8')),
  );
  return {
    name,
    procedure: { ...procedure, id: name, manual: 'cases', ref: `cases/${name}` },
    office: { actors },
    expected(kind) {
      const file = `expected.${kind}`;
      return readdirSync(path.join(folder, name)).includes(file)
        ? readFileSync(path.join(folder, name, file), 'utf8')
        : undefined;
    },
  };
}

/** A procedure of plain steps with these texts. */
export function procedureOf(texts: readonly string[], more: Partial<Procedure> = {}): Procedure {
  const data = ProcedureData.parse({
    title: 'งานทดสอบ',
    audience: 'staff',
    numbering: '1.',
    steps: texts.map((text, i) => ({ id: `s${String(i + 1)}`, text })),
  });
  return { ...data, id: 'test', manual: 'cases', ref: 'cases/test', ...more };
}

/** One line a thing: lanes, nodes with their lines, frames, edges with their corners, marks of recipients. */
export function drawingInWords({ width, height, ...drawing }: Drawing): string {
  return [
    `${drawing.layout} ${num(width)} × ${num(height)}: ${drawing.title} (${drawing.description})`,
    ...drawing.lanes.map(
      (lane) => `lane ${place(lane)}${lane.unnamed ? ' unnamed' : ''}: ${inLines(lane.title)}`,
    ),
    ...drawing.frames.map(
      (frame) => `frame ${frame.id} ${place(frame)}, header ${inWords(frame.header)}`,
    ),
    ...drawing.nodes.map(
      (node) => `${node.id} ${inWords(node)}${node.frame ? ` in ${node.frame}` : ''}`,
    ),
    ...drawing.edges.map(({ from, to, points, arrow, inferred, label }) =>
      [
        `${from} → ${to}${arrow ? '' : ' without head'}${inferred ? ' inferred' : ''}:`,
        points.map((point) => point.map(num).join(',')).join(' '),
        ...(label ? [`“${inLines(label.text)}” ${place(label)}`] : []),
      ].join(' '),
    ),
    ...drawing.recipients.map(
      (mark) =>
        `${mark.step} to ${mark.actor} ${place(mark)}: ${mark.points.map((point) => point.map(num).join(',')).join(' ')}`,
    ),
    '',
  ].join('\n');
}

function inWords(node: DrawnNode): string {
  const notes = node.notes.map(({ of, text }) => `[${of} ${inLines(text)}]`);
  return `${node.kind} ${place(node)}: ${[node.step?.number, inLines(node.text), ...notes].filter(Boolean).join(' ')}`;
}

function inLines({ lines }: TextBlock): string {
  return lines.map((line) => line.trimEnd()).join(' / ');
}

function place(box: { x: number; y: number; width: number; height: number }): string {
  return `${num(box.x)},${num(box.y)} ${num(box.width)}×${num(box.height)}`;
}
