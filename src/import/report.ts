// Stage: import. A draft's findings → the report that its author works through.
import { formatFinding, type Finding } from './finding.ts';
import type { Draft } from './draft.ts';

export function countLine({ counts }: Draft): string {
  const { parts, procedures, steps, tasks, duties, people } = counts;
  return `ส่วน ${String(parts)} งาน ${String(procedures)} ขั้นตอน ${String(steps)} ภารกิจ ${String(tasks)} หน้าที่ ${String(duties)} บุคคลใหม่ ${String(people)}`;
}

/** A list to tick off, in the order of the source. */
export function reportText(
  draft: Draft,
  findings: readonly Finding[],
  seedFile: string,
  manualFolder: string,
): string {
  const lines = findings.map((doubt) => `- [ ] ${formatFinding(doubt, seedFile)}`);
  return [
    `# สิ่งที่ต้องตรวจในร่าง ${manualFolder}`,
    '',
    countLine(draft),
    '',
    `รายการที่อ่านต่างจากต้นฉบับ ${String(draft.corrections.length)} แห่งอยู่ใน corrections.yaml ข้อความที่ไม่แสดง ${String(draft.omissions.length)} รายการอยู่ใน omissions.yaml`,
    '',
    ...lines,
    '',
    'เมื่อตรวจครบแล้ว ลบแฟ้มนี้ได้',
    '',
  ].join('\n');
}
