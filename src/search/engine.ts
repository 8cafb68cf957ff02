// Stage: search, in the browser. A question → pages in three tries: as asked, similar, with its slips mended.
import {
  CATALOGUE_FILE,
  unpackCatalogue,
  type Catalogue,
  type CataloguePage,
} from './catalogue.ts';
import {
  chains,
  findTerms,
  similarities,
  strangeness,
  type Run,
  type Similarity,
} from './match.ts';
import { normalise } from './normalise.ts';
import { SIGNATURE } from './pagefind-format.ts';
import { findPeople, type NameMatch } from './people.ts';
import { readQuestion, wantedKinds, type Question } from './question.ts';
import type { Kind } from './search-page.ts';
import { corrector, type Correct } from './spelling.ts';
import { termIndex, type LoadFile, type TermIndex } from './term-index.ts';
import { unitsIn, type Unit } from './units.ts';
import { unpackWords, WORDS_FILE } from './word-list.ts';

/** A page that answers. */
export interface Hit {
  readonly page: CataloguePage;
  readonly score: number;
  /** The words asked for stand there as they are; otherwise only words like them. */
  readonly exact: boolean;
  /** Where, in units of the page. */
  readonly runs: readonly Run[];
}

/** Other words that were searched for, and what was found with them. */
export interface Reading {
  readonly text: string;
  readonly hits: readonly Hit[];
}

export interface Answer {
  readonly question: Question;
  /** The words that were found, or would have been: the question without its frame. */
  readonly words: string;
  readonly exact: readonly Hit[];
  /** People whose name is nearly so, beside those that were found. */
  readonly people: readonly NameMatch[];
  /** "คุณหมายถึง …": the likeliest first; none where the words themselves are found often enough. */
  readonly meant: readonly Reading[];
  readonly similar: readonly Hit[];
}

export interface Engine {
  readonly catalogue: () => Promise<Catalogue>;
  /** `typing`: the last word may be half typed. */
  readonly ask: (typed: string, options?: { readonly typing?: boolean }) => Promise<Answer>;
  /** The lines of a page as printed, one a part. */
  readonly lines: (page: CataloguePage) => Promise<readonly string[]>;
}

/** Fewer exact hits than this, and slips are looked for. */
const ENOUGH = 3;
/** Longer than this, nobody asks for one mended word. */
const MOST_UNITS_MENDED = 40;
const MOST_READINGS = 3;
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
const LEAST_OF_BEST = 0.35;

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

export function searchEngine(load: LoadFile): Engine {
  const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
    let made: Promise<T> | undefined;
    return () => {
      made ??= make().catch((error: unknown) => {
        made = undefined;
        throw error;
      });
      return made;
    };
  };
  const text = async (path: string): Promise<string> => new TextDecoder().decode(await load(path));
  const ready = once(async () => {
    const catalogue = unpackCatalogue(await text(CATALOGUE_FILE));
    return { catalogue, index: termIndex(catalogue.chunks, load) };
  });
  const correct = once(async (): Promise<Correct> =>
    corrector(unpackWords(await text(WORDS_FILE))),
  );
  const fragments = new Map<string, Promise<readonly string[]>>();

  return {
    catalogue: async () => (await ready()).catalogue,
    async ask(typed, { typing = false } = {}) {
      const { catalogue, index } = await ready();
      return answer(readQuestion(typed), { catalogue, index, correct, typing });
    },
    lines(page) {
      const known = fragments.get(page.hash);
      if (known) return known;
      const loading = text(`fragment/${page.hash}.pf_fragment`).then((fragment) => {
        const { content } = JSON.parse(fragment.slice(SIGNATURE.length)) as { content: string };
        return content.split('\n');
      });
      fragments.set(page.hash, loading);
      loading.catch(() => fragments.delete(page.hash));
      return loading;
    },
  };
}

interface Means {
  readonly catalogue: Catalogue;
  readonly index: TermIndex;
  readonly correct: () => Promise<Correct>;
  readonly typing: boolean;
}

