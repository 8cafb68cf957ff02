// Stage: components. What can be found → the lists of the search page: what a reader without a query, or without JavaScript, goes by.
import type { SearchContent } from '../../search/search-page.ts';

export interface PageList {
  readonly id: string;
  readonly title: string;
  readonly links: readonly {
    readonly path: string;
    readonly label: string;
    readonly place: string;
  }[];
}

export function pageLists({ pages }: SearchContent): PageList[] {
  const links = (kind: string): PageList['links'] =>
    pages
      .filter((page) => page.kind === kind)
      .map(({ url, title, place }) => ({ path: url, label: title, place }));
  return [
    { id: 'list-procedures', title: 'งานที่มีขั้นตอน', links: links('procedure') },
    { id: 'list-people', title: 'บุคคล', links: links('person') },
    { id: 'list-orders', title: 'คำสั่ง', links: links('order') },
    { id: 'list-tasks', title: 'ภารกิจ', links: links('task') },
  ].filter((list) => list.links.length > 0);
}
