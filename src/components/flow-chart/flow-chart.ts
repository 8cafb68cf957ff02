// Stage: components, in the browser. The static chart and list of steps → marks, the reader's place, the lens; the rest on demand.
import { PROGRESS, type Progress } from '../../checklist/events.ts';
import { nodesOf, rowOf, shownNode, stepAt } from './places.ts';
import { listProgress, markProgress } from './progress.ts';

/** What a button asks for in `data-chart-do`; each loads its own module. */
const tools: Record<string, () => Promise<(chart: FlowChart, button: HTMLElement) => unknown>> = {
  walk: async () => (await import('./walk.ts')).startWalk,
  view: async () => (await import('./view.ts')).openView,
  menu: async () => (await import('./tools.ts')).runTool,
};

/**
 * Light DOM around `figure[data-chart]`. Without a script the figure is a drawing with links; with it
 * the drawing and the list mark each other, follow the reader and open the tools.
 */
export class FlowChart extends HTMLElement {
  /** The step that the reader went or walked to. */
  step: string | undefined;
  /** The first step of the reader's run that is not done. */
  place: string | undefined;
  #ends = new AbortController();

  connectedCallback(): void {
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    const on = (type: string, act: (event: Event) => void): void =>
      document.addEventListener(type, act, { signal });
    on('pointerover', ({ target }) => this.#mark(target));
    on('focusin', ({ target }) => this.#mark(target));
    on('click', (event) => void this.#click(event as MouseEvent));
    on('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Escape' && this.#closeMenu(true))
        event.preventDefault();
    });
    on('change', ({ target }) => this.#look(target));
    on(PROGRESS, (event) => this.#follow((event as CustomEvent<Progress>).detail));
    this.addEventListener('toggle', ({ target }) => void this.#open(target), {
      capture: true,
      signal,
    });
    const arrive = (): void => {
      this.step = stepAt(document.getElementById(location.hash.slice(1))) ?? this.step;
    };
    addEventListener('hashchange', arrive, { signal });
    arrive();
    // The list may have been there first.
    const progress = listProgress();
    this.place = progress.current;
    markProgress(this, progress);
    if (this.querySelector('.fc-g[data-step]'))
      void import('./fold.ts').then(({ addFoldButtons }) => addFoldButtons(this));
    // A menu that was opened before.
    void this.#open(this.querySelector('.menu[open]'));
    // A radio button that the browser kept over a reload.
    this.#look(document.querySelector('.lens :checked'));
  }

  disconnectedCallback(): void {
    this.#ends.abort();
  }

  #mark(target: EventTarget | null): void {
    const step = stepAt(target);
    for (const place of this.#places('.is-marked')) place.classList.remove('is-marked');
    if (step === undefined) return;
    const nodes = nodesOf(this, step);
    if (nodes.length > 0)
      for (const place of [rowOf(step), ...nodes]) place?.classList.add('is-marked');
  }

  async #click(event: MouseEvent): Promise<void> {
    const { target } = event;
    if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const toChart = target.closest('[data-to-chart]');
    const step = stepAt(toChart ?? target.closest('.fc-n'));
    if (step !== undefined && nodesOf(this, step).length > 0) this.step = step;
    const node = toChart && step !== undefined && shownNode(this, step);
    if (node) {
      event.preventDefault();
      node.scrollIntoView({ block: 'center' });
      node.focus({ preventScroll: true });
    }
    if (!target.closest('.menu')) this.#closeMenu();
    const button = target.closest<HTMLElement>('[data-chart-do]');
    const load = this.contains(button) && tools[button?.dataset['chartDo'] ?? ''];
    if (!button || !load) return;
    if (button.matches('a')) event.preventDefault();
    const [act] = await Promise.all([load(), this.#addPanels()]);
    act(this, button);
  }

  /** The tools are there before the first of them is asked for: a copy has to follow the click at once. */
  async #open(menu: EventTarget | null): Promise<void> {
    if (!(menu instanceof HTMLDetailsElement)) return;
    const [{ nameStep }] = await Promise.all([import('./tools.ts'), this.#addPanels()]);
    nameStep(this, menu);
  }

  /** What the tools open. */
  async #addPanels(): Promise<void> {
    const { addPanels } = await import('./panels.ts');
    addPanels(this, document.querySelector<HTMLElement>('check-list')?.dataset['title'] ?? '');
  }

  #closeMenu(isAsked = false): boolean {
    const menu = this.querySelector<HTMLDetailsElement>('.menu[open]');
    if (!menu) return false;
    menu.open = false;
    if (isAsked) menu.querySelector('summary')?.focus();
    return true;
  }

  #follow(progress: Progress): void {
    const name = this.querySelector<HTMLElement>('[data-chart]')?.dataset['chart'];
    if (progress.procedure.split('/').at(-1) !== name) return;
    // Before a run has begun its first step is no place that the reader reached: the list marks none.
    const { current } = listProgress();
    this.place = current && progress.current;
    markProgress(this, { ...progress, current: this.place });
  }

  /** The lens: steps that the chosen radio button does not name step back, in the chart and in the list. */
  #look(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement) || !target.matches('.lens input')) return;
    const named = target.dataset['steps']?.split(' ');
    for (const place of this.#places('[data-step]'))
      place.classList.toggle('is-dim', named?.includes(place.dataset['step'] ?? '') === false);
  }

  /** Rows of the list and nodes of the drawings. */
  #places(which: string): NodeListOf<HTMLElement> {
    return document.querySelectorAll(`.steps li${which}, .fc-n${which}`);
  }
}

customElements.define('flow-chart', FlowChart);
