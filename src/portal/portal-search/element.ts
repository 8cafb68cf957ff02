// Stage: portal search, in the browser. <portal-search>: box, chosen offices and address ↔ names of all offices, texts of the chosen ones.
import { normalise } from '../../search/normalise.ts';
import { once } from '../../search/once.ts';
import type { Kind } from '../../search/search-page.ts';
import type { FoundShown } from './found-list.ts';

const load = once(() => import('./answer.ts'));
const PAUSE_MS = 200;

class PortalSearch extends HTMLElement {
  #turn = 0;
  #timer = 0;
  readonly #offices = new Map<number, HTMLElement>();

  connectedCallback(): void {
    for (const item of this.querySelectorAll<HTMLElement>('[data-number]'))
      this.#offices.set(Number(item.dataset['number']), item);
    for (const part of this.querySelectorAll<HTMLElement>(
      '.portal-choose, .portal-narrow, [data-choose]',
    ))
      part.hidden = false;
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#input().blur();
      void this.#show('push');
    });
    this.#input().addEventListener('input', (event) => {
      if (event instanceof InputEvent && event.isComposing) return;
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#show('replace'), PAUSE_MS);
    });
    this.addEventListener('change', (event) => {
      if ((event.target as HTMLInputElement).name === 'office') void this.#show('push');
    });
    this.querySelector<HTMLInputElement>('[data-narrow]')?.addEventListener('input', (event) => {
      this.#narrow((event.target as HTMLInputElement).value);
    });
    this.addEventListener('click', (event) => void this.#clicked(event));
    window.addEventListener('popstate', () => this.#restore());
    if (location.search) this.#restore();
  }

  /** Offices whose name holds what is typed, and those that are chosen. */
  #narrow(typed: string): void {
    const wanted = normalise(typed).replaceAll(' ', '');
    for (const item of this.#offices.values()) {
      const name = normalise(item.querySelector('h3')?.textContent ?? '').replaceAll(' ', '');
      const short = normalise(item.dataset['short'] ?? '').replaceAll(' ', '');
      const chosen = item.querySelector('input')?.checked ?? false;
      item.hidden = !chosen && !name.includes(wanted) && !short.includes(wanted);
    }
  }

  async #clicked(event: MouseEvent): Promise<void> {
    const target = event.target as Element;
    if (target.closest('[data-again]')) {
      (await load()).askAgain();
      await this.#show('keep');
      return;
    }
    const link = target.closest<HTMLAnchorElement>('a[data-query]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#input().value = link.dataset['query'] ?? '';
    await this.#show('push');
  }

  #restore(): void {
    const values = new URLSearchParams(location.search);
    this.#input().value = values.get('q') ?? '';
    const chosen = new Set(values.getAll('office'));
    for (const box of this.#boxes()) box.checked = chosen.has(box.value);
    void this.#show('keep');
  }

  async #show(address: 'push' | 'replace' | 'keep'): Promise<void> {
    window.clearTimeout(this.#timer);
    const turn = ++this.#turn;
    const query = this.#input().value.trim();
    const chosen = this.#boxes().flatMap((box) => (box.checked ? [box.value] : []));
    const values = new URLSearchParams();
    if (query) values.set('q', query);
    for (const id of chosen) values.append('office', id);
    const search = values.size > 0 ? `?${values.toString()}` : '';
    if (address !== 'keep' && search !== location.search)
      history[address === 'push' ? 'pushState' : 'replaceState'](
        null,
        '',
        location.pathname + search,
      );
    const results = this.querySelector('[data-results]');
    const found = this.querySelector('[data-found]');
    if (!results || !found) return;
    if (!query) {
      results.replaceChildren();
      found.textContent = '';
      return;
    }
    this.setAttribute('aria-busy', 'true');
    try {
      const { answer } = await load();
      const offices = [...this.#offices.values()].filter((item) =>
        chosen.includes(item.dataset['office'] ?? ''),
      );
      const shown = await answer(query, {
        directory: this.dataset['directory'] ?? '',
        chosen: offices.map((item) => ({
          id: item.dataset['office'] ?? '',
          short: item.dataset['short'] ?? '',
          url: addressOf(item),
        })),
        ...this.#shown(),
      });
      if (turn !== this.#turn) return;
      results.replaceChildren(...shown.nodes);
      found.textContent = shown.found;
    } catch (error) {
      if (turn !== this.#turn) return;
      console.warn(error);
      results.replaceChildren();
      found.textContent =
        'โหลดข้อมูลการค้นหาไม่สำเร็จ ตรวจการเชื่อมต่อแล้วค้นอีกครั้ง หรือเปิดเว็บของหน่วยงานจากรายชื่อด้านล่าง';
    } finally {
      if (turn === this.#turn) this.removeAttribute('aria-busy');
    }
  }

  #shown(): FoundShown {
    return {
      office: (number) => {
        const item = this.#offices.get(number);
        return { short: item?.dataset['short'] ?? '', url: item ? addressOf(item) : '' };
      },
      icon: (kind: Kind) =>
        this.querySelector<HTMLTemplateElement>(`template[data-icon=${kind}]`)?.content.cloneNode(
          true,
        ) ?? document.createTextNode(''),
    };
  }

  #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[name=office]')];
  }

  #input(): HTMLInputElement {
    const input = this.querySelector<HTMLInputElement>('input[type=search]');
    if (!input) throw new Error('portal-search: no box');
    return input;
  }
}

function addressOf(item: HTMLElement): string {
  return item.querySelector('a')?.href ?? '';
}

customElements.define('portal-search', PortalSearch);
