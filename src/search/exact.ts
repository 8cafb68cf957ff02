// Stage: search, in the browser. The first try: words → the pages where they stand as they are.
import type { Catalogue, CataloguePage } from './catalogue.ts';
import type { Hit } from './hit.ts';
import { chains, findTerms, similarities, type Run, type Similarity } from './match.ts';
import { normalise } from './normalise.ts';
import type { NameMatch } from './people.ts';
import { folded } from './printed.ts';
import type { TermIndex } from './term-index.ts';
import { groupsOf, unitsIn, type Unit } from './units.ts';

/** What every try looks in. */
export interface Means {
  readonly catalogue: Catalogue;
  readonly index: TermIndex;
  /** The last word may be half typed. */
  readonly typing: boolean;
}

/** What a page gains that holds the words in a row; all of them in one part; all of them anywhere. */
const IN_A_ROW = 20;
const IN_ONE_PART = 10;
const ANYWHERE = 5;
/** What it gains beside where nothing stands between them that was not typed. */
const AS_TYPED = 3;
/** So many results are read for that: about as many as are shown at first. */
const MOST_READ = 12;

/** Pages where the words stand in a row, whatever is between them but words; or all of them somewhere. */
export async function exactHits(
  words: string,
  { catalogue, index, typing }: Means,
): Promise<ReadonlyMap<CataloguePage, Hit>> {
  const units = unitsIn(words);
  const hits = new Map<CataloguePage, Hit>();
  if (units.length === 0) return hits;
  const terms = await findTerms(units, index, typing);
  // Most readings and mended words are found nowhere: they are not worth weighing.
  let weights: ReadonlyMap<CataloguePage, Similarity> | undefined;
  const add = (page: CataloguePage | undefined, runs: readonly Run[], bonus: number): void => {
    const inOnePart = runs.filter((run) => page?.partAt[run.from] === page?.partAt[run.to - 1]);
    if (!page || inOnePart.length === 0 || hits.has(page)) return;
    weights ??= similarities(terms, catalogue);
    const score = (weights.get(page)?.score ?? 0) + bonus + titleBonus(page, inOnePart);
    hits.set(page, { page, score, exact: true, runs: inOnePart });
  };
  for (const [number, runs] of chains(terms)) add(catalogue.pages[number], runs, IN_A_ROW);

  const groups = groupsOf(units);
  if (groups.length === 1 || groups.some((group) => isLoose(group))) return hits;
  const found = await Promise.all(
    groups.map(async (group, i) => ({
      text: group.map(({ text }) => text).join(''),
      pages: chains(await findTerms(group, index, typing && i === groups.length - 1)),
    })),
  );
  for (const page of catalogue.pages) {
    const isHere = ({ text, pages }: (typeof found)[number]): boolean =>
      pages.has(page.number) || normalise(page.place).replaceAll(' ', '').includes(text);
    if (!found.some(({ pages }) => pages.has(page.number)) || !found.every(isHere)) continue;
    const each = found.map(({ pages }) => pages.get(page.number) ?? []);
    const parts = each.map((runs) => new Set(runs.map(({ from }) => page.partAt[from])));
    const together = parts[0] && [...parts[0]].some((part) => parts.every((set) => set.has(part)));
    add(page, each.flat(), together ? IN_ONE_PART : ANYWHERE);
  }
  return hits;
}

/** A unit alone says nothing, but a number does. */
function isLoose(group: readonly Unit[]): boolean {
  return group.length === 1 && group[0]?.kind !== 'number';
}

/** What fills a title is what was meant. */
function titleBonus(page: CataloguePage, runs: readonly Run[]): number {
  let bonus = 0;
  for (const { from, to } of runs) {
    const part = page.parts[page.partAt[from] ?? 0];
    if (!part || part.field === 'body') continue;
    const share = (to - from) / (part.to - part.from);
    bonus = Math.max(bonus, 2 + 6 * share);
  }
  return bonus;
}

/**
 * The index knows no space and no sign: of the best hits, those that print the words just as typed
 * (18 % and no other 18) come before those that have something between them.
 */
export async function asTyped(
  typed: string,
  best: readonly Hit[],
  lines: (page: CataloguePage) => Promise<readonly string[]>,
): Promise<Hit[]> {
  if (best.length < 2) return [...best];
  return Promise.all(
    best.map(async (hit, i) => {
      if (i >= MOST_READ) return hit;
      const holds = (await lines(hit.page)).some((line) => folded(line).includes(typed));
      return holds ? { ...hit, score: hit.score + AS_TYPED } : hit;
    }),
  );
}

/** One person has one page but several spellings: whoever asks for one is shown where the others stand. */
export async function otherSpellings(
  named: readonly NameMatch[],
  known: ReadonlyMap<CataloguePage, Hit>,
  means: Means,
): Promise<ReadonlyMap<CataloguePage, Hit>> {
  const hits = new Map<CataloguePage, Hit>();
  for (const { person, name } of named)
    for (const other of person.names) {
      if (other === name) continue;
      for (const [page, hit] of await exactHits(normalise(other), { ...means, typing: false }))
        if (!known.has(page) && !hits.has(page)) hits.set(page, { ...hit, score: hit.score - 15 });
    }
  return hits;
}
