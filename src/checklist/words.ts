// Stage: checklist, shared by build and browser. Progress and times → plain Thai.
import type { Flow } from './flow.ts';
import type { Time } from './run.ts';

/** ทำแล้ว 3 จาก 9 ข้อ: what is ticked, substeps in place of the step that holds them, which are more than its steps (ขั้น). */
export function progressWords(flow: Pick<Flow, 'count' | 'total'>): string {
  return `ทำแล้ว ${flow.count} จาก ${flow.total} ข้อ`;
}

/** 13 มกราคม 2568; with the hour, 13 ม.ค. 2568 10:30. In the reader's own time zone. */
export function dateWords(time: Time, hour = false): string {
  return new Date(time).toLocaleString(
    'th-u-ca-buddhist',
    hour ? { dateStyle: 'medium', timeStyle: 'short' } : { dateStyle: 'long' },
  );
}
