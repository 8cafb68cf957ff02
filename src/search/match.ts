// Stage: search, in the browser. A query's units and the index → the pages that hold them, and how well.
import type { Catalogue, CataloguePage } from './catalogue.ts';
import type { Postings } from './pagefind-format.ts';
import type { Field } from './search-page.ts';
import type { TermIndex } from './term-index.ts';
import { queryTerms, type Term } from './token.ts';
import { unitsIn, type Unit } from './units.ts';

/** Units of a page that were found: from a position to the one after the last. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** A term with where it stands. */
export interface FoundTerm extends Term {
  readonly postings: Postings;
}

export interface Similarity {
  readonly score: number;
  /** The share of the query's inverse-document-frequency mass that the page holds: in pairs of units, and in threes. */
  readonly pairs: number;
  readonly threes: number;
  readonly runs: readonly Run[];
}

const FIELD_WEIGHT: Record<Field, number> = { title: 3, alias: 3, body: 1 };
/** BM25's usual constants, and how much a page gains that holds all of the query. */
const SATURATION = 1.2;
const LENGTH = 0.75;
const COVERAGE = 4;
const NOTHING = { sum: 0, coverage: 0 };

/** Looks all terms of a run of units up. With `open` the last one may go on. */
export function findTerms(
  units: readonly Unit[],
  index: TermIndex,
  open = false,
): Promise<FoundTerm[]> {
  const terms = queryTerms(units, open);
  return Promise.all(
    terms.map(async (term) => ({ ...term, postings: await index.postings(term.token, term.open) })),
  );
}

/** Where the terms stand in a chain, each at its distance from the first: the units one after the other. */
export function chains(terms: readonly FoundTerm[]): Map<number, Run[]> {
  const found = new Map<number, Run[]>();
  const rarest = [...terms].sort((a, b) => a.postings.size - b.postings.size)[0];
  if (!rarest) return found;
  const length = Math.max(...terms.map(({ at, units }) => at + units));
  const others = terms.filter((term) => term !== rarest);
  for (const [page, positions] of rarest.postings) {
    const sets = others.map(({ at, postings }) => ({
      at: at - rarest.at,
      positions: postings.get(page),
    }));
    if (sets.some((set) => set.positions === undefined)) continue;
    const runs = positions
      .filter((position) => sets.every((set) => includes(set.positions ?? [], position + set.at)))
      .map((position) => ({ from: position - rarest.at, to: position - rarest.at + length }));
    if (runs.length > 0) found.set(page, runs);
  }
  return found;
}

/** A word or a few units in a row, with the pages and positions where it begins. */
export interface Gram {
  readonly key: string;
  readonly postings: Postings;
}

/** Looks words up that a query was cut into: where their units stand in a row, whatever is around them. */
export function findWords(words: readonly string[], index: TermIndex): Promise<Gram[]> {
  return Promise.all(
    [...new Set(words)].map(async (word) => {
      const runs = chains(await findTerms(unitsIn(word), index));
      const postings = new Map<number, readonly number[]>();
      for (const [page, found] of runs)
        postings.set(
          page,
          found.map(({ from }) => from),
        );
      return { key: word, postings };
    }),
  );
}

/**
 * Weighs every page that holds any of the terms: BM25 over pairs of units, over threes and, where the
 * query was cut, over its words, each by its best page and times 1 + 4 × coverage². (Threes and words
 * are read from the positions of pairs, so they cost no byte of the index.)
 */
