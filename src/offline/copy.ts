// Stage: offline, in the browser. What the reader chose → whether a copy of the site is kept, and how. Small: it is on every page.

/** Where the reader's choice is kept. */
export const CHOICE = 'khumue:offline';

export type Choice = 'keep' | 'none';

function readChoice(): Choice | undefined {
  try {
    const value = localStorage.getItem(CHOICE);
    return value === 'keep' || value === 'none' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether this page keeps a copy without being asked: not where the reader said no, nor, unless they said yes, where data is dear. */
export function keepsUnasked(): boolean {
  const choice = readChoice();
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return choice === 'keep' || (choice === undefined && connection?.saveData !== true);
}

/** The page first: what it needs must not wait for the copy. */
export function onceLoaded(act: () => void): void {
  if (document.readyState === 'complete') act();
  else window.addEventListener('load', act);
}

/** Undefined where the browser has no workers: over plain http, in a copy on a stick, in some private windows. */
export function workers(): ServiceWorkerContainer | undefined {
  // The types know no browser without it.
  return (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
}

/** @throws Error of the browser: the worker is blocked or cannot be had */
export async function keepCopy(): Promise<ServiceWorkerRegistration | undefined> {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  return workers()?.register(`${base}sw.js`, { scope: base });
}
