// Stage: components. A run → a dialog that asks for its new name.
import { openDialog } from '../../checklist/dialog.ts';
import { make } from '../../checklist/make.ts';
import { LONGEST } from '../../checklist/run-shape.ts';
import type { Run } from '../../checklist/run.ts';
import type { RunList } from './run-list.ts';

export function renameRun(host: RunList, run: Run): void {
  const name = make('input', {
    type: 'text',
    required: true,
    maxlength: String(LONGEST.label),
    autocomplete: 'off',
  });
  name.value = run.label;
  const onsubmit = (event: Event): void => {
    event.preventDefault();
    dialog.close();
    const label = name.value.trim() || run.label;
    host.edit(run, () => ({ label }), `เปลี่ยนชื่อรอบงานเป็น “${label}” แล้ว`);
  };
  const dialog = openDialog(
    'เปลี่ยนชื่อรอบงาน',
    make(
      'form',
      { class: 'run-name', onsubmit },
      make('label', {}, 'ชื่อรอบงาน', name),
      make('button', { class: 'btn btn-main' }, 'เปลี่ยนชื่อ'),
    ),
    make('p', { class: 'small soft' }, 'เครื่องนี้อาจมีหลายคนใช้ ไม่ควรใส่ชื่อหรือเลขประจำตัวของประชาชน'),
  );
  name.select();
}
