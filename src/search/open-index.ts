// Stage: search, in the browser. An index folder's files → its pages and words, each file loaded when it is needed.
import { placing } from './block.ts';
import {
  CATALOGUE_FILE,
  unpackCatalogue,
  type Catalogue,
  type CataloguePage,
} from './catalogue.ts';
import { packFile, unpackLines } from './line-pack.ts';
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
  const lengths = catalogue.pages.map(({ length }) => length);
  const packs = new Map<string, Promise<readonly (readonly string[])[]>>();
  return {
    catalogue,
    index: termIndex(catalogue.chunks, load, placing(catalogue.blocks, lengths)),
    async lines({ pack, packed }) {
      const known = packs.get(pack);
      const loading = known ?? text(packFile(pack)).then(unpackLines);
      if (!known) {
        packs.set(pack, loading);
        loading.catch(() => packs.delete(pack));
      }
      return (await loading)[packed] ?? [];
    },
    words: async () => unpackWords(await text(WORDS_FILE)),
  };
}
