// Stage: components, in the browser, on demand. A frame of substeps → a button that closes it: the same drawing without what is inside, and back.
import { movePath, withoutStrips, type Strip } from './fold-heights.ts';
import { numberOf } from './walk-page.ts';

/** What stays open below the header of a closed frame, in the drawing's units. */
const REST = 14;

/** The heights of a drawing as it was built: attribute texts by element. */
const built = new WeakMap<Element, Map<Element, ReadonlyMap<string, string>>>();

/** A button on the header of every frame. They lie on the drawing: nothing moves when they come. */
export function addFoldButtons(chart: Element): void {
  for (const drawing of chart.querySelectorAll('svg.fc'))
    for (const frame of frames(drawing)) addButton(chart, frame);
  unfoldForPaper(chart);
}

/** Paper has no buttons: all is printed, and afterwards the frames are as the reader left them. */
function unfoldForPaper(chart: Element): void {
  let closed: string[] = [];
  addEventListener('beforeprint', () => {
    const steps = [...chart.querySelectorAll<HTMLElement>('.fc-g.is-folded')].map(
      (frame) => frame.dataset['step'] ?? '',
    );
    closed = [...new Set(steps)];
    for (const step of closed) toggleFold(chart, step);
  });
  addEventListener('afterprint', () => {
    for (const step of closed) toggleFold(chart, step);
    closed = [];
  });
}

function addButton(chart: Element, frame: SVGElement): void {
  const step = frame.dataset['step'] ?? '';
  const { left, foot } = headerOf(frame);
  const x = left + 17;
  const button = draw('g', {
    class: 'fc-fold',
    role: 'button',
    tabindex: 0,
    'aria-expanded': 'true',
    'aria-label': `ขั้นตอนย่อยของขั้น ${numberOf(step)}`,
  });
  button.append(
    // As large as a thumb; what is seen is smaller.
    draw('rect', { class: 'fc-hit', x: x - 22, y: foot - 22, width: 44, height: 44 }),
    draw('circle', { cx: x, cy: foot, r: 11 }),
    draw('path', { d: `M${x - 5} ${foot}H${x + 5}` }),
    draw('path', { class: 'fc-plus', d: `M${x} ${foot - 5}V${foot + 5}` }),
  );
  const toggle = (event: Event): void => {
    event.preventDefault();
    toggleFold(chart, step);
  };
  button.addEventListener('click', toggle);
  button.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') toggle(event);
  });
  // After the header that it is on, before what it closes.
  frame.querySelector('.fc-head')?.after(button);
}

/** Closes or opens the frame of a step in every drawing of the chart. */
function toggleFold(chart: Element, step: string): void {
  for (const drawing of chart.querySelectorAll<SVGSVGElement>('svg.fc')) {
    for (const frame of frames(drawing)) {
      if (frame.dataset['step'] !== step) continue;
      const folded = frame.classList.toggle('is-folded');
      frame.querySelector('.fc-fold')?.setAttribute('aria-expanded', String(!folded));
    }
    redraw(drawing);
  }
}

function redraw(drawing: SVGSVGElement): void {
  const heights = built.get(drawing) ?? heightsOf(drawing);
  built.set(drawing, heights);
  for (const [element, attributes] of heights)
    for (const [name, text] of attributes) element.setAttribute(name, text);
  const folded = frames(drawing).filter((frame) => frame.classList.contains('is-folded'));
  const strips = folded.map(stripOf);
  hideEdges(drawing, folded, strips);
  if (strips.length === 0) return;
  const move = withoutStrips(strips);
  for (const [element, attributes] of heights) moveElement(element, attributes, move);
}

/** Arrows inside a closed frame, and the words of all that begin in one: the list has them. */
function hideEdges(drawing: Element, folded: readonly Element[], strips: readonly Strip[]): void {
  const closed = folded.map(
    (frame) =>
      new Set([...frame.querySelectorAll<SVGElement>('.fc-n')].map((node) => node.dataset['step'])),
  );
  const isInside = (path: SVGElement): boolean =>
    closed.some((steps) => steps.has(path.dataset['from']) && steps.has(path.dataset['to']));
  for (const path of drawing.querySelectorAll<SVGElement>('.fc-e [data-from]'))
    path.classList.toggle('is-away', isInside(path));
  for (const words of drawing.querySelectorAll('.fc-wb, .fc-when, .fc-r > *')) {
    const y =
      number(words, 'y') || Number(/^M\S+ ([-\d.]+)/.exec(words.getAttribute('d') ?? '')?.[1]);
    words.classList.toggle(
      'is-away',
      strips.some(({ top, bottom }) => y >= top && y < bottom),
    );
  }
}

function moveElement(
  element: Element,
  attributes: ReadonlyMap<string, string>,
  move: (y: number) => number,
): void {
  const built = (name: string): number => Number(attributes.get(name) ?? 0);
  for (const [name, text] of attributes) {
    if (name === 'd') element.setAttribute(name, movePath(text, move));
    else if (name === 'viewBox') {
      const [x = 0, y = 0, width = 0, height = 0] = text.split(' ').map(Number);
      element.setAttribute(name, [x, y, width, move(height)].join(' '));
    } else if (name === 'height') {
      const foot = move(built('y') + built('height'));
      element.setAttribute(name, String(foot - move(built('y'))));
    } else element.setAttribute(name, String(move(Number(text))));
  }
}

function heightsOf(drawing: SVGSVGElement): Map<Element, ReadonlyMap<string, string>> {
  const names = ['d', 'y', 'cy', 'height', 'viewBox'];
  const shapes = [...drawing.querySelectorAll('path, rect, circle, text')].filter(
    (element) => !element.closest('defs'),
  );
  return new Map(
    [drawing, ...shapes].map((element) => [
      element,
      new Map(
        names.flatMap((name): [string, string][] => {
          const text = element.getAttribute(name);
          return text === null ? [] : [[name, text]];
        }),
      ),
    ]),
  );
}

function frames(drawing: Element): SVGElement[] {
  return [...drawing.querySelectorAll<SVGElement>('.fc-g[data-step]')];
}

/** From the header's foot to the frame's. */
function stripOf(frame: Element): Strip {
  const box = frame.querySelector('.fc-frame');
  const top = headerOf(frame).foot;
  const foot = box ? number(box, 'y') + number(box, 'height') : 0;
  return { top, bottom: Math.max(top, foot - REST) };
}

/** A header is a rectangle, `M<left> <top>h<width>v<height>…`. */
function headerOf(frame: Element): { left: number; foot: number } {
  const shape = frame.querySelector('.fc-head .fc-gh')?.getAttribute('d') ?? '';
  const [, left, top, height] =
    /^M([-\d.]+) ([-\d.]+)h[-\d.]+v([-\d.]+)/.exec(shape)?.map(Number) ?? [];
  return { left: left ?? 0, foot: (top ?? 0) + (height ?? 0) };
}

function number(element: Element, name: string): number {
  return Number(element.getAttribute(name) ?? 0);
}

function draw(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
