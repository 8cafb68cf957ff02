// Stage: components. A run → its menu on the page of all runs: name, end, put away, take out, delete.
import { reset } from '../../checklist/actions.ts';
import { make } from '../../checklist/make.ts';
import type { Run } from '../../checklist/run.ts';
import { saveCsv, saveFile } from '../../checklist/save-file.ts';
import { putRun, removeRun } from '../../checklist/store-write.ts';
import { renameRun } from './rename-run.ts';
import type { RunList } from './run-list.ts';
import { troubles } from './troubles.ts';

const now = (): string => new Date().toISOString();

export function runMenu(host: RunList, run: Run): HTMLElement {
  const { label } = run;
  const item = (words: string, act: () => void): HTMLElement => {
    const onclick = (): void => {
      menu.open = false;
      // Whatever comes next, a dialog or a new list, the reader comes back to this run.
      summary.focus();
      act();
    };
    return make('li', {}, make('button', { type: 'button', onclick }, words));
  };
  const summary = make(
    'summary',
    { class: 'btn' },
    'จัดการ',
    make('span', { class: 'vh' }, ` ${label}`),
  );
  const menu = make(
    'details',
    { class: 'menu', name: 'run-menu', 'data-keep': run.id },
    summary,
    make(
      'ul',
      {},
      item('เปลี่ยนชื่อ', () => renameRun(host, run)),
      item('เริ่มรอบนี้ใหม่ทั้งหมด', () =>
        host.edit(run, reset, `ล้างเครื่องหมาย เหตุผล และบันทึกของรอบงาน “${label}” แล้ว`),
      ),
      run.finished
        ? item('เปิดทำต่อ', () =>
            host.edit(run, () => ({ finished: undefined }), `เปิดรอบงาน “${label}” ทำต่อแล้ว`),
          )
        : item('จบรอบงาน', () =>
            host.edit(run, () => ({ finished: now() }), `จบรอบงาน “${label}” แล้ว`),
          ),
      run.archived
        ? item('นำออกจากแฟ้ม', () =>
            host.edit(run, () => ({ archived: undefined }), `นำรอบงาน “${label}” ออกจากแฟ้มแล้ว`),
          )
        : item('เก็บเข้าแฟ้ม', () =>
            host.edit(run, () => ({ archived: now() }), `เก็บรอบงาน “${label}” เข้าแฟ้มแล้ว`),
          ),
      item('บันทึกเป็นไฟล์', () => saveFile([run])),
      item('บันทึกเป็นตาราง (CSV)', () => saveCsv([run])),
      item('ลบรอบงานนี้', () => remove(host, run)),
    ),
  );
  return menu;
}

/** Closes the open menu when the reader is elsewhere, or asks with Escape. */
export function closeMenus(host: RunList): void {
  const open = (): HTMLDetailsElement | null => host.querySelector('.menu[open]');
  document.addEventListener('click', ({ target }) => {
    const menu = open();
    if (menu && !menu.contains(target as Node)) menu.open = false;
  });
  host.addEventListener('keydown', ({ key }) => {
    const menu = open();
    if (key !== 'Escape' || !menu) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}

function remove(host: RunList, run: Run): void {
  const { run: last, outcome: refused } = removeRun(host.store, run);
  host.paint();
  if (refused !== 'saved') {
    host.say(troubles[refused]);
    return;
  }
  host.say(`ลบรอบงาน “${run.label}” แล้ว`, 'เลิกทำ', () => {
    const { outcome } = putRun(host.store, last);
    host.paint();
    host.say(outcome === 'saved' ? `นำรอบงาน “${run.label}” กลับมาแล้ว` : troubles[outcome]);
  });
}
