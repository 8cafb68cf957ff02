// Stage: components. A manual's scores, and what else is open in it → the words for its keeper.
import type { Coverage } from '../model/coverage.ts';
import { flatParts, type Manual } from '../model/library.ts';
import { sourcePath, taskPath } from '../model/paths.ts';
import {
  templateFields,
  type FieldState,
  type ProcedureScore,
  type TemplateField,
} from '../model/template-score.ts';
import type { Correction } from '../source/seed-notes.ts';

/** What to ask the office for each field, and who waits for the answer. */
export const question: Record<TemplateField, string> = {
  purpose: 'งานนี้ทำเพื่ออะไร',
  scope: 'งานนี้ครอบคลุมถึงไหน เริ่มและจบที่ใด',
  definitions: 'คำใดในงานนี้มีความหมายเฉพาะ',
  actors: 'แต่ละขั้นใครทำ เจ้าหน้าที่ใหม่จะได้รู้ว่าขั้นใดเป็นของตน',
  duration: 'ใช้เวลากี่วัน นับจากขั้นใดถึงขั้นใด ผู้ยื่นเรื่องจะได้รู้ว่าต้องรอนานเท่าไร',
  qualityStandard: 'ทำอย่างไรจึงนับว่างานได้มาตรฐาน',
  forms: 'ใช้แบบฟอร์มใด ขอได้ที่ไหน ผู้ใช้จะได้เตรียมเอกสารครบตั้งแต่ครั้งแรก',
  references: 'อ้างระเบียบหรือหนังสือฉบับใด',
  fee: 'มีค่าธรรมเนียมหรือไม่ เท่าไร ถ้าไม่มี ให้บอกว่าไม่มี',
  channel: 'ยื่นเรื่องหรือติดต่อทางใด วันเวลาใด',
  complaintChannel: 'ร้องเรียนได้ทางใด',
};

export function answeredOf(scores: readonly ProcedureScore[]): string {
  const answered = scores.reduce((sum, score) => sum + score.answered, 0);
  const all = scores.reduce((sum, score) => sum + score.fields.length, 0);
  return `${String(answered)} จาก ${String(all)} ช่อง`;
}

/** A procedure's fields by what the source says of them; what is empty is left out. All alike need no list. */
export function fieldGroups({
  fields,
}: ProcedureScore): { label: string; text: string; missing: boolean }[] {
  const words = (state: FieldState): string => {
    const alike = fields.filter((one) => one.state === state);
    if (alike.length === fields.length && state !== 'partly') return 'ทุกช่อง';
    return alike
      .map(({ field, steps }) =>
        state === 'partly' && steps
          ? `${templateFields[field]} ${String(steps.saying)} จาก ${String(steps.all)} ขั้น`
          : templateFields[field],
      )
      .join(' · ');
  };
  return [
    { label: 'ระบุ', text: words('given'), missing: false },
    { label: 'ระบุว่าไม่มี', text: words('none'), missing: false },
    { label: 'ระบุบางขั้น', text: words('partly'), missing: true },
    { label: 'ไม่ระบุ', text: words('not-stated'), missing: true },
  ].filter(({ text }) => text !== '');
}

export interface OpenMatter {
  readonly text: string;
  /** From the site's root. */
  readonly path?: string;
}

/** What else the office can tell: lost drawings and headings, words read without certainty, tasks without steps. */
export function openMatters(
  manual: Manual,
  coverage: Coverage | undefined,
  corrections: readonly Correction[],
): OpenMatter[] {
  const lostCharts = [
    ...manual.procedures.flatMap(({ title, chart }) => (chart ? [title] : [])),
    ...flatParts(manual.parts).flatMap((part) =>
      part.type === 'chapter' && part.chapter.chart ? [part.chapter.title] : [],
    ),
  ];
  const unsure = corrections.filter(
    ({ seed, certainty }) => seed === manual.seed && certainty !== 'certain',
  );
  const withoutSteps =
    coverage?.groups.flatMap(({ tasks }) =>
      tasks.flatMap(({ task, procedures }) => (procedures.length === 0 ? [task] : [])),
    ) ?? [];
  return [
    ...lostCharts.map((title) => ({ text: `ภาพผังงานที่หายไป: ${title}` })),
    ...flatParts(manual.parts).flatMap((part) =>
      part.type === 'section' && part.section.data.kind === 'lost'
        ? [{ text: `${part.section.data.what}ที่หายไป: ${part.section.data.title}` }]
        : [],
    ),
    ...unsure.map(({ line, printed, read }) => ({
      text: `บรรทัด ${String(line)} พิมพ์ว่า “${printed}” อ่านว่า “${read}” แต่ยังไม่แน่ใจ`,
      path: sourcePath(manual.seed, line),
    })),
    ...withoutSteps.map(({ id, number, text }) => ({
      text: `ภารกิจ ${number} ${text} ไม่มีขั้นตอน`,
      path: taskPath(id),
    })),
  ];
}

/** What the keeper writes into the manual's file. */
export const UPKEEP_LINES = [
  'upkeep:',
  '  owner: ตำแหน่งหรือกลุ่มงานที่ดูแล',
  '  reviewed: "2026-06-01"',
  '  everyMonths: 12',
].join('\n');

export function everyWords(months: number): string {
  return months % 12 === 0
    ? `ทุก ${months === 12 ? 'ปี' : `${String(months / 12)} ปี`}`
    : `ทุก ${String(months)} เดือน`;
}
