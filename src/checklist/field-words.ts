// Stage: checklist, shared by build and browser. A field of a run that changes → what that means, in plain Thai.
import type { Item, Run } from './run.ts';

/** `done.s21` → ขั้น 2.1 ทำแล้ว. `run` is as it will be. */
export function fieldWords(run: Run, field: string): string {
  const [part = '', id = ''] = field.split('.');
  const { done, skipped, notes, chosen } = run;
  switch (part) {
    case 'label':
      return `ชื่อเป็น “${run.label}”`;
    case 'finished':
      return run.finished ? 'จบรอบงาน' : 'เปิดทำต่อ';
    case 'archived':
      return run.archived ? 'เก็บเข้าแฟ้ม' : 'นำออกจากแฟ้ม';
    case 'done':
      return `${stepOf(run, id)} ${id in done ? 'ทำแล้ว' : 'ยังไม่ทำ'}`;
    case 'skipped':
      return `${stepOf(run, id)} ${id in skipped ? `ไม่เกี่ยวข้อง ${skipped[id] ?? ''}`.trim() : 'เกี่ยวข้อง'}`;
    case 'notes':
      return `${stepOf(run, id)} ${id in notes ? `บันทึกเป็น “${notes[id] ?? ''}”` : 'ลบบันทึก'}`;
    case 'chosen':
      return `${stepOf(run, id)} ${id in chosen ? `เลือก “${chosen[id] ?? ''}”` : 'ยังไม่เลือกทาง'}`;
    default:
      return 'ฉบับของคู่มือที่รอบงานนี้ใช้';
  }
}

function stepOf(run: Run, id: string): string {
  const every: Item[] = [run.snapshot, ...Object.values(run.past)].flatMap(({ items }) => items);
  return `ขั้น ${every.find((item) => item.id === id)?.no ?? id}`;
}
