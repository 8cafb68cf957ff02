// Stage: authoring. Content files as text → characters that look right and are not: not NFC, invisible, decomposed.
import type { TextFile } from './parse-content.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';

const SUSPECTS: readonly { readonly pattern: RegExp; readonly name: string }[] = [
  { pattern: /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/u, name: 'อักขระที่มองไม่เห็น' },
  { pattern: /\u0E4D[\u0E48-\u0E4B]?\u0E32/u, name: 'นิคหิตกับสระอา แทนสระอำ' },
  { pattern: /\u0E40\u0E40/u, name: 'สระเอสองตัว แทนสระแอ' },
];

/** One problem for each suspicious place of each line. The mark that some editors put before the first line (BOM) does no harm. */
export function checkCharacters(files: readonly TextFile[]): Problem[] {
  return files.flatMap(({ shown, text: whole }) => {
    const text = whole.replace(/^\uFEFF/, '');
    // Most files have none: of these no line is looked at.
    if (text.normalize('NFC') === text && !SUSPECTS.some(({ pattern }) => pattern.test(text)))
      return [];
    return text.split('\n').flatMap((line, i) => {
      const at = { file: shown, line: i + 1 };
      const found = SUSPECTS.flatMap(({ pattern, name }) => {
        const match = pattern.exec(line);
        return match
          ? [
              problem('not-normal', at, {
                character: name,
                text: line.slice(Math.max(0, match.index - 10), match.index + 10).trim(),
              }),
            ]
          : [];
      });
      if (line.normalize('NFC') !== line)
        found.push(
          problem('not-normal', at, { character: 'รูปที่ไม่ใช่ NFC', text: line.trim().slice(0, 40) }),
        );
      return found;
    });
  });
}
