// Stage: components. A decision answered on the page → what it means for the run; where it leads back, an offer to do those steps again.
import { again, choose, wayBack } from '../../checklist/actions.ts';
import { edit, now } from './acts.ts';
import type { CheckList } from './check-list.ts';
import { say } from './run-said.ts';

export function decide(host: CheckList, step: string, when: string): void {
  edit(host, (run) => choose(run, step, when, now()));
  const back = host.run && wayBack(host.run, step, when);
  if (back === undefined) return;
  say(host, 'ทางที่เลือกพากลับไปขั้นก่อนหน้า', 'เอาเครื่องหมายออกเพื่อทำอีกรอบ', () => {
    edit(host, (run) => again(run, step, back), 'เอาเครื่องหมายออกแล้ว');
  });
}
