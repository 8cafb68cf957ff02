// Stage: components. A manual → what it holds, counted in words.
import type { Manual } from '../model/library.ts';
import { flatParts } from '../model/library.ts';

/** `11 งานที่มีขั้นตอน`, `10 ภารกิจ`, …; what it has none of is left out. */
export function manualCounts(manual: Manual): string[] {
  const tasks = manual.tasks.flatMap((task) =>
    task.tasks.length > 0 ? task.tasks : [task],
  ).length;
  const strategies = flatParts(manual.parts).flatMap((part) =>
    part.type === 'section' && part.section.data.kind === 'strategies'
      ? part.section.data.strategies
      : [],
  ).length;
  const duties = manual.orders.flatMap(({ assignments }) =>
    assignments.flatMap((assignment) => assignment.duties),
  ).length;
  const counts: [number, string][] = [
    [manual.procedures.length, 'งานที่มีขั้นตอน'],
    [tasks, 'ภารกิจ'],
    [manual.orders.length, 'คำสั่ง'],
    [duties, 'หน้าที่'],
    [strategies, 'ยุทธศาสตร์'],
  ];
  return counts.flatMap(([count, word]) => (count > 0 ? [`${String(count)} ${word}`] : []));
}
