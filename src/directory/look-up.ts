// Stage: directory, in the browser. A query → names that hold its words, and names that are near, of all offices.
import { readQuestion, wantedKinds } from '../search/question.ts';
import { groupsOf, unitsIn, unitsOf, type Unit } from '../search/units.ts';
import { once } from '../search/once.ts';
import { entryKinds, type EntryKind, type Place } from './entries.ts';
import { keysOf, shardOf } from './keys.ts';
import { MANIFEST_FILE, type Manifest, type MorePlaces, type Shard } from './pack.ts';

export interface Found {
  readonly kind: EntryKind;
  readonly title: string;
  /** What else it is called that holds the words, where its title does not. */
  readonly other: string | undefined;
  /** In how many places it stands, and the first of them. */
  readonly count: number;
  readonly places: readonly Place[];
  readonly allPlaces: () => Promise<readonly Place[]>;
}

export interface LookedUp {
  /** The words that were looked for: the query without the question around it. */
  readonly words: string;
  readonly exact: readonly Found[];
  readonly near: readonly Found[];
  /** More names may hold the words than those that are listed. */
  readonly cut: boolean;
}

/** A file of the directory, parsed. */
export type LoadJson = (name: string) => Promise<unknown>;

/** Files that one look-up loads at most, beside the manifest. */
const MOST_FILES = 4;
/** The share of a query's keys that a near name has. */
const NEAR = 0.55;
const MOST_NEAR = 20;

export function directory(load: LoadJson): (typed: string) => Promise<LookedUp> {
  const manifest = once(async () => (await load(MANIFEST_FILE)) as Manifest);
  const loaded = new Map<string, Promise<unknown>>();
  const file = (name: string): Promise<unknown> => {
    const known = loaded.get(name) ?? load(name);
    loaded.set(name, known);
    known.catch(() => loaded.delete(name));
    return known;
  };

  return async (typed) => {
    const { shards, more, frequent } = await manifest();
    const question = readQuestion(typed);
    const units = unitsIn(question.subject);
    const telling = keysToAsk(keysOf(units), new Set(frequent));
    const numbers = [...new Set(telling.map((key) => shardOf(key, shards)))];
    const files = (await Promise.all(numbers.map((i) => file(`${String(i)}.json`)))) as Shard[];
    const candidates = new Map<string, Shard['entries'][string]>();
    let cut = telling.length > 0;
    for (const key of telling) {
      const shard = files[numbers.indexOf(shardOf(key, shards))];
      const [total, listed] = shard?.keys[key] ?? [0, []];
      // One key whose list is whole has every name that holds all the words.
      if (total === listed.length) cut = false;
      for (const number of listed) {
        const entry = shard?.entries[String(number)];
        if (entry) candidates.set(String(number), entry);
      }
    }

    const wanted = question.intent ? wantedKinds[question.intent] : [];
    const weighed = [...candidates].map(([number, [kind, title, others, count, places]]) => {
      const names = [title, ...others].map((name) => ({ name, ...fit(units, unitsOf(name)) }));
      const best = names.reduce((a, b) => (b.score > a.score ? b : a));
      const found: Found = {
        kind: entryKinds[kind] ?? 'manual',
        title,
        other: best.name === title ? undefined : best.name,
        count,
        places: places.map(([office, path]) => ({ office, path })),
        allPlaces: async () => {
          const all = (await file(`more-${String(Number(number) % more)}.json`)) as MorePlaces;
          return (all[number] ?? places).map(([office, path]) => ({ office, path }));
        },
      };
      const asked = wanted.some((each) => each === found.kind) ? 10 : 0;
      return { found, best, score: best.score + asked };
    });
    weighed.sort((a, b) => b.score - a.score || a.found.title.length - b.found.title.length);
    return {
      words: question.subject,
      exact: weighed.filter(({ best }) => best.whole).map(({ found }) => found),
      near: weighed
        .filter(({ best }) => !best.whole && best.share >= NEAR)
        .slice(0, MOST_NEAR)
        .map(({ found }) => found),
      cut,
    };
  };
}

/** The keys that tell most, spread over the query; the frequent ones only where there is no other. */
function keysToAsk(keys: readonly string[], frequent: ReadonlySet<string>): readonly string[] {
  const rare = keys.filter((key) => !frequent.has(key));
  const from = rare.length > 0 ? rare : keys;
  if (from.length <= MOST_FILES) return from;
  return Array.from(
    { length: MOST_FILES },
    (_, i) => from[Math.round((i * (from.length - 1)) / (MOST_FILES - 1))] ?? '',
  );
}

interface Fit {
  /** All the words stand in the name, each in a row of its own. */
  readonly whole: boolean;
  /** The share of the query's keys that the name has. */
  readonly share: number;
  readonly score: number;
}

function fit(query: readonly Unit[], name: readonly Unit[]): Fit {
  const keys = keysOf(query);
  const own = new Set(keysOf(name));
  const share = keys.filter((key) => own.has(key)).length / (keys.length || 1);
  const whole = query.length > 0 && groupsOf(query).every((word) => holds(name, word));
  const filled = Math.min(1, query.length / (name.length || 1));
  return { whole, share, score: (whole ? 2 + filled : 0) + share };
}

/** The last unit may be half typed, but a number is whole: 18 does not stand in 180. */
function holds(name: readonly Unit[], word: readonly Unit[]): boolean {
  return name.some((_, from) =>
    word.every((unit, i) => {
      const own = name[from + i];
      if (own?.kind !== unit.kind) return false;
      const begun = i === word.length - 1 && unit.kind !== 'number';
      return begun ? own.text.startsWith(unit.text) : own.text === unit.text;
    }),
  );
}
