// Stage: model. Texts and bytes, one after another → one piece of memory, outside of what the collector looks through.

/** Of a UTF-16 unit in UTF-8. */
const MOST_BYTES = 3;

/**
 * UTF-8 that grows. With a text or a Buffer for each of many thousand values, old memory would be looked through every few
 * hundred of them.
 */
export class Bytes {
  #memory = Buffer.allocUnsafe(1_000_000);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** @returns how many bytes it takes */
  add(text: string | Buffer): number {
    const isLetters = typeof text === 'string';
    this.#reach(this.#length + text.length * (isLetters ? MOST_BYTES : 1));
    const added = isLetters
      ? this.#memory.write(text, this.#length)
      : text.copy(this.#memory, this.#length);
    this.#length += added;
    return added;
  }

  text(start: number, length: number): string {
    return this.#memory.toString('utf8', start, start + length);
  }

  /** Only until more is added. */
  whole(): Buffer<ArrayBuffer> {
    return this.#memory.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  #reach(length: number): void {
    if (length <= this.#memory.length) return;
    const larger = Buffer.allocUnsafe(length * 2);
    this.#memory.copy(larger, 0, 0, this.#length);
    this.#memory = larger;
  }
}
