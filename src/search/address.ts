// Stage: search, in the browser. The search page's address ↔ what is asked and chosen.
import { facets, type Chosen } from './facets.ts';

export interface Asked {
  readonly query: string;
  readonly chosen: Chosen;
}

/** `?q=…&type=duty&type=person` and `?type=duty,person` mean the same. */
export function readAddress(search: string): Asked {
  const values = new URLSearchParams(search);
  const of = (name: string): string[] => [
    ...new Set(values.getAll(name).flatMap((value) => value.split(',').filter(Boolean))),
  ];
  return {
    query: (values.get('q') ?? '').trim(),
    chosen: { type: of('type'), office: of('office'), unit: of('unit'), person: of('person') },
  };
}

/** Empty for nothing asked and nothing chosen. */
export function writeAddress({ query, chosen }: Asked): string {
  const values = new URLSearchParams();
  if (query) values.set('q', query);
  for (const facet of facets) for (const id of chosen[facet]) values.append(facet, id);
  const text = values.toString();
  return text && `?${text}`;
}
