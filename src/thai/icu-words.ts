// Stage: Thai text. A text → its words as ICU cuts it, which is how browsers see them.

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

export interface IcuWord {
  readonly text: string;
  /** Offset into the text. */
  readonly start: number;
  /** False for spaces and marks. */
  readonly isWord: boolean;
}

/** To cut a text costs more than what is done with its words, and whoever asks first is often followed by another. */
let last: { readonly text: string; readonly words: readonly IcuWord[] } = { text: '', words: [] };

export function icuWords(text: string): readonly IcuWord[] {
  if (last.text === text) return last.words;
  const words = Array.from(segmenter.segment(text), ({ segment, index, isWordLike }) => ({
    text: segment,
    start: index,
    isWord: isWordLike ?? false,
  }));
  last = { text, words };
  return words;
}
