// Stage: checklist, shared by build and browser. A procedure's steps before and after → what was added, changed, moved, removed.
import { same, type Item } from './run.ts';

export interface ChangedItem {
  readonly before: Item;
  readonly after: Item;
  /** What differs besides the text, in words: ผู้ปฏิบัติ. */
  readonly fields: readonly string[];
  readonly textChanged: boolean;
}

export interface SnapshotDiff {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  readonly changed: readonly ChangedItem[];
  /** Steps that stand at another place among those that both have. */
  readonly moved: readonly Item[];
}

/** Steps are the same by their id and by nothing else. */
export function compareSnapshots(before: readonly Item[], after: readonly Item[]): SnapshotDiff {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Map(after.map((item) => [item.id, item]));
  const changed = after.flatMap((item) => {
    const was = old.get(item.id);
    if (!was) return [];
    const textChanged = was.text.normalize('NFC') !== item.text.normalize('NFC');
    const fields = changedFields(was, item);
    return textChanged || fields.length > 0
      ? [{ before: was, after: item, fields, textChanged }]
      : [];
  });
  const stay = longestCommon(
    before.flatMap(({ id }) => (now.has(id) ? [id] : [])),
    after.flatMap(({ id }) => (old.has(id) ? [id] : [])),
  );
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !now.has(id)),
    changed,
    moved: after.filter(({ id }) => old.has(id) && !stay.has(id)),
  };
}

/** เพิ่ม 1 ขั้น เปลี่ยน 2 ขั้น; a change that shows nowhere is said too. */
export function diffWords({ added, removed, changed, moved }: SnapshotDiff): string {
  const parts: [string, number][] = [
    ['เพิ่ม', added.length],
    ['เปลี่ยน', changed.length],
    ['ย้ายที่', moved.length],
    ['ตัดออก', removed.length],
  ];
  const words = parts.filter(([, count]) => count > 0).map(([word, n]) => `${word} ${n} ขั้น`);
  return words.join(' ') || 'ถ้อยคำของทุกขั้นเหมือนเดิม';
}

function changedFields(before: Item, after: Item): string[] {
  const names: [keyof Item, string][] = [
    ['actor', 'ผู้ปฏิบัติ'],
    ['to', 'ส่งถึงใคร'],
    ['kind', 'ลักษณะของขั้น'],
    ['next', 'ทางไปต่อ'],
    ['in', 'ขั้นที่อยู่ภายใต้'],
  ];
  return names.flatMap(([field, name]) => (same(before[field], after[field]) ? [] : [name]));
}

/** The ids of a longest common subsequence of two orders of the same ids. */
function longestCommon(a: readonly string[], b: readonly string[]): Set<string> {
  const at = new Map(b.map((id, i) => [id, i]));
  // Two orders of one set: the longest run of rising places.
  const best: { place: number; id: string; before: number }[] = [];
  const lengths: number[] = [];
  a.forEach((id, i) => {
    const place = at.get(id) ?? -1;
    let length = 1;
    let before = -1;
    for (let j = 0; j < i; j++) {
      const longer = (lengths[j] ?? 0) + 1;
      if ((best[j]?.place ?? Infinity) < place && longer > length) [length, before] = [longer, j];
    }
    best.push({ place, id, before });
    lengths.push(length);
  });
  const found = new Set<string>();
  const last = lengths.indexOf(Math.max(0, ...lengths));
  for (let i = last; i >= 0; i = best[i]?.before ?? -1) found.add(best[i]?.id ?? '');
  return found;
}
