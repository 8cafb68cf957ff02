// Stage: components. The runs in this browser → the page of all of them: go on, name, put away, delete, bring in, take out.
import { flowOf, type Flow } from '../../checklist/flow.ts';
import { make } from '../../checklist/make.ts';
import { change, undoing } from '../../checklist/run-change.ts';
import { lastUse, type Edits, type Run } from '../../checklist/run.ts';
import { saveCsv, saveFile } from '../../checklist/save-file.ts';
import { updateRun } from '../../checklist/store-write.ts';
import { openStorage, openStore, OWN } from '../../checklist/store.ts';
import { dateWords, progressWords } from '../../checklist/words.ts';
import { holdWords } from '../../thai/thai-nodes.ts';
import { asideList } from './aside-list.ts';
import { clearAll } from './clear-all.ts';
import { bringIn } from './import-runs.ts';
import { keepPlace } from './keep-place.ts';
import { closeMenus, runMenu } from './run-menu.ts';
import { troubles } from './troubles.ts';

const now = (): string => new Date().toISOString();

/** `<run-list data-home="/" data-revisions="/data/revisions.json">` */
export class RunList extends HTMLElement {
  readonly store = openStore(openStorage(), now);
  /** Procedure → its revision now; undefined until the file is there, or where it cannot be read. */
  #revisions: Readonly<Record<string, string>> | undefined;

  connectedCallback(): void {
    this.paint();
    closeMenus(this);
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
    if (place) holdWords(place);
    // Where what had the keyboard is gone, it goes on from here.
    if (document.activeElement === document.body)
      (place?.querySelector('button') ?? place)?.focus({ preventScroll: true });
  }

  /** Changes a run; the reader can take it back. */
  edit(run: Run, edits: (run: Run) => Edits, said: string, canUndo = true): void {
    let before = run;
    const { run: after, outcome } = updateRun(this.store, run, (fresh) => {
      before = fresh;
      return change(fresh, edits(fresh), now());
    });
    this.paint();
    if (outcome !== 'saved') this.say(troubles[outcome]);
    else if (!canUndo) this.say(said);
    else
      this.say(said, 'เลิกทำ', () => {
        this.edit(
          after,
          () => undoing(before, after),
          `รอบงาน “${before.label}” เป็นอย่างเดิมแล้ว`,
          false,
        );
      });
  }

  paint(): void {
    keepPlace(this, () => this.#build());
    holdWords(this);
  }

  #build(): void {
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
              { class: 'run-group', 'data-keep': title },
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
                : this.store.stored(OWN) === undefined
                  ? 'เบราว์เซอร์ไม่ให้หน้านี้เก็บข้อมูล จึงไม่มีรอบงานให้แสดง อาจเพราะเปิดแบบส่วนตัวหรือปิดคุกกี้ไว้ เครื่องหมายในหน้าของแต่ละงานจะหายเมื่อปิดหน้า'
                  : 'ยังไม่มีรอบงานในเบราว์เซอร์นี้ เริ่มได้ที่หน้าของแต่ละงาน โดยกดช่องหน้าขั้น',
            ),
            make(
              'p',
              {},
              make(
                'a',
                { class: 'btn', href: `${this.dataset['home'] ?? '/'}manuals/` },
                'เลือกงานที่มีขั้นตอน',
              ),
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
    const flow = flowOf(run.snapshot.items, run);
    const words = progressWords(flow);
    const bar = make('progress', { 'aria-label': words });
    [bar.max, bar.value] = [flow.total || 1, flow.count];
    const row = make(
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
      make('p', { class: 'small', 'data-manual': '' }),
      make(
        'div',
        { class: 'row' },
        make(
          'a',
          { class: 'btn btn-main', href: this.#address(run, flow) },
          run.finished ? 'เปิดดู' : 'ทำต่อ',
        ),
        runMenu(this, run),
      ),
    );
    this.#tell(row, run);
    return row;
  }

  /** What is known of the run's manual, in the row that stands: one built anew would lose a tap that is under way. */
  #tell(row: HTMLElement, run: Run): void {
    const known = this.#revisions?.[run.procedure];
    const away = this.#revisions !== undefined && known === undefined;
    const changed = known !== undefined && known !== run.snapshot.rev;
    const note = row.querySelector<HTMLElement>('[data-manual]');
    if (note) {
      note.textContent = away
        ? 'เว็บนี้ไม่มีงานนี้แล้ว ข้อมูลยังอยู่ บันทึกเป็นไฟล์หรือตารางได้'
        : changed
          ? 'คู่มือเปลี่ยนไปหลังจากเริ่มรอบงานนี้ เปิดดูได้เมื่อทำต่อ'
          : '';
      note.hidden = note.textContent === '';
    }
    if (away) row.querySelector('.btn-main')?.remove();
  }

  #files(runs: readonly Run[]): HTMLElement {
    const file = make('input', {
      type: 'file',
      class: 'vh',
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
      // The browser's own button speaks the browser's language: ours stands for it.
      make(
        'p',
        { class: 'run-import' },
        file,
        make('label', { class: 'btn', for: 'run-import' }, 'นำเข้าจากไฟล์'),
      ),
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
      for (const run of this.store.list()) {
        const row = this.querySelector<HTMLElement>(`[data-run-id="${run.id}"]`);
        if (!row) continue;
        this.#tell(row, run);
        holdWords(row);
      }
    } catch {
      // Without the file the list says nothing of changed manuals.
    }
  }
}

customElements.define('run-list', RunList);
