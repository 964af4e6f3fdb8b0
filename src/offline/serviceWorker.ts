import { pageKeys } from './pageKeys.ts';
import { type Release, releasesOf } from './releases.ts';
import type { PageRequest } from './request.ts';

/** Defined by the build in front of this program. */
declare const release: Release;

const scope = globalThis as unknown as ServiceWorkerGlobalScope;
const site = new URL('./', scope.location.href).href;
const releases = releasesOf(site, scope.caches);

async function openPages(): Promise<readonly string[]> {
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return pages.map(({ id }) => id);
}

scope.addEventListener('install', (event) => event.waitUntil(releases.keep(release)));

// Activation waits for none of this: Firefox holds back the pages that are opened until it is over, and answers what asks
// for the open pages only afterwards.
scope.addEventListener('activate', () => void takeOver());

/** Runs when no page of the older release is open, or when the user activated it; other pages may then still be open. */
async function takeOver(): Promise<void> {
  const pages = await openPages();
  await releases.holdOlder(release, pages);
  await releases.dropUnread(release, pages);
  // Claims the pages of a first visit, so that they use the cached files even if the host changes meanwhile.
  await scope.clients.claim();
}

scope.addEventListener('message', ({ data }) => {
  if (data === ('take-over' satisfies PageRequest)) void scope.skipWaiting();
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(site)) return;
  const path = new URL(request.url).pathname.slice(new URL(site).pathname.length);
  if (request.mode !== 'navigate') return event.respondWith(fileAt(request, path));
  event.respondWith(pageAt(request, path));
  event.waitUntil(openPages().then((pages) => releases.dropUnread(release, pages)));
});

async function fileAt(request: Request, path: string): Promise<Response> {
  return (await releases.find(release, path)) ?? fetch(request);
}

/** The page of this release, else the response of the host; without a network, a redirect to the first page. */
async function pageAt(request: Request, path: string): Promise<Response> {
  for (const key of pageKeys(path))
    if (release.files.includes(key)) {
      const page = await releases.find(release, key);
      if (page) return page;
    }
  // Without the trailing slash, relative addresses in the page would resolve against the parent folder.
  if (release.files.includes(`${path}/`)) return Response.redirect(`${site}${path}/`);
  return fetch(request).catch(() => Response.redirect(site));
}
