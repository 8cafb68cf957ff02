// Stage: search, in the browser. Indexes of several offices → one, as if all their pages had been indexed together.
// Scores hang on how many pages hold a word. Here that is counted over all of the indexes, so that a
// page's score does not depend on whose index it stands in.
import type { Catalogue, CataloguePage } from './catalogue.ts';
import type { OpenIndex } from './open-index.ts';
import type { Postings } from './pagefind-format.ts';
import type { Choice } from './search-page.ts';

/** An office's index, and where its site is. */
export interface Member {
  /** Before its ids, which are unique only within it. */
  readonly id: string;
  /** Before its pages' addresses; no slash at the end. */
  readonly url: string;
  readonly opened: OpenIndex;
}

export function mergeIndexes(members: readonly Member[]): OpenIndex {
  const owner = new Map<CataloguePage, { page: CataloguePage; opened: OpenIndex }>();
  const firsts: number[] = [];
  let first = 0;
  const pages = members.flatMap(({ id, url, opened }) => {
    firsts.push(first);
    const own = opened.catalogue.pages.map((page): CataloguePage => {
      const moved = {
        ...page,
        number: first + page.number,
        url: url + page.url,
        office: within(id, page.office),
        unit: within(id, page.unit),
        people: page.people.map((person) => within(id, person)),
      };
      owner.set(moved, { page, opened });
      return moved;
    });
    first += own.length;
    return own;
  });
  const all = <T extends Choice>(list: (catalogue: Catalogue) => readonly T[]): T[] =>
    members.flatMap(({ id, opened }) =>
      list(opened.catalogue).map((choice) => ({ ...choice, id: within(id, choice.id) })),
    );
  return {
    catalogue: {
      manuals: members.reduce((sum, { opened }) => sum + opened.catalogue.manuals, 0),
      chunks: [],
      blocks: [],
      offices: all(({ offices }) => offices),
      units: all(({ units }) => units),
      people: all(({ people }) => people),
      pages,
      averageLength: pages.reduce((sum, { length }) => sum + length, 0) / (pages.length || 1),
    },
    index: {
      async postings(token, open) {
        const found = await Promise.all(
          members.map(({ opened }) => opened.index.postings(token, open)),
        );
        const merged = new Map<number, readonly number[]>();
        found.forEach((postings: Postings, i) => {
          for (const [page, positions] of postings) merged.set((firsts[i] ?? 0) + page, positions);
        });
        return merged;
      },
    },
    lines: (page) => {
      const own = owner.get(page);
      return own ? own.opened.lines(own.page) : Promise.resolve([]);
    },
    async words() {
      const counts = new Map<string, number>();
      for (const list of await Promise.all(members.map(({ opened }) => opened.words())))
        for (const [word, count] of list) counts.set(word, (counts.get(word) ?? 0) + count);
      return counts;
    },
  };
}

function within(member: string, id: string): string {
  return id === '' ? '' : `${member}:${id}`;
}
