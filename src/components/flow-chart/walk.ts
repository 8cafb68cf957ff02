// Stage: components, in the browser, on demand. The chart's arrows → one step at a time: where you are, the ways on, the way back.
import { PROGRESS, TICK } from '../../checklist/events.ts';
import { chartArrows, listStops, numberOf, textOf, whoOf } from './walk-page.ts';
import { rowOf, shownNode } from './places.ts';
import { waysOn, type Way } from './walk-ways.ts';

/** What walks need to know of their element. */
interface Chart extends HTMLElement {
  step: string | undefined;
  readonly place: string | undefined;
}

const made = new WeakMap<Element, Walk>();

/** Starts at the step that the reader is at, else at the first. */
export function startWalk(chart: Chart, button: HTMLElement): void {
  const walk = made.get(chart) ?? new Walk(chart);
  made.set(chart, walk);
  walk.start(button);
}

class Walk {
  readonly #chart: Chart;
  readonly #panel: HTMLElement;
  readonly #place: HTMLElement;
  readonly #above: HTMLElement;
  readonly #text: HTMLElement;
  readonly #who: HTMLElement;
  readonly #question: HTMLElement;
  readonly #ways: HTMLElement;
  readonly #back: HTMLElement;
  readonly #done: HTMLElement;
  readonly #next: HTMLElement;
  readonly #nextLabel: HTMLElement;
  readonly #stops = listStops();
  readonly #arrows;
  /** The steps walked so far, the present one last; undefined is the end of the procedure. */
  #path: (string | undefined)[] = [];
  #ends = new AbortController();
  #opener: HTMLElement | undefined;

