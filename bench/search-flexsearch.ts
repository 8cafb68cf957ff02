// Bench: search, both sides. FlexSearch, cutting text into Intl.Segmenter's words.
import { Index } from 'flexsearch';
import { wordsOf, type Ask, type Corpus } from './search-corpus.ts';

const create = (): Index => new Index({ tokenize: 'strict', encode: wordsOf, resolution: 9 });

export function build(corpus: Corpus): string {
  const index = create();
  corpus.docs.forEach(({ text }, i) => index.add(i, text));
  const files: Record<string, string> = {};
  index.export((key: string, data: string) => {
    files[key] = data;
  });
  return JSON.stringify({ ids: corpus.docs.map(({ id }) => id), files });
}

export async function open(files: string): Promise<Ask> {
  const stored = (await (await fetch(`${files}index.json`)).json()) as {
    ids: string[];
    files: Record<string, string>;
  };
  const index = create();
  for (const [key, data] of Object.entries(stored.files)) index.import(key, data);
  return (query) => {
    const found = index.search(query, { limit: 100, suggest: true }) as number[];
    return Promise.resolve(found.map((i) => stored.ids[i] ?? ''));
  };
}
