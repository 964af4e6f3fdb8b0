import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, reachStep, test } from '../support/playground.ts';

/** What may be downloaded, gzipped, before the first training step, and for WebGL on top of it. */
const FIRST_STEP = 150_000;
const WEBGL = 120_000;

/** Adds up, gzipped, everything that the page and its workers download. */
function weigh(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.context().on('response', (response) => {
    sizes.push(
      response.body().then(
        (body) => gzipSync(body).length,
        // Of requests that never end nothing has come.
        () => 0,
      ),
    );
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Notes the step of the last checkpoint that a worker sent. */
function noteSteps(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const Original = Worker;
    const noted = globalThis as unknown as { trainedSteps: number };
    noted.trainedSteps = 0;
    globalThis.Worker = class extends Original {
      constructor(...given: ConstructorParameters<typeof Original>) {
        super(...given);
        this.addEventListener('message', ({ data }) => {
          if (data.type === 'checkpoint') noted.trainedSteps = data.state.step;
        });
      }
    };
  });
}

const trainedSteps = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { trainedSteps: number }).trainedSteps);

test('training begins before the page itself is there, after at most 150 kB', async ({ page }) => {
  const downloaded = weigh(page);
  await noteSteps(page);
  // The page never comes, nor any part that the first file does not name: training must not need them.
  let held = 0;
  const first = await (await page.request.get('./')).text();
  await page.route(/\/(client|part)-[^/]*\.js$/, (route) =>
    first.includes(path.basename(new URL(route.request().url()).pathname)) ? route.fallback() : undefined,
  );
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

test('the stored picture is on the screen before any of the page’s programs has run', async ({ page }) => {
  await page.route(/\.js$/, () => {});
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.getByRole('img', { name: /A stored picture of a trained run/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Bayes by Backprop' })).toBeVisible();
});

test('WebGL is not downloaded until it is wanted, and then costs at most 120 kB', async ({ page }) => {
  const downloaded = weigh(page);
  await page.goto('./');
  await reachStep(page, 100);
  const before = await downloaded();
  const workers = page.workers();
  await page.getByRole('button', { name: /^Engine:/ }).click();
  await page.getByRole('radio', { name: 'WebGL', exact: true }).check();
  await expect(page.getByRole('button', { name: 'Engine: WebGL', exact: true })).toBeVisible();
  expect(page.workers()).toEqual(workers);
  const more = (await downloaded()) - before;
  expect(more).toBeGreaterThan(30_000);
  expect(more).toBeLessThanOrEqual(WEBGL);
});
