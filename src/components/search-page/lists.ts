// Stage: components. What can be found → the lists of the search page: what a reader without a query, or without JavaScript, goes by.
import type { SearchContent } from '../../search/search-page.ts';

export interface PageList {
  readonly id: string;
  readonly title: string;
  /** How many there are. */
  readonly count: number;
  /** The first of them. */
  readonly links: readonly {
    readonly path: string;
    readonly label: string;
    readonly place: string;
  }[];
  /** The page with all of them. */
  readonly path: string;
}

/** A list of hundreds is read by nobody, and would make the page as long as the site is large. */
export const MOST_LISTED = 200;

export function pageLists({ pages }: SearchContent): PageList[] {
  const listOf = (kind: string, id: string, path: string, title: string): PageList => {
    const own = pages.filter((page) => page.kind === kind);
    const links = own
      .slice(0, MOST_LISTED)
      .map(({ url, title: label, place }) => ({ path: url, label, place }));
    return { id, title, count: own.length, links, path };
  };
  return [
    listOf('procedure', 'list-procedures', '/manuals/', 'งานที่มีขั้นตอน'),
    listOf('person', 'list-people', '/people/', 'บุคคล'),
    listOf('order', 'list-orders', '/orders/', 'คำสั่ง'),
    listOf('task', 'list-tasks', '/tasks/', 'ภารกิจ'),
  ].filter(({ count }) => count > 0);
}
