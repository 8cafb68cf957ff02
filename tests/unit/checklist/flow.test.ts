// Unit: what was done and chosen → done, partly done, hidden, current, how far; and what a reader's acts change.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as actions from '../../../src/checklist/actions.ts';
import { hiddenSteps } from '../../../src/checklist/branches.ts';
import { flowOf, type Flow } from '../../../src/checklist/flow.ts';
import { change } from '../../../src/checklist/run-change.ts';
import { readRun } from '../../../src/checklist/run-shape.ts';
import type { Edits, Item, Run } from '../../../src/checklist/run.ts';
import { tick } from '../../../src/checklist/tick.ts';
import { at, sampleRun, withDecisions, withSubsteps } from './sample-run.ts';

type Act = (run: Run) => Edits;
const ticked =
  (...steps: string[]): Act =>
  (run) =>
    Object.assign({}, ...steps.map((id) => tick(run, id, true, at(1), hidden(run)))) as Edits;
const unticked =
  (step: string): Act =>
  (run) =>
    tick(run, step, false, at(2), hidden(run));
const chosen =
  (step: string, when: string): Act =>
  (run) =>
    actions.choose(run, step, when, at(1));

function hidden(run: Run): string[] {
  return hiddenSteps(run.snapshot.items, run);
}

function after(items: readonly Item[], ...acts: Act[]): Run {
  return acts.reduce((run, act, i) => change(run, act(run), at(i + 1)), sampleRun(items));
}

function flow(run: Run): Flow {
  return flowOf(run.snapshot.items, run);
}

test('a new run has everything to do, the first step first; a step with substeps does not count itself', () => {
  assert.deepEqual(flow(sampleRun()), {
    done: [],
    part: [],
    skipped: [],
    hidden: [],
    current: 'sa',
    count: 0,
    total: 5,
  });
});

test('substeps add up to their step: some are a part, all are the whole', () => {
  const some = flow(after(withSubsteps, ticked('sa', 'sb1')));
  assert.deepEqual(
    [some.done, some.part, some.current, some.count],
    [['sa', 'sb1'], ['sb'], 'sb2', 2],
  );
  const all = flow(after(withSubsteps, ticked('sb1', 'sb2', 'sb3')));
  assert.deepEqual([all.done, all.part, all.current], [['sb', 'sb1', 'sb2', 'sb3'], [], 'sa']);
});

test('a step ticked or unticked ticks or unticks its substeps, those that apply', () => {
  const skip: Act = (run) => actions.skip(run, 'sb2', 'ไม่มี');
  const run = after(withSubsteps, skip, ticked('sb'));
  assert.deepEqual(Object.keys(run.done), ['sb1', 'sb3']);
  assert.deepEqual(flow(run).done, ['sb', 'sb1', 'sb3']);
  assert.deepEqual(flow(after(withSubsteps, skip, ticked('sb'), unticked('sb'))).done, []);
});

test('what does not apply does not count; a reason goes with it; a tick takes it back', () => {
  const run = after(withSubsteps, (own) => actions.skip(own, 'sa', 'ไม่มีหนังสือ'));
  const { skipped, total, current } = flow(run);
  assert.deepEqual([skipped, total, current, run.skipped], [['sa'], 4, 'sb1', { sa: 'ไม่มีหนังสือ' }]);
  const back = after(withSubsteps, (own) => actions.skip(own, 'sa', ''), ticked('sa'));
  assert.deepEqual([flow(back).skipped, flow(back).done], [[], ['sa']]);
});

test('a step whose substeps do not apply does not apply', () => {
  const run = after(withSubsteps, (own) => actions.skip(own, 'sb', 'ส่งทางอีเมล'));
  assert.deepEqual(flow(run).skipped, ['sb', 'sb1', 'sb2', 'sb3']);
  assert.equal(flow(run).total, 2);
});

test('an empty note is none', () => {
  assert.deepEqual(after(withSubsteps, (own) => actions.note(own, 'sa', 'รอ', '')).notes, {
    sa: 'รอ',
  });
  const run = after(
    withSubsteps,
    (own) => actions.note(own, 'sa', 'รอ', ''),
    (own) => actions.note(own, 'sa', ' ', 'รอ'),
  );
  assert.deepEqual(run.notes, {});
});