  constructor(chart: Chart) {
    this.#chart = chart;
    this.#arrows = chartArrows(chart);
    const part = (name: string): HTMLElement => {
      const element = chart.querySelector<HTMLElement>(`.walk [data-walk="${name}"]`);
      if (!element) throw new Error(`flow-chart: the walk has no "${name}"`);
      return element;
    };
    this.#place = part('place');
    this.#above = part('above');
    this.#text = part('text');
    this.#who = part('who');
    this.#question = part('question');
    this.#ways = part('ways');
    this.#back = part('back');
    this.#done = part('done');
    this.#next = part('next');
    this.#nextLabel = part('next-label');
    this.#panel = this.#place.closest<HTMLElement>('.walk') ?? this.#place;
    this.#panel.addEventListener('click', ({ target }) => {
      if (target instanceof Element) this.#act(target.closest<HTMLElement>('button'));
    });
  }

  start(opener: HTMLElement): void {
    this.#opener = opener;
    const step = this.#chart.step ?? this.#chart.place;
    const at = step && this.#stops.find((stop) => stop.step === step || stop.above === step);
    this.#path = [(at || this.#stops[0])?.step];
    this.#ends.abort();
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    document.addEventListener('keydown', (event) => this.#key(event), { signal });
    document.addEventListener(PROGRESS, () => this.#showDone(), { signal });
    // The chart keeps its place in the page, however it is shown while walking.
    this.#chart.style.setProperty('min-block-size', `${String(this.#chart.offsetHeight)}px`);
    this.#layOut();
    this.#panel.hidden = false;
    this.#show();
  }

  /** Where the chart stands beside the list, the panel lies over the list and leaves the chart free. */
  #layOut(): void {
    const list = rowOf(this.#stops[0]?.step ?? '')
      ?.closest('section, .steps')
      ?.getBoundingClientRect();
    const isBeside = list !== undefined && this.#chart.getBoundingClientRect().left >= list.right;
    this.#chart.classList.add('is-walking');
    this.#chart.classList.toggle('is-beside', isBeside);
    const { style } = this.#panel;
    style.setProperty('inset-inline-start', isBeside ? `${String(list.left)}px` : '');
    style.setProperty('inline-size', isBeside ? `${String(list.width)}px` : '');
  }

  #leave(): void {
    this.#ends.abort();
    this.#unmark();
    this.#panel.hidden = true;
    this.#chart.classList.remove('is-walking', 'is-beside');
    this.#chart.style.removeProperty('min-block-size');
    // The reader stays at the step where the walk was.
    this.#opener?.focus({ preventScroll: true });
  }

  #act(button: HTMLElement | null): void {
    const name = button?.dataset['walk'];
    if (name === 'leave') this.#leave();
    if (name === 'back') this.#goBack();
    if (name === 'done') this.#tick();
    if (name === 'next') this.#goOn(this.#waysOn()[0]);
    const way = button?.dataset['way'];
    if (way !== undefined) this.#goOn(this.#waysOn()[Number(way)]);
  }

  #key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && !document.querySelector('dialog[open]')) this.#leave();
    else if (!this.#panel.contains(document.activeElement)) return;
    else if (event.key === 'ArrowLeft') this.#goBack();
    else if (event.key === 'ArrowRight' && this.#waysOn().length === 1)
      this.#goOn(this.#waysOn()[0]);
    else return;
    event.preventDefault();
  }

  #waysOn(): Way[] {
    const step = this.#path.at(-1);
    if (step === undefined) return [];
    const shown = !this.#chart.querySelector('.switch input:not(:checked)');
    const arrows = shown ? this.#arrows : this.#arrows.filter(({ inferred }) => !inferred);
    return waysOn(step, this.#stops, arrows);
  }

  #goOn(way: Way | undefined): void {
    if (way) {
      this.#path.push(way.to);
      this.#show();
    } else this.#leave();
  }

  #goBack(): void {
    if (this.#path.length < 2) return;
    this.#path.pop();
    this.#show();
  }

  #tick(): void {
    const step = this.#path.at(-1);
    if (step === undefined) return;
    document.dispatchEvent(new CustomEvent(TICK, { detail: { step } }));
    this.#showDone();
  }

  #show(): void {
    const step = this.#path.at(-1);
    const ways = this.#waysOn();
    const asks = ways.length > 1;
    this.#say(step);
    this.#question.hidden = !asks;
    this.#ways.replaceChildren(...(asks ? ways.map((way, i) => wayButton(way, i)) : []));
    this.#back.setAttribute('aria-disabled', String(this.#path.length < 2));
    this.#next.hidden = asks;
    this.#nextLabel.textContent = step === undefined ? 'ปิด' : 'ถัดไป';
    this.#next.querySelector('svg')?.toggleAttribute('hidden', step === undefined);
    this.#showDone();
    this.#markPlace(step);
    // A question is read before it is answered: Enter, pressed once too often, must not answer it.
    (asks ? this.#question : this.#next).focus({ preventScroll: true });
  }

  #say(step: string | undefined): void {
    const at = this.#stops.findIndex((candidate) => candidate.step === step);
    const stop = this.#stops[at];
    if (!stop) {
      this.#place.textContent = 'สิ้นสุด';
      this.#above.textContent = '';
      this.#text.textContent = 'ไม่มีขั้นถัดไปแล้ว';
      this.#who.replaceChildren();
      return;
    }
    // Where there are substeps, the last number printed is not how many there are.
    const isFlat = this.#stops.every(({ above }) => above === undefined);
    const position = isFlat ? '' : ` · ลำดับที่ ${String(at + 1)}`;
    this.#place.textContent = `ขั้น ${numberOf(stop.step)}${position} จาก ${String(this.#stops.length)}`;
    // One line, without the marks that allow a break.
    const above = stop.above && rowOf(stop.above)?.querySelector('.step-text');
    this.#above.textContent = above ? `ในขั้น ${numberOf(stop.above)} ${above.textContent}` : '';
    this.#text.replaceChildren(...textOf(stop.step));
    this.#who.replaceChildren(...whoOf(stop.step));
  }

  #showDone(): void {
    const step = this.#path.at(-1);
    const box = step && rowOf(step)?.querySelector<HTMLInputElement>('input[type="checkbox"]');
    this.#done.hidden = !box;
    this.#done.setAttribute('aria-pressed', String(box instanceof HTMLInputElement && box.checked));
  }

  #unmark(): void {
    for (const walked of document.querySelectorAll('.is-walked'))
      walked.classList.remove('is-walked');
  }

  #markPlace(step: string | undefined): void {
    this.#unmark();
    if (step === undefined) return;
    this.#chart.step = step;
    const row = rowOf(step);
    const node = shownNode(this.#chart, step);
    row?.classList.add('is-walked');
    for (const place of this.#chart.querySelectorAll<SVGElement>('.fc-n'))
      place.classList.toggle('is-walked', place.dataset['step'] === step);
    const figure = this.#chart.querySelector('figure');
    if (!this.#chart.classList.contains('is-beside') || !figure || !node) {
      (node ?? row)?.scrollIntoView({ block: 'center' });
      return;
    }
    row?.scrollIntoView({ block: 'center' });
    // Beside the list the chart is a window of its own; it has no scroll bar, so it takes no wheel.
    const [frame, at] = [figure.getBoundingClientRect(), node.getBoundingClientRect()];
    figure.scrollTo({
      top: figure.scrollTop + at.top - frame.top - (figure.clientHeight - at.height) / 2,
    });
  }
}

function wayButton({ to, when, inferred }: Way, index: number): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn';
  button.dataset['way'] = String(index);
  const target = to === undefined ? 'สิ้นสุด' : `ไปขั้น ${numberOf(to)}`;
  const condition = document.createElement('b');
  condition.textContent = when || 'ทำต่อตามลำดับ';
  button.append(condition, ` ${target}`);
  if (inferred) button.append(' (ผู้เรียบเรียงเพิ่ม)');
  return button;
}
