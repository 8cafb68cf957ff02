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

/** Every drawing has the same arrows: the first is read. Those of a step come in the order of the list. */
export function chartArrows(chart: Element): Arrow[] {
  const paths = chart
    .querySelector('.fc .fc-e')
    ?.querySelectorAll<SVGPathElement>('path[data-from][data-to]');
  const arrows = [...(paths ?? [])].map(({ dataset, classList }) => ({
    from: dataset['from'] ?? '',
    to: dataset['to'] ?? '',
    when: dataset['when'] ?? '',
    inferred: classList.contains('fc-i'),
  }));
  return arrows
    .map((arrow) => ({ arrow, rank: rankInList(arrow) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ arrow }) => arrow);
}

/** An arrow without a condition is the step's plain way on and comes first. */
function rankInList({ from, when }: Arrow): number {
  const ways =
    rowOf(from)?.querySelectorAll<HTMLElement>(':scope > .meta > .step-ways > .step-next') ?? [];
  return [...ways].findIndex(({ dataset }) => dataset['condition'] === `ถ้า${when}`);
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

/** Copies of what the list says of a step: who does it, to whom it goes, how long it takes. Nothing where the source is silent. */
export function whoOf(step: string): Node[] {
  const said =
    rowOf(step)?.querySelectorAll(
      ':scope > .meta > .actor, :scope > .meta > .recipient, :scope > .meta > .duration',
    ) ?? [];
  return [...said].map((one) => one.cloneNode(true));
}