test('a note that another tab wrote meanwhile stays, above the writer’s own words', () => {
  const run = after(withSubsteps, (own) => actions.note(own, 'sa', 'เขียนในอีกหน้าต่าง', ''));
  const both = change(run, actions.note(run, 'sa', 'เขียนที่นี่', ''), at(5));
  assert.equal(both.notes['sa'], 'เขียนในอีกหน้าต่าง\nเขียนที่นี่');
  // Saved as it was opened: the form was about something else.
  assert.deepEqual(actions.note(run, 'sa', '', ''), {});
  assert.deepEqual(actions.note(run, 'sa', 'เขียนในอีกหน้าต่าง', ''), {
    'notes.sa': 'เขียนในอีกหน้าต่าง',
  });
});

test('a reason that another tab wrote meanwhile stays, before the writer’s own', () => {
  const run = after(withSubsteps, (own) => actions.skip(own, 'sa', 'ไม่มีหนังสือ'));
  assert.deepEqual(actions.skip(run, 'sa', 'ส่งทางอีเมล'), {
    'skipped.sa': 'ไม่มีหนังสือ · ส่งทางอีเมล',
    'done.sa': undefined,
  });
  // Nobody wrote meanwhile: a reason is changed, or the same is given twice.
  assert.equal(actions.skip(run, 'sa', 'ส่งทางอีเมล', 'ไม่มีหนังสือ')['skipped.sa'], 'ส่งทางอีเมล');
  assert.equal(actions.skip(run, 'sa', 'ไม่มีหนังสือ')['skipped.sa'], 'ไม่มีหนังสือ');
  assert.equal(actions.skip(run, 'sa', '')['skipped.sa'], 'ไม่มีหนังสือ');
});

test('a whole step left out keeps the reasons of its substeps', () => {
  const run = after(
    withSubsteps,
    (own) => actions.skip(own, 'sb2', 'ผู้อำนวยการไม่อยู่'),
    (own) => actions.skip(own, 'sb', 'ยกเลิก'),
  );
  const { sb1, sb2 } = run.skipped;
  assert.deepEqual([sb1, sb2], ['ยกเลิก', 'ผู้อำนวยการไม่อยู่ · ยกเลิก']);
  // Every text that can come of it is one that can be read again.
  const most = change(run, { 'skipped.sb1': 'ก'.repeat(20_000) }, at(7));
  const longest = change(most, actions.skip(most, 'sb1', 'ข'.repeat(4000)), at(8));
  assert.deepEqual(readRun(JSON.stringify(longest)), longest);
});

test('all ticked leaves out what does not apply; all unticked keeps reasons and notes', () => {
  const run = after(
    withSubsteps,
    (own) => actions.skip(own, 'sb2', 'ไม่มี'),
    (own) => actions.note(own, 'sa', 'รอ', ''),
    (own) => actions.tickAll(own, true, at(3)),
  );
  assert.deepEqual(flow(run).done, ['sa', 'sb', 'sb1', 'sb3', 'sc']);
  const bare = change(run, actions.tickAll(run, false, at(4)), at(4));
  assert.deepEqual([bare.done, bare.skipped, bare.notes], [{}, { sb2: 'ไม่มี' }, { sa: 'รอ' }]);
});

test('a reset empties the run and keeps its name and its steps', () => {
  const run = after(
    withSubsteps,
    ticked('sa', 'sb'),
    (own) => actions.note(own, 'sa', 'รอ', ''),
    () => ({ finished: at(3) }),
    actions.reset,
  );
  const fresh = sampleRun();
  assert.deepEqual({ ...run, at: fresh.at }, fresh);
});

test('a way taken hides the branch not taken', () => {
  const run = after(withDecisions, chosen('vrsgs', 'ถูกต้อง'), chosen('j9rpt', 'ห้องว่าง'));
  assert.deepEqual(flow(run).hidden, ['gvssg', 'deveg']);
  assert.deepEqual(flow(run).total, 5);
  assert.deepEqual(flow(run).done, ['vrsgs', 'j9rpt']);
  assert.deepEqual(flow(after(withDecisions, chosen('j9rpt', 'เลื่อนวันไม่ได้'))).hidden, [
    'gvssg',
    'deveg',
    'mqteb',
    'kyhj3',
  ]);
});

