// Stage: search, in the browser. The second try: words → the pages that hold enough of them.
import type { CataloguePage } from './catalogue.ts';
import type { Means } from './exact.ts';
import type { Hit } from './hit.ts';
import {
  chains,
  findTerms,
  findWords,
  similarities,
  strangeness,
  type Gram,
  type Run,
  type Similarity,
} from './match.ts';
import type { CutWords } from './cut-words.ts';
import type { TermIndex } from './term-index.ts';
import { groupsOf, unitsIn, type Unit } from './units.ts';

/**
 * What makes a page similar, by the length of the query: the share of its mass that the page holds in
 * pairs and in threes of units, and how much of it may stand on no page at all. Of a short query two
 * thirds stand anywhere; a sentence has words that no manual prints, but few that are quite unknown.
 */
const NEAR = [
  { units: 8, pairs: 0.6, threes: 0.45, strange: 1 },
  { units: 12, pairs: 0.37, threes: 0.25, strange: 0.42 },
  { units: 16, pairs: 0.3, threes: 0.15, strange: 0.45 },
  { units: Infinity, pairs: 0.15, threes: 0.08, strange: 0.45 },
] as const;
/** A page that holds half of the words whole is similar too. */
const HALF = 0.5;
/** And it reaches this share of the best page's score. */
const LEAST_OF_BEST = 0.25;
/** In units: shorter words stand everywhere, shorter names in other words. */
const LEAST_WORD = 2;
const LEAST_NAME = 3;

/** @param cut cuts the query into words, which then weigh beside its units */
export async function similarHits(
  words: string,
  { catalogue, index, typing }: Means,
  known: ReadonlySet<CataloguePage>,
  cut?: CutWords,
): Promise<Hit[]> {
  const units = unitsIn(words);
  const terms = await findTerms(units, index, typing);
  const strange = strangeness(terms, catalogue);
  const parts = await sharesOfGroups(units, index);
  const wholeWords = cut ? await findWords(cut(words), index) : [];
  const hits = [...similarities(terms, catalogue, wholeWords)]
    .filter(
      ([page, similarity]) =>
        !known.has(page) &&
        (isNear(similarity, units.length, strange) ||
          (parts.get(page.number) ?? 0) >= HALF ||
          holdsAll(page, wholeWords)),
    )
    .map(([page, { score, runs }]) => ({ page, score, exact: false, runs: telling(runs) }));
  const best = Math.max(0, ...hits.map(({ score }) => score));
  return hits.filter(({ score }) => score >= best * LEAST_OF_BEST);
}

/** Page → how much of a query of several words it holds as whole words, in units: one name of two. */
async function sharesOfGroups(
  units: readonly Unit[],
  index: TermIndex,
): Promise<ReadonlyMap<number, number>> {
  const shares = new Map<number, number>();
  const groups = groupsOf(units);
  if (groups.length < 2 || units.length > 16) return shares;
  for (const group of groups) {
    if (group.length < 3) continue;
    for (const page of chains(await findTerms(group, index)).keys())
      shares.set(page, (shares.get(page) ?? 0) + group.length / units.length);
  }
  return shares;
}

/** A weak hit is not shown as a result. */
function isNear({ pairs, threes }: Similarity, units: number, strange: number): boolean {
  const least = NEAR.find((limit) => units <= limit.units) ?? NEAR[3];
  return pairs >= least.pairs && threes >= least.threes && strange <= least.strange;
}

/** All words of a query stand in one part, in any order, with others between them: มติประชุม in มติการประชุม. */
function holdsAll(page: CataloguePage, words: readonly Gram[]): boolean {
  const whole = words.filter(({ key }) => unitsIn(key).length >= LEAST_WORD);
  if (whole.length < 2 || whole.length < words.length) return false;
  const parts = whole.map(
    ({ postings }) =>
      new Set((postings.get(page.number) ?? []).map((position) => page.partAt[position])),
  );
  return [...(parts[0] ?? [])].some((part) => parts.every((set) => set.has(part)));
}

/**
 * Pages whose title or alias stands whole in a longer query: สมัครเข้าเรียน in สมัครเข้าเรียนชั้น ม.1.
 * The งาน before a task's name need not be there. (Sections of a manual are called วิสัยทัศน์ or แนวคิด: that names none of them.)
 */
export async function namedHits(
  text: string,
  { catalogue, index }: Means,
  known: ReadonlySet<CataloguePage>,
): Promise<Hit[]> {
  const terms = await findTerms(unitsIn(text), index);
  return [...similarities(terms, catalogue)].flatMap(([page, { score, runs }]): Hit[] => {
    if (known.has(page) || page.kind === 'text' || page.kind === 'office') return [];
    const whole = runs.filter(({ from, to }) => {
      const part = page.parts[page.partAt[from] ?? 0];
      const task = part?.field === 'title' && page.title.startsWith('งาน') ? 2 : 0;
      return part && part.field !== 'body' && from <= part.from + task && to === part.to;
    });
    const named = whole.filter(({ from, to }) => to - from >= LEAST_NAME);
    return named.length > 0 ? [{ page, score, exact: false, runs: named }] : [];
  });
}

/** The longer runs, if there are any: a pair of units alone stands everywhere. */
function telling(runs: readonly Run[]): readonly Run[] {
  const longer = runs.filter(({ from, to }) => to - from >= 3);
  return longer.length > 0 ? longer : runs;
}
