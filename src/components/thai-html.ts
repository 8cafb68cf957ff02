// Stage: components. Thai text or text runs → HTML, words held together, corrected words marked.
// Strings, not markup: a formatter that moves a tag to a new line would put a space into a Thai sentence.
import type { TextRun } from '../source/corrected-text.ts';
import { keepWords, LONGEST_RUN } from '../thai/keep-words.ts';
import { remembered } from '../thai/remembered.ts';

/** Text as HTML; words that a browser would break inside stand in `<span class="w">`. */
export const thaiHtml = remembered((text) =>
  keepWords(text)
    .map((part) =>
      part.keep ? `<span class="w">${escapeHtml(part.text)}</span>` : escapeHtml(part.text),
    )
    .join('')
    // Between two kept words Chromium sees no place to break unless it is told; before ๆ and ฯ there is none.
    .replace(/<\/span><span class="w">(?![ ๆฯ])/g, '</span><wbr><span class="w">'),
);

/** Names, short ones never broken at a line's end: no list can know their words. */
export function namesHtml(names: readonly string[], between = ', '): string {
  return names
    .map((name) =>
      name.length > LONGEST_RUN ? thaiHtml(name) : `<span class="w">${escapeHtml(name)}</span>`,
    )
    .join(between);
}

/** Runs as HTML; corrected words stand in `<span class="fix">`. */
export function runsHtml(runs: readonly TextRun[]): string {
  return runs
    .map(({ text, correction }) =>
      correction ? `<span class="fix">${thaiHtml(text)}</span>` : thaiHtml(text),
    )
    .join('');
}

/** Tags, character references and whole drawings: what in HTML is no running text. */
const NOT_TEXT = /(<svg[\s>][^]*?<\/svg>|<(?:[^<>"]|"[^"]*")*>|&[#\w]+;)/;

/** HTML that something else made (a manual's prose) → the same, words held together. */
export function thaiHtmlIn(html: string): string {
  return html
    .split(NOT_TEXT)
    .map((piece, i) => (i % 2 === 0 ? thaiHtml(piece) : piece))
    .join('');
}

/** For text and attribute values alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${String(char.charCodeAt(0))};`);
}
