// Stage: search, both sides. A text → the form in which texts and queries are compared.

/** Vowels and tones above and below, and the nikhahit: what stands on a consonant. */
const MARKS = '\\u0E31\\u0E34-\\u0E3A\\u0E47-\\u0E4E';

const UNSEEN = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const NIKHAHIT_AA = /\u0E4D([\u0E48-\u0E4B]?)\u0E32|([\u0E48-\u0E4B])\u0E4D\u0E32/g;
const AM_BEFORE_TONE = /\u0E33([\u0E48-\u0E4B])/g;
const TONE_BEFORE_VOWEL = /([\u0E48-\u0E4C])([\u0E31\u0E34-\u0E3A])/g;
const MARK_AGAIN = new RegExp(`([${MARKS}])\\1+`, 'g');
/** พ.ศ. สพป. ก.ค.ศ. and, at the end of a word, ผอ. */
const ABBREVIATION =
  /(?<![\u0E00-\u0E7F])(?:(?:[ก-ฮ]{1,3}\. ?){2,8}|[ก-ฮ]{2,6}\.)|(?<![\u0E00-\u0E7F.])[ก-ฮ](?: [ก-ฮ]){1,7}(?![\u0E00-\u0E7F.])/g;

/**
 * One form for all ways of writing the same: NFC; ํ+า as ำ, เเ as แ, a tone after its vowel, no mark
 * twice; nothing that is not seen; Arabic digits; lower case; abbreviations without dots and spaces;
 * Latin words without hyphens (O-NET is onet).
 */
export function normalise(text: string): string {
  let before = text;
  // What one step moves may meet what an earlier one looks for: a mark that was twice there, apart.
  for (;;) {
    const after = step(before);
    if (after === before) return after;
    before = after;
  }
}

/** Every replacement shortens the text or puts it in order, so that steps come to an end. */
function step(text: string): string {
  return text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/\s+/g, ' ')
    .replace(NIKHAHIT_AA, (_, after: string | undefined, before: string | undefined) => {
      return `${before ?? after ?? ''}\u0E33`;
    })
    .replace(AM_BEFORE_TONE, '$1\u0E33')
    .replace(/\u0E40\u0E40/g, '\u0E41')
    .replace(/\u0E45/g, '\u0E32')
    .replace(MARK_AGAIN, '$1')
    .replace(TONE_BEFORE_VOWEL, '$2$1')
    .replace(MARK_AGAIN, '$1')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .toLowerCase()
    .replace(/(?<=\p{Script=Latin})[-\u2010-\u2015](?=\p{Script=Latin})/gu, '')
    .replace(ABBREVIATION, (short) => short.replace(/[. ]/g, ''));
}
