// Stage: search, in the browser. What is shown of a hit → its elements. The words come from hit-view.ts.
import { thaiNodes } from '../thai/thai-nodes.ts';
import type { Marked } from './excerpt.ts';
import type { HitView } from './hit-view.ts';
import type { Kind } from './search-page.ts';

/** A path from the site's root → the address under which the site is served. */
export type ToHref = (path: string) => string;

export function markedNodes(pieces: readonly Marked[]): Node[] {
  return pieces.flatMap(({ text, mark }) => {
    if (!mark) return thaiNodes(text);
    const element = document.createElement('mark');
    element.append(...thaiNodes(text));
    return [element];
  });
}

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className = '',
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** A result of the search page: one link with the page's title, and below it the places on the page. */
export function hitElement(
  view: HitView,
  toHref: ToHref,
  icon: (kind: Kind) => Node,
): HTMLLIElement {
  const title = element('a', '', ...markedNodes(view.title));
  title.href = toHref(view.url);
  const result = element(
    'div',
    '',
    element('span', 'icon-m', icon(view.kind)),
    kindLine(view),
    element('h3', '', title),
  );
  result.dataset['searchResult'] = '';
  if (view.excerpt) {
    const { label, text } = view.excerpt;
    result.append(element('p', '', ...(label ? [`${label}: `] : []), ...markedNodes(text)));
  }
  const item = element('li', 'hit', result);
  if (view.subs.length > 0) {
    const subs = view.subs.map(({ url, label, text }) => {
      const link = element('a', '', element('b', '', label), ' ', ...markedNodes(text));
      link.href = toHref(url);
      return link;
    });
    const list = element('div', 'subhits', ...subs);
    if (view.more > 0)
      list.append(element('p', 'soft small', `และอีก ${String(view.more)} แห่งในหน้านี้`));
    item.append(list);
  }
  return item;
}

export function kindLine(view: Pick<HitView, 'kindLabel' | 'place'>): HTMLElement {
  const line = element('p', 'kind', element('b', '', view.kindLabel));
  if (view.place) line.append(element('span', '', ...thaiNodes(view.place)));
  return line;
}
