// Bench: search, both sides. Lunr with lunr-languages' Thai; the query is cut by Intl.Segmenter.
import lunr from 'lunr';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import thai from 'lunr-languages/lunr.th.js';
import wordcut from 'lunr-languages/wordcut.js';
import { wordsOf, type Ask, type Corpus } from './search-corpus.ts';

interface LunrIndex {
  readonly query: (build: (query: { term: (term: string, options: object) => void }) => void) => {
    readonly ref: string;
  }[];
}
interface Lunr {
  (configure: (this: Builder) => void): object;
  wordcut?: unknown;
  th?: unknown;
  readonly Index: { readonly load: (stored: unknown) => LunrIndex };
}
interface Builder {
  use: (plugin: unknown) => void;
  ref: (name: string) => void;
  field: (name: string) => void;
  add: (doc: object) => void;
}

const engine = lunr as unknown as Lunr;
(stemmerSupport as (to: Lunr) => void)(engine);
engine.wordcut = wordcut;
(thai as (to: Lunr) => void)(engine);

export function build(corpus: Corpus): string {
  return JSON.stringify(
    engine(function () {
      this.use(engine.th);
      this.ref('id');
      this.field('text');
      for (const { id, text } of corpus.docs) this.add({ id, text });
    }),
  );
}

export async function open(files: string): Promise<Ask> {
  const index = engine.Index.load(await (await fetch(`${files}index.json`)).json());
  return (query) => {
    const terms = wordsOf(query);
    const found = index.query((asked) => {
      for (const term of terms) asked.term(term, { usePipeline: false });
    });
    return Promise.resolve(found.map(({ ref }) => ref));
  };
}
