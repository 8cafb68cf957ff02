// Unit tests: small procedures as a run's snapshot holds them, and a run of one.
import { startRun } from '../../../src/checklist/run-change.ts';
import type { Item, Run, Snapshot } from '../../../src/checklist/run.ts';

export const rev = (digit: string): string => digit.repeat(64);

/** Steps 1, 2 with 2.1 to 2.3, 3. */
export const withSubsteps: readonly Item[] = [
  { id: 'sa', no: '1', text: 'รับหนังสือ' },
  { id: 'sb', no: '2', text: 'เสนอหนังสือ' },
  { id: 'sb1', no: '2.1', text: 'ลงทะเบียน', in: 'sb' },
  { id: 'sb2', no: '2.2', text: 'เสนอผู้อำนวยการกลุ่ม', in: 'sb', to: ['ผู้อำนวยการกลุ่ม'] },
  { id: 'sb3', no: '2.3', text: 'ลงนาม', in: 'sb', actor: 'ผู้มีอำนาจ' },
  { id: 'sc', no: '3', text: 'ส่งหนังสือ' },
];

/** The fixture office's two-decisions: 2 loops back to 1; 3 skips to 6, goes on to 4, or ends. */
export const withDecisions: readonly Item[] = [
  { id: 'w79av', no: '๑', text: 'รับคำขอใช้ห้องประชุม' },
  {
    id: 'vrsgs',
    no: '๒',
    text: 'ตรวจสอบคำขอ',
    next: [
      { to: 'j9rpt', when: 'ถูกต้อง' },
      { to: 'w79av', when: 'ไม่ถูกต้อง' },
    ],
  },
  {
    id: 'j9rpt',
    no: '๓',
    text: 'ตรวจตารางการใช้ห้อง',
    next: [
      { to: 'mqteb', when: 'ห้องว่าง' },
      { to: 'gvssg', when: 'ห้องไม่ว่างแต่เลื่อนวันได้' },
      { to: 'end', when: 'เลื่อนวันไม่ได้' },
    ],
  },
  { id: 'gvssg', no: '๔', text: 'กำหนดวันใหม่ร่วมกับผู้ขอ' },
  { id: 'deveg', no: '๕', text: 'แก้ไขตารางการใช้ห้องตามวันใหม่' },
  { id: 'mqteb', no: '๖', text: 'จัดทำหนังสืออนุญาตให้ใช้ห้องประชุม' },
  { id: 'kyhj3', no: '๗', text: 'เตรียมห้องประชุมและส่งมอบกุญแจ' },
];

export const START = '2025-01-13T03:00:00.000Z';

/** The n-th second after the start. */
export const at = (second: number): string =>
  new Date(Date.parse(START) + second * 1000).toISOString();

export function sampleRun(items = withSubsteps, id = 'aaaaaaaaaa'): Run {
  const snapshot: Snapshot = { rev: rev('a'), items };
  const procedure = 'manual/procedure';
  return startRun({ id, procedure, title: 'งานสารบรรณ', label: 'โรงเรียนตัวอย่าง', snapshot }, START);
}
