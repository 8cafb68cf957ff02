// Stage: components. The runs in this browser → the page of all of them: go on, name, put away, delete, bring in, take out.
import { hiddenSteps } from '../../checklist/branches.ts';
import { flowOf, type Flow } from '../../checklist/flow.ts';
import { make } from '../../checklist/make.ts';
import { change } from '../../checklist/run-change.ts';
import { lastUse, type Edits, type Run } from '../../checklist/run.ts';
import { saveCsv, saveFile } from '../../checklist/save-file.ts';
import { putRun, removeRun, updateRun } from '../../checklist/store-write.ts';
import { openStorage, openStore, OWN, type Outcome } from '../../checklist/store.ts';
import { dateWords, progressWords } from '../../checklist/words.ts';
import { asideList } from './aside-list.ts';
import { clearAll } from './clear-all.ts';
import { bringIn } from './import-runs.ts';
import { renameRun } from './rename-run.ts';

const now = (): string => new Date().toISOString();

const troubles: Record<Outcome, string> = {
  saved: '',
  full: 'ที่เก็บข้อมูลของเบราว์เซอร์เต็ม จึงยังไม่ถูกบันทึก ลบรอบงานที่ไม่ใช้แล้วก่อน',
  blocked: 'เบราว์เซอร์ไม่ให้หน้านี้เก็บข้อมูล จึงยังไม่ถูกบันทึก',
  gone: 'รอบงานนี้ถูกลบไปแล้วในอีกหน้าต่างหนึ่ง',
  newer: 'รอบงานนี้บันทึกไว้ด้วยเว็บรุ่นใหม่กว่า โหลดหน้านี้ใหม่ก่อน',
};

/** `<run-list data-home="/" data-revisions="/data/revisions.json">` */
export class RunList extends HTMLElement {
  readonly store = openStore(openStorage(), now);
  /** Procedure → its revision now; undefined until the file is there, or where it cannot be read. */
  #revisions: Readonly<Record<string, string>> | undefined;

