// Stage: offline, in the browser. The site's copy in this browser: kept, taken away, and what the reader chose.

/** Where the reader's choice is kept. */
const CHOICE = 'khumue:offline';

export type Choice = 'keep' | 'none';

export function readChoice(): Choice | undefined {
  try {
    const value = localStorage.getItem(CHOICE);
    return value === 'keep' || value === 'none' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A choice that cannot be kept holds for this page. */
export function writeChoice(choice: Choice): void {
  try {
    localStorage.setItem(CHOICE, choice);
  } catch {
    // Storage is full or blocked.
  }
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

/** The copy's files and its worker. Runs of checklists are kept elsewhere and stay. */
export async function removeCopy(): Promise<void> {
  const registration = await workers()?.getRegistration(import.meta.env.BASE_URL);
  if (!registration) return;
  await registration.unregister();
  for (const name of await caches.keys())
    if (name.endsWith(registration.scope)) await caches.delete(name);
}
