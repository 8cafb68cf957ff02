// Stage: components. A run and its flow → the page's boxes, marks and what was written at each step.
import type { Flow } from '../../checklist/flow.ts';
import { make } from '../../checklist/make.ts';
import type { Item, Run } from '../../checklist/run.ts';
import { dateWords } from '../../checklist/words.ts';

/** Without a run everything is as the page came. */
export function paintList(
  list: Element,
  items: readonly Item[],
  run: Run | undefined,
  flow: Flow,
): void {
  for (const { id } of items) {
    const line = list.querySelector<HTMLElement>(`li[data-step="${id}"]`);
    const meta = line?.querySelector('.meta');
    const box = line?.querySelector<HTMLInputElement>('.tick');
    if (!line || !meta || !box) continue;
    const current = run && flow.current === id;
    box.checked = flow.done.includes(id);
    box.indeterminate = box.toggleAttribute('data-part', flow.part.includes(id));
    line.hidden = flow.hidden.includes(id);
    line.classList.toggle('is-done', box.checked);
    line.classList.toggle('is-current', current ?? false);
    line.classList.toggle('is-skipped', flow.skipped.includes(id));
    line.ariaCurrent = current ? 'step' : null;
    for (const old of line.querySelectorAll(':scope > .meta > .here, :scope > .said')) old.remove();
    if (current) meta.prepend(make('span', { class: 'here' }, 'ทำถึงขั้นนี้'));
    for (const way of meta.querySelectorAll<HTMLInputElement>('.way'))
      way.checked = run?.chosen[id] === way.value;
    const said = run ? saidAt(run, id) : [];
    // Who hears the box hears what was written to it.
    box.setAttribute('aria-describedby', `said-${id}`);
    if (said[0]) meta.after(make('p', { class: 'said', id: `said-${id}` }, ...said));
  }
}

function saidAt({ done, skipped, notes }: Run, id: string): Node[] {
  const time = done[id];
  return Object.entries({
    ทำเมื่อ: time && dateWords(time, true),
    ไม่เกี่ยวข้อง: skipped[id],
    บันทึก: notes[id],
  }).flatMap(([name, words]) =>
    words === undefined ? [] : [make('span', {}, make('b', {}, name), ` ${words}`)],
  );
}
