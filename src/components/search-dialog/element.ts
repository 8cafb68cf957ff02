// Stage: search dialog, in the browser. <search-dialog>: opens from any box or link of the search, and lists what is found as one types.
import type { Options } from './options.ts';

const PAUSE_MS = 60;
/** A search that takes longer says that it is at work. */
const SILENCE_MS = 300;

class SearchDialog extends HTMLElement {
  #find: ((typed: string) => Promise<Options>) | undefined;
  #turn = 0;
  /** The question whose options are shown. */
  #listed: string | undefined;
  #timer = 0;
  #active = -1;

  connectedCallback(): void {
    document.addEventListener('keydown', (event) => this.#shortcut(event));
    document.addEventListener('click', (event) => this.#opener(event));
    document.addEventListener('input', (event) => {
      const box = event.target;
      if (box instanceof HTMLInputElement && isOutside(box)) this.#open(box);
    });
    const dialog = this.#dialog();
    const input = this.#input();
    input.addEventListener('input', () => {
      this.#choose(-1);
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#list(), PAUSE_MS);
    });
    input.addEventListener('keydown', (event) => this.#key(event));
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog || isPlaceHere(event)) dialog.close();
    });
    dialog.addEventListener('close', () => {
      for (const box of document.querySelectorAll<HTMLInputElement>('form.find input'))
        if (isOutside(box)) box.value = input.value;
    });
    // Opened before this script was there.
    if (dialog.open) void this.#list();
    // The keyboard of a phone covers the page without making it shorter.
    window.visualViewport?.addEventListener('resize', () => {
      const height = window.visualViewport?.height;
      if (height) dialog.style.setProperty('--seen', `${String(Math.floor(height))}px`);
    });
  }

  #shortcut(event: KeyboardEvent): void {
    // For a moment the box of the closed dialog still has the keyboard.
    const typing = (event.target as Element | null)
      ?.closest('input, textarea, select, [contenteditable]')
      ?.checkVisibility();
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    const own = document.querySelector<HTMLInputElement>('search-page input[type=search]');
    if (own) own.focus();
    else this.#open();
  }

  /** A box that is pressed, or a link to the search page. */
  #opener(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element))
      return;
    if (document.querySelector('search-page')) return;
    const box = event.target.closest<HTMLInputElement>('form.find input');
    const link = event.target.closest('a[data-search-open]');
    if (box && isOutside(box)) this.#open(box);
    else if (link) {
      event.preventDefault();
      this.#open();
    }
  }

  #open(from?: HTMLInputElement): void {
    const dialog = this.#dialog();
    const input = this.#input();
    if (document.querySelector('search-page') || dialog.open) return;
    if (from) input.value = from.value;
    dialog.showModal();
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
    this.#choose(-1);
    // Asked again, the same list would take away what has been chosen in it meanwhile.
    if (input.value.trim() !== this.#listed) void this.#list();
  }

  /** Up, Down, Enter, Escape; the focus stays in the box. */
  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const options = this.#options();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (options.length === 0) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // Past either end the box itself is chosen again, and Enter asks for everything.
      const places = options.length + 1;
      this.#choose(((this.#active + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter') {
      const option = options[this.#active];
      if (!option) return;
      event.preventDefault();
      this.#dialog().close();
      location.assign(option.href);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.#dialog().close();
    }
  }

  #choose(active: number): void {
    const input = this.#input();
    this.#active = active;
    this.#options().forEach((option, i) =>
      option.setAttribute('aria-selected', String(i === active)),
    );
    const option = this.#options()[active];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  }

  async #list(): Promise<void> {
    const typed = this.#input().value.trim();
    const turn = ++this.#turn;
    const waiting = window.setTimeout(() => this.#say(turn, 'กำลังโหลด…'), SILENCE_MS);
    try {
      this.#find ??= (await import('./options.ts')).optionFinder(this.dataset['base'] ?? '/');
      const options = typed === '' ? undefined : await this.#find(typed);
      if (turn !== this.#turn) return;
      this.#show(options);
      this.#listed = typed;
    } catch (error) {
      console.warn(error);
      this.#say(turn, 'โหลดข้อมูลการค้นหาไม่สำเร็จ ตรวจการเชื่อมต่อแล้วลองอีกครั้ง หรือโหลดหน้านี้ใหม่');
    } finally {
      window.clearTimeout(waiting);
    }
  }

  /** Instead of options, unless there is a newer question. */
  #say(turn: number, words: string): void {
    if (turn !== this.#turn) return;
    this.#listed = undefined;
    this.#show(undefined);
    this.#part('.search-dialog-found').textContent = words;
  }

  #show(options: Options | undefined): void {
    const groups = options?.groups ?? [];
    // Chosen in the list of before while this one was on its way.
    const chosen = this.#options()[this.#active]?.href;
    this.#part('.search-options').replaceChildren(...groups);
    this.#part('.search-dialog-found').textContent = options?.found ?? '';
    this.#input().setAttribute('aria-expanded', String(groups.length > 0));
    const all = this.#part('.search-dialog-all');
    all.hidden = options === undefined;
    const link = all.querySelector('a');
    if (link && options) link.href = options.all;
    this.#choose(this.#options().findIndex(({ href }) => href === chosen));
  }

  #options(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('[role=option]')];
  }

  #dialog(): HTMLDialogElement {
    return this.#part('dialog') as HTMLDialogElement;
  }

  #input(): HTMLInputElement {
    return this.#part('input') as HTMLInputElement;
  }

  #part(selector: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(selector);
    if (!part) throw new Error(`search-dialog: no ${selector}`);
    return part;
  }
}

/** A box of the search on the page, neither the dialog's own nor the search page's. */
function isOutside(box: HTMLInputElement): boolean {
  return box.closest('form.find') !== null && !box.closest('search-dialog, search-page');
}

/** A link to a place on this very page, followed in this window: it lies behind the dialog. */
function isPlaceHere({ target, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link || ctrlKey || metaKey || shiftKey) return false;
  return link.hash !== '' && link.href.split('#')[0] === location.href.split('#')[0];
}

customElements.define('search-dialog', SearchDialog);
