// Browser: duty-table. The plain table of duties → one that can be narrowed, sorted and grouped; the choice stands in the address.
import { arrange, chosenFrom, queryOf, type Chosen, type Row } from './arrange.ts';

const MANY = 40;
const NARROWING = ['person', 'post', 'task', 'office'] as const;

class DutyTable extends HTMLElement {
  #rows: HTMLTableRowElement[] = [];
  #data: Row[] = [];

  connectedCallback(): void {
    const narrow = this.querySelector('details');
    const form = this.querySelector('form');
    const table = this.querySelector('table');
    if (!narrow || !form || !table || this.#rows.length > 0) return;
    this.#rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr[data-person]')];
    this.#data = this.#rows.map((row, index) => ({
      index,
      person: row.dataset['person'] ?? '',
      name: row.dataset['name'] ?? '',
      post: row.dataset['post'] ?? '',
      office: row.dataset['office'] ?? '',
      tasks: row.dataset['tasks']?.split(' ').filter(Boolean) ?? [],
      text: row.querySelector('[data-duty]')?.textContent.trim() ?? '',
    }));
    this.#fill(form, chosenFrom(location.search));
    // On a phone the choices would fill the screen before the first duty, which is no loss where there are hundreds.
    narrow.open =
      location.search !== '' || this.#rows.length > MANY || matchMedia('(width >= 48rem)').matches;
    form.addEventListener('change', () => {
      this.#show(form, table, true);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    form.addEventListener('reset', () => {
      // The fields are back only after this event.
      setTimeout(() => {
        this.#show(form, table, true);
      });
    });
    if (location.search !== '') this.#show(form, table, false);
  }

  #fill(form: HTMLFormElement, chosen: Chosen): void {
    for (const [name, value] of Object.entries(chosen)) {
      const field = form.elements.namedItem(name);
      if (!(field instanceof HTMLSelectElement)) continue;
      const known = [...field.options].some((option) => option.value === value);
      if (known) field.value = String(value);
    }
  }

  #chosen(form: HTMLFormElement): Chosen {
    const values = new URLSearchParams();
    for (const field of form.elements)
      if (field instanceof HTMLSelectElement) values.set(field.name, field.value);
    return chosenFrom(values.toString());
  }

  #show(form: HTMLFormElement, table: HTMLTableElement, remember: boolean): void {
    const chosen = this.#chosen(form);
    const { groups, shown } = arrange(this.#data, chosen, (kind, key) => label(form, kind, key));
    const used = new Set<number>();
    const bodies = groups.map(({ key, rows }) => {
      const body = document.createElement('tbody');
      if (chosen.group !== 'none')
        body.append(
          head(
            key === '' ? 'ไม่ได้โยงกับภารกิจใด' : label(form, chosen.group, key),
            table.tHead?.rows[0]?.cells.length ?? 1,
          ),
        );
      body.append(...rows.flatMap((index) => this.#row(index, used)));
      return body;
    });
    for (const body of [...table.tBodies]) body.remove();
    table.append(...bodies);
    table.hidden = shown === 0;
    this.#say(form, chosen, shown);
    if (remember) history.replaceState(history.state, '', location.pathname + queryOf(chosen));
  }

  /** The row itself, or a copy without its id where it already stands in another group. */
  #row(index: number, used: Set<number>): HTMLTableRowElement[] {
    const row = this.#rows[index];
    if (!row) return [];
    if (!used.has(index)) {
      used.add(index);
      return [row];
    }
    const copy = row.cloneNode(true) as HTMLTableRowElement;
    copy.removeAttribute('id');
    return [copy];
  }

  #say(form: HTMLFormElement, chosen: Chosen, shown: number): void {
    const told = this.querySelector('[data-shown]');
    if (!told) return;
    const narrowed = NARROWING.filter((name) => chosen[name] !== '').map((name) =>
      label(form, name, chosen[name]),
    );
    const count =
      shown === 0
        ? 'ไม่มีหน้าที่ที่ตรงกับที่เลือก'
        : `แสดง ${String(shown)} จาก ${String(this.#rows.length)} ข้อ`;
    told.textContent = [count, ...narrowed].join(' · ');
  }
}

/** What the form calls a value. */
function label(form: HTMLFormElement, name: string, value: string): string {
  const field = form.elements.namedItem(name);
  const option =
    field instanceof HTMLSelectElement
      ? [...field.options].find((candidate) => candidate.value === value)
      : undefined;
  return option?.text ?? value;
}

function head(text: string, width: number): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.className = 'grp';
  const cell = document.createElement('th');
  cell.scope = 'rowgroup';
  cell.colSpan = width;
  cell.textContent = text;
  row.append(cell);
  return row;
}

customElements.define('duty-table', DutyTable);
