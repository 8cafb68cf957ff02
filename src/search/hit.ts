// Stage: search, in the browser. Pages that answer → in the order in which they are shown.
import type { CataloguePage } from './catalogue.ts';
import type { Run } from './match.ts';
import type { NameMatch } from './people.ts';
import type { Kind } from './search-page.ts';

/** A page that answers. */
export interface Hit {
  readonly page: CataloguePage;
  readonly score: number;
  /** The words asked for stand there as they are; otherwise only words like them. */
  readonly exact: boolean;
  /** Where, in units of the page. */
  readonly runs: readonly Run[];
}

/** What stands first among equals. */
const RANK: Record<Kind, number> = {
  procedure: 6,
  person: 3,
  order: 2,
  duty: 2,
  task: 1,
  office: 1,
  strategy: 0.5,
  text: 0,
};

/** Best first. What the question asks for stands before the rest, and a person who is named before all. */
export function ranked(
  hits: readonly Hit[],
  wanted: readonly Kind[],
  named: readonly NameMatch[] = [],
): Hit[] {
  const ids = new Set(named.map(({ person }) => person.id));
  const weight = ({ page, score, runs }: Hit): number => {
    const kinds = kindsOf(page, runs);
    const asked = wanted.some((kind) => kinds.has(kind)) ? 100 : 0;
    const self = page.kind === 'person' && page.people.some((id) => ids.has(id)) ? 50 : 0;
    return score + asked + self + RANK[page.kind];
  };
  return hits
    .map((hit) => ({ hit, weight: weight(hit) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ hit }) => hit);
}

/** A page's own kind, and that of the parts where something was found. */
export function kindsOf(page: CataloguePage, runs: readonly Run[]): ReadonlySet<Kind> {
  return new Set([
    page.kind,
    ...runs.map(({ from }) => page.parts[page.partAt[from] ?? 0]?.kind ?? page.kind),
  ]);
}
