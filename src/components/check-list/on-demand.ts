// Stage: components. What the run bar needs from the first touch on → the parts that work, each from its own module.
import { holdWords } from '../../thai/thai-nodes.ts';
import { edit, now, tickStep } from './acts.ts';
import type { CheckList } from './check-list.ts';
import { decide } from './decide.ts';
import { openPanel } from './run-panel.ts';
import { ASIDE } from '../../checklist/store.ts';
import { sharePage } from '../share-page/share-link.ts';
import { sayMissing, sayTrouble } from './run-said.ts';
import { editStep } from './step-editor.ts';

// The code that leads back is drawn before it is needed: printing waits for nothing.
if (document.querySelector('[data-print="qr"]:empty'))
  void import('./run-print.ts').then(({ completeHead }) => completeHead());

export { hear, tickStep } from './acts.ts';
export { showOlder } from './older-steps.ts';

/** What there is to say when the page has come: that the address names a run that is not here, that some are damaged. */
export function greet(host: CheckList): void {
  if (!host.run && new URLSearchParams(location.search).has('run')) sayMissing(host);
  if (host.store.keys(ASIDE)[0]) sayTrouble(host, 'aside');
}

/** Names and notes that the reader typed are not broken inside a word. */
export function holdRun(host: CheckList): void {
  for (const part of [
    ...host.shown.querySelectorAll('.said'),
    ...document.querySelectorAll('[data-run="label"]'),
  ])
    holdWords(part);
}

/** A box ticked or not, or a decision answered with a condition. */
export function answer(host: CheckList, step: string, given: boolean | string): void {
  if (typeof given === 'boolean') tickStep(host, step, given);
  else decide(host, step, given);
}

/** A button with `data-act`: `main`, the bar's; `runs`; `step`, a step's; `share`, the page's. */
export function press(host: CheckList, button: HTMLElement): void {
  const { run } = host;
  const { act } = button.dataset;
  const box = host.shown.querySelector<HTMLElement>('.is-current > .tick');
  const line = button.closest<HTMLElement>('li[data-step]');
  if (act === 'share') void sharePage(button);
  else if (act === 'step') editStep(host, line?.dataset['step'] ?? '');
  else if (act === 'runs' || !run || run.finished) openPanel(host);
  else if (box) {
    box.scrollIntoView({ block: 'center' });
    box.focus({ preventScroll: true });
  } else edit(host, () => ({ finished: now() }), 'จบรอบงานแล้ว');
}
