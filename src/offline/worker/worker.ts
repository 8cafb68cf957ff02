// Stage: offline, in the service worker. The list of files → the site from this machine, one version at a time.
import { clientsClaim } from 'workbox-core';
import { matchPrecache, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope;
/** Put before it by the build (write-worker.ts). */
declare const PRECACHE: PrecacheEntry[];
declare const VERSION: string;
declare const OFFLINE_PAGE: string;

const { scope } = self.registration;
/** What is not in the list is kept as it is visited. One origin may hold several sites, each with its scope. */
const VISITED = `khumue-visited ${VERSION} ${scope}`;
const SLOW_SECONDS = 5;

// The first copy serves the page that asked for it. A later version waits until all pages of the old one are closed, or
// until a reader presses the button (components/site-update): it never changes a page that someone is working on.
clientsClaim();
let isRemoved = false;
self.addEventListener('message', (event) => {
  if (event.data === 'use-new-version') void self.skipWaiting();
  if (event.data === 'copy-is-removed') isRemoved = true;
});
// Before all that answers from the copy, and keeps what it fetches: pages that are open load as without a worker.
self.addEventListener('fetch', (event) => {
  if (isRemoved) event.stopImmediatePropagation();
});

// All or nothing: one file that cannot be had, or is not the one listed, and the old version stays.
precacheAndRoute(PRECACHE, {
  directoryIndex: '',
  cleanURLs: false,
  // Pages read their query in the browser: ?q=… and ?run=… do not name another file.
  ignoreURLParametersMatching: [/./],
  // A link without its last slash, as people type it.
  urlManipulation: ({ url }) => [new URL(`${url.pathname}/`, url)],
});

registerRoute(
  ({ url, request }) => url.href.startsWith(scope) && request.method === 'GET',
  new NetworkFirst({ cacheName: VISITED, networkTimeoutSeconds: SLOW_SECONDS }),
);

setCatchHandler(async ({ request }) => {
  if (request.mode !== 'navigate') return Response.error();
  try {
    // A listed page that was lost from the cache, while the host has a newer one.
    return await fetch(request.url);
  } catch {
    return (await matchPrecache(OFFLINE_PAGE)) ?? Response.error();
  }
});

self.addEventListener('install', (event) => event.waitUntil(takeVisitedAlong()));
self.addEventListener('activate', (event) => event.waitUntil(dropOldVisited()));

async function oldVisited(): Promise<string[]> {
  const names = await caches.keys();
  return names.filter(
    (name) => name.startsWith('khumue-visited ') && name.endsWith(` ${scope}`) && name !== VISITED,
  );
}

/** A visited page belongs to its version's styles and scripts: it is fetched again with the new ones, if it can be. */
async function takeVisitedAlong(): Promise<void> {
  const visited = await caches.open(VISITED);
  for (const name of await oldVisited())
    for (const { url } of await (await caches.open(name)).keys())
      await visited.add(url).catch(nothing);
}

async function dropOldVisited(): Promise<void> {
  for (const name of await oldVisited()) await caches.delete(name);
}

function nothing(): undefined {
  return undefined;
}
