// Stage: components. A procedure's page → its boxes keep what is ticked, in the run that the reader chose.
// The smallest part that keeps ticks safe; all else comes with the first use of it (on-demand.ts).
import { PROGRESS, TICK, type Progress } from '../../checklist/events.ts';
import { flowOf, type Flow, type Hides } from '../../checklist/flow.ts';
import { change, startRun, type Edits, type Run, type Snapshot } from '../../checklist/run.ts';
import {
  ASIDE,
  openStorage,
  openStore,
  type Changed,
  type Outcome,
} from '../../checklist/store.ts';
import { tick } from '../../checklist/tick.ts';
import { dateWords, progressWords } from '../../checklist/words.ts';
import type * as OnDemand from './on-demand.ts';
import { paintList } from './paint-list.ts';
import { readList } from './read-list.ts';

export const now = (): string => new Date().toISOString();

/**
 * The run bar of a procedure's page:
 * `<check-list data-procedure="<manual>/<procedure>" data-title data-revision data-list="<id of the list>" data-my>`.
 */
export class CheckList extends HTMLElement {
  /** branching-list.ts sets it on pages with decisions. */
  static hides: Hides = () => [];

  readonly store = openStore(openStorage(), now);
  run: Run | undefined;
  /** The steps as the page came with them, and their list. */
  snapshot!: Snapshot;
  list!: HTMLElement;
  /** The list that is shown: the page's, or that of the older snapshot which the run follows. */
  shown!: HTMLElement;
  #outcome: Outcome = 'saved';
  #flow!: Flow;

  connectedCallback(): void {
    const { list = '', revision: rev = '' } = this.dataset;
    this.shown = this.list = document.getElementById(list) ?? this;
    this.snapshot = { rev, items: readList(this.list) };
    const on = document.addEventListener.bind(document);
    on('change', ({ target }) => this.#answer(target as HTMLInputElement));
    on('click', ({ target }) => this.#press(target as Element));
    on(TICK, ({ detail: { step } }) => this.#tick(step));
    // Whoever upgrades after this element hears where the run stands, too.
    on('DOMContentLoaded', () => this.#tell());
    addEventListener('storage', ({ key }) => this.#heard(key));
    // A page that comes back from the browser's memory has heard nothing meanwhile.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#heard(null);
    });
    this.open();
    if (this.store.keys(ASIDE).length > 0) this.demand((more) => more.sayTrouble(this, 'aside'));
  }

  /** Takes up the run that the address names, else the one used last that is neither finished nor put away. */
  open(): void {
    const runs = this.store.list(this.dataset['procedure']);
    const wanted = new URLSearchParams(location.search).get('run');
    this.use(
      runs.find(({ id }) => id === wanted) ?? runs.find((run) => !run.finished && !run.archived),
    );
  }

  /** Shows this run, or none. */
  use(run: Run | undefined, outcome: Outcome = 'saved'): void {
    this.run = run;
    this.#outcome = outcome;
    const { items } = run?.snapshot ?? this.snapshot;
    const state = run ?? { done: {}, skipped: {}, notes: {}, chosen: {} };
    const flow = flowOf(items, state, CheckList.hides);
    this.#flow = flow;
    paintList(this.shown, items, run, flow);
    this.#bar(flow, items.find(({ id }) => id === flow.current)?.no);
    this.#tell();
    // Only where the manual changed since the run began is there more to show.
    const past = run && Object.keys({ ...run.past, [run.snapshot.rev]: 0, [this.snapshot.rev]: 0 });
    if (this.shown !== this.list || (past && past.length > 1))
      this.demand((more) => more.showOlder(this));
  }

  /** A new run of what the page shows now. */
  start(label: string): void {
    const { procedure = '', title = '' } = this.dataset;
    // Two machines never begin a run in the same millisecond with the same number.
    const id = Date.now().toString(36) + Math.random().toString(36).slice(2);
    const { snapshot } = this;
    this.took(this.store.put(startRun({ id, procedure, title, label, snapshot }, now())));
  }

  /** Changes the run; the first tick begins one. With `said` the reader can take it back. */
  edit(edits: (run: Run) => Edits, said?: string): void {
    if (!this.run) this.start(`รอบวันที่ ${dateWords(now())}`);
    const before = this.run as Run;
    const changed = this.store.update(before, (run) => change(run, edits(run), now()));
    this.took(changed);
    if (said && changed.outcome === 'saved')
      this.demand((more) => more.offerUndo(this, said, before, changed.run));
  }

  /** Shows a run as the storage left it; says so where that is not well. */
  took({ run, outcome }: Changed): void {
    const known = this.#outcome;
    this.use(run, outcome);
    if (outcome !== 'saved' && (outcome !== known || outcome === 'full'))
      this.demand((more) => more.sayTrouble(this, outcome));
  }

  /** Loads what a reader who only ticks does not need. */
  demand(act: (more: typeof OnDemand) => void): void {
    void import('./on-demand.ts').then(act);
  }

  #tell(): void {
    const { done, skipped, hidden, current } = this.#flow;
    const detail = { procedure: this.dataset['procedure'] ?? '', done, skipped, hidden, current };
    document.dispatchEvent(new CustomEvent<Progress>(PROGRESS, { detail }));
  }

  #bar(flow: Flow, no: string | undefined): void {
    const { run } = this;
    const words: Record<string, string> = {};
    if (run) {
      words['label'] = run.label;
      words['started'] = dateWords(run.started);
      words['revision'] = run.snapshot.rev.slice(0, 8);
      words['where'] = run.finished
        ? `จบเมื่อ ${dateWords(run.finished)}`
        : progressWords(flow) +
          (flow.skipped.length > 0 ? ` · ไม่เกี่ยวข้อง ${flow.skipped.length}` : '') +
          (this.#outcome === 'saved' ? '' : ' · ยังไม่ถูกบันทึก');
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

  #press(target: Element): void {
    const button = target.closest<HTMLElement>('[data-act]');
    const { act, step = '' } = button?.dataset ?? {};
    const { run } = this;
    const box = this.shown.querySelector<HTMLElement>('.is-current > .tick');
    if (act === 'step') this.demand((more) => more.editStep(this, step));
    else if (act === 'runs' || (act && (!run || run.finished)))
      this.demand((more) => more.openPanel(this));
    else if (act && box) {
      box.scrollIntoView({ block: 'center' });
      box.focus({ preventScroll: true });
    } else if (act) this.demand((more) => more.finish(this));
  }

  #answer(input: HTMLInputElement): void {
    const { step = '' } = input.dataset;
    if (input.matches('.tick')) this.#tick(step, input.checked);
    else if (input.matches('.way')) this.demand((more) => more.decide(this, step, input.value));
  }

  /** Work on a finished run opens it again. */
  #tick(step: string, on = !this.#flow.done.includes(step)): void {
    this.edit((run) => ({
      ...tick(run, step, on, now(), this.#flow.hidden),
      finished: undefined,
    }));
  }

  #heard(key: string | null): void {
    const changed = this.run && this.store.heard(key, this.run);
    if (changed) this.took(changed);
    else if (!this.run) this.open();
  }
}

customElements.define('check-list', CheckList);
