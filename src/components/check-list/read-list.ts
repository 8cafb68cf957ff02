// Stage: components. The list of steps on the page → the items that a run's snapshot holds.
import type { Item } from '../../checklist/run.ts';

/** The page's steps; ids, numbers and words as the reader sees them. */
export function readList(list: Element): Item[] {
  return [...list.querySelectorAll<HTMLElement>('li[data-step]')].map((line) => {
    const above = line.parentElement?.closest<HTMLElement>('li[data-step]')?.dataset['step'];
    return {
      id: line.dataset['step'] ?? '',
      no: words(line, '.step-no'),
      text: words(line, '.step-text'),
      ...(above === undefined ? {} : { in: above }),
      ...(JSON.parse(line.dataset['item'] ?? '{}') as Partial<Item>),
    };
  });
}

/** A line's own words stand before those of its substeps. */
function words(line: Element, selector: string): string {
  return line.querySelector(selector)?.textContent ?? '';
}
