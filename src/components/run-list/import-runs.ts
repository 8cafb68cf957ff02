// Stage: components. A file that the reader chose → what bringing it in would do, shown first; then done, or refused with the reason.
import { openDialog } from '../../checklist/dialog.ts';
import { make } from '../../checklist/make.ts';
import { keyOf } from '../../checklist/store.ts';
import { forget, putRun } from '../../checklist/store-write.ts';
import { LONGEST_FILE, planImport, readFile, type Plan } from '../../checklist/transfer.ts';
import type { RunList } from './run-list.ts';

export async function bringIn(host: RunList, input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0];
  if (!file) return;
  const read =
    file.size > LONGEST_FILE * 3
      ? { refused: 'ไฟล์ใหญ่เกินกว่าที่หน้านี้เขียนออกมาได้' }
      : readFile(await file.text().catch(() => ''), new Date().toISOString());
  // The same file can be chosen again.
  input.value = '';
  if ('refused' in read) {
    host.say(`ไม่ได้นำเข้า “${file.name}” เพราะ${read.refused} ข้อมูลในเครื่องนี้ไม่เปลี่ยน`);
    return;
  }
  const plans = planImport(read.runs, host.store.list());
  const work = plans.filter(({ kind }) => kind !== 'same');
  const bring = (): void => {
    dialog.close();
    const { store } = host;
    const failed = work.filter(({ run }) => putRun(store, run).outcome !== 'saved');
    // Listed like the others, it would be gone on the next page.
    for (const key of failed.map(({ run }) => keyOf(run)))
      if (store.stored(key) === null) forget(store, key);
    host.paint();
    host.say(
      failed.length === 0
        ? `นำเข้าแล้ว ${work.length} รอบ`
        : `ที่เก็บข้อมูลไม่พอ นำเข้าได้ ${work.length - failed.length} จาก ${work.length} รอบ`,
    );
  };
  const dialog = openDialog(
    `นำเข้า “${file.name}”`,
    ...part('รอบงานใหม่', plans, 'new'),
    ...part('รวมกับที่มีอยู่ในเครื่องนี้', plans, 'joined'),
    ...part('เหมือนที่มีอยู่ ไม่มีอะไรเปลี่ยน', plans, 'same'),
    plans.length === 0 ? make('p', {}, 'ไฟล์นี้ไม่มีรอบงาน') : '',
    make(
      'p',
      { class: 'row' },
      work.length === 0
        ? undefined
        : make('button', { class: 'btn btn-main', type: 'button', onclick: bring }, 'นำเข้า'),
      make('button', { class: 'btn', type: 'button', onclick: () => dialog.close() }, 'ไม่นำเข้า'),
    ),
  );
}

function part(title: string, plans: readonly Plan[], kind: Plan['kind']): Node[] {
  const own = plans.filter((plan) => plan.kind === kind);
  if (own.length === 0) return [];
  const line = ({ run, changes }: Plan): HTMLElement =>
    make(
      'li',
      {},
      make('p', {}, `${run.label} (${run.title})`),
      changes.length === 0
        ? undefined
        : make(
            'details',
            {},
            make('summary', {}, `เปลี่ยน ${changes.length} แห่ง ตามเวลาที่ใหม่กว่า`),
            make('ul', { class: 'small' }, ...changes.map((words) => make('li', {}, words))),
          ),
    );
  return [
    make('h3', {}, `${title} ${own.length} รอบ`),
    make('ul', { class: 'change-list' }, ...own.map(line)),
  ];
}
