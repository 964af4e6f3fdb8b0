import type { PageRequest } from './request.ts';

/** How often a page that stays open asks for a new version, in ms. */
const HOUR = 3_600_000;

/** Milliseconds that a page has to itself once it is loaded: to keep a whole site takes a small device two seconds of work. */
const BEGINNING = 5000;

/**
 * Keeps the site on this device, so that it opens without a network, and calls `announce` when a new version is ready, with
 * how to change to it: until then, and in every other open page, the version that is open goes on. Nothing happens where
 * there is no site: in a file, in a sandbox, in development. It waits until the page has everything else that it needs.
 */
export async function keepOffline(announce: (use: () => void) => void): Promise<void> {
  const workers = ownWorkers();
  const manifest = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
  if (!workers || !manifest || import.meta.env.DEV) return;
  await quiet(workers.controller !== null);
  // A browser may refuse, by a setting or for want of room; the page then needs a network, as before.
  const registration = await workers
    .register(new URL('sw.js', manifest.href), { updateViaCache: 'none' })
    .catch(() => null);
  if (!registration) return;
  const tell = (worker: ServiceWorker): void =>
    announce(() => {
      workers.addEventListener('controllerchange', () => location.reload(), { once: true });
      worker.postMessage('take-over' satisfies PageRequest);
    });
  // Without a worker in charge this is the first visit: what was just kept is what is open.
  if (registration.waiting && workers.controller) tell(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && workers.controller) tell(installing);
    });
  });
  setInterval(() => void registration.update().catch(() => {}), HOUR);
}

/** When the page is loaded, has had time to begin what it is for unless the site is kept already, and has nothing pressing to do. */
async function quiet(isKept: boolean): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  if (!isKept) await new Promise((resolve) => setTimeout(resolve, BEGINNING));
  // Safari has no such callback.
  if (window.requestIdleCallback)
    await new Promise((resolve) => window.requestIdleCallback(resolve, { timeout: 5000 }));
}

function ownWorkers(): ServiceWorkerContainer | null {
  if (!location.protocol.startsWith('http')) return null;
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    // A sandbox has no workers that outlive its page.
    return null;
  }
}
