// Stage: model. What the last build made of a text → the same data, without making it again.
import { createHash } from 'node:crypto';

/**
 * Data by type and the text that it was made of: a file that was checked, the texts of manuals that were compared. It holds only
 * for the code that made it; whoever stores text() sees to that (src/commands/known-file.ts).
 */
export class KnownData {
  readonly #before: ReadonlyMap<string, string>;
  readonly #now = new Map<string, string>();

  /** @param text that of an earlier one; of what is cut off in it nothing is known */
  constructor(text = '') {
    const lines = text.split('\n').slice(0, -1);
    this.#before = new Map(
      lines.map((line) => [line.slice(0, LENGTH_OF_KEY), line.slice(LENGTH_OF_KEY)]),
    );
  }

  /** Undefined where it is not known. */
  get(type: string, text: string): unknown {
    return this.#find(keyOf(type, text));
  }

  /** As it is known, or made now and kept. */
  getOr<T>(type: string, text: string, make: () => T): T {
    const key = keyOf(type, text);
    const found = this.#find(key);
    if (found !== undefined) return found as T;
    const made = make();
    this.#now.set(key, JSON.stringify(made));
    return made;
  }

  keep(type: string, text: string, data: unknown): void {
    this.#now.set(keyOf(type, text), JSON.stringify(data));
  }

  /** What was asked for and kept, a line each: what no file says any more is let go. */
  text(): string {
    return [...this.#now].map(([key, json]) => `${key}${json}\n`).join('');
  }

  #find(key: string): unknown {
    const json = this.#before.get(key);
    if (json === undefined) return undefined;
    this.#now.set(key, json);
    return JSON.parse(json);
  }
}

/** Made each time where nothing is known. */
export function knownOr<T>(
  known: KnownData | undefined,
  type: string,
  text: string,
  make: () => T,
): T {
  return known ? known.getOr(type, text, make) : make();
}

const LENGTH_OF_KEY = 32;

function keyOf(type: string, text: string): string {
  return createHash('sha256').update(`${type}\0${text}`).digest('hex').slice(0, LENGTH_OF_KEY);
}
