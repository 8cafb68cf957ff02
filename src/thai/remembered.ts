// Stage: Thai text. A function of a text → the same function, which works out a text that it met lately only once.

/** Titles and steps stand on several pages: a few offices' worth of texts, some MB. */
const MOST = 30_000;

/** @param make the same every time for the same text, and its result is not changed by anybody */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
