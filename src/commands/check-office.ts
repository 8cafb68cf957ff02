// check, build: an office's files → its content, and what the checks say printed; undefined where they found a problem.
import { checkContent, type CheckedContent, type OfficeFiles } from '../authoring/check-content.ts';
import { formatProblem } from '../authoring/problem.ts';
import type { KnownData } from '../model/known-data.ts';

/** Charts that cannot be drawn. What draws them takes a while to load, and few manuals have charts of their own. */
async function chartProblems({ content }: OfficeFiles): Promise<string[]> {
  const drawn = content.filter(({ text }) => text.includes('mermaid'));
  if (drawn.length === 0) return [];
  const { fenceFaults } = await import('../chart/mermaid-fence.ts');
  return fenceFaults(drawn);
}

/** @param known see parseContent() */
export async function checkOffice(
  files: OfficeFiles,
  known?: KnownData,
): Promise<CheckedContent | undefined> {
  const checked = checkContent(files, known);
  const { content, aligned, corrections, problems: found } = checked;
  const problems = [...found.map(formatProblem), ...(await chartProblems(files))];
  if (problems.length > 0) {
    for (const problem of problems) console.error(problem);
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
  return checked;
}
