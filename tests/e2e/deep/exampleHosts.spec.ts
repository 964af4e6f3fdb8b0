import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { buildExamples } from '../../../scripts/examples.mjs';
import { type EmbedMessage, embedMessages, expect, listen, stepIn, test } from '../support/embedHost.ts';
import { type Host, serveHost } from '../support/hosts.ts';
import { timersFired } from '../support/playground.ts';

let host: Host;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bayes-by-backprop-examples-'));
  await buildExamples(test.info().project.use.baseURL ?? '', folder);
  host = await serveHost(folder, {});
});

test.afterAll(async () => {
  host.close();
  await rm(folder, { recursive: true, force: true });
});

/** Number of elements that are training. */
const trainingElements = (page: Page): Promise<number> =>
  page
    .locator('bayes-playground')
    .evaluateAll(
      (all) =>
        all.filter((one) => (one as unknown as { status: EmbedMessage | null }).status?.running).length,
    );

test('a deck: a playground on a slide pauses when the slide is left, and keeps its posterior', async ({
  page,
}) => {
  const slide = (hash: string) => page.evaluate((next) => location.assign(next), hash);
  await page.goto(`${host.address}reveal/#/1`);
  await page.locator('bayes-playground').getByRole('button', { name: 'Train this network' }).click();
  const frame = page.locator('bayes-playground').frameLocator('iframe');
  await expect.poll(() => stepIn(frame)).toBeGreaterThan(0);
  await expect.poll(() => trainingElements(page)).toBe(1);
  await slide('#/2');
  await expect.poll(() => trainingElements(page)).toBe(0);
  await slide('#/1');
  await expect(frame.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
  expect(await stepIn(frame)).toBeGreaterThan(0);
});

test('an Eleventy page contains the output of its shortcode', async ({ page }) => {
  await page.goto(`${host.address}eleventy/`);
  const element = page.locator('bayes-playground');
  await element.getByRole('button', { name: 'Train this network' }).click();
  const frame = element.frameLocator('iframe');
  await expect.poll(() => stepIn(frame)).toBeGreaterThan(20);
  await expect(frame.getByRole('heading', { name: 'Weights' })).toBeVisible();
  await expect(frame.getByRole('heading', { name: 'Free energy' })).toHaveCount(0);
});

test('of twenty elements on a page all start, three train, none fails', async ({ page }) => {
  await listen(page);
  await page.goto(`${host.address}plain/many.html`);
  const all = page.locator('bayes-playground');
  await expect(all).toHaveCount(20);
  await all.evaluateAll((elements) => {
    for (const element of elements) (element as unknown as { play: () => void }).play();
  });
  const messagesOf = async (wanted: string) =>
    (await embedMessages(page)).filter(({ type }) => type === wanted);
  await expect.poll(async () => (await messagesOf('ready')).length).toBe(20);
  const words = () =>
    all.evaluateAll((some) => some.map((one) => one.shadowRoot?.querySelector('p')?.textContent));
  await expect
    .poll(async () => (await words()).join(' '))
    .toContain('Paused, because another playground on this page trains.');
  // Elements that grew pushed others off the screen, where they pause; the first row is visible.
  const firstRow = () =>
    all.evaluateAll((some) => {
      const elements = some as unknown as { play: () => void; status: EmbedMessage | null }[];
      for (const one of elements.slice(0, 3)) if (!one.status?.running) one.play();
    });
  await expect(async () => {
    await firstRow();
    await timersFired(page, 1000);
    expect(await trainingElements(page)).toBe(3);
  }).toPass({ timeout: 240_000 });
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await messagesOf('error')).toEqual([]);
});
