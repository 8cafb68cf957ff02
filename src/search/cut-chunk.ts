// Stage: search. One of Pagefind's files of words → pieces of it that weigh alike, as files of the same form.
import { cborReader, SIGNATURE } from './pagefind-format.ts';

/** A file of words, not packed yet. */
export interface Piece {
  /** The first word, and the last. */
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
}

/** Bytes of a piece, about: packed it is a third of that. A word alone may have more. */
const SIZE = 40_000;

/**
 * Pagefind begins a new file by how many pages hold the words, whatever they weigh: of a large site that would be 80 KB a file.
 * @throws Error when the bytes are not such a file
 */
export function cutChunk(bytes: Uint8Array, size = SIZE): Piece[] {
  const cbor = cborReader(bytes);
  if (cbor.list() !== 1) throw new Error('search: not an index of Pagefind 1.6: more than words');
  const pieces: { from: string; to: string; start: number; end: number; words: number }[] = [];
  for (let left = cbor.list(); left > 0; left--) {
    const start = cbor.place();
    const values = cbor.list();
    const word = cbor.text();
    cbor.skip(values - 1);
    const end = cbor.place();
    const last = pieces.at(-1);
    if (last && end - last.start <= size) {
      last.to = word;
      last.end = end;
      last.words += 1;
    } else pieces.push({ from: word, to: word, start, end, words: 1 });
  }
  return pieces.map(({ from, to, start, end, words }) => ({
    from,
    to,
    bytes: Buffer.concat([HEAD, listHead(words), bytes.subarray(start, end)]),
  }));
}

/** What stands before the list of words: the signature, and a list of one. */
const HEAD = Buffer.concat([Buffer.from(SIGNATURE), listHead(1)]);

/** The head of a list of so many values, in CBOR. */
function listHead(values: number): Uint8Array {
  if (values < 24) return Uint8Array.of(0x80 | values);
  if (values < 0x100) return Uint8Array.of(0x98, values);
  if (values < 0x10000) return Uint8Array.of(0x99, values >> 8, values & 0xff);
  throw new RangeError('search: more words than a piece can have');
}
