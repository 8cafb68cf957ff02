// Stage: offline, in the service worker. A site built with KHUMUE_OFFLINE=off → the copies of earlier builds are gone.

// A module, so that `self` is its own.
export {};
declare const self: ServiceWorkerGlobalScope;

const { scope } = self.registration;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => {
  event.waitUntil(retire());
});

/** Pages that are open go on as they are; from their next load on they come from the host. Runs are not touched. */
async function retire(): Promise<void> {
  for (const name of await caches.keys()) if (name.endsWith(scope)) await caches.delete(name);
  await self.registration.unregister();
}
