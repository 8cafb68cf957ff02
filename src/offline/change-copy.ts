// Stage: offline, in the browser. The reader's word about the copy → that word kept, the copy taken away.
import { CHOICE, workers, type Choice } from './copy.ts';

/** A choice that cannot be kept holds for this page. */
export function writeChoice(choice: Choice): void {
  try {
    localStorage.setItem(CHOICE, choice);
  } catch {
    // Storage is full or blocked.
  }
}

/** The copy's files and its worker. Runs of checklists are kept elsewhere and stay. */
export async function removeCopy(): Promise<void> {
  const registration = await workers()?.getRegistration(import.meta.env.BASE_URL);
  if (!registration) return;
  await registration.unregister();
  // Until its pages are closed the worker goes on: what they load would be kept again.
  registration.active?.postMessage('copy-is-removed');
  for (const name of await caches.keys())
    if (name.endsWith(registration.scope)) await caches.delete(name);
}
