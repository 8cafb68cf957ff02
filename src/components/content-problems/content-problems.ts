// In the browser, on the development server only: the content's problems → a list above the page, until they are mended.
import './content-problems.css';

const hot = import.meta.hot;
const failed = document.documentElement.hasAttribute('data-content-failed');
// Every page but that one has the site's styles and fonts.
if (failed) await import('../../styles/first.css');
const banner = document.createElement('section');
banner.className = 'content-problems';
banner.lang = 'th';
banner.setAttribute('aria-label', 'ปัญหาของเนื้อหา');
// What a reader of the screen hears when the list changes.
banner.setAttribute('aria-live', 'polite');

/** Until Astro has read what was mended. */
const AGAIN_MS = 300;
let known: readonly string[] = [];
hot?.on('khumue:problems', (problems: readonly string[]) => {
  known = problems;
  // The page that says why there is no page: with each change there may be one.
  if (failed) {
    if (problems.length === 0) setTimeout(() => location.reload(), AGAIN_MS);
    else document.querySelector('ol')?.replaceChildren(...problems.map(entry));
    return;
  }
  banner.replaceChildren(...(problems.length === 0 ? [] : listOf(problems)));
  if (!banner.isConnected) document.body.prepend(banner);
});
// The same mistake told in a programmer's words would cover what tells it in the author's.
hot?.on('vite:error', () => {
  if (known.length > 0 || failed)
    setTimeout(() => document.querySelector('vite-error-overlay')?.remove());
});
hot?.send('khumue:ask-problems');

function listOf(problems: readonly string[]): HTMLElement[] {
  const details = document.createElement('details');
  details.open = true;
  const summary = document.createElement('summary');
  summary.textContent = `เนื้อหามีปัญหา ${String(problems.length)} ข้อ`;
  const list = document.createElement('ol');
  list.append(...problems.map(entry));
  details.append(summary, list);
  return [details];
}

/** `file:line field — ปัญหา — พบว่า… — แก้โดย…` */
function entry(line: string): HTMLElement {
  const item = document.createElement('li');
  const [place = '', ...rest] = line.split(' — ');
  const code = document.createElement('code');
  code.textContent = place;
  item.append(code, document.createElement('br'), rest.join(' — '));
  return item;
}
