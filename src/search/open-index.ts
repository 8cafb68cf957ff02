// Stage: search, in the browser. An index folder's files → its pages and words, each file loaded when it is needed.
import {
  CATALOGUE_FILE,
  unpackCatalogue,
  type Catalogue,
  type CataloguePage,
} from './catalogue.ts';
import { SIGNATURE } from './pagefind-format.ts';
import { termIndex, type LoadFile, type TermIndex } from './term-index.ts';
import { unpackWords, WORDS_FILE, type WordCounts } from './word-list.ts';

/** An index that can be asked. */
export interface OpenIndex {
  readonly catalogue: Catalogue;
  readonly index: TermIndex;
  /** The lines of a page as printed, one a part. */
  readonly lines: (page: CataloguePage) => Promise<readonly string[]>;
  /** The list of words, a file of its own. */
  readonly words: () => Promise<WordCounts>;
}

export async function openIndex(load: LoadFile): Promise<OpenIndex> {
  const text = async (path: string): Promise<string> => new TextDecoder().decode(await load(path));
  const catalogue = unpackCatalogue(await text(CATALOGUE_FILE));
  const fragments = new Map<string, Promise<readonly string[]>>();
  return {
    catalogue,
    index: termIndex(catalogue.chunks, load),
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
    words: async () => unpackWords(await text(WORDS_FILE)),
  };
}
