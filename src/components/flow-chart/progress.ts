// Stage: components, in the browser. What the reader has done → the same marks on every node of the chart.

import type { Progress } from '../../checklist/events.ts';

/** A state's class on a node, and its words for the ear. */
const said = {
  'is-done': 'ทำแล้ว',
  'is-skipped': 'ไม่เกี่ยวข้อง',
  'is-off': 'อยู่ในทางที่ไม่ได้เลือก',
  'is-current': 'ทำถึงขั้นนี้',
};
/** A node's label as the chart was built, before any state was added to it; empty where it is spoken as it shows. */
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
    if (!node.querySelector('.fc-ck')) addTick(node);
    const label = labels.get(node) ?? node.getAttribute('aria-label') ?? '';
    labels.set(node, label);
    const states = {
      'is-done': done.has(step),
      'is-skipped': skipped.has(step),
      'is-off': off.has(step),
      'is-current': step === progress.current,
    };
    let state = '';
    for (const [name, holds] of Object.entries(states) as [keyof typeof states, boolean][]) {
      node.classList.toggle(name, holds);
      if (holds) state += ` (${said[name]})`;
    }
    if (label || state) node.setAttribute('aria-label', (label || node.textContent) + state);
    else node.removeAttribute('aria-label');
    if (states['is-current']) node.setAttribute('aria-current', 'step');
    else node.removeAttribute('aria-current');
  }
}

/** What stands for the number of a step that is done: no page carries it until somebody can tick. */
function addTick(node: Element): void {
  const number = node.querySelector('.fc-no');
  const tick = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  const [x, y] = ['x', 'y'].map((name) => Number(number?.getAttribute(name)));
  tick.setAttribute('class', 'fc-ck');
  tick.setAttribute('d', `M${String((x ?? 0) - 6)} ${String((y ?? 0) - 5)}l4.5 4.5 8-9`);
  number?.after(tick);
}
