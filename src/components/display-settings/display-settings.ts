// Stage: components, in the browser. The panel's radio buttons ↔ attributes on <html> and what this browser keeps of them.
import { addDisplayPanel } from './display-panel.ts';

/** first-paint.js reads it too. */
const KEY = 'khumue:display';

const root = document.documentElement;
const form = addDisplayPanel();
const defaults = {
  size: 'normal',
  contrast: matchMedia('(prefers-contrast: more)').matches ? 'more' : 'normal',
  digits: 'printed',
};

function showChosen(): void {
  for (const radio of form?.querySelectorAll('input') ?? [])
    radio.checked = root.dataset[radio.name] === radio.value;
}

/** Another page of the site changed it, or this one comes back from the browser's memory. */
function takeOver(): void {
  try {
    Object.assign(root.dataset, defaults, JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    // Blocked or damaged: this page stays as it is.
  }
  showChosen();
}

function keep(choices: object | undefined): void {
  const said = form?.querySelector('[role="status"]');
  try {
    if (choices) localStorage.setItem(KEY, JSON.stringify(choices));
    else localStorage.removeItem(KEY);
    said?.replaceChildren();
  } catch {
    said?.replaceChildren('เบราว์เซอร์ไม่ให้เก็บค่านี้ ใช้ได้เฉพาะหน้านี้');
  }
}

form?.addEventListener('change', () => {
  const choices = Object.fromEntries(new FormData(form)) as Record<string, string>;
  Object.assign(root.dataset, choices);
  keep(choices);
});
form?.addEventListener('reset', (event) => {
  event.preventDefault();
  Object.assign(root.dataset, defaults);
  keep(undefined);
  showChosen();
});
window.addEventListener('storage', ({ key }) => {
  if (key === KEY || key === null) takeOver();
});
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) takeOver();
});
// Perhaps what another page changed is why this one woke.
takeOver();
