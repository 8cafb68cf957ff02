// Stage: search. Pagefind's files of words ↔ words with their places in blocks, which files of several indexes give together.
import { cborReader, INTEGER, LIST, SIGNATURE, TEXT } from './pagefind-format.ts';

/** A word, and the blocks that hold it, ascending. */
export interface Word {
  readonly text: string;
  readonly places: readonly BlockPlaces[];
}

/** Where in a block the word stands. */
interface BlockPlaces {
  /** The block's number. */
  readonly block: number;
  /** As they lie in a file, behind the block's number. */
  readonly bytes: Uint8Array;
}

/** A file of words, not packed yet. */
export interface Piece {
  /** The first word, and the last. */
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
}

/** Bytes of a piece, about: packed it is a third of that. A word alone may have more. */
const SIZE = 40_000;

/** What Pagefind writes of a word: its text, its pages, and its spellings with other accents, of which tokens have none. */
const WORD_VALUES = 3;
/** Of a page: its number, the word's positions, and those in what is indexed apart. */
const PAGE_VALUES = 3;

/**
 * @param bytes of one file, decompressed
 * @param blockOf the number of the block that has this one in the file; undefined where it is left out
 * @returns in the file's order, the order of code points; without those that stand in no block
 * @throws Error when the bytes are not such a file
 */
export function readWords(
  bytes: Uint8Array,
  blockOf: (inFile: number) => number | undefined,
): Word[] {
  const cbor = cborReader(bytes);
  const list = (values: number): void => {
    if (cbor.list() !== values)
      throw new Error('search: not an index of Pagefind 1.6: more values');
  };
  const words: Word[] = [];
  list(1);
  for (let left = cbor.list(); left > 0; left--) {
    list(WORD_VALUES);
    const text = cbor.text();
    const places: BlockPlaces[] = [];
    let inFile = 0;
    for (let pages = cbor.list(); pages > 0; pages--) {
      list(PAGE_VALUES);
      inFile += cbor.integer();
      const start = cbor.place();
      cbor.skip(PAGE_VALUES - 1);
      const block = blockOf(inFile);
      if (block !== undefined) places.push({ block, bytes: bytes.subarray(start, cbor.place()) });
    }
    list(0);
    if (places.length > 0) words.push({ text, places: places.toSorted(byBlock) });
  }
  return words;
}

/** @param one and `other` share no block; each is in the order of code points, and so is what comes of them */
export function mergeWords(one: readonly Word[], other: readonly Word[]): Word[] {
  const merged: Word[] = [];
  let i = 0;
  for (const word of one) {
    for (let before = other[i]; before && isBefore(before.text, word.text); before = other[i]) {
      merged.push(before);
      i += 1;
    }
    const same = other[i];
    if (same?.text === word.text) {
      const places = [...word.places, ...same.places].toSorted(byBlock);
      merged.push({ text: word.text, places });
      i += 1;
    } else merged.push(word);
  }
  return [...merged, ...other.slice(i)];
}

/**
 * Pagefind begins a new file by how many pages hold the words, whatever they weigh: of a large site that would be 80 KB a file.
 * Here they weigh alike.
 * @param words in the order of code points
 */
export function cutWords(words: readonly Word[], size = SIZE): Piece[] {
  const pieces: { from: string; to: string; size: number; words: Uint8Array[] }[] = [];
  for (const word of words) {
    const { text } = word;
    const bytes = wordBytes(word);
    const last = pieces.at(-1);
    if (last && last.size + bytes.length <= size) {
      last.to = text;
      last.size += bytes.length;
      last.words.push(bytes);
    } else pieces.push({ from: text, to: text, size: bytes.length, words: [bytes] });
  }
  return pieces.map(({ from, to, words }) => ({
    from,
    to,
    bytes: Buffer.concat([START, head(LIST, words.length), ...words]),
  }));
}

function wordBytes({ text, places }: Word): Uint8Array {
  const encoded = Buffer.from(text);
  const parts = [head(LIST, WORD_VALUES), head(TEXT, encoded.length), encoded];
  parts.push(head(LIST, places.length));
  let before = 0;
  for (const { block, bytes } of places) {
    parts.push(head(LIST, PAGE_VALUES), head(INTEGER, block - before), bytes);
    before = block;
  }
  return Buffer.concat([...parts, head(LIST, 0)]);
}

/** What stands before the list of words: the signature, and a list of one. */
const START = Buffer.concat([Buffer.from(SIGNATURE), head(LIST, 1)]);

/** The head of a value in CBOR: an integer, or how long a text or list is. */
function head(type: number, value: number): Uint8Array {
  const first = type << 5;
  if (value < 24) return Uint8Array.of(first | value);
  if (value < 0x100) return Uint8Array.of(first | 24, value);
  if (value < 0x10000) return Uint8Array.of(first | 25, value >> 8, value & 0xff);
  throw new RangeError('search: more values than a file of words can have');
}

function byBlock(a: BlockPlaces, b: BlockPlaces): number {
  return a.block - b.block;
}

/** In the order of code points, which is that of their bytes. */
function isBefore(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}
