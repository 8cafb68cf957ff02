// Stage: components. The runs of a procedure → a dialog: begin one, change to one, and what can be done with it.
import { reset, tickAll } from '../../checklist/actions.ts';
import { make } from '../../checklist/make.ts';
import { flowOf } from '../../checklist/flow.ts';
import { lastUse, type Run } from '../../checklist/run.ts';
import { LONGEST } from '../../checklist/run-shape.ts';
import { putRun, removeRun } from '../../checklist/store-write.ts';
import { dateWords, progressWords } from '../../checklist/words.ts';
import { edit, now, point, start, took } from './acts.ts';
import type { CheckList } from './check-list.ts';
import { openDialog } from '../../checklist/dialog.ts';
import { leaveRun } from './leave-run.ts';
import { say, sayTrouble } from './run-said.ts';

export const privacyWords =
  'เครื่องนี้อาจมีหลายคนใช้ ตั้งเป็นชื่อโรงเรียนหรือเลขเรื่อง ไม่ควรใส่ชื่อหรือเลขประจำตัวของประชาชน ข้อมูลอยู่ในเบราว์เซอร์นี้เท่านั้น ไม่ส่งออกไปที่ใด';

export function openPanel(host: CheckList): void {
  const { run } = host;
  const runs = host.store.list(host.dataset['procedure']);
  const dialog = openDialog(
    'รอบงาน',
    make('p', {}, host.dataset['title'] ?? ''),
    ...(runs.length > 0
      ? [
          make('h3', {}, `รอบงานของงานนี้ ${runs.length} รอบ`),
          make('ul', { class: 'run-choice' }, ...runs.map(choice)),
        ]
      : []),
    begin(),
    ...(run ? current(run) : []),
    row(
      act('พิมพ์แบบเปล่าไว้กรอกด้วยมือ', () => print(true)),
      make('a', { class: 'btn btn-bare', href: host.dataset['my'] ?? '' }, 'รอบงานของทุกงาน'),
    ),
  );
  if (!run) dialog.querySelector<HTMLElement>('.run-new input')?.focus();

  /** A button that closes the panel and acts. */
  function act(label: string, does: () => void): HTMLElement {
    const onclick = (): void => {
      dialog.close();
      does();
    };
    return make('button', { class: 'btn', type: 'button', onclick }, label);
  }

  function current(own: Run): Node[] {
    const name = make('input', {
      type: 'text',
      maxlength: String(LONGEST.label),
      required: true,
      autocomplete: 'off',
    });
    name.value = own.label;
    const rename = (event: Event): void => {
      event.preventDefault();
      dialog.close();
      edit(host, () => ({ label: name.value.trim() || own.label }), 'เปลี่ยนชื่อรอบงานแล้ว');
    };
    const older = own.snapshot.rev !== host.snapshot.rev;
    return [
      make('h3', {}, `รอบงานที่เปิดอยู่: ${own.label}`),
      make(
        'form',
        { class: 'run-name', onsubmit: rename },
        make('label', {}, 'ชื่อรอบงาน', name),
        make('button', { class: 'btn' }, 'เปลี่ยนชื่อ'),
      ),
      ...(older
        ? [
            row(
              act(
                'ดูสิ่งที่คู่มือเปลี่ยน',
                () => void import('./manual-change.ts').then(({ showChange }) => showChange(host)),
              ),
            ),
          ]
        : []),
      group(
        'พิมพ์และเก็บสำเนา',
        act('พิมพ์รอบงานนี้', () => print(false)),
        act(
          'บันทึกเป็นไฟล์',
          () =>
            void import('../../checklist/save-file.ts').then(({ saveFile }) =>
              saveFile([host.run ?? own]),
            ),
        ),
        act(
          'บันทึกเป็นตาราง (CSV)',
          () =>
            void import('../../checklist/save-file.ts').then(({ saveCsv }) =>
              saveCsv([host.run ?? own]),
            ),
        ),
      ),
      group(
        'เมื่อทำเสร็จ',
        own.finished === undefined
          ? act('จบรอบงาน', () => edit(host, () => ({ finished: now() }), 'จบรอบงานแล้ว'))
          : act('เปิดทำต่อ', () => edit(host, () => ({ finished: undefined }), 'เปิดรอบงานทำต่อแล้ว')),
        own.archived === undefined
          ? act('เก็บเข้าแฟ้ม', () => edit(host, () => ({ archived: now() }), 'เก็บรอบงานเข้าแฟ้มแล้ว'))
          : act('นำออกจากแฟ้ม', () =>
              edit(host, () => ({ archived: undefined }), 'นำรอบงานออกจากแฟ้มแล้ว'),
            ),
      ),
      group(
        'ทุกขั้นพร้อมกัน',
        act('ทำเครื่องหมายทุกขั้น', () =>
          edit(host, (fresh) => tickAll(fresh, true, now()), 'ทำเครื่องหมายทุกขั้นแล้ว'),
        ),
        act('เอาเครื่องหมายออกทุกขั้น', () =>
          edit(host, (fresh) => tickAll(fresh, false, now()), 'เอาเครื่องหมายออกทุกขั้นแล้ว'),
        ),
      ),
      group(
        'ล้างหรือลบ',
        act('เริ่มรอบนี้ใหม่ทั้งหมด', () => edit(host, reset, 'ล้างเครื่องหมาย เหตุผล และบันทึกของรอบงานนี้แล้ว')),
        act('ลบรอบงานนี้', () => remove(own)),
      ),
    ];
  }

  function remove(own: Run): void {
    if (!leaveRun(host)) return;
    const { run: last, outcome } = removeRun(host.store, own);
    if (outcome !== 'saved') {
      sayTrouble(host, outcome);
      return;
    }
    point(undefined);
    host.open();
    say(host, `ลบรอบงาน “${last.label}” แล้ว`, 'เลิกทำ', () => {
      took(host, putRun(host.store, last));
    });
  }

  function choice(other: Run): HTMLElement {
    const flow = flowOf(other.snapshot.items, other);
    const state = other.archived ? 'อยู่ในแฟ้ม · ' : other.finished ? 'จบแล้ว · ' : '';
    const onclick = (): void => {
      dialog.close();
      if (!leaveRun(host)) return;
      point(other.id);
      host.use(other);
    };
    return make(
      'li',
      {},
      make(
        'button',
        {
          class: 'btn',
          type: 'button',
          'aria-current': other.id === run?.id ? 'true' : undefined,
          onclick,
        },
        make('span', {}, make('b', {}, other.label)),
        make(
          'span',
          { class: 'small' },
          `${state}${progressWords(flow)} · ใช้ล่าสุด ${dateWords(lastUse(other), true)}`,
        ),
      ),
    );
  }

  function begin(): HTMLElement {
    const name = make('input', {
      type: 'text',
      maxlength: String(LONGEST.label),
      required: true,
      autocomplete: 'off',
      'aria-describedby': 'run-privacy',
    });
    const onsubmit = (event: Event): void => {
      event.preventDefault();
      const label = name.value.trim();
      if (label === '') return;
      dialog.close();
      // What was written before there was a run belongs to this one.
      if (run && !leaveRun(host)) return;
      point(start(host, label).id);
    };
    return make(
      'form',
      { class: 'run-new', onsubmit },
      make('h3', {}, 'เริ่มรอบงานใหม่'),
      make('label', {}, 'ชื่อรอบงาน เช่น ชื่อโรงเรียน หรือเลขที่เรื่อง', name),
      make('p', { class: 'small soft', id: 'run-privacy' }, privacyWords),
      make('button', { class: 'btn btn-main' }, 'เริ่มรอบงาน'),
    );
  }

  function print(blank: boolean): void {
    void import('./run-print.ts').then(({ printRun }) => printRun(host, blank));
  }
}

function row(...acts: readonly Node[]): HTMLElement {
  return make('div', { class: 'row' }, ...acts);
}

/** What is done with a run for one reason. */
function group(reason: string, ...acts: readonly Node[]): HTMLElement {
  return make(
    'div',
    { class: 'run-group', role: 'group', 'aria-label': reason },
    make('p', { class: 'small soft', 'aria-hidden': 'true' }, reason),
    row(...acts),
  );
}
