// Stage: components. A procedure's page → its boxes as the reader's run has them.
// The part that shows, as small as it can be; the part that works comes with the first touch (on-demand.ts).
import { PROGRESS, TICK, type Progress } from '../../checklist/events.ts';
import { flowOf, type Flow } from '../../checklist/flow.ts';
import type { Run, Snapshot } from '../../checklist/run.ts';
import { ASIDE, openStorage, openStore, type Outcome } from '../../checklist/store.ts';
import { dateWords, progressWords } from '../../checklist/words.ts';
import type * as OnDemand from './on-demand.ts';
import { paintList } from './paint-list.ts';
import { readList } from './read-list.ts';

/**
 * The run bar of a procedure's page:
 * `<check-list data-procedure="<manual>/<procedure>" data-title data-revision data-list="<id of the list>" data-my>`.
 */
export class CheckList extends HTMLElement {
  readonly store = openStore(openStorage(), () => new Date().toISOString());
  run: Run | undefined;
  /** The steps as the page came with them, and their list. */
  snapshot!: Snapshot;
  list!: HTMLElement;
  /** The list that is shown: the page's, or that of the older snapshot which the run follows. */
  shown!: HTMLElement;
  /** How the last change ended. */
  outcome: Outcome = 'saved';
  flow!: Flow;
  #more: typeof OnDemand | undefined;

  connectedCallback(): void {
    const { list = '', revision: rev = '' } = this.dataset;
    this.shown = this.list = document.getElementById(list) ?? this;
    this.snapshot = { rev, items: readList(this.list) };
    const on = document.addEventListener.bind(document);
    const answer = (target: unknown): void => {
      // As it is now: by the time the answer is written, the page may have been painted anew.
      const { dataset, type, checked, value } = target as HTMLInputElement;
      const { step } = dataset;
      if (step) this.demand((more) => more.answer(this, step, type === 'radio' ? value : checked));
    };
    on('change', ({ target }) => answer(target));
    on('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-act]');
      if (button) this.demand((more) => more.press(this, button));
    });
    on(TICK, ({ detail: { step } }) => this.demand((more) => more.tickStep(this, step)));
    // Whoever upgrades after this element hears where the run stands, too.
    on('DOMContentLoaded', () => this.#tell());
    addEventListener('storage', ({ key }) => this.demand((more) => more.hear(this, key)));
    // A page that comes back from the browser's memory has heard nothing meanwhile.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.demand((more) => more.hear(this, null));
    });
    // Answered before this was there (first-paint.js).
    const early = this.list.querySelectorAll<HTMLInputElement>('[data-touched]:checked');
    this.list.querySelectorAll('[data-touched]').forEach(answer);
    this.open();
    // They look as they were left until their answers are written.
    for (const box of early) box.checked = true;
    // The reader is here (wake/): loaded while the finger comes down, so that it is there for the tick.
    this.demand(() => undefined);
    // Who works on a run will tick soon; of a run that is damaged or not here something has to be said.
    if (this.run || location.search || this.store.keys(ASIDE)[0])
      this.demand((more) => more.greet(this));
  }

  /**
   * Takes up the run that the address names, else the one used last that is neither finished nor put away.
   * Where the named one is not here, no other stands in its place: somebody would tick the wrong school's.
   */
  open(): void {
    const wanted = new URLSearchParams(location.search).get('run');
    const run = this.store
      .list(this.dataset['procedure'])
      .find(({ id, finished, archived }) => (wanted ? id === wanted : !finished && !archived));
    this.use(run);
  }

  /** Shows this run, or none. */
  use(run: Run | undefined, outcome: Outcome = 'saved'): void {
    this.run = run;
    this.outcome = outcome;
    const { items } = run?.snapshot ?? this.snapshot;
    const state = run ?? { done: {}, skipped: {}, notes: {}, chosen: {} };
    this.flow = flowOf(items, state);
    paintList(this.shown, items, run, this.flow);
    this.#bar(items.find(({ id }) => id === this.flow.current)?.no);
    this.#tell();
    // Only where the manual changed since the run began is there more to show.
    const revs = run && Object.keys({ ...run.past, [run.snapshot.rev]: 0, [this.snapshot.rev]: 0 });
    if (this.shown !== this.list || revs?.[1]) this.demand((more) => more.showOlder(this));
    this.#more?.holdRun(this);
  }

  /** Does what needs the part that works: at once where it is there. Where it cannot be had, nothing looks done that is not. */
  demand(act: (more: typeof OnDemand) => void): void {
    if (this.#more) act(this.#more);
    else
      import('./on-demand.ts').then(
        (more) => {
          // Had it not come before, that was said.
          if (!this.#more) this.querySelector('.run-said')?.replaceChildren();
          act((this.#more = more));
          more.holdRun(this);
        },
        () => {
          this.use(this.run);
          const words = this.querySelector('template')?.content.cloneNode(true) ?? '';
          this.querySelector('.run-said')?.replaceChildren(words);
        },
      );
  }

  #tell(): void {
    const detail = { procedure: this.dataset['procedure'] ?? '', ...this.flow };
    document.dispatchEvent(new CustomEvent<Progress>(PROGRESS, { detail }));
  }

  #bar(no: string | undefined): void {
    const { run, flow } = this;
    const words: Record<string, string> = {};
    if (run) {
      words['label'] = run.label;
      words['started'] = dateWords(run.started);
      words['revision'] = run.snapshot.rev.slice(0, 8);
      words['where'] = run.finished
        ? `จบเมื่อ ${dateWords(run.finished)}`
        : (this.outcome === 'saved' ? '' : 'ยังไม่ถูกบันทึก · ') +
          progressWords(flow) +
          (flow.skipped[0] ? ` · ไม่เกี่ยวข้อง ${flow.skipped.length}` : '');
      words['main'] = run.finished ? 'เริ่มรอบใหม่' : no ? `ไปขั้น ${no}` : 'จบรอบงาน';
    }
    for (const part of document.querySelectorAll<HTMLElement>('[data-run]')) {
      // Without a run it says what the page came with.
      part.dataset['was'] ??= part.textContent;
      const text = words[part.dataset['run'] ?? ''] ?? part.dataset['was'];
      // Told again to a screen reader only when it is new.
      if (part.textContent !== text) part.textContent = text;
    }
    const bar = this.querySelector('progress');
    if (bar) [bar.max, bar.value] = [flow.total || 1, flow.count];
  }
}

customElements.define('check-list', CheckList);
