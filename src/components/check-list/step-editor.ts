// Stage: components. A step that the reader wants to write to → a form below its line: note, not applicable and why.
import { note, skip } from '../../checklist/actions.ts';
import { make } from '../../checklist/make.ts';
import { leavesOf } from '../../checklist/run.ts';
import { LONGEST } from '../../checklist/run-shape.ts';
import { holdWords } from '../../thai/thai-nodes.ts';
import { edit } from './acts.ts';
import type { CheckList } from './check-list.ts';

/** Opens the form of a step, or closes it where it is open. */
export function editStep(host: CheckList, step: string): void {
  const line = host.shown.querySelector(`li[data-step="${step}"]`);
  const button = line?.querySelector<HTMLElement>('[data-act="step"]');
  const open = line?.querySelector(':scope > .step-form');
  if (!line || !button) return;
  if (open) {
    if (isWritten(open)) open.querySelector('textarea')?.focus();
    else {
      closeForm(open);
      button.focus();
    }
    return;
  }
  const { run, snapshot } = host;
  const leaves = leavesOf((run?.snapshot ?? snapshot).items, step);
  // A step is left out when all of its substeps are.
  const skips = host.flow.skipped.includes(step);
  const reason = skips ? (leaves.map((id) => run?.skipped[id]).find(Boolean) ?? '') : undefined;
  const limit = String(LONGEST.words);
  const no = line.querySelector('.step-no')?.textContent ?? '';
  const noted = run?.notes[step] ?? '';
  const text = make('textarea', { rows: '2', maxlength: limit }, noted);
  const box = make('input', {
    type: 'checkbox',
    checked: reason === undefined ? undefined : true,
    onchange: () => (why.disabled = !box.checked),
  });
  const why = make('input', {
    type: 'text',
    value: reason ?? '',
    maxlength: limit,
    autocomplete: 'off',
  });
  why.disabled = !box.checked;
  const form = make(
    'form',
    {
      class: 'step-form no-print',
      'aria-label': `จดหรือข้ามขั้น ${no}`,
      onsubmit: save,
      onkeydown: leave,
    },
    make('label', {}, 'บันทึกของขั้นนี้', text),
    make('p', { class: 'small soft' }, 'เครื่องนี้อาจมีหลายคนใช้ ไม่ควรใส่ชื่อหรือเลขประจำตัวของประชาชน'),
    make('label', { class: 'check' }, box, make('span', {}, 'ขั้นนี้ไม่เกี่ยวข้องกับรอบงานนี้')),
    make('label', {}, 'เพราะ', why),
    make(
      'p',
      { class: 'row' },
      make('button', { class: 'btn btn-main' }, 'บันทึก'),
      make('button', { class: 'btn', type: 'button', onclick: giveUp }, 'ยกเลิก'),
    ),
  );
  line.querySelector(':scope > .meta')?.after(form);
  holdWords(form);
  button.setAttribute('aria-expanded', 'true');
  addEventListener('beforeunload', askFirst);
  document.addEventListener('visibilitychange', keep);
  text.focus();

  /** What the run holds of the note. */
  let kept = noted;

  /** A phone drops a page that is out of sight without asking. */
  function keep(): void {
    if (!form.isConnected) document.removeEventListener('visibilitychange', keep);
    else if (document.visibilityState === 'hidden' && text.value !== kept) put(text.value);
  }

  function put(words: string): void {
    edit(host, (now) => note(now, step, words, kept));
    kept = host.run?.notes[step] ?? '';
  }

  function save(event: Event): void {
    event.preventDefault();
    const skipped = box.checked ? why.value.trim() : undefined;
    const wasDone = leaves.some((id) => id in (host.run?.done ?? {}));
    edit(
      host,
      (now) => ({
        ...note(now, step, text.value, kept),
        ...(skipped === reason ? {} : skip(now, step, skipped, reason)),
      }),
      // What goes, a tick and its time or a reason, can be had back.
      skipped !== undefined && wasDone
        ? 'เอาเครื่องหมายออก เพราะขั้นนี้ไม่เกี่ยวข้อง'
        : reason && skipped === undefined
          ? 'ลบเหตุผลแล้ว ขั้นนี้กลับมาเป็นขั้นที่ต้องทำ'
          : undefined,
    );
    close();
  }

  /** Escape, and nothing written: what was written is not thrown away by one key. */
  function leave(event: Event): void {
    if ((event as KeyboardEvent).key === 'Escape' && !isWritten(form)) close();
  }

  function giveUp(): void {
    if (kept !== noted) put(noted);
    close();
  }

  function close(): void {
    closeForm(form);
    button?.focus();
  }
}

/** Whether a step's form says something that is not saved yet. */
export function isWritten(form: Element): boolean {
  const fields = form.querySelectorAll<HTMLInputElement>('textarea, input');
  return [...fields].some(({ type, value, defaultValue, checked, defaultChecked }) =>
    type === 'checkbox' ? checked !== defaultChecked : value !== defaultValue,
  );
}

export function closeForm(form: Element): void {
  form.closest('li')?.querySelector('[data-act="step"]')?.removeAttribute('aria-expanded');
  form.remove();
  // With it a browser would not keep the page for the way back.
  if (!document.querySelector('.step-form')) removeEventListener('beforeunload', askFirst);
}

/** The browser asks before the page goes with something that is not saved. */
function askFirst(event: BeforeUnloadEvent): void {
  if ([...document.querySelectorAll('.step-form')].some(isWritten)) event.preventDefault();
}
