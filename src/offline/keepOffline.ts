import type { PageRequest } from './request.ts';

/** Interval in ms at which an open page checks for a new version. */
const HOUR = 3_600_000;

/** Delay in ms after the page has loaded: caching the site occupies a small device for two seconds. */
const START_DELAY = 5000;

/**
 * Caches the site on this device so that it opens without a network, and calls `announce` with a function that
 * activates a new version once one is ready; until then every open page keeps its version. Does nothing in a file, in
 * a sandbox and in development. Waits until the page has loaded everything else.
 */
export async function keepOffline(announce: (use: () => void) => void): Promise<void> {
  const workers = ownWorkers();
  const manifest = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
  if (!workers || !manifest || import.meta.env.DEV) return;
  await waitUntilIdle(workers.controller !== null);
  // The browser may refuse, because of a setting or lack of space; the page then needs a network.
  const registration = await workers
    .register(new URL('sw.js', manifest.href), { updateViaCache: 'none' })
    .catch(() => null);
  if (!registration) return;
  const tell = (worker: ServiceWorker): void =>
    announce(() => {
      workers.addEventListener('controllerchange', () => location.reload(), { once: true });
      worker.postMessage('take-over' satisfies PageRequest);
    });
  // No controlling worker: this is the first visit, and what was just cached is the open version.
  if (registration.waiting && workers.controller) tell(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && workers.controller) tell(installing);
    });
  });
  setInterval(() => void registration.update().catch(() => {}), HOUR);
}

/**
 * Resolves when the page has loaded, has had time to start training (unless the site is already cached) and is idle.
 */
async function waitUntilIdle(isKept: boolean): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  if (!isKept) await new Promise((resolve) => setTimeout(resolve, START_DELAY));
  // Safari has no requestIdleCallback.
  if (window.requestIdleCallback)
    await new Promise((resolve) => window.requestIdleCallback(resolve, { timeout: 5000 }));
}

function ownWorkers(): ServiceWorkerContainer | null {
  if (!location.protocol.startsWith('http')) return null;
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    // Service workers are not available in a sandbox.
    return null;
  }
}
