// Stage: search, in the browser. A question → pages in three tries: as asked, similar, with its slips mended.
import type { Catalogue, CataloguePage } from './catalogue.ts';
import { runCutter, wordCutter, type CutWords } from './cut-words.ts';
import { asTyped, exactHits, otherSpellings, type Means } from './exact.ts';
import { ranked, type Hit } from './hit.ts';
import { mendedOnce } from './one-slip.ts';
import { once } from './once.ts';
import type { OpenIndex } from './open-index.ts';
import { findPeople, type NameMatch } from './people.ts';
import { readQuestion, wantedKinds, type Question } from './question.ts';
import type { Kind } from './search-page.ts';
import { namedHits, similarHits } from './similar.ts';
import { corrector, type Correct } from './spelling.ts';
import { unitsIn } from './units.ts';

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
/** Another abbreviation is another thing: สพม. is no slip of สพป. */
const ABBREVIATION = /^(?:[ก-ฮ]{1,5}|[a-z]{1,4})$/;
const MOST_TRIED = 12;
const MOST_READINGS = 3;

/** What can be done with the list of words, a file of its own. */
interface Words {
  readonly cut: CutWords;
  readonly correct: Correct;
}

interface AllMeans extends Means {
  readonly words: () => Promise<Words>;
  readonly lines: Engine['lines'];
}

/** @param open called when something is first asked, and again where that failed */
export function searchEngine(open: () => Promise<OpenIndex>): Engine {
  const ready = once(open);
  const words = once(async (): Promise<Words> => {
    const list = await (await ready()).words();
    const cut = runCutter(list);
    return { cut: wordCutter(cut), correct: corrector(list, cut) };
  });
  return {
    catalogue: async () => (await ready()).catalogue,
    async ask(typed, { typing = false } = {}) {
      const { catalogue, index, lines } = await ready();
      return answer(readQuestion(typed), { catalogue, index, words, lines, typing });
    },
    lines: async (page) => (await ready()).lines(page),
  };
}

async function answer(question: Question, means: AllMeans): Promise<Answer> {
  const { words, exact } = await firstFound(question, means);
  const wanted = question.intent ? wantedKinds[question.intent] : [];
  const { subject } = question;
  const people = findPeople(subject, means.catalogue.people);
  const named = people.filter((match) => match.slips === 0);
  const spelt = await otherSpellings(named, exact, means);

  const found = ranked([...exact.values(), ...spelt.values()], wanted, named);
  const exactHits = ranked(await asTyped(words, found, means.lines), wanted, named);
  const shown = new Set(
    exactHits.flatMap(({ page }) => (page.kind === 'person' ? page.people : [])),
  );
  const few = exactHits.length < ENOUGH;
  const meant = few ? await mended(subject, exactHits.length, means, wanted) : [];
  const cores = few ? await coreHits(question, exact, means) : [];
  const known = new Set([...exactHits, ...cores].map(({ page }) => page));
  const titled = few ? await namedHits(question.text, means, known) : [];
  for (const { page } of titled) known.add(page);
  // The list of words is there already where slips were looked for.
  const cut = few ? (await means.words()).cut : undefined;
  const similar = await similarHits(subject, means, known, cut);
  return {
    question,
    words,
    exact: exactHits,
    people: few ? people.filter(({ person }) => !shown.has(person.id)) : [],
    meant,
    similar: [cores, titled, similar].flatMap((hits) => ranked(hits, wanted)),
  };
}

/** The words as typed, where they stand somewhere; otherwise the first reading that does. */
async function firstFound(
  question: Question,
  means: Means,
): Promise<{ words: string; exact: ReadonlyMap<CataloguePage, Hit> }> {
  for (const words of new Set([question.text, ...question.readings])) {
    const exact = await exactHits(words, means);
    if (exact.size > 0) return { words, exact };
  }
  return { words: question.subject, exact: new Map() };
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

/** Readings of a query with slips that find more than the query itself does. */
async function mended(
  subject: string,
  known: number,
  means: AllMeans,
  wanted: readonly Kind[],
): Promise<Reading[]> {
  const length = unitsIn(subject).length;
  if (length < 2 || length > MOST_UNITS_MENDED || !/(?:\p{L}\p{M}*){2}/u.test(subject)) return [];
  if (ABBREVIATION.test(subject)) return [];
  const found = async (texts: readonly string[]): Promise<Reading[]> => {
    const readings: Reading[] = [];
    for (const text of texts.slice(0, MOST_TRIED)) {
      const hits = await exactHits(text, { ...means, typing: false });
      if (hits.size > known * 2) readings.push({ text, hits: ranked([...hits.values()], wanted) });
      if (readings.length >= MOST_READINGS) break;
    }
    return readings;
  };
  const readings = await found((await means.words()).correct(subject));
  if (readings.length > 0 || known > 0) return readings;
  return found(await mendedOnce(subject, means, means.lines));
}
