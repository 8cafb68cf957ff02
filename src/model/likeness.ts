// Stage: model. Two texts → how alike they are, by the trigrams of their letters.

/**
 * From here on two texts say the same. In the five manuals the true pairs lie at 0.66 and above; what shares only
 * the turns of office language ends at 0.58.
 */
export const SAME = 0.65;

/** The numbers of a text's trigrams, ascending; one that stands twice is there twice. */
export interface Profile {
  readonly grams: Int32Array;
  /** A bit for each remainder that a trigram's number leaves: by these most pairs are told apart. */
  readonly bits: Int32Array;
}

/** 32 bits each. */
const WORDS_OF_BITS = 8;

/** A text's trigrams by number, in their order. */
type GramsOf = (text: string) => Int32Array;

/** The same number for the same trigram. Letters and pairs have numbers too: a number is found sooner than a piece of text. */
function gramNumbers(): GramsOf {
  const letters = new Map<number, number>();
  const pairs = new Map<number, number>();
  const grams = new Map<number, number>();
  const numberOf = (known: Map<number, number>, key: number): number => {
    const number = known.get(key);
    if (number !== undefined) return number;
    known.set(key, known.size);
    return known.size - 1;
  };
  return (text) => {
    const letter = (i: number): number => numberOf(letters, text.charCodeAt(i));
    const found = new Int32Array(text.length - 2);
    let [first, second] = [letter(0), letter(1)];
    for (let i = 0; i < found.length; i += 1) {
      const third = letter(i + 2);
      found[i] = numberOf(grams, numberOf(pairs, first * LETTERS + second) * LETTERS + third);
      [first, second] = [second, third];
    }
    return found;
  };
}

/** UTF-16. */
const LETTERS = 65_536;

/** @returns makes profiles that can be compared with each other, and with no other's */
export function profiler(): (text: string) => Profile {
  const gramsOf = gramNumbers();
  return (text) => {
    const grams = gramsOf(compared(text)).sort();
    const bits = new Int32Array(WORDS_OF_BITS);
    for (const gram of grams) {
      const at = (gram >> 5) % WORDS_OF_BITS;
      bits[at] = (bits[at] ?? 0) | (1 << (gram & 31));
    }
    return { grams, bits };
  };
}

/** The ends count: without them a short text would be like every text that begins with it. */
function compared(text: string): string {
  return ` ${text.normalize('NFC').replace(/\s+/g, '')} `;
}

const MARK_LENGTH = 4;

/** By which texts that may say the same are found among many: those that do have mostly the same. */
export function markOf(text: string): string {
  const letters = compared(text);
  const lowest: number[] = [];
  for (let i = 0; i + 2 < letters.length; i += 1) {
    const gram = scattered(letters, i);
    const at = lowest.findIndex((low) => gram <= low);
    if (lowest[at] === gram) continue;
    lowest.splice(at < 0 ? lowest.length : at, 0, gram);
    if (lowest.length > MARK_LENGTH) lowest.pop();
  }
  return lowest.map((gram) => gram.toString(36)).join(' ');
}

/** A number for the trigram at a place, as if by chance and always the same: so that the lowest of a text are any of it. */
function scattered(letters: string, at: number): number {
  let number = 0;
  for (let i = at; i < at + 3; i += 1)
    number = Math.imul(number ^ letters.charCodeAt(i), 0x9e3779b1) ^ (number >>> 15);
  return number >>> 0;
}

/** Dice's coefficient of the trigrams: twice what is common over all there is. 0 where it is below SAME. */
export function likeness(a: Profile, b: Profile): number {
  const [left, right] = [a.grams, b.grams];
  const all = left.length + right.length;
  // Cheap first: however alike, texts of very different lengths do not reach the bound.
  if (2 * Math.min(left.length, right.length) < SAME * all) return 0;
  // How many may be without their like and the bound be reached yet. Behind a bit that only one has stands at least one.
  let spare = (1 - SAME) * all + 1;
  let apart = 0;
  for (let i = 0; i < WORDS_OF_BITS; i += 1) {
    apart += ones((a.bits[i] ?? 0) ^ (b.bits[i] ?? 0));
    if (apart > spare) return 0;
  }
  // From the end, where the rare ones stand, most of the rest are soon told apart.
  let shared = 0;
  for (let i = left.length - 1, j = right.length - 1; i >= 0 && j >= 0;) {
    const x = left[i] ?? 0;
    const y = right[j] ?? 0;
    if (x === y) {
      shared += 1;
      i -= 1;
      j -= 1;
    } else {
      if (x > y) i -= 1;
      else j -= 1;
      spare -= 1;
      if (spare < 0) return 0;
    }
  }
  return (2 * shared) / all;
}

/** How many bits of 32 are set. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
