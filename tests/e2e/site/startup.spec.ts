import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page, Request } from '@playwright/test';
import { openMore } from '../support/menus.ts';
import { expect, reachStep, test } from '../support/playground.ts';

/** Maximum download, gzipped, before the first training step, and for WebGL in addition. */
const FIRST_STEP = 150_000;
const WEBGL = 120_000;

/** Adds up, gzipped, everything that the page and its workers download. */
function recordDownloads(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.context().on('response', (response) => {
    sizes.push(
      response.body().then(
        (body) => gzipSync(body).length,
        // A request that never ends has downloaded nothing.
        () => 0,
      ),
    );
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Records the step of the last checkpoint that a worker sent. */
function recordSteps(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const Original = Worker;
    const recorded = globalThis as unknown as { trainedSteps: number };
    recorded.trainedSteps = 0;
    globalThis.Worker = class extends Original {
      constructor(...given: ConstructorParameters<typeof Original>) {
        super(...given);
        this.addEventListener('message', ({ data }) => {
          if (data.type === 'checkpoint') recorded.trainedSteps = data.state.step;
        });
      }
    };
  });
}

const trainedSteps = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { trainedSteps: number }).trainedSteps);

/** Whether a request is for a worker's script, or for one that it imports. */
const isOfWorker = (request: Request) =>
  [request.url(), request.headers().referer ?? ''].some((url) => /\.worker-[^/]*\.js$/.test(url));

test('training begins before the page is loaded, after at most 150 kB', async ({ page }) => {
  const downloaded = recordDownloads(page);
  await recordSteps(page);
  // The page's chunk never arrives, nor any chunk that neither the first file nor the worker names: training must not need
  // them.
  let held = 0;
  const first = await (await page.request.get('./')).text();
  expect(first).not.toMatch(/\/(client|react|glossary)-[^/]*\.js/);
  await page.route(/assets\/[^/]*\.js$/, (route) => {
    const request = route.request();
    const isNamed = first.includes(path.basename(new URL(request.url()).pathname));
    return isNamed || isOfWorker(request) ? route.fallback() : undefined;
  });
  await page.route(/showPage[^/]*\.js$/, () => {
    held++;
  });
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.getByText('Loading the playground…')).toBeVisible();
  await expect.poll(() => trainedSteps(page)).toBeGreaterThan(0);
  expect(held).toBe(1);
  const total = await downloaded();
  expect(total).toBeGreaterThan(30_000);
  expect(total).toBeLessThanOrEqual(FIRST_STEP);
});

test('the stored picture is shown before any script of the page has run', async ({ page }) => {
  await page.route(/\.js$/, () => {});
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.getByRole('img', { name: /A stored picture of a trained run/ })).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'A network that knows what it does not know' }),
  ).toBeVisible();
});

test('WebGL is downloaded only on demand, in at most 120 kB', async ({ page }) => {
  const downloaded = recordDownloads(page);
  await page.goto('./');
  await reachStep(page, 100);
  const before = await downloaded();
  const workers = page.workers();
  await openMore(page, 'Engine');
  await page.getByRole('radio', { name: 'WebGL', exact: true }).check();
  await expect(page.getByText(/^WebGL runs\./)).toBeVisible();
  expect(page.workers()).toEqual(workers);
  const more = (await downloaded()) - before;
  expect(more).toBeGreaterThan(30_000);
  expect(more).toBeLessThanOrEqual(WEBGL);
});