test('the way to the next step hides nothing, nor does a way that leads back', () => {
  assert.deepEqual(flow(after(withDecisions, chosen('j9rpt', 'ห้องไม่ว่างแต่เลื่อนวันได้'))).hidden, []);
  const back = after(withDecisions, ticked('w79av'), chosen('vrsgs', 'ไม่ถูกต้อง'));
  assert.deepEqual(
    [flow(back).hidden, flow(back).done, flow(back).current],
    [[], ['w79av'], 'vrsgs'],
  );
  const again = change(back, actions.again(back, 'vrsgs', 'w79av'), at(5));
  assert.deepEqual([again.done, again.chosen, flow(again).current], [{}, {}, 'w79av']);
});

test('a hidden step shows again when the answer is taken back or changed', () => {
  const run = after(withDecisions, chosen('j9rpt', 'ห้องว่าง'), unticked('j9rpt'));
  assert.deepEqual([flow(run).hidden, run.chosen], [[], {}]);
});

test('what the reader has written to is never hidden', () => {
  const run = after(
    withDecisions,
    ticked('gvssg'),
    (own) => actions.note(own, 'deveg', 'โทรแล้ว', ''),
    chosen('j9rpt', 'ห้องว่าง'),
  );
  assert.deepEqual(flow(run).hidden, []);
});

test('a condition that the manual has no more is no answer', () => {
  const run = change(sampleRun(withDecisions), { 'chosen.j9rpt': 'ห้องเต็ม' }, at(1));
  assert.deepEqual(flow(run).hidden, []);
});

test('a way out of substeps hides the rest of them and what it passes; their step stays', () => {
  const items: Item[] = [
    { id: 'wve27', no: '๑', text: 'รับเรื่อง' },
    { id: 'yd776', no: '๑.๑', text: 'ลงทะเบียน', in: 'wve27' },
    {
      id: 'u2hrr',
      no: '๑.๒',
      text: 'คัดแยก',
      in: 'wve27',
      next: [
        { to: 'vwi4r', when: 'ทั่วไป' },
        { to: 'r4jua', when: 'เร่งด่วน' },
        { to: 'end', when: 'ไม่อยู่ในอำนาจ' },
      ],
    },
    { id: 'vwi4r', no: '๑.๓', text: 'บันทึกสรุป', in: 'wve27' },
    { id: 'dfike', no: '๒', text: 'มอบเรื่อง' },
    { id: 'r4jua', no: '๓', text: 'เสนอ' },
  ];
  assert.deepEqual(flow(after(items, chosen('u2hrr', 'เร่งด่วน'))).hidden, ['vwi4r', 'dfike']);
  assert.deepEqual(flow(after(items, chosen('u2hrr', 'ทั่วไป'))).hidden, []);
  assert.deepEqual(flow(after(items, chosen('u2hrr', 'ไม่อยู่ในอำนาจ'))).hidden, [
    'vwi4r',
    'dfike',
    'r4jua',
  ]);
});

test('a way that the editor added stands beside the next step and is nothing to choose', () => {
  const items: Item[] = [
    { id: 'sa', no: '1', text: 'ทำ' },
    { id: 'sb', no: '2', text: 'ตรวจ', next: [{ to: 'sa', when: 'ไม่ถูก', inferred: true }] },
    { id: 'sc', no: '3', text: 'ส่ง' },
  ];
  assert.deepEqual(flow(after(items, chosen('sb', 'ไม่ถูก'))).hidden, []);
});

test('moving over keeps every tick at its step, and the old steps with the run', () => {
  const run = after(withSubsteps, ticked('sa', 'sb1', 'sc'), (own) =>
    actions.note(own, 'sc', 'ส่งแล้ว', ''),
  );
  const page = {
    rev: 'b'.repeat(64),
    items: [
      { id: 'snew', no: '1', text: 'ขั้นใหม่' },
      { id: 'sa', no: '2', text: 'รับหนังสือทางระบบ' },
      ...withSubsteps.slice(1, 5),
    ],
  };
  const moved = change(run, actions.moveOver(run, page, at(9)), at(9));
  assert.deepEqual([moved.done, moved.notes], [run.done, run.notes]);
  assert.deepEqual(flow(moved).done, ['sa', 'sb1']);
  assert.deepEqual(moved.past['a'.repeat(64)], { items: withSubsteps, until: at(9) });
  assert.deepEqual(
    actions.removedItems(moved).map(({ id, text }) => `${id} ${text}`),
    ['sc ส่งหนังสือ'],
  );
  const back = { rev: 'c'.repeat(64), items: withSubsteps };
  const returned = change(moved, actions.moveOver(moved, back, at(10)), at(10));
  assert.deepEqual(flow(returned).done, ['sa', 'sb1', 'sc'], 'a step that comes back has its tick');
});
