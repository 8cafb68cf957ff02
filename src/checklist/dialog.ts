// Stage: checklist, for the browser. A title and content → an open dialog, gone from the page when it is closed.
import { holdWords } from '../thai/thai-nodes.ts';
import { make } from './make.ts';

export function openDialog(
  title: string,
  ...content: readonly (Node | string)[]
): HTMLDialogElement {
  const dialog = make(
    'dialog',
    { class: 'run-dialog', 'aria-labelledby': 'run-dialog-title', onclose: () => dialog.remove() },
    make(
      'div',
      { class: 'run-dialog-head' },
      make('h2', { id: 'run-dialog-title', tabindex: '-1' }, title),
      make('button', { class: 'btn', type: 'button', onclick: () => dialog.close() }, 'ปิด'),
    ),
    ...content,
  );
  document.body.append(dialog);
  dialog.showModal();
  holdWords(dialog);
  return dialog;
}
