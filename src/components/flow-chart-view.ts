// Stage: components. A procedure and its chart → what stands around the drawing: its files and its legend.
import type { ProcedureChart } from '../chart/draw-procedure.ts';
import type { Manual, Part, Procedure } from '../model/library.ts';
import { procedurePath } from '../model/paths.ts';
import type { StepKind } from '../model/procedure.ts';
import { href } from './href.ts';

export interface FlowChartView {
  /** Addresses of the chart as files. */
  readonly mermaid: string;
  readonly svg: string;
  /** What the drawing's marks mean: SVG in a box of 26 × 20, and words. */
  readonly marks: readonly { readonly mark: string; readonly label: string }[];
  readonly remarks: readonly string[];
}

const SHAPES: Partial<Record<StepKind, { mark: string; label: string }>> = {
  decision: shape('M6 2H20L25 10L20 18H6L1 10z', '', 'ตัดสินใจ'),
  document: shape('M1 2H19L25 8V18H1z', 'M19 2V8H25', 'จัดทำเอกสาร'),
  submit: shape('M1 2H19L25 10L19 18H1z', '', 'เสนอหรือยื่น'),
  approval: shape('M1 2H25V18H1z', 'M21.5 5V15', 'อนุมัติหรือลงนาม'),
};

export function flowChartView(
  procedure: Procedure,
  manual: Manual,
  chart: ProcedureChart,
): FlowChartView {
  const file = href(procedurePath(procedure.ref).replace(/\/$/, ''));
  const isLost = procedure.chart !== undefined || chapterHasChart(procedure.id, manual.parts);
  return {
    mermaid: `${file}.mmd`,
    svg: `${file}.svg`,
    marks: chart.kinds.flatMap((kind) => SHAPES[kind] ?? []),
    remarks: [
      ...(chart.hasRecipients ? ['“ถึง” บอกว่าขั้นนี้ส่งไปถึงใคร ไม่ใช่ผู้ทำขั้นนี้'] : []),
      ...(chart.hasUnnamed ? ['ขั้นที่ไม่มีชื่อผู้ปฏิบัติ คือขั้นที่ต้นฉบับไม่ระบุ'] : []),
      ...(isLost ? ['ผังนี้วาดจากขั้นตอน ผังเดิมในต้นฉบับหายไป'] : []),
    ],
  };
}

function shape(outline: string, inner: string, label: string): { mark: string; label: string } {
  const line = inner === '' ? '' : `<path class="fc-seal" d="${inner}"/>`;
  return { mark: `<path class="fc-box" d="${outline}"/>${line}`, label };
}

function chapterHasChart(id: string, parts: readonly Part[], above = false): boolean {
  return parts.some((part) =>
    part.type === 'chapter'
      ? chapterHasChart(id, part.parts, part.chapter.chart !== undefined)
      : above && part.type === 'procedure' && part.id === id,
  );
}
