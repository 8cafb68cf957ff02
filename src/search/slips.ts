// Stage: search, in the browser. Two words → how far apart they are, counted in slips of the pen.

/** Characters that are taken for each other, by the eye or by the ear. */
const ALIKE = [
  'ิีึืัํ', '่้๊๋์็', 'ุู', 'ดคต', 'ถภก', 'ชซข', 'บปษ', 'นมณ', 'ทหฑ', 'ศสษซ', 'ผฝ', 'พฟ', 'ฎฏดต',
  'ฤฦร', 'ขฃชค', 'ลสร', 'รธ', 'ใไโ', 'ะาั', 'อฮ', 'ยญ', 'ญณน', 'พภ', 'ทธ', 'ลฬ',
]; // prettier-ignore
const MARK = /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/;
const alike = new Set(
  ALIKE.flatMap((group) => Array.from(group, (a) => Array.from(group, (b) => a + b)).flat()),
);

/**
 * A wrong, missing, added or swapped character is a slip; one that looks or sounds alike and a mark
 * above or below are part of one. Infinity where there are more than `most`.
 */
export function slips(typed: string, word: string, most: number): number {
  const [a, b] = [heard(typed), heard(word)];
  if (Math.abs(a.length - b.length) > Math.ceil(most / 0.6)) return Infinity;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, () => 0);
  for (let j = 1; j <= b.length; j++) last[j] = (last[j - 1] ?? 0) + cost(b.charAt(j - 1));
  for (let i = 1; i <= a.length; i++) {
    const x = a.charAt(i - 1);
    const row = [(last[0] ?? 0) + cost(x)];
    for (let j = 1; j <= b.length; j++) {
      const y = b.charAt(j - 1);
      const same = x === y ? 0 : alike.has(x + y) ? 0.5 : 1;
      let least = Math.min(
        (last[j] ?? 0) + cost(x),
        (row[j - 1] ?? 0) + cost(y),
        (last[j - 1] ?? 0) + same,
      );
      if (i > 1 && j > 1 && x === b.charAt(j - 2) && a.charAt(i - 2) === y)
        least = Math.min(least, (before[j - 2] ?? 0) + 0.7);
      row.push(least);
    }
    if (Math.min(...row) > most) return Infinity;
    before = last;
    last = row;
  }
  const total = last[b.length] ?? Infinity;
  return total <= most ? total : Infinity;
}

/** บรรณ is spoken as บัณ would be, ธรรม as ธัม. */
function heard(word: string): string {
  return word.replaceAll('รร', 'ั');
}

/** A short word with another letter, or with one more or less before it, is another word: ดนตรี is no slip of มนตรี. */
export function isOther(typed: string, word: string, distance: number): boolean {
  if (typed.length >= 6 || distance < 1) return false;
  return typed.length === word.length || typed.endsWith(word) || word.endsWith(typed);
}

function cost(char: string): number {
  return MARK.test(char) ? 0.6 : 1;
}
