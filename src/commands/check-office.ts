// check, build: an office's files → its content, and what the checks say printed; undefined where they found a problem.
import { checkContent, type OfficeFiles } from '../authoring/check-content.ts';
import type { ParsedContent } from '../authoring/parse-content.ts';
import { formatProblem } from '../authoring/problem.ts';

export function checkOffice(files: OfficeFiles): ParsedContent | undefined {
  const { content, aligned, corrections, problems } = checkContent(files);
  if (problems.length > 0) {
    for (const problem of problems) console.error(formatProblem(problem));
    console.error(`\nพบปัญหา ${String(problems.length)} ข้อ ยังไม่สร้างเว็บ`);
    return undefined;
  }
  const steps = content.procedures.flatMap(({ data }) => data.steps);
  const substeps = steps.flatMap((step) => step.substeps ?? []);
  const all = aligned.reduce((sum, { alignment }) => sum + alignment.characters.all, 0);
  const covered = aligned.reduce((sum, { alignment }) => sum + alignment.characters.covered, 0);
  console.log(
    [
      `ตรวจเนื้อหาแล้ว ไม่พบปัญหา`,
      `คู่มือ ${String(content.manuals.length)} ฉบับ งานที่มีขั้นตอน ${String(content.procedures.length)} งาน ขั้นตอน ${String(steps.length)} ขั้น ขั้นตอนย่อย ${String(substeps.length)} ขั้น`,
      `แก้คำ ${String(corrections.length)} แห่ง ต้นฉบับมีที่อยู่ครบ ${String(covered)} จาก ${String(all)} ตัวอักษร`,
    ].join('\n'),
  );
  return content;
}
