// Stage: components. A run that began with an older manual → the steps as they were then, and what has been removed since.
import { removedItems } from '../../checklist/actions.ts';
import { flowOf } from '../../checklist/flow.ts';
import { make } from '../../checklist/make.ts';
import type { Item, Run, Snapshot } from '../../checklist/run.ts';
import { compareSnapshots, diffWords } from '../../checklist/snapshot-diff.ts';
import { dateWords } from '../../checklist/words.ts';
import { holdWords } from '../../thai/thai-nodes.ts';
import type { CheckList } from './check-list.ts';
import { paintList } from './paint-list.ts';
import { say } from './run-said.ts';

/** Lists made so far, by the revision that they show. */
const lists = new Map<string, HTMLElement>();
/** Runs of which the reader has been told on this page. */
const told = new Set<string>();

/** Shows the list that the run follows; says once what changed. */
export function showOlder(host: CheckList): void {
  const { run, snapshot } = host;
  const older = run !== undefined && run.snapshot.rev !== snapshot.rev;
  const list = older ? listOf(host, run.snapshot) : host.list;
  if (list !== host.shown) {
    host.shown.replaceWith(list);
    host.shown = list;
    holdWords(list);
    if (run) paintList(list, run.snapshot.items, run, flowOf(run.snapshot.items, run));
  } else if (older) paintList(list, run.snapshot.items, run, flowOf(run.snapshot.items, run));
  showRemoved(host, run, older);
  for (const part of document.querySelectorAll('.removed-steps')) holdWords(part);
  if (older && run.stays !== snapshot.rev && !told.has(run.id)) {
    told.add(run.id);
    const what = diffWords(compareSnapshots(run.snapshot.items, snapshot.items));
    say(host, `คู่มือเปลี่ยนไปหลังจากเริ่มรอบงานนี้: ${what}`, 'ดูสิ่งที่เปลี่ยน', () => {
      openChange(host);
    });
  }
}

/** The dialog is a module of its own: most who see the banner look at it later. */
export function openChange(host: CheckList): void {
  void import('./manual-change.ts').then(({ showChange }) => showChange(host));
}

/** Lines of steps that are as they were are copies of the page's, with their place in the source. */
function listOf(host: CheckList, snapshot: Snapshot): HTMLElement {
  const known = lists.get(snapshot.rev);
  if (known) return known;
  const list = host.list.cloneNode() as HTMLElement;
  const { changed } = compareSnapshots(snapshot.items, host.snapshot.items);
  const isChanged = new Set(changed.map(({ before }) => before.id));
  const line = (item: Item): HTMLElement => {
    const page = host.list.querySelector(`li[data-step="${item.id}"]`);
    const own = page && !isChanged.has(item.id) ? copy(page) : plain(item);
    const number = own.querySelector('.step-no');
    if (number) number.textContent = item.no;
    return own;
  };
  for (const item of snapshot.items) {
    if (item.in === undefined) list.append(line(item));
    else {
      const above = list.querySelector(`li[data-step="${item.in}"]`);
      const sub = above?.querySelector(':scope > .sub') ?? make('ol', { class: 'sub' });
      sub.append(line(item));
      above?.append(sub);
    }
  }
  lists.set(snapshot.rev, list);
  return list;
}

function copy(page: Element): HTMLElement {
  const line = page.cloneNode(true) as HTMLElement;
  for (const part of line.querySelectorAll(':scope > :is(.sub, .said, .step-form)')) part.remove();
  return line;
}

function plain({ id, no, text, actor, to = [], next = [] }: Item): HTMLElement {
  const ways = next.filter((way) => !way.inferred);
  return make(
    'li',
    { id: `step-${id}`, 'data-step': id },
    make('input', { class: 'tick', type: 'checkbox', id: `box-${id}`, 'data-step': id }),
    make(
      'div',
      { class: 'step-line' },
      make('span', { class: 'step-no num' }, no),
      make('label', { class: 'step-text', for: `box-${id}` }, text),
    ),
    make(
      'div',
      { class: 'meta' },
      actor === undefined ? undefined : make('span', { class: 'actor' }, actor),
      ...to.map((name) => make('span', { class: 'recipient' }, 'ถึง ', make('b', {}, name))),
      ways.length < 2
        ? undefined
        : make(
            'div',
            { class: 'step-ways' },
            ...ways.map(({ when = '' }) =>
              make(
                'span',
                { class: 'step-next' },
                make(
                  'label',
                  { class: 'way-choice' },
                  make('input', {
                    class: 'way',
                    type: 'radio',
                    name: `way-${id}`,
                    value: when,
                    'data-step': id,
                  }),
                  `ถ้า${when}`,
                ),
              ),
            ),
          ),
      make('span', { class: 'soft' }, 'ตามคู่มือฉบับเดิม'),
      make(
        'button',
        { class: 'step-more no-print', type: 'button', 'data-act': 'step' },
        'จดหรือข้าม',
        make('span', { class: 'vh' }, ` ขั้น ${no}`),
      ),
    ),
  );
}

/** Below the list: that it is an older one, and steps that the manual has no more with what was written to them. */
function showRemoved(host: CheckList, run: Run | undefined, older: boolean): void {
  for (const part of document.querySelectorAll('.removed-steps')) part.remove();
  if (!run) return;
  if (older)
    host.shown.after(
      make(
        'div',
        { class: 'removed-steps' },
        make('p', {}, 'รายการนี้เป็นคู่มือฉบับที่ใช้เมื่อเริ่มรอบงาน'),
        make(
          'button',
          { class: 'btn no-print', type: 'button', onclick: () => openChange(host) },
          'ดูสิ่งที่คู่มือเปลี่ยน',
        ),
      ),
    );
  const removed = removedItems(run).filter(
    ({ id }) => id in run.done || id in run.skipped || id in run.notes,
  );
  if (removed.length === 0) return;
  host.shown.after(
    make(
      'section',
      { class: 'removed-steps' },
      make('h3', {}, 'ขั้นที่คู่มือตัดออกแล้ว'),
      make('ul', {}, ...removed.map((item) => make('li', {}, ...removedLine(item, run)))),
    ),
  );
}

function removedLine({ id, no, text }: Item, run: Run): HTMLElement[] {
  const { done, skipped, notes } = run;
  const said = [
    done[id] === undefined ? '' : `ทำเมื่อ ${dateWords(done[id], true)}`,
    skipped[id] === undefined ? '' : `ไม่เกี่ยวข้อง ${skipped[id]}`,
    notes[id] === undefined ? '' : `บันทึก ${notes[id]}`,
  ];
  return [
    make('p', {}, `${no} ${text}`),
    make('p', { class: 'small soft' }, said.filter(Boolean).join(' · ')),
  ];
}
