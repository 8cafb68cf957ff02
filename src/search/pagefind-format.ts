// Stage: search, both sides. Files of a Pagefind 1.6 index, decompressed → chunk ranges, words and positions.
// Pagefind's own reader is 67 KB of script and WebAssembly and answers with a JSON text a word; the
// files themselves are plain CBOR. build-index.ts reads every index back and fails if a token is lost.

/** What begins every file. */
export const SIGNATURE = 'pagefind_dcd';

/** A word of the index → the pages that hold it, each with the word's positions, ascending. */
export type Postings = ReadonlyMap<number, readonly number[]>;

/** A file of words: those from `from` to `to`, in the order of their code points. */
export interface Chunk {
  readonly from: string;
  readonly to: string;
  readonly hash: string;
}

/**
 * The pages' hashes in the order of their numbers, and the index's files.
 * @throws Error when the bytes are not such a file
 */
export function readMeta(bytes: Uint8Array): { hashes: string[]; chunks: Chunk[] } {
  const [, pages, chunks] = list(decode(bytes));
  return {
    hashes: list(pages).map((page) => text(list(page)[0])),
    chunks: list(chunks).map((chunk) => {
      const [from, to, hash] = list(chunk);
      return { from: text(from), to: text(to), hash: text(hash) };
    }),
  };
}

/** @throws Error when the bytes are not such a file */
export function readChunk(bytes: Uint8Array): Map<string, Postings> {
  const [words] = list(decode(bytes));
  return new Map(
    list(words).map((word) => {
      const [token, pages] = list(word);
      const postings = new Map<number, number[]>();
      let page = 0;
      for (const entry of list(pages)) {
        const [step, locations] = list(entry);
        page += number(step);
        let at = 0;
        const positions: number[] = [];
        for (const location of list(locations)) {
          // A negative number announces the weight of what follows: all weigh the same here.
          if (number(location) >= 0) positions.push((at += number(location)));
        }
        postings.set(page, positions);
      }
      return [text(token), postings];
    }),
  );
}

type Value = number | string | boolean | null | readonly Value[];

function list(value: Value | undefined): readonly Value[] {
  if (!Array.isArray(value)) throw new Error('search: not an index of Pagefind 1.6: no list');
  return value as readonly Value[];
}
function text(value: Value | undefined): string {
  if (typeof value !== 'string') throw new Error('search: not an index of Pagefind 1.6: no text');
  return value;
}
function number(value: Value | undefined): number {
  if (typeof value !== 'number') throw new Error('search: not an index of Pagefind 1.6: no number');
  return value;
}

/** CBOR, as far as Pagefind writes it: numbers, texts, lists and plain values. */
function decode(bytes: Uint8Array): Value {
  const decoder = new TextDecoder();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const argument = (info: number): number => {
    if (info < 24) return info;
    if (info === 24) return view.getUint8(at++);
    if (info === 25) return view.getUint16((at += 2) - 2);
    if (info === 26) return view.getUint32((at += 4) - 4);
    if (info === 27) return Number(view.getBigUint64((at += 8) - 8));
    throw new Error('search: not an index of Pagefind 1.6: a length without end');
  };
  const value = (): Value => {
    const head = view.getUint8(at++);
    const type = head >> 5;
    const info = head & 31;
    if (type === 7) {
      if (info === 20 || info === 21) return info === 21;
      if (info === 26) return view.getFloat32((at += 4) - 4);
      if (info === 27) return view.getFloat64((at += 8) - 8);
      return null;
    }
    const size = argument(info);
    if (type === 0) return size;
    if (type === 1) return -1 - size;
    if (type === 3) return decoder.decode(bytes.subarray(at, (at += size)));
    if (type === 4) return Array.from({ length: size }, value);
    throw new Error(`search: not an index of Pagefind 1.6: a value of type ${String(type)}`);
  };
  const start = decoder.decode(bytes.subarray(0, SIGNATURE.length));
  if (start !== SIGNATURE) throw new Error('search: not an index of Pagefind 1.6: no signature');
  at = SIGNATURE.length;
  return value();
}
