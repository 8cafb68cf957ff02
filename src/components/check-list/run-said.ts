// Stage: components. A word to the reader about the run → a notice at the run bar, with what can be done about it.
import { make } from '../../checklist/make.ts';
import type { Outcome } from '../../checklist/store.ts';
import { putRun } from '../../checklist/store-write.ts';
import { holdWords } from '../../thai/thai-nodes.ts';
import { took } from './acts.ts';
import type { CheckList } from './check-list.ts';
import { saveFile } from '../../checklist/save-file.ts';

/** The address names a run that is not in this browser. */
export function sayMissing(host: CheckList): void {
  say(
    host,
    'ไม่พบรอบงานที่ลิงก์นี้ชี้ไปในเบราว์เซอร์นี้ อาจถูกลบไปแล้ว หรืออยู่ในเครื่องอื่น รายการในหน้านี้จึงยังว่าง',
    'ดูรอบงานในเครื่องนี้',
    () => location.assign(host.dataset['my'] ?? ''),
  );
}

/** Stays until the next, or until it is closed. */
export function say(host: CheckList, words: string, action?: string, act?: () => void): void {
  const place = host.querySelector('.run-said');
  const button = (label: string, then?: () => void): Node => {
    const onclick = (): void => {
      place?.replaceChildren();
      // The button is gone: who works by keyboard goes on from the bar. A browser would scroll to the bar's own place in the page.
      host.querySelector<HTMLElement>('[data-act="runs"]')?.focus({ preventScroll: true });
      then?.();
    };
    return make('button', { class: 'btn', type: 'button', onclick }, label);
  };
  place?.replaceChildren(
    make('p', {}, words),
    make(
      'p',
      { class: 'row' },
      action === undefined ? undefined : button(action, act),
      button('ปิด'),
    ),
  );
  if (place) holdWords(place);
}

/** What went wrong with the storage, in plain Thai. */
export function sayTrouble(host: CheckList, outcome: Outcome | 'aside'): void {
  const save = (): void => {
    if (host.run) saveFile([host.run]);
  };
  switch (outcome) {
    case 'full':
      say(
        host,
        'ที่เก็บข้อมูลของเบราว์เซอร์เต็ม สิ่งที่ทำล่าสุดยังไม่ถูกบันทึก ลบรอบงานที่ไม่ใช้แล้ว หรือบันทึกเป็นไฟล์ก่อนปิดหน้านี้',
        'บันทึกเป็นไฟล์',
        save,
      );
      break;
    case 'blocked':
      say(
        host,
        'เบราว์เซอร์ไม่ให้หน้านี้เก็บข้อมูล เครื่องหมายจะหายเมื่อปิดหน้า พิมพ์หรือบันทึกเป็นไฟล์ไว้ได้',
        'บันทึกเป็นไฟล์',
        save,
      );
      break;
    case 'gone':
      say(host, 'รอบงานนี้ถูกลบไปแล้วในอีกหน้าต่างหนึ่ง สิ่งที่เห็นอยู่ในหน้านี้ยังไม่ถูกบันทึก', 'เก็บไว้อีกครั้ง', () => {
        if (host.run) took(host, putRun(host.store, host.run));
      });
      break;
    case 'newer':
      say(host, 'รอบงานนี้บันทึกไว้ด้วยเว็บรุ่นใหม่กว่า โหลดหน้านี้ใหม่ก่อน แล้วจึงทำต่อ', 'โหลดหน้านี้ใหม่', () =>
        location.reload(),
      );
      break;
    case 'aside':
      // Said on every page until it is looked after: here something else comes first.
      if (host.querySelector('.run-said')?.hasChildNodes()) break;
      say(
        host,
        'ข้อมูลของรอบงานบางรอบเสียหาย อ่านไม่ได้ จึงเก็บแยกไว้โดยไม่ลบ บันทึกเป็นไฟล์ได้ที่หน้างานที่ทำค้างไว้',
        'ไปหน้างานที่ทำค้างไว้',
        () => location.assign(host.dataset['my'] ?? ''),
      );
      break;
    case 'saved':
  }
}
