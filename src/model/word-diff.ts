// Stage: model. Two Thai texts → the words that both have and those that only one has.

/** A run of words. Joining the runs of a side gives its text back. */
export interface DiffRun {
  readonly text: string;
  readonly same: boolean;
}

export interface WordDiff {
  readonly a: readonly DiffRun[];
  readonly b: readonly DiffRun[];
  /** What stands in one place of the two texts; an empty side has nothing there. */
  readonly changes: readonly { readonly a: string; readonly b: string }[];
}

const words = new Intl.Segmenter('th', { granularity: 'word' });

/** A word with the white space after it; white space is no difference. */
export interface Token {
  readonly key: string;
  readonly text: string;
}

/** Compares word by word. Where only spaces or the cutting into words differ, nothing differs. */
export function wordDiff(a: string, b: string): WordDiff {
  return tokenDiff(tokens(a), tokens(b));
}

/** The same for texts that were cut before: who compares one text with several cuts it once. */
export function tokenDiff(left: readonly Token[], right: readonly Token[]): WordDiff {
  const pairs = commonTokens(left, right);
  const runs: { a: DiffRun[]; b: DiffRun[] } = { a: [], b: [] };
  const changes: { a: string; b: string }[] = [];
  let i = 0;
  let j = 0;
  for (const [nextLeft, nextRight] of [...pairs, [left.length, right.length] as const]) {
    const gap = { a: join(left.slice(i, nextLeft)), b: join(right.slice(j, nextRight)) };
    const same = bare(gap.a) === bare(gap.b);
    push(runs.a, gap.a, same);
    push(runs.b, gap.b, same);
    if (!same) changes.push({ a: gap.a.trim(), b: gap.b.trim() });
    push(runs.a, left[nextLeft]?.text ?? '', true);
    push(runs.b, right[nextRight]?.text ?? '', true);
    i = nextLeft + 1;
    j = nextRight + 1;
  }
  return { ...runs, changes };
}

/** The words of a text, each with the white space after it: joined they are the text again, in NFC. */
export function tokens(text: string): Token[] {
  const found: { key: string; text: string }[] = [];
  for (const { segment } of words.segment(text.normalize('NFC'))) {
    const last = found.at(-1);
    if (segment.trim() === '' && last) last.text += segment;
    else found.push({ key: segment.trim(), text: segment });
  }
  return found;
}

/** The longest common subsequence, as pairs of indexes. */
function commonTokens(a: readonly Token[], b: readonly Token[]): [number, number][] {
  // Texts that are compared mostly begin and end alike.
  let start = 0;
  while (start < a.length && start < b.length && a[start]?.key === b[start]?.key) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1]?.key === b[endB - 1]?.key) {
    endA--;
    endB--;
  }
  const pairs = Array.from({ length: start }, (_, i): [number, number] => [i, i]);
  for (const [i, j] of commonBetween(a.slice(start, endA), b.slice(start, endB)))
    pairs.push([start + i, start + j]);
  for (let i = endA, j = endB; i < a.length; i++, j++) pairs.push([i, j]);
  return pairs;
}

function commonBetween(a: readonly Token[], b: readonly Token[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i]?.key === b[j]?.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]?.key === b[j]?.key) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function push(runs: DiffRun[], text: string, same: boolean): void {
  if (text === '') return;
  const last = runs.at(-1);
  if (last?.same === same) runs[runs.length - 1] = { text: last.text + text, same };
  else runs.push({ text, same });
}

const join = (list: readonly Token[]): string => list.map(({ text }) => text).join('');
const bare = (text: string): string => text.replace(/\s+/g, '');