  connectedCallback(): void {
    this.paint();
    addEventListener('storage', ({ key }) => {
      if (key === null || key.startsWith(OWN)) this.paint();
    });
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.paint();
    });
    void this.#learn();
  }

  /** A word above the list, with one thing that can be done about it. */
  say(words: string, action?: string, act?: () => void): void {
    const place = document.getElementById('run-list-said');
    const onclick = (): void => {
      place?.replaceChildren();
      act?.();
    };
    place?.replaceChildren(
      make('p', {}, words),
      ...(action === undefined
        ? []
        : [make('button', { class: 'btn', type: 'button', onclick }, action)]),
    );
  }

  edit(run: Run, edits: Edits, said: string): void {
    const changed = updateRun(this.store, run, (fresh) => change(fresh, edits, now()));
    this.paint();
    this.say(changed.outcome === 'saved' ? said : troubles[changed.outcome]);
  }

  paint(): void {
    const runs = this.store.list();
    const open = runs.filter((run) => !run.finished && !run.archived);
    const finished = runs.filter((run) => run.finished && !run.archived);
    const archived = runs.filter((run) => run.archived);
    const rest = (title: string, list: readonly Run[]): Node[] =>
      list.length === 0
        ? []
        : [
            make(
              'details',
              { class: 'run-group' },
              make('summary', {}, `${title} ${list.length} รอบ`),
              this.#group(list),
            ),
          ];
    this.replaceChildren(
      ...(open.length > 0
        ? [this.#group(open)]
        : [
            make(
              'p',
              {},
              runs.length > 0
                ? 'ไม่มีรอบงานที่ค้างอยู่'
                : 'ยังไม่มีรอบงานในเบราว์เซอร์นี้ เริ่มได้ที่หน้าของแต่ละงาน โดยกดช่องหน้าขั้น',
            ),
          ]),
      ...rest('จบแล้ว', finished),
      ...rest('อยู่ในแฟ้ม', archived),
      this.#files(runs),
      ...asideList(this),
      clearAll(this, runs),
    );
  }

  #group(runs: readonly Run[]): HTMLElement {
    return make('ul', { class: 'run-rows' }, ...runs.map((run) => this.#row(run)));
  }

  #row(run: Run): HTMLElement {
    const flow = flowOf(run.snapshot.items, run, hiddenSteps);
    const words = progressWords(flow);
    const known = this.#revisions?.[run.procedure];
    const away = this.#revisions !== undefined && known === undefined;
    const changed = known !== undefined && known !== run.snapshot.rev;
    const bar = make('progress', { 'aria-label': words });
    [bar.max, bar.value] = [flow.total || 1, flow.count];
    return make(
      'li',
      { 'data-run-id': run.id },
      make(
        'div',
        { class: 'run-row-head' },
        make('h3', {}, run.label),
        make('p', { class: 'soft' }, run.title),
      ),
      bar,
      make('p', { class: 'small' }, `${words} · ใช้ล่าสุด ${dateWords(lastUse(run), true)}`),
      changed
        ? make('p', { class: 'small' }, 'คู่มือเปลี่ยนไปหลังจากเริ่มรอบงานนี้ เปิดดูได้เมื่อทำต่อ')
        : undefined,
      away
        ? make('p', { class: 'small' }, 'เว็บนี้ไม่มีงานนี้แล้ว ข้อมูลยังอยู่ บันทึกเป็นไฟล์หรือตารางได้')
        : undefined,
      make(
        'div',
        { class: 'row' },
        away
          ? undefined
          : make(
              'a',
              { class: 'btn btn-main', href: this.#address(run, flow) },
              run.finished ? 'เปิดดู' : 'ทำต่อ',
            ),
        this.#menu(run),
      ),
    );
  }

  #menu(run: Run): HTMLElement {
    const item = (label: string, onclick: () => void): HTMLElement =>
      make('li', {}, make('button', { type: 'button', onclick }, label));
    const { label } = run;
    return make(
      'details',
      { class: 'menu' },
      make('summary', { class: 'btn' }, 'จัดการ', make('span', { class: 'vh' }, ` ${label}`)),
      make(
        'ul',
        {},
        item('เปลี่ยนชื่อ', () => renameRun(this, run)),
        run.finished
          ? item('เปิดทำต่อ', () =>
              this.edit(run, { finished: undefined }, `เปิดรอบงาน “${label}” ทำต่อแล้ว`),
            )
          : item('จบรอบงาน', () => this.edit(run, { finished: now() }, `จบรอบงาน “${label}” แล้ว`)),
        run.archived
          ? item('นำออกจากแฟ้ม', () =>
              this.edit(run, { archived: undefined }, `นำรอบงาน “${label}” ออกจากแฟ้มแล้ว`),
            )
          : item('เก็บเข้าแฟ้ม', () =>
              this.edit(run, { archived: now() }, `เก็บรอบงาน “${label}” เข้าแฟ้มแล้ว`),
            ),
        item('บันทึกเป็นไฟล์', () => saveFile([run])),
        item('บันทึกเป็นตาราง (CSV)', () => saveCsv([run])),
        item('ลบรอบงานนี้', () => this.#remove(run)),
      ),
    );
  }

  #remove(run: Run): void {
    const { run: last, outcome: refused } = removeRun(this.store, run);
    this.paint();
    if (refused !== 'saved') {
      this.say(troubles[refused]);
      return;
    }
    this.say(`ลบรอบงาน “${run.label}” แล้ว`, 'เลิกทำ', () => {
      const { outcome } = putRun(this.store, last);
      this.paint();
      this.say(outcome === 'saved' ? `นำรอบงาน “${run.label}” กลับมาแล้ว` : troubles[outcome]);
    });
  }

  #files(runs: readonly Run[]): HTMLElement {
    const file = make('input', {
      type: 'file',
      id: 'run-import',
      accept: '.json,application/json',
      onchange: () => void bringIn(this, file),
    });
    const all = (label: string, save: (list: readonly Run[]) => void): HTMLElement | undefined =>
      runs.length === 0
        ? undefined
        : make(
            'button',
            { class: 'btn', type: 'button', onclick: () => save(this.store.list()) },
            label,
          );
    return make(
      'section',
      { class: 'block' },
      make('h2', {}, 'ย้ายเครื่องหรือสำรองไว้'),
      make(
        'p',
        {},
        'บันทึกรอบงานเป็นไฟล์ แล้วนำเข้าในเครื่องอื่นได้ รอบงานที่มีอยู่แล้วจะรวมกันตามเวลาที่ทำ ก่อนนำเข้าจะบอกว่าอะไรจะเปลี่ยน',
      ),
      make(
        'div',
        { class: 'row' },
        all('บันทึกทุกรอบเป็นไฟล์', saveFile),
        all('บันทึกทุกรอบเป็นตาราง (CSV)', saveCsv),
      ),
      make('p', { class: 'run-import' }, make('label', { for: 'run-import' }, 'นำเข้าจากไฟล์'), file),
    );
  }

  #address(run: Run, flow: Flow): string {
    const step = flow.current === undefined ? '' : `#step-${flow.current}`;
    return `${this.dataset['home'] ?? '/'}manuals/${run.procedure}/?run=${run.id}${step}`;
  }

  async #learn(): Promise<void> {
    try {
      const answer = await fetch(this.dataset['revisions'] ?? '');
      if (!answer.ok) return;
      this.#revisions = (await answer.json()) as Record<string, string>;
      this.paint();
    } catch {
      // Without the file the list says nothing of changed manuals.
    }
  }
}

customElements.define('run-list', RunList);
