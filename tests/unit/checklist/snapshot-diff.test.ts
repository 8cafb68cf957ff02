// Unit: two editions of a procedure's steps → what was added, changed, moved and removed.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Item } from '../../../src/checklist/run.ts';
import { compareSnapshots, diffWords } from '../../../src/checklist/snapshot-diff.ts';
import { withSubsteps } from './sample-run.ts';

const ids = (items: readonly Item[]): string[] => items.map(({ id }) => id);

test('nothing changed is nothing', () => {
  const diff = compareSnapshots(withSubsteps, structuredClone(withSubsteps));
  assert.deepEqual(diff, { added: [], removed: [], changed: [], moved: [] });
  assert.equal(diffWords(diff), 'ถ้อยคำของทุกขั้นเหมือนเดิม');
});

test('steps are told apart by their id: added, removed, reworded', () => {
  const after = [
    { id: 'snew', no: '1', text: 'รับหนังสือ' },
    { id: 'sa', no: '2', text: 'รับหนังสือทางระบบ' },
    ...withSubsteps.slice(1, 5),
  ];
  const diff = compareSnapshots(withSubsteps, after);
  assert.deepEqual([ids(diff.added), ids(diff.removed), ids(diff.moved)], [['snew'], ['sc'], []]);
  assert.deepEqual(
    diff.changed.map(({ before, after: now, textChanged }) => [before.text, now.text, textChanged]),
    [['รับหนังสือ', 'รับหนังสือทางระบบ', true]],
  );
  assert.equal(diffWords(diff), 'เพิ่ม 1 ขั้น เปลี่ยน 1 ขั้น ตัดออก 1 ขั้น');
});

test('another number alone is no change, another actor is', () => {
  const after = withSubsteps.map((item) => ({ ...item, no: `${item.no}.` }));
  assert.deepEqual(compareSnapshots(withSubsteps, after).changed, []);
  const actor = withSubsteps.map((item) =>
    item.id === 'sb3' ? { ...item, actor: 'ผู้อำนวยการ' } : item,
  );
  assert.deepEqual(
    compareSnapshots(withSubsteps, actor).changed.map(({ fields, textChanged }) => [
      fields,
      textChanged,
    ]),
    [[['ผู้ปฏิบัติ'], false]],
  );
});

test('a step at another place is moved, the others are not', () => {
  const [sa, sb, sb1, sb2, sb3, sc] = withSubsteps as [Item, Item, Item, Item, Item, Item];
  assert.deepEqual(ids(compareSnapshots(withSubsteps, [sc, sa, sb, sb1, sb2, sb3]).moved), ['sc']);
  assert.deepEqual(
    ids(compareSnapshots(withSubsteps, [sa, sb, sb2, sb1, sb3, sc]).moved).length,
    1,
  );
});
