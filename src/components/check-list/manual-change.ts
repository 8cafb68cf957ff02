// Stage: components. A run and the manual as it is now → a dialog that shows what changed; the reader moves over or stays.
import { moveOver } from '../../checklist/actions.ts';
import { make } from '../../checklist/make.ts';
import type { Item, Run } from '../../checklist/run.ts';
import { compareSnapshots, type ChangedItem } from '../../checklist/snapshot-diff.ts';
import { edit, now } from './acts.ts';
import { leaveRun } from './leave-run.ts';
import type * as WordDiff from '../../model/word-diff.ts';
import type { CheckList } from './check-list.ts';
import { openDialog } from '../../checklist/dialog.ts';

export async function showChange(host: CheckList): Promise<void> {
  const { run, snapshot } = host;
  if (!run) return;
  // Where the browser cannot cut Thai into words, the two texts are shown whole.
  const words = await import('../../model/word-diff.ts').catch(() => undefined);
  const { added, removed, changed, moved } = compareSnapshots(run.snapshot.items, snapshot.items);
  const list = (title: string, rows: readonly (readonly (Node | string)[])[]): Node[] =>
    rows.length === 0
      ? []
      : [
          make('h3', {}, `${title} ${rows.length} ขั้น`),
          make('ul', { class: 'change-list' }, ...rows.map((row) => make('li', {}, ...row))),
        ];
  const dialog = openDialog(
    'คู่มือเปลี่ยนไปหลังจากเริ่มรอบงานนี้',
    make('p', {}, `รอบงาน “${run.label}” ไม่มีเครื่องหมายใดหายหรือย้ายไปอยู่ที่ขั้นอื่น`),
    ...list(
      'เพิ่ม',
      added.map((item) => [make('ins', {}, line(item))]),
    ),
    ...list(
      'เปลี่ยน',
      changed.map((change) => [...changeWords(change, words), kept(change.after, run)]),
    ),
    ...list(
      'ย้ายที่',
      moved.map((item) => [line(item), kept(item, run)]),
    ),
    ...list(
      'ตัดออก',
      removed.map((item) => [make('del', {}, line(item)), kept(item, run)]),
    ),
    make(
      'p',
      { class: 'row' },
      make('button', { class: 'btn btn-main', type: 'button', onclick: move }, 'ย้ายไปใช้ฉบับใหม่'),
      make('button', { class: 'btn', type: 'button', onclick: stay }, 'ทำตามฉบับเดิมต่อ'),
    ),
    make('p', { class: 'small soft' }, 'ขั้นที่ตัดออกแต่ทำไว้แล้ว จะอ่านได้ใต้รายการ ส่วนฉบับเดิมเก็บไว้กับรอบงานนี้'),
  );

  function move(): void {
    dialog.close();
    // The list of the older manual goes, with what is being written in it.
    if (!leaveRun(host)) return;
    edit(host, (current) => moveOver(current, snapshot, now()), 'ใช้คู่มือฉบับใหม่แล้ว');
  }

  function stay(): void {
    dialog.close();
    edit(host, () => ({ stays: snapshot.rev }));
  }
}

function line({ no, text }: Item): string {
  return `${no} ${text}`;
}

function changeWords(
  { before, after, fields, textChanged }: ChangedItem,
  words?: typeof WordDiff,
): Node[] {
  const also =
    fields.length === 0 ? [] : [make('p', { class: 'small soft' }, `เปลี่ยน${fields.join(' ')}`)];
  if (!textChanged) return [make('p', {}, line(after)), ...also];
  const diff = words?.wordDiff(before.text, after.text);
  const side = (
    runs: readonly { text: string; same: boolean }[] | undefined,
    all: string,
    tag: 'del' | 'ins',
  ): Node[] =>
    (runs ?? [{ text: all, same: false }]).map(({ text, same }) =>
      same ? document.createTextNode(text) : make(tag, {}, text),
    );
  return [
    make(
      'p',
      {},
      make('span', { class: 'soft' }, 'เดิม '),
      `${before.no} `,
      ...side(diff?.a, before.text, 'del'),
    ),
    make(
      'p',
      {},
      make('span', { class: 'soft' }, 'ใหม่ '),
      `${after.no} `,
      ...side(diff?.b, after.text, 'ins'),
    ),
    ...also,
  ];
}

/** What the run holds at this step, which stays. */
function kept({ id }: Item, run: Run): Node {
  const has = [
    id in run.done ? 'ทำแล้ว' : '',
    id in run.skipped ? 'ไม่เกี่ยวข้อง' : '',
    id in run.notes ? 'มีบันทึก' : '',
  ].filter(Boolean);
  return make(
    'p',
    { class: 'small soft' },
    has.length === 0 ? '' : `ในรอบงานนี้: ${has.join(' ')} (ยังอยู่)`,
  );
}
