// Stage: components. What the reader does on a procedure's page → the run, the storage, the page.
import { change, startRun, undoing } from '../../checklist/run-change.ts';
import { leavesOf, type Edits, type Run } from '../../checklist/run.ts';
import { OWN } from '../../checklist/store.ts';
import { hearRun, putRun, updateRun, type Changed } from '../../checklist/store-write.ts';
import { tick } from '../../checklist/tick.ts';
import { dateWords } from '../../checklist/words.ts';
import type { CheckList } from './check-list.ts';
import { say, sayTrouble } from './run-said.ts';

export const now = (): string => new Date().toISOString();

/** A new run of what the page shows now. */
export function start(host: CheckList, label: string): Run {
  const { procedure = '', title = '' } = host.dataset;
  // Two machines hardly begin a run in the same millisecond with the same number.
  const id = Date.now().toString(36) + Math.random().toString(36).slice(2);
  const { snapshot } = host;
  const changed = putRun(host.store, startRun({ id, procedure, title, label, snapshot }, now()));
  // The address may name a run that is not here: after a reload it would stand in this one's way.
  if (location.search) point(id);
  took(host, changed);
  return changed.run;
}

/** The address names the run, so that a reload and the way back keep it. */
export function point(id: string | undefined): void {
  const url = new URL(location.href);
  if (id === undefined) url.searchParams.delete('run');
  else url.searchParams.set('run', id);
  history.replaceState(history.state, '', url);
}

/** Changes the run; the first tick begins one. With `said` the reader can take it back. */
export function edit(host: CheckList, edits: (run: Run) => Edits, said?: string): void {
  let before = host.run ?? start(host, `รอบวันที่ ${dateWords(now())}`);
  const changed = updateRun(host.store, before, (run) => {
    // As it is stored now: an undo must not take back what another tab did meanwhile.
    before = run;
    return change(run, edits(run), now());
  });
  took(host, changed);
  if (said !== undefined && changed.outcome === 'saved')
    say(host, said, 'เลิกทำ', () => edit(host, () => undoing(before, changed.run)));
}

/** Shows a run as the storage left it; says so where that is not well. */
export function took(host: CheckList, { run, outcome }: Changed): void {
  const known = host.outcome;
  host.use(run, outcome);
  if (outcome !== 'saved' && (outcome !== known || outcome === 'full')) sayTrouble(host, outcome);
}

/** Work on a finished run opens it again. */
export function tickStep(host: CheckList, step: string, on = !host.flow.done.includes(step)): void {
  // A reason that somebody wrote goes with the tick, and the times of substeps go with theirs: they can be had back.
  const reason = host.run?.skipped[step];
  const undone = on ? [] : leavesOf((host.run?.snapshot ?? host.snapshot).items, step);
  edit(
    host,
    (run) => ({
      ...tick(run, step, on, now(), host.flow.hidden),
      finished: undefined,
    }),
    on && reason
      ? 'ทำเครื่องหมายแล้ว ขั้นนี้จึงไม่เป็นขั้นที่ไม่เกี่ยวข้องอีก'
      : undone.length > 1
        ? 'เอาเครื่องหมายของขั้นย่อยทั้งหมดในขั้นนี้ออกแล้ว'
        : undefined,
  );
}

/** Another tab changed something; null: anything. */
export function hear(host: CheckList, key: string | null): void {
  if (key !== null && !key.startsWith(OWN)) return;
  const changed = host.run && hearRun(host.store, key, host.run);
  if (changed) took(host, changed);
  else if (!host.run) host.open();
}
