// Stage: offline, in the browser. Every page → a copy of the site is kept, and a newer version is offered. Small: it is on every page.
import { keepCopy, keepsUnasked, onceLoaded, workers } from '../../offline/copy.ts';

/** astro.config.mjs says whether this site is kept. */
declare const KEEPS_COPY: boolean;

const container = workers();

if (KEEPS_COPY && container && keepsUnasked()) onceLoaded(() => void start(container));

async function start(workers: ServiceWorkerContainer): Promise<void> {
  const before = workers.controller;
  workers.addEventListener('controllerchange', () => {
    // Another page of the site took the new version; this one still shows the old.
    if (before) void offer();
  });
  try {
    const registration = await keepCopy();
    if (!registration) return;
    const look = (): void => {
      if (registration.waiting && before) void offer(registration.waiting);
    };
    look();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', look);
    });
  } catch {
    // Blocked or not to be had: the page works as it is, without a copy.
  }
}

async function offer(waiting?: ServiceWorker): Promise<void> {
  const { offerVersion } = await import('./offer.ts');
  await offerVersion(waiting);
}
