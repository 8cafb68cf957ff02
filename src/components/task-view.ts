// Stage: components. A task's coverage → the words for what is there and what is not.
import type { Coverage, TaskCoverage } from '../model/coverage.ts';
import type { Cover } from '../model/responsibility.ts';
import { manualName } from './procedure-view.ts';

/** What a task lacks, in words; empty where it has both steps and somebody responsible. */
export function coverageGap(
  { state }: TaskCoverage,
  { hasOrder }: Pick<Coverage, 'hasOrder'>,
): string {
  switch (state) {
    case 'both':
      return '';
    case 'steps':
      return hasOrder ? 'มีขั้นตอน แต่ไม่มีผู้รับผิดชอบในคำสั่ง' : 'มีขั้นตอน แต่ต้นฉบับไม่มีคำสั่งมอบหมาย';
    case 'people':
    case 'none':
      return 'มีในขอบข่าย แต่ไม่มีขั้นตอนในต้นฉบับ';
  }
}

/** One cover a person: somebody with two duties for a task is named once, by the first. */
export function peopleOf({ covers }: Pick<TaskCoverage, 'covers'>): Cover[] {
  return [
    ...new Map(covers.toReversed().map((cover) => [cover.assigned.person.id, cover])).values(),
  ].toReversed();
}

/** What a square is, for those who hear it. */
export function squareLabel({ task, state }: TaskCoverage): string {
  const says = {
    both: 'มีขั้นตอนและผู้รับผิดชอบ',
    steps: 'มีขั้นตอน ไม่มีชื่อผู้รับผิดชอบ',
    people: 'มีผู้รับผิดชอบ ไม่มีขั้นตอน',
    none: 'ไม่มีทั้งสองอย่าง',
  };
  return `${task.number} ${task.text} ${says[state]}`;
}

/** A group's name over its squares: without the word that all of them begin with. */
export function shortGroup(text: string): string {
  return text.replace(/^กลุ่มงาน(?=.)/, '');
}

/** A list's name: its unit and office; the title where neither is known. */
export function coverageName({ manual }: Pick<Coverage, 'manual'>): string {
  return manualName(manual) || manual.title.text;
}

/** Where a list's procedures and people come from, if not from its own manual. */
export function borrowedNote({ from }: Pick<Coverage, 'from'>): string | undefined {
  return from.length === 0
    ? undefined
    : `ขั้นตอนและผู้รับผิดชอบที่แสดงมาจากคู่มือของ ${from.map(manualName).join(' และ ')} โยงกันด้วยถ้อยคำ ต้นฉบับไม่ได้โยงไว้`;
}
