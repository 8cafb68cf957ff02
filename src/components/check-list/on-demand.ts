// Stage: components. What the run bar needs only when it is asked for: words, forms and dialogs, each from its own module.
import { undoing, type Run } from '../../checklist/run.ts';
import { now, type CheckList } from './check-list.ts';
import { say } from './run-said.ts';

export { decide } from './decide.ts';
export { showOlder } from './older-steps.ts';
export { openPanel } from './run-panel.ts';
export { sayTrouble } from './run-said.ts';
export { editStep } from './step-editor.ts';

/** Says what was done and offers to take it back. */
export function offerUndo(host: CheckList, said: string, before: Run, after: Run): void {
  say(host, said, 'เลิกทำ', () => host.edit(() => undoing(before, after)));
}

export function finish(host: CheckList): void {
  host.edit(() => ({ finished: now() }), 'จบรอบงานแล้ว');
}
