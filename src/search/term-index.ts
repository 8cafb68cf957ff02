// Stage: search, in the browser. Tokens → the pages and positions where they stand, loading what is asked for.
import type { Place } from './block.ts';
import { chunkFile, readChunk, type Chunk, type Postings } from './pagefind-format.ts';

/** A file of the index folder, decompressed. Rejects when it cannot be had. */
export type LoadFile = (path: string) => Promise<Uint8Array>;

export interface TermIndex {
  /** Of one token; with `open`, of all tokens that begin with it. */
  postings(token: string, open: boolean): Promise<Postings>;
}

const NONE: Postings = new Map();

/** Each file is loaded once; one that failed is tried again when it is next asked for. */
export function termIndex(chunks: readonly Chunk[], load: LoadFile, place: Place): TermIndex {
  const loaded = new Map<string, Promise<Map<string, Postings>>>();
  const words = (hash: string): Promise<Map<string, Postings>> => {
    const known = loaded.get(hash);
    if (known) return known;
    const loading = load(chunkFile(hash)).then(readChunk);
    loaded.set(hash, loading);
    loading.catch(() => loaded.delete(hash));
    return loading;
  };
  return {
    async postings(token, open) {
      // A chunk's last word may be cut in the list, so that it names all that begin so.
      const near = chunks.filter(
        ({ from, to }) =>
          (from <= token || (open && from.startsWith(token))) &&
          (token <= to || token.startsWith(to) || (open && to.startsWith(token))),
      );
      const found = await Promise.all(near.map(({ hash }) => words(hash)));
      const lists = found.flatMap((list) =>
        open
          ? [...list].filter(([word]) => word.startsWith(token)).map(([, postings]) => postings)
          : (list.get(token) ?? []),
      );
      return place(lists.length <= 1 ? (lists[0] ?? NONE) : merge(lists));
    },
  };
}

function merge(lists: readonly Postings[]): Postings {
  const merged = new Map<number, number[]>();
  for (const list of lists)
    for (const [page, positions] of list)
      merged.set(page, [...(merged.get(page) ?? []), ...positions]);
  for (const positions of merged.values()) positions.sort((a, b) => a - b);
  return merged;
}
