// Stage: search, both sides. Files of a Pagefind 1.6 index, decompressed → chunk ranges, words and positions.
// Pagefind's own reader is 67 KB of script and WebAssembly and answers with a JSON text a word; the
// files themselves are plain CBOR. build-index.ts reads every index back and fails if a token is lost.

/** What begins every file. */
export const SIGNATURE = 'pagefind_dcd';

/** The pages that hold a word, by number, each with the word's positions, ascending. Pagefind's pages are blocks of ours (block.ts). */
export type Postings = ReadonlyMap<number, readonly number[]>;

/** Its path in the index folder. */
export function chunkFile(hash: string): string {
  return `index/${hash}.pf_index`;
}

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
  const cbor = cborReader(bytes);
  const fields = cbor.list();
  cbor.skip();
  const hashes = Array.from({ length: cbor.list() }, () => {
    const values = cbor.list();
    const hash = cbor.text();
    cbor.skip(values - 1);
    return hash;
  });
  const chunks = Array.from({ length: cbor.list() }, () => {
    const values = cbor.list();
    const chunk = { from: cbor.text(), to: cbor.text(), hash: cbor.text() };
    cbor.skip(values - 3);
    return chunk;
  });
  cbor.skip(fields - 3);
  return { hashes, chunks };
}

/** @throws Error when the bytes are not such a file */
export function readChunk(bytes: Uint8Array): Map<string, Postings> {
  const cbor = cborReader(bytes);
  const words = new Map<string, Postings>();
  cbor.list();
  for (let left = cbor.list(); left > 0; left--) {
    const values = cbor.list();
    const word = cbor.text();
    const postings = new Map<number, readonly number[]>();
    let page = 0;
    for (let pages = cbor.list(); pages > 0; pages--) {
      const more = cbor.list();
      page += cbor.integer();
      const positions: number[] = [];
      let at = 0;
      for (let locations = cbor.list(); locations > 0; locations--) {
        const location = cbor.integer();
        // A negative number announces the weight of what follows: all weigh the same here.
        if (location >= 0) positions.push((at += location));
      }
      postings.set(page, positions);
      cbor.skip(more - 2);
    }
    words.set(word, postings);
    cbor.skip(values - 2);
  }
  return words;
}

/** The values of a file, one after another. */
interface CborReader {
  /** Where the next value begins. */
  place(): number;
  /** How many values the list has that begins here. */
  list(): number;
  text(): string;
  integer(): number;
  /** Over so many whole values, or one. */
  skip(values?: number): void;
}

/** Types of values in CBOR, as the upper three bits of their heads. */
export const INTEGER = 0;
const NEGATIVE = 1;
export const TEXT = 3;
export const LIST = 4;
const PLAIN = 7;

/** CBOR, as far as Pagefind writes it: numbers, texts, lists and plain values. */
export function cborReader(bytes: Uint8Array): CborReader {
  const decoder = new TextDecoder();
  if (decoder.decode(bytes.subarray(0, SIGNATURE.length)) !== SIGNATURE)
    throw new Error('search: not an index of Pagefind 1.6: no signature');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = SIGNATURE.length;
  let type = 0;
  /** The head of the next value: its type, and the number that belongs to it. */
  const head = (): number => {
    const byte = view.getUint8(at++);
    type = byte >> 5;
    const info = byte & 31;
    if (info < 24) return info;
    if (info === 24) return view.getUint8(at++);
    if (info === 25) return view.getUint16((at += 2) - 2);
    if (info === 26) return view.getUint32((at += 4) - 4);
    if (info === 27) return Number(view.getBigUint64((at += 8) - 8));
    throw new Error('search: not an index of Pagefind 1.6: a length without end');
  };
  const wanted = (wants: boolean, what: string): void => {
    if (!wants) throw new Error(`search: not an index of Pagefind 1.6: no ${what}`);
  };
  const pass = (size: number): number => {
    // Reading what is not there would give a shorter text, and no error.
    wanted(at + size <= bytes.length, 'end');
    return (at += size) - size;
  };
  return {
    place: () => at,
    list() {
      const size = head();
      wanted(type === LIST, 'list');
      return size;
    },
    text() {
      const size = head();
      wanted(type === TEXT, 'text');
      return decoder.decode(bytes.subarray(pass(size), at));
    },
    integer() {
      const value = head();
      wanted(type === INTEGER || type === NEGATIVE, 'number');
      return type === INTEGER ? value : -1 - value;
    },
    skip(values = 1) {
      for (let left = values; left > 0; left--) {
        const size = head();
        if (type === TEXT) pass(size);
        else if (type === LIST) left += size;
        else wanted(type === INTEGER || type === NEGATIVE || type === PLAIN, 'value');
      }
    },
  };
}
