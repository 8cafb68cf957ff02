// Stage: import. A run of Thai letters → whether the dictionary of the language's own segmenter knows it as one word.

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
/** Common words to set a run between: a run that is no word is cut, or runs into them. */
const FRAMES = [
  ['ที่', 'ที่'],
  ['ให้', 'กับ'],
  ['จะ', 'แล้ว'],
  ['และ', 'ได้'],
] as const;

/** Marks above and below a letter, by their code: a mark alone in a pattern is not readable. */
const VOWEL = '[\\u0E31\\u0E34-\\u0E39]';
const TONE = '[\\u0E48-\\u0E4B]';
const MARK = '[\\u0E31\\u0E34-\\u0E3A\\u0E47-\\u0E4E]';
/** Two vowels on one letter, a mark that no letter carries, or a vowel that needs a letter after it and has none. */
const IMPOSSIBLE = new RegExp(
  [
    `${VOWEL}(?:${VOWEL}|[\\u0E47\\u0E4D])`,
    `${TONE}(?:${VOWEL}|${TONE}|\\u0E47)`,
    `(?:^|[\\s\\u0E30\\u0E32\\u0E33\\u0E40-\\u0E44])${MARK}`,
    `\\u0E31${TONE}?(?!${TONE}|[ก-ฮ])`,
    `[\\u0E47\\u0E4C-\\u0E4E]${MARK}`,
    '[\\u0E40-\\u0E44](?:$|[^ก-ฮ])',
    '(?:^|\\s)[\\u0E30\\u0E32\\u0E33]',
    '\\u0E4D',
  ].join('|'),
  'u',
);

/** True where the letters could not be printed so on purpose. */
export function isImpossible(text: string): boolean {
  return IMPOSSIBLE.test(text);
}

const memory = new Map<string, boolean>();

/** True where ICU's Thai dictionary holds the run as one word. It has about 25,000 words and few names. */
export function isKnownWord(run: string): boolean {
  let known = memory.get(run);
  if (known === undefined) {
    // One frame in two: a short word may make a longer one with the frame (พื้น|ที่).
    const whole = FRAMES.filter(([before, after]) => standsWhole(before, run, after)).length;
    known = run.length > 1 && !isImpossible(run) && whole >= FRAMES.length / 2;
    memory.set(run, known);
  }
  return known;
}

function standsWhole(before: string, run: string, after: string): boolean {
  const cut = wordsOf(before + run + after);
  return cut.length === 3 && cut[1] === run;
}

/** A text, cut by the dictionary. */
export function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** True where every word of the run is known: หน้าที่รับผิดชอบ. */
export function isKnownText(run: string): boolean {
  return run !== '' && wordsOf(run).every((word) => isKnownWord(word));
}
