// Stage: search page, in the browser. <search-page>: box, filters and address ↔ results. Nothing of the search is loaded before it is used.
import type { Asked } from '../../search/address.ts';
import type { Facet } from '../../search/facets.ts';
import type { Kind } from '../../search/search-page.ts';
import type { Shown } from './results.ts';

/** The search itself, in files of its own. */
const load = async () => {
  const [engine, index, facets, address, results, files] = await Promise.all([
    import('../../search/engine.ts'),
    import('../../search/open-index.ts'),
    import('../../search/facets.ts'),
    import('../../search/address.ts'),
    import('./results.ts'),
    import('../../search/load-file.ts'),
  ]);
  return { ...engine, ...index, ...facets, ...address, ...results, ...files };
};

const PAUSE_MS = 120;
/** A search that takes longer says that it is at work. */
const SILENCE_MS = 300;

class SearchPage extends HTMLElement {
  #turn = 0;
  /** The filters have not been set to what the address says yet. */
  #isChoiceInAddress = false;
  #timer = 0;
  #engine: Shown['engine'] | undefined;
  #title = document.title;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.#input();
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      input.blur();
      void this.#show('push');
    });
    input.addEventListener('input', (event) => {
      // Thai is typed with an input method on some phones: half a syllable is no query.
      if (event instanceof InputEvent && event.isComposing) return;
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#show('replace'), PAUSE_MS);
    });
    this.#part('filters').addEventListener('change', () => void this.#show('push'));
    this.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-query]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      input.value = link.dataset['query'] ?? '';
      void this.#show('push');
    });
    window.addEventListener('popstate', () => void this.#restore());
    if (location.search) void this.#restore();
  }

  /** The box at once: what is typed while the search is on its way stays. */
  async #restore(): Promise<void> {
    this.#input().value = (new URLSearchParams(location.search).get('q') ?? '').trim();
    this.#isChoiceInAddress = true;
    await this.#show('keep');
  }

  /** The answer to what stands in the box and the filters; an older question never overtakes a newer. */
  async #show(address: 'push' | 'replace' | 'keep'): Promise<void> {
    window.clearTimeout(this.#timer);
    const turn = ++this.#turn;
    this.setAttribute('aria-busy', 'true');
    const waiting = window.setTimeout(() => {
      if (turn === this.#turn) this.#part('found').textContent = 'กำลังโหลด…';
    }, SILENCE_MS);
    try {
      const search = await load();
      if (this.#isChoiceInAddress) this.#choose(search.readAddress(location.search).chosen);
      const asked = this.#asked();
      const url = location.pathname + search.writeAddress(asked);
      if (address !== 'keep' && url !== location.pathname + location.search)
        history[address === 'push' ? 'pushState' : 'replaceState'](null, '', url);
      document.title = asked.query ? `ค้นหา ${asked.query} · คู่มือ` : this.#title;
      this.#part('lists').hidden = search.writeAddress(asked) !== '';
      const shown = await this.#answer(asked, search);
      if (turn !== this.#turn) return;
      this.#part('results').replaceChildren(...shown.nodes);
      this.#part('found').textContent = shown.found;
      this.#part('filters').hidden = shown.nothing;
      this.#part('chosen').textContent = shown.chosen > 0 ? String(shown.chosen) : '';
    } catch (error) {
      if (turn !== this.#turn) return;
      console.warn(error);
      this.#part('results').replaceChildren();
      this.#part('lists').hidden = false;
      this.#part('found').textContent =
        'โหลดข้อมูลการค้นหาไม่สำเร็จ ตรวจการเชื่อมต่อแล้วค้นอีกครั้ง หรือเปิดดูจากรายการด้านล่าง';
    } finally {
      window.clearTimeout(waiting);
      if (turn === this.#turn) this.removeAttribute('aria-busy');
    }
  }

  async #answer(
    { query, chosen }: Asked,
    search: Awaited<ReturnType<typeof load>>,
  ): Promise<{ nodes: Node[]; found: string; chosen: number; nothing: boolean }> {
    const base = this.dataset['base'] ?? '/';
    this.#engine ??= search.searchEngine(() =>
      search.openIndex(search.fileLoader(`${base}pagefind/`)),
    );
    const engine = this.#engine;
    const shown: Shown = {
      engine,
      chosen,
      toHref: (path) => base.replace(/\/$/, '') + path,
      icon: (kind) => this.#icon(kind),
      manuals: Number(this.dataset['manuals']),
      examples: { task: this.dataset['task'], alias: this.dataset['alias'] },
    };
    const number = search.facets.reduce((sum, facet) => sum + chosen[facet].length, 0);
    const catalogue = await engine.catalogue();
    if (query === '') {
      const all = catalogue.pages.map((page) => ({ page, runs: [] }));
      this.#count(search.counted(all, chosen, catalogue));
      if (number === 0) return { nodes: [], found: '', chosen: 0, nothing: false };
      const pages = search.filtered(all, chosen);
      return {
        nodes: [search.browseSection(pages, shown)],
        found: `${String(pages.length)} หน้าตามตัวกรอง`,
        chosen: number,
        nothing: false,
      };
    }
    const answer = await engine.ask(query);
    const all = search.groupsOf(answer, catalogue.pages);
    this.#count(
      search.counted(
        all.flatMap(({ hits }) => hits),
        chosen,
        catalogue,
      ),
    );
    const groups = search.inGroups(all, chosen);
    const sections = await Promise.all(groups.map((group) => search.groupSection(group, shown)));
    const words = groups.length > 0 ? answer.words : query;
    const lines = [
      search.questionLine(answer, groups, catalogue, shown.toHref),
      search.meantLine(answer, shown),
    ];
    return {
      nodes: [
        ...lines.filter((line) => line !== undefined),
        ...sections,
        ...(groups.length === 0 ? [search.emptySection(query, all.length > 0, shown)] : []),
      ],
      found: search.foundText(groups, words),
      chosen: number,
      nothing: all.length === 0,
    };
  }

  #count(counts: Record<Facet, readonly { id: string; count: number }[]>): void {
    for (const box of this.#boxes()) {
      const count = counts[box.name as Facet].find(({ id }) => id === box.value)?.count ?? 0;
      box.disabled = count === 0 && !box.checked;
      const label = box.closest('label');
      label?.classList.toggle('nil', box.disabled);
      const shown = label?.querySelector('.c');
      if (shown) shown.textContent = String(count);
    }
  }

  #asked(): Asked {
    const of = (name: Facet): string[] =>
      this.#boxes()
        .filter((box) => box.name === name && box.checked)
        .map((box) => box.value);
    return {
      query: this.#input().value.trim(),
      chosen: { type: of('type'), office: of('office'), unit: of('unit'), person: of('person') },
    };
  }

  #choose(chosen: Asked['chosen']): void {
    this.#isChoiceInAddress = false;
    for (const box of this.#boxes()) box.checked = chosen[box.name as Facet].includes(box.value);
  }

  #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('[data-facet] input')];
  }

  #input(): HTMLInputElement {
    const input = this.querySelector<HTMLInputElement>('input[type=search]');
    if (!input) throw new Error('search-page: no box');
    return input;
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-${name}]`);
    if (!part) throw new Error(`search-page: no ${name}`);
    return part;
  }

  #icon(kind: Kind): Node {
    const template = this.querySelector<HTMLTemplateElement>(`template[data-icon=${kind}]`);
    return template?.content.cloneNode(true) ?? document.createTextNode('');
  }
}

customElements.define('search-page', SearchPage);
