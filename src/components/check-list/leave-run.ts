// Stage: components. The list that is shown, before another is → nothing of its run left on the page, or a word why it cannot be left.
import type { CheckList } from './check-list.ts';
import { say } from './run-said.ts';
import { closeForm, isWritten } from './step-editor.ts';

/**
 * What a notice undoes and what a step's form saves goes into the run that is shown: neither stays when another comes.
 * @returns false where something is written that would be lost; the reader has been told
 */
export function leaveRun(host: CheckList): boolean {
  const forms = [...host.shown.querySelectorAll('.step-form')];
  const written = forms.find(isWritten);
  if (written) {
    say(host, 'มีข้อความที่เขียนไว้ในขั้นหนึ่งแต่ยังไม่ได้กดบันทึก กดบันทึกหรือยกเลิกก่อน แล้วลองอีกครั้ง');
    written.querySelector('textarea')?.focus({ preventScroll: true });
    // Clear of the notice, which lies over the page's edge.
    written.scrollIntoView({ block: 'center' });
    return false;
  }
  forms.forEach(closeForm);
  host.querySelector('.run-said')?.replaceChildren();
  return true;
}
