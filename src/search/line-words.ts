// Stage: search, in the browser. A printed line → its words in their places, as the browser sees them.

/** Characters of a line, from one to the one after the last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** For what is shown and what is proposed: what is found does not hang on where a browser sees words. */
export function wordsOf(line: string): Range[] {
  if (typeof Intl.Segmenter !== 'function')
    return [...line.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
      from: index,
      to: index + word.length,
    }));
  return [...new Intl.Segmenter('th', { granularity: 'word' }).segment(line)].map(
    ({ segment, index }) => ({ from: index, to: index + segment.length }),
  );
}
