// Stage: components, in the browser, on demand. A drawing → the same drawing over the whole window, to zoom and pan.
import { laneHeads, type LaneHeads } from './lane-heads.ts';
import { zoomAround, type Point } from './zoom.ts';

const SMALLEST = 0.25;
const LARGEST = 4;
const FACTOR = 1.25;

const made = new WeakMap<Element, ChartView>();

/** Opens the dialog that the chart carries; the drawing moves into it and, when it closes, back. */
export function openView(chart: HTMLElement): void {
  const view = made.get(chart) ?? new ChartView(chart);
  made.set(chart, view);
  view.open();
}

class ChartView {
  readonly #dialog: HTMLDialogElement;
  readonly #pan: HTMLElement;
  readonly #drawing: SVGSVGElement;
  readonly #level: HTMLElement | null;
  /** Of a drawing with lanes, while it is here. */
  #heads: LaneHeads | undefined;
  #scale = 1;
  /** Pixels between two fingers and the scale when they came down. */
  #pinch: { apart: number; scale: number } | undefined;

  constructor(chart: HTMLElement) {
    this.#dialog = found(chart.querySelector<HTMLDialogElement>('dialog.chart-view'));
    this.#pan = found(this.#dialog.querySelector<HTMLElement>('.chart-view-pan'));
    // Wide drawings are what this is for.
    this.#drawing = found(
      chart.querySelector<SVGSVGElement>('.fc-lanes') ?? chart.querySelector<SVGSVGElement>('.fc'),
    );
    this.#level = this.#dialog.querySelector('output');
    const full = this.#dialog.querySelector<HTMLElement>('[data-view="full"]');
    if (full) full.hidden = !document.fullscreenEnabled;
    this.#listen();
  }

  open(): void {
    const figure = this.#drawing.parentElement;
    const next = this.#drawing.nextSibling;
    if (!figure) return;
    // The page behind must not move while the drawing is away.
    figure.style.setProperty('min-block-size', `${figure.offsetHeight}px`);
    this.#pan.append(this.#drawing);
    this.#dialog.showModal();
    this.#heads = laneHeads(this.#drawing);
    if (this.#heads) this.#drawing.before(this.#heads.element);
    this.#fit(1);
    this.#pan.focus();
    this.#dialog.addEventListener(
      'close',
      () => {
        // What was in the dialog would stay on the full screen, with the button that ends it out of sight.
        if (document.fullscreenElement) void document.exitFullscreen();
        this.#drawing.style.removeProperty('inline-size');
        this.#heads?.element.remove();
        figure.insertBefore(this.#drawing, next);
        figure.style.removeProperty('min-block-size');
      },
      { once: true },
    );
  }

  #listen(): void {
    const pan = this.#pan;
    this.#dialog.addEventListener('click', ({ target }) => {
      const at = target instanceof Element ? target : undefined;
      const button = at?.closest<HTMLElement>('[data-view]');
      if (button) this.#act(button.dataset['view']);
      // A node leads to its step, which is on the page behind.
      else if (at?.closest('a[href^="#"]')) this.#dialog.close();
    });
    pan.addEventListener('keydown', (event) => {
      const act = { '+': 'in', '=': 'in', '-': 'out', '0': 'fit' }[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      this.#act(act);
    });
    // The wheel scrolls; with Ctrl, as a trackpad's pinch reports itself, it zooms.
    pan.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        this.#zoom(this.#scale * Math.exp(-event.deltaY / 300), this.#inside(event));
      },
      { passive: false },
    );
    this.#drag(pan);
    pan.addEventListener('touchstart', ({ touches }) => {
      const apart = distance(touches);
      this.#pinch = apart === undefined ? undefined : { apart, scale: this.#scale };
    });
    pan.addEventListener(
      'touchmove',
      (event) => {
        const apart = distance(event.touches);
        if (!this.#pinch || apart === undefined) return;
        event.preventDefault();
        this.#zoom(
          (this.#pinch.scale * apart) / this.#pinch.apart,
          this.#inside(middle(event.touches)),
        );
      },
      { passive: false },
    );
  }

  /** A mouse takes hold of the drawing; fingers scroll by themselves. */
  #drag(pan: HTMLElement): void {
    let from: { x: number; y: number; left: number; top: number } | undefined;
    let moved = false;
    pan.addEventListener('pointerdown', (event) => {
      if (event.pointerType !== 'mouse' || event.button !== 0) return;
      from = { x: event.clientX, y: event.clientY, left: pan.scrollLeft, top: pan.scrollTop };
      moved = false;
    });
    pan.addEventListener('pointermove', (event) => {
      if (!from || event.buttons !== 1) {
        from = undefined;
        return;
      }
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      moved ||= Math.abs(x) + Math.abs(y) > 4;
      if (moved) pan.scrollTo({ left: from.left - x, top: from.top - y, behavior: 'instant' });
    });
    // The end of a drag is not a click on the node under the mouse.
    pan.addEventListener(
      'click',
      (event) => {
        if (!moved) return;
        moved = false;
        event.preventDefault();
        event.stopPropagation();
      },
      { capture: true },
    );
    pan.addEventListener('dragstart', (event) => event.preventDefault());
  }

  #act(what: string | undefined): void {
    if (what === 'in') this.#zoom(this.#scale * FACTOR);
    if (what === 'out') this.#zoom(this.#scale / FACTOR);
    if (what === 'fit') this.#fit(this.#fitting());
    if (what === 'close') this.#dialog.close();
    if (what === 'full') void this.#fullScreen();
  }

  /** A dialog itself may not be shown full screen, what is in it may. */
  async #fullScreen(): Promise<void> {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await this.#dialog.firstElementChild?.requestFullscreen();
    } catch {
      // The browser or the reader said no: the window is full already.
    }
  }

  /** The scale at which the drawing is at most as wide and as high as the pane, and not enlarged. */
  #fitting(): number {
    const { width, height } = this.#drawing.viewBox.baseVal;
    const room = 2 * Number.parseFloat(getComputedStyle(this.#pan).paddingTop);
    const { clientWidth, clientHeight } = this.#pan;
    return Math.min((clientWidth - room) / width, (clientHeight - room) / height, 1);
  }

  #fit(scale: number): void {
    this.#zoom(scale);
    this.#pan.scrollTo({ left: 0, top: 0, behavior: 'instant' });
  }

  #zoom(
    wanted: number,
    around: Point = { x: this.#pan.clientWidth / 2, y: this.#pan.clientHeight / 2 },
  ): void {
    const scale = Math.min(LARGEST, Math.max(SMALLEST, wanted));
    const pan = this.#pan;
    const at = zoomAround({ x: pan.scrollLeft, y: pan.scrollTop }, around, scale / this.#scale);
    this.#scale = scale;
    const width = Math.floor(this.#drawing.viewBox.baseVal.width * scale);
    this.#drawing.style.setProperty('inline-size', `${String(width)}px`);
    this.#heads?.fit(width);
    pan.scrollTo({ left: at.x, top: at.y, behavior: 'instant' });
    if (this.#level) this.#level.textContent = `${String(Math.round(scale * 100))}%`;
  }

  #inside({ clientX, clientY }: { clientX: number; clientY: number }): Point {
    const { left, top } = this.#pan.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }
}

function distance(touches: TouchList): number | undefined {
  const [a, b] = touches;
  return touches.length === 2 && a && b
    ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)
    : undefined;
}

function middle(touches: TouchList): { clientX: number; clientY: number } {
  const [a, b] = touches;
  return a && b
    ? { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 }
    : { clientX: 0, clientY: 0 };
}

/** @throws where FlowChart.astro no longer writes what this works on */
function found<T>(element: T | null): T {
  if (!element) throw new Error('flow-chart: the page lacks a part of the chart');
  return element;
}
