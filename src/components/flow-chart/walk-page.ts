// Stage: components, in the browser. The page's list of steps and the chart's drawing → what a walk goes by.
import { rowOf } from './places.ts';
import type { Arrow, Stop } from './walk-ways.ts';

/** The steps of the list in order; one with substeps is not walked itself, its substeps are. */
export function listStops(): Stop[] {
  return [...document.querySelectorAll<HTMLElement>('.steps li[id][data-step]')]
    .filter((row) => !row.querySelector('li[data-step]'))
    .map((row) => ({
      step: row.dataset['step'] ?? '',
      above: row.parentElement?.closest<HTMLElement>('li[data-step]')?.dataset['step'],
    }));
}

/** Every drawing has the same arrows: the first is read. */
export function chartArrows(chart: Element): Arrow[] {
  const edges = chart.querySelector('.fc .fc-e');
  return [...(edges?.querySelectorAll<SVGPathElement>('path[data-from][data-to]') ?? [])].map(
    (path) => ({
      from: path.dataset['from'] ?? '',
      to: path.dataset['to'] ?? '',
      when: path.dataset['when'] ?? '',
      inferred: path.classList.contains('fc-i'),
    }),
  );
}

/** As the list numbers it. */
export function numberOf(step: string): string {
  return rowOf(step)?.querySelector('.step-no')?.textContent.trim() ?? '';
}

/** A copy of the step's words, with the spans that hold Thai words together. */
export function textOf(step: string): Node[] {
  const text = rowOf(step)?.querySelector('.step-text');
  return text ? [...text.cloneNode(true).childNodes] : [];
}
