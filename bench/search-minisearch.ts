// Bench: search, both sides. MiniSearch, cutting text into Intl.Segmenter's words or into cluster bigrams.
import MiniSearch, { type Options } from 'minisearch';
import { unitsOf } from '../src/search/units.ts';
import { wordsOf, type Ask, type Corpus } from './search-corpus.ts';

export type Cut = 'words' | 'bigrams';

function bigramsOf(text: string): string[] {
  const units = unitsOf(text).map(({ text: unit }) => unit);
  return units.length === 1 ? units : units.slice(1).map((unit, i) => (units[i] ?? '') + unit);
}

function options(cut: Cut): Options<{ id: string; text: string }> {
  return {
    fields: ['text'],
    tokenize: cut === 'words' ? wordsOf : bigramsOf,
    processTerm: (term) => term,
    searchOptions: cut === 'words' ? { fuzzy: 0.2 } : {},
  };
}

export function build(corpus: Corpus, cut: Cut): string {
  const index = new MiniSearch(options(cut));
  index.addAll(corpus.docs.map(({ id, text }) => ({ id, text })));
  return JSON.stringify(index);
}

export async function open(files: string): Promise<Ask> {
  const cut: Cut = files.includes('bigrams') ? 'bigrams' : 'words';
  const index = MiniSearch.loadJSON<{ id: string; text: string }>(
    await (await fetch(`${files}index.json`)).text(),
    options(cut),
  );
  return (query) => Promise.resolve(index.search(query).map(({ id }) => String(id)));
}