async function answer(question: Question, means: Means): Promise<Answer> {
  const { words, exact } = await firstFound(question, means);
  const wanted = question.intent ? wantedKinds[question.intent] : [];
  const { subject } = question;
  const people = findPeople(subject, means.catalogue.people);
  const named = people.filter((match) => match.slips === 0);
  const spelt = await otherSpellings(named, exact, means);

  const exactHits = rank([...exact.values(), ...spelt.values()], wanted, named);
  const found = new Set(
    exactHits.flatMap(({ page }) => (page.kind === 'person' ? page.people : [])),
  );
  const isNew = ({ person }: NameMatch): boolean => !found.has(person.id);
  const few = exactHits.length < ENOUGH;
  const meant = few ? await mended(subject, exactHits.length, means, wanted) : [];
  const cores = few ? await coreHits(question, exact, means) : [];
  const known = new Set([...exactHits, ...cores].map(({ page }) => page));
  const similar = await similarHits(subject, means, known);
  return {
    question,
    words,
    exact: exactHits,
    people: exactHits.length >= ENOUGH ? [] : people.filter(isNew),
    meant,
    similar: [...rank(cores, wanted, []), ...rank(similar, wanted, [])],
  };
}

/** The words as typed, where they stand somewhere; otherwise the first reading that does. */
async function firstFound(
  question: Question,
  means: Means,
): Promise<{ words: string; exact: ReadonlyMap<CataloguePage, Hit> }> {
  const readings = new Set([question.text, ...question.readings]);
  for (const words of readings) {
    const exact = await exactHits(words, means);
    if (exact.size > 0) return { words, exact };
  }
  return { words: question.subject, exact: new Map() };
}

/** Pages where the words stand in a row, whatever is between them but words; or all of them somewhere. */
async function exactHits(
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
  for (const [number, runs] of chains(terms)) add(catalogue.byNumber.get(number), runs, 20);

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
    add(page, each.flat(), together ? 10 : 5);
  }
  return hits;
}

/** Units between which nothing but letters stands. */
function groupsOf(units: readonly Unit[]): Unit[][] {
  const groups: Unit[][] = [];
  for (const unit of units) {
    if (unit.first || groups.length === 0) groups.push([unit]);
    else groups.at(-1)?.push(unit);
  }
  return groups;
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

/** One person has one page but several spellings: whoever asks for one is shown where the others stand. */
async function otherSpellings(
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

/** What a text calls งานส่งเสริมกิจการลูกเสือ is near to งานลูกเสือ: it has the word that counts. */
async function coreHits(
  { core, subject }: Question,
  known: ReadonlyMap<CataloguePage, Hit>,
  means: Means,
): Promise<Hit[]> {
  if (core === subject) return [];
  const hits = await exactHits(core, means);
  return [...hits.values()].filter(({ page }) => !known.has(page));
}

async function mended(
  subject: string,
  known: number,
  means: Means,
  wanted: readonly Kind[],
): Promise<Reading[]> {
  const length = unitsIn(subject).length;
  if (length < 2 || length > MOST_UNITS_MENDED || !/(?:\p{L}\p{M}*){2}/u.test(subject)) return [];
  const correct = await means.correct();
  const readings: Reading[] = [];
  for (const text of correct(subject).slice(0, 12)) {
    const hits = await exactHits(text, { ...means, typing: false });
    if (hits.size > known * 2) readings.push({ text, hits: rank([...hits.values()], wanted, []) });
    if (readings.length >= MOST_READINGS) break;
  }
  return readings;
}

async function similarHits(
  words: string,
  { catalogue, index, typing }: Means,
  known: ReadonlySet<CataloguePage>,
): Promise<Hit[]> {
  const units = unitsIn(words);
  const terms = await findTerms(units, index, typing);
  const strange = strangeness(terms, catalogue);
  const parts = await sharesOfGroups(units, index);
  const hits = [...similarities(terms, catalogue)]
    .filter(
      ([page, similarity]) =>
        !known.has(page) &&
        (isNear(similarity, units.length, strange) || (parts.get(page.number) ?? 0) >= HALF),
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

/** The longer runs, if there are any: a pair of units alone stands everywhere. */
function telling(runs: readonly Run[]): readonly Run[] {
  const longer = runs.filter(({ from, to }) => to - from >= 3);
  return longer.length > 0 ? longer : runs;
}

/** Best first. What the question asks for stands before the rest. */
function rank(hits: readonly Hit[], wanted: readonly Kind[], named: readonly NameMatch[]): Hit[] {
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
