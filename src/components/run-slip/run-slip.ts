// Stage: components. The run used last → the slip on the home page that takes it up again.
import { flowOf } from '../../checklist/flow.ts';
import { make } from '../../checklist/make.ts';
import type { Item, Run } from '../../checklist/run.ts';
import { openStorage, openStore } from '../../checklist/store.ts';
import { progressWords } from '../../checklist/words.ts';

/** `<run-slip data-home="/" data-revisions="/data/revisions.json" hidden>`: shown only where a run waits. */
class RunSlip extends HTMLElement {
  connectedCallback(): void {
    const store = openStore(openStorage(), () => new Date().toISOString());
    const open = store.list().filter(({ finished, archived }) => !finished && !archived);
    if (open[0]) void this.#offer(open);
  }

  async #offer(open: readonly Run[]): Promise<void> {
    // A procedure that the site has no more cannot be gone on with; /my/ says so.
    const known = await fetch(this.dataset['revisions'] ?? '')
      .then((answer) => answer.json() as Promise<Record<string, string>>)
      .catch(() => undefined);
    // Only now: most who come here have no run.
    const { holdWords } = await import('../../thai/thai-nodes.ts');
    const run = open.find(({ procedure }) => !known || procedure in known);
    if (!run) return;
    const { items } = run.snapshot;
    const flow = flowOf(items, run);
    const next = items.find(({ id }) => id === flow.current);
    const last = items
      .filter(({ id }) => id in run.done)
      .toSorted((a, b) => ((run.done[a.id] ?? '') < (run.done[b.id] ?? '') ? 1 : -1))[0];
    const home = this.dataset['home'] ?? '/';
    const step = next ? `#step-${next.id}` : '';
    const line = (item: Item | undefined, state: string): Node | undefined =>
      item &&
      make(
        'li',
        { class: state },
        make('span', { class: 'num' }, item.no),
        make('span', {}, item.text),
      );
    this.append(
      make(
        'p',
        { class: 'slip-head' },
        make('b', {}, 'ทำต่อ'),
        make('span', {}, progressWords(flow)),
      ),
      make('h2', {}, run.title),
      make('p', { class: 'soft' }, `รอบ “${run.label}”`),
      make('ol', { class: 'slip-steps' }, line(last, 'is-done'), line(next, 'is-current')),
      make(
        'p',
        { class: 'row' },
        make(
          'a',
          { class: 'btn btn-main', href: `${home}manuals/${run.procedure}/?run=${run.id}${step}` },
          next ? `ทำขั้น ${next.no} ต่อ` : 'เปิดดู',
        ),
        make('a', { class: 'btn btn-bare', href: `${home}my/` }, 'รอบงานทั้งหมด'),
      ),
    );
    this.className = 'slip';
    this.hidden = false;
    holdWords(this);
  }
}

customElements.define('run-slip', RunSlip);
