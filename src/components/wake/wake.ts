// Stage: components, in the browser. The reader's first touch → the scripts and the styles of what works on a page.
// On every page and as small as it can be: whoever only reads loads nothing more.

/** What one presses and, before the scripts are there, nothing would come of. */
const PRESSED = '[data-act], [data-chart-do], [data-to-chart], [popovertarget]';
/** What opens the search. */
const SEARCH = '[data-search-open], form.find input';
/** The checklist keeps all that it keeps under such keys (checklist/store.ts). */
const KEPT = /^khumue:(run|aside):/;

const procedure = document.querySelector('check-list');
const dialog = document.querySelector<HTMLDialogElement>('search-dialog dialog');
let isAwake = false;
let waking: Promise<unknown> | undefined;

/** @throws TypeError of the browser where a script cannot be had */
export function wake(): Promise<unknown> {
  return (waking ??= Promise.all([
    import('../search-dialog/element.ts'),
    import('../display-settings/display-settings.ts'),
    ...(procedure
      ? [import('../check-list/check-list.ts'), import('../flow-chart/flow-chart.ts')]
      : []),
    laterStyles(),
  ]).then(
    () => (isAwake = true),
    (error: unknown) => {
      // The next touch tries again.
      waking = undefined;
      throw error;
    },
  ));
}

/** The sheet of what opens over a page, or the knowledge that it cannot be had: then that is plain. */
function laterStyles(): Promise<unknown> {
  return new Promise((done) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = document.documentElement.dataset['later'] ?? '';
    link.onload = link.onerror = done;
    document.head.append(link);
  });
}

function touched(event: Event): void {
  const { type, movementX, movementY } = event as MouseEvent;
  // A page that comes under a mouse at rest is told of a move, too: that is no touch.
  if (isAwake || (type === 'pointermove' && !movementX && !movementY)) return;
  wake().then(held(event), async () => {
    const box = event.target as HTMLInputElement;
    if (type !== 'change' || !box.dataset['step']) return;
    try {
      // Where only something else did not come, the box is in good hands.
      await import('../check-list/check-list.ts');
    } catch {
      // Nothing may look done that is not.
      box.checked = false;
      delete box.dataset['touched'];
      const words = procedure?.querySelector('template')?.content.cloneNode(true) ?? '';
      procedure?.querySelector('.run-said')?.replaceChildren(words);
    }
  });
}

/**
 * What was pressed too early is kept from the browser and done when it can be. Boxes ticked too early have a mark of their own
 * (display-settings/DisplayHead.astro).
 */
function held(event: Event): () => void {
  const target = event.target as HTMLInputElement;
  const again = (type = event.type): void =>
    void target.dispatchEvent(new Event(type, { bubbles: true }));
  // What is pointed at is marked, too.
  if (event.type === 'focusin') return again;
  if (event.type === 'pointermove') return () => again('pointerover');
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event as KeyboardEvent;
  if (ctrlKey || metaKey || altKey || shiftKey) return () => undefined;
  const isClick = event.type === 'click';
  const isSlash = key === '/' && !target.closest('input, textarea');
  const opener = isClick ? target.closest(SEARCH) : isSlash;
  if (opener && dialog && !document.querySelector('search-page')) {
    event.preventDefault();
    // At once, or what is typed meanwhile is lost, and a phone shows no keyboard.
    if (!dialog.open) dialog.showModal();
    const box = dialog.querySelector('input');
    box?.focus();
    if (box && opener instanceof HTMLInputElement) box.value = opener.value;
  }
  const pressed = isClick && target.closest<HTMLElement>(PRESSED);
  // The checklist hears it itself, and something else may never come.
  if (pressed && 'act' in pressed.dataset && customElements.get('check-list'))
    return () => undefined;
  // Done once: of what works, some may be there already and hear this as well.
  if (pressed || key) event.stopImmediatePropagation();
  if (pressed) {
    event.preventDefault();
    return () => pressed.click();
  }
  return () => {
    if (key && !opener)
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  };
}

function keepsRuns(): boolean {
  try {
    return Object.keys(localStorage).some((key) => KEPT.test(key));
  } catch {
    return false;
  }
}

for (const type of ['pointermove', 'pointerdown', 'focusin', 'keydown', 'click', 'change'])
  document.addEventListener(type, touched, true);
// What another page of the site changed, perhaps while this one lay in the browser's memory.
addEventListener('storage', () => void wake());
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void wake();
});
// A run that the reader works on shows without a touch; and a box may have been ticked before this was there.
if (procedure && (location.search || keepsRuns() || document.querySelector('[data-touched]')))
  void wake();