export function similarities(
  terms: readonly FoundTerm[],
  catalogue: Catalogue,
  words: readonly Gram[] = [],
): Map<CataloguePage, Similarity> {
  const pairs = weigh(
    distinct(terms.map(({ token, postings }) => ({ key: token, postings }))),
    catalogue,
  );
  const threes = weigh(distinct(threesOf(terms)), catalogue);
  const layers = [pairs, threes, weigh(words, catalogue)].map((weights) => ({
    weights,
    best: best(weights),
  }));
  const result = new Map<CataloguePage, Similarity>();
  for (const [page, pair] of pairs) {
    let score = 0;
    for (const { weights, best: most } of layers) {
      const { sum, coverage } = weights.get(page) ?? NOTHING;
      score += (sum / most) * (1 + COVERAGE * coverage ** 2);
    }
    result.set(page, {
      score,
      pairs: pair.coverage,
      threes: (threes.get(page) ?? NOTHING).coverage,
      runs: runsOn(page.number, terms),
    });
  }
  return result;
}

/** The share of the query's mass that stands on no page at all: words that nobody here uses. */
export function strangeness(terms: readonly FoundTerm[], catalogue: Catalogue): number {
  let mass = 0;
  let strange = 0;
  for (const { postings } of distinct(
    terms.map(({ token, postings }) => ({ key: token, postings })),
  )) {
    const weight = rarityOf(postings, catalogue);
    mass += weight;
    if (postings.size === 0) strange += weight;
  }
  return mass === 0 ? 1 : strange / mass;
}

function distinct(grams: readonly Gram[]): Gram[] {
  return [...new Map(grams.map((gram) => [gram.key, gram])).values()];
}

function threesOf(terms: readonly FoundTerm[]): Gram[] {
  const grams: Gram[] = [];
  terms.forEach((term, i) => {
    const next = terms[i + 1];
    if (next?.at !== term.at + 1 || term.units !== 2 || next.units !== 2) return;
    const postings = new Map<number, number[]>();
    for (const [page, positions] of term.postings) {
      const after = next.postings.get(page);
      const both = after && positions.filter((position) => includes(after, position + 1));
      if (both && both.length > 0) postings.set(page, both);
    }
    grams.push({ key: `${term.token} ${next.token}`, postings });
  });
  return grams;
}

function weigh(
  grams: readonly Gram[],
  catalogue: Catalogue,
): Map<CataloguePage, { sum: number; coverage: number }> {
  const weights = new Map<CataloguePage, { sum: number; coverage: number }>();
  let mass = 0;
  for (const { postings } of grams) {
    const rarity = rarityOf(postings, catalogue);
    mass += rarity;
    for (const [number, positions] of postings) {
      const page = catalogue.pages[number];
      if (!page) continue;
      let frequency = 0;
      for (const position of positions)
        frequency += FIELD_WEIGHT[page.parts[page.partAt[position] ?? 0]?.field ?? 'body'];
      const size = 1 - LENGTH + (LENGTH * page.length) / catalogue.averageLength;
      const weight = weights.get(page) ?? { sum: 0, coverage: 0 };
      weight.sum += (rarity * frequency * (SATURATION + 1)) / (frequency + SATURATION * size);
      weight.coverage += rarity;
      weights.set(page, weight);
    }
  }
  for (const weight of weights.values()) weight.coverage /= mass || 1;
  return weights;
}

/** Inverse document frequency. */
function rarityOf(postings: Postings, { pages }: Catalogue): number {
  return Math.log(1 + (pages.length - postings.size + 0.5) / (postings.size + 0.5));
}

function best(weights: ReadonlyMap<unknown, { sum: number }>): number {
  let most = 0;
  for (const { sum } of weights.values()) most = Math.max(most, sum);
  return most || 1;
}

/** What was found on a page, neighbours joined. */
function runsOn(page: number, terms: readonly FoundTerm[]): Run[] {
  const runs = terms.flatMap(({ postings, units }) =>
    (postings.get(page) ?? []).map((from) => ({ from, to: from + units })),
  );
  return joined(runs);
}

export function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of [...runs].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = result.at(-1);
    if (last && run.from < last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, run.to) };
    else result.push(run);
  }
  return result;
}

/** Whether an ascending list holds a number. */
function includes(list: readonly number[], wanted: number): boolean {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = list[middle] ?? 0;
    if (value === wanted) return true;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
