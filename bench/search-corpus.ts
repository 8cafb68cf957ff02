// Bench: search, both sides. The shape of the test data and of an engine under test.

export interface Corpus {
  readonly docs: readonly { readonly id: string; readonly title?: string; readonly text: string }[];
  readonly sets: Readonly<
    Record<string, readonly { readonly q: string; readonly gold: readonly string[] }[]>
  >;
}

/** In the browser: a query → the documents' ids, best first; as many as the engine finds, or its first ten. */
export type Ask = (query: string) => Promise<readonly string[]>;

/** A module that the browser loads for one engine. `files` ends in a slash. */
export interface EngineModule {
  readonly open: (files: string) => Promise<Ask>;
}

export function wordsOf(text: string): string[] {
  return [...new Intl.Segmenter('th', { granularity: 'word' }).segment(text.toLowerCase())]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}
