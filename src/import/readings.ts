// Stage: import. A printed word → what it may have been before eye, hand or machine misread it.

/** Letters that are taken for each other. */
const ALIKE = ['ดคต', 'ถภก', 'ชซข', 'บปษ', 'ผฝ', 'พฟ', 'ฎฏ', 'าำ', 'ใไโ', 'ทธ', 'ลส', '่้', 'ิีึื', 'ุู', '็์']; // prettier-ignore
/** Marks that are lost. */
const LOST = ['่', '้', '์', '็', 'ู้', 'ั', 'ิ', 'ี', 'ื', 'ุ', 'ู'];

/** A vowel above or below a letter, by its code: alone it is not readable. */
const VOWEL = /[\u0E31\u0E34-\u0E39]/u;

const alike = new Map<string, string[]>();
for (const group of ALIKE)
  for (const letter of group)
    alike.set(letter, [
      ...(alike.get(letter) ?? []),
      ...Array.from(group).filter((other) => other !== letter),
    ]);

/** A mark more, a letter read for another, a letter too many. */
export function nearReadings(printed: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i < printed.length; i++) {
    const letter = printed.charAt(i);
    const head = printed.slice(0, i);
    const tail = printed.slice(i + 1);
    for (const other of alike.get(letter) ?? []) found.add(head + other + tail);
    if (/[ก-ฮ]/u.test(letter) || VOWEL.test(letter))
      for (const mark of LOST) found.add(head + letter + mark + tail);
    // A letter is put in where it stands nearby already.
    if (!/[ฯๆ]/u.test(letter) && head.slice(-2).includes(letter)) found.add(head + tail);
  }
  found.delete(printed);
  found.delete('');
  return found;
}

/** Whether a reading is the printed word with a tone or a silent mark more: the commonest loss of all. */
export function addsAMark(printed: string, read: string): boolean {
  return read.length === printed.length + 1 && read.replace(/[\u0E48-\u0E4C]/u, '') === printed;
}

/** How many letters have to change, come or go. */
export function letterDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
