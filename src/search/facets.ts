// Stage: search, in the browser. Hits and what the reader chose → the hits that remain, and counts a choice.
import type { Catalogue, CataloguePage } from './catalogue.ts';
import { kindsOf } from './hit.ts';
import type { Run } from './match.ts';
import { kinds, kindLabel, type Choice } from './search-page.ts';

/** A filter's name, as the address of the search page has it. */
export const facets = ['type', 'office', 'unit', 'person'] as const;
export type Facet = (typeof facets)[number];

/** Nothing chosen in a filter is everything. */
export type Chosen = Readonly<Record<Facet, readonly string[]>>;

export const facetLabel: Record<Facet, string> = {
  type: 'ชนิด',
  office: 'หน่วยงาน',
  unit: 'กลุ่มงาน',
  person: 'บุคคล',
};

export interface Filterable {
  readonly page: CataloguePage;
  readonly runs: readonly Run[];
}

export interface CountedChoice extends Choice {
  readonly count: number;
}

export function choicesOf(facet: Facet, catalogue: Catalogue): readonly Choice[] {
  if (facet === 'type') return kinds.map((id) => ({ id, label: kindLabel[id] }));
  if (facet === 'office') return catalogue.offices;
  return facet === 'unit' ? catalogue.units : catalogue.people;
}

export function filtered<T extends Filterable>(hits: readonly T[], chosen: Chosen): T[] {
  return hits.filter((hit) => facets.every((facet) => fits(hit, facet, chosen[facet])));
}

/** How many of the hits a choice would leave, the other filters as they are. */
export function counted(
  hits: readonly Filterable[],
  chosen: Chosen,
  catalogue: Catalogue,
): Record<Facet, readonly CountedChoice[]> {
  const count = (facet: Facet): CountedChoice[] => {
    const others = hits.filter((hit) =>
      facets.every((other) => other === facet || fits(hit, other, chosen[other])),
    );
    return choicesOf(facet, catalogue).map((choice) => ({
      ...choice,
      count: others.filter((hit) => fits(hit, facet, [choice.id])).length,
    }));
  };
  return {
    type: count('type'),
    office: count('office'),
    unit: count('unit'),
    person: count('person'),
  };
}

function fits({ page, runs }: Filterable, facet: Facet, ids: readonly string[]): boolean {
  if (ids.length === 0) return true;
  return valuesOf(page, runs, facet).some((value) => ids.includes(value));
}

function valuesOf(page: CataloguePage, runs: readonly Run[], facet: Facet): readonly string[] {
  if (facet === 'office') return [page.office];
  if (facet === 'unit') return [page.unit];
  if (facet === 'person') return page.people;
  // Nothing asked: a person with duties stands for them.
  if (runs.length === 0) return [...new Set([page.kind, ...page.parts.map(({ kind }) => kind)])];
  return [...kindsOf(page, runs)];
}
