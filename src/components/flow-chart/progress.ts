// Stage: components, in the browser. What the reader has done → the same marks on every node of the chart.

import type { Progress } from '../../checklist/events.ts';

/** A state's class on a node, and its words for the ear. */
const said = {
  'is-done': 'ทำแล้ว',
  'is-skipped': 'ไม่เกี่ยวข้อง',
  'is-off': 'อยู่ในทางที่ไม่ได้เลือก',
  'is-current': 'ทำถึงขั้นนี้',
};
/** A node's label as the chart was built, before any state was added to it. */
const labels = new WeakMap<Element, string>();

/** What the list of steps shows already when the chart comes to life. */
export function listProgress(): Pick<Progress, 'done' | 'skipped' | 'hidden' | 'current'> {
  const steps = (which: string): string[] =>
    [...document.querySelectorAll<HTMLElement>(`.steps li[data-step]${which}`)].map(
      (row) => row.dataset['step'] ?? '',
    );
  return {
    done: steps('.is-done'),
    skipped: steps('.is-skipped'),
    hidden: steps('[hidden]'),
    current: steps('.is-current')[0],
  };
}

export function markProgress(chart: Element, progress: ReturnType<typeof listProgress>): void {
  const done = new Set(progress.done);
  const skipped = new Set(progress.skipped);
  const off = new Set(progress.hidden);
  for (const node of chart.querySelectorAll<SVGAElement>('.fc-n[data-step]')) {
    const step = node.dataset['step'] ?? '';
    const label = labels.get(node) ?? node.getAttribute('aria-label') ?? node.textContent;
    labels.set(node, label);
    const states = {
      'is-done': done.has(step),
      'is-skipped': skipped.has(step),
      'is-off': off.has(step),
      'is-current': step === progress.current,
    };
    let spoken = label;
    for (const [state, holds] of Object.entries(states) as [keyof typeof states, boolean][]) {
      node.classList.toggle(state, holds);
      if (holds) spoken += ` (${said[state]})`;
    }
    node.setAttribute('aria-label', spoken);
    if (states['is-current']) node.setAttribute('aria-current', 'step');
    else node.removeAttribute('aria-current');
  }
}
