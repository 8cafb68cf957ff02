// Stage: components. All runs in this browser, damaged ones as well → one place to take it all away, asked twice.
import { openDialog } from '../../checklist/dialog.ts';
import { make } from '../../checklist/make.ts';
import type { Run } from '../../checklist/run.ts';
import { saveFile } from '../../checklist/save-file.ts';
import { forget } from '../../checklist/store-write.ts';
import { ASIDE, RUN } from '../../checklist/store.ts';
import type { RunList } from './run-list.ts';

export function clearAll(host: RunList, runs: readonly Run[]): HTMLElement {
  return make(
    'section',
    { class: 'block' },
    make('h2', {}, 'เครื่องที่ใช้ร่วมกัน'),
    make('p', {}, 'รอบงานอยู่ในเบราว์เซอร์นี้เท่านั้น ผู้ที่ใช้เครื่องและบัญชีเดียวกันเปิดดูได้ เมื่อเลิกใช้เครื่องนี้ให้ลบออก'),
    make(
      'p',
      {},
      make(
        'button',
        { class: 'btn', type: 'button', onclick: () => ask(host, runs) },
        'ลบรอบงานทั้งหมดในเครื่องนี้',
      ),
    ),
  );
}

function ask(host: RunList, runs: readonly Run[]): void {
  const clear = (): void => {
    dialog.close();
    const { store } = host;
    for (const key of [...store.keys(RUN), ...store.keys(ASIDE), ...store.known.keys()])
      forget(store, key);
    host.paint();
    host.say('ลบรอบงานทั้งหมดในเครื่องนี้แล้ว');
  };
  const dialog = openDialog(
    'ลบรอบงานทั้งหมดในเครื่องนี้',
    make(
      'p',
      {},
      `รอบงาน ${runs.length} รอบ พร้อมเครื่องหมาย เหตุผล และบันทึก จะหายไปจากเครื่องนี้ เลิกทำไม่ได้`,
    ),
    make(
      'p',
      { class: 'row' },
      make(
        'button',
        { class: 'btn', type: 'button', onclick: () => saveFile(runs) },
        'บันทึกเป็นไฟล์ก่อน',
      ),
      make('button', { class: 'btn btn-main', type: 'button', onclick: clear }, 'ลบทั้งหมด'),
    ),
  );
}
