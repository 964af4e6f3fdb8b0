import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect, type FrameLocator, type Page } from '@playwright/test';
import { buildExamples } from '../../../scripts/examples.mjs';
import { violationsIn } from '../support/axe.ts';
import { type Host, serveHost } from '../support/hosts.ts';

/** Pages of other sites that hold playgrounds. Nothing on them may fail. */
const test = base.extend<{ readonly watched: undefined }>({
  watched: [
    async ({ context }, use) => {
      const faults: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`));
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

let host: Host;
let folder: string;

test.beforeAll(async () => {
  const site = test.info().project.use.baseURL ?? '';
  folder = await mkdtemp(path.join(tmpdir(), 'bayes-by-backprop-examples-'));
  await buildExamples(site, folder);
  const frame = `<iframe src="${site}embed.html#view.panels=predictive&view.autoplay=true"></iframe>`;
  host = await serveHost(folder, { '/frames.html': `<link rel="icon" href="data:,">${frame.repeat(4)}` });
});

test.afterAll(async () => {
  host.close();
  await rm(folder, { recursive: true, force: true });
});

/** Everything that playgrounds say to the page, by the place of their frame. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: { type: string; message?: string; running?: boolean; frame: number }[] = [];
    Object.assign(globalThis, { heard });
    addEventListener('message', ({ source, data }) => {
      const frames = Array.from({ length: window.length }, (_, i) => window[i]);
      const frame = frames.indexOf(source as Window);
      if (window === top) heard.push({ ...data, snapshot: undefined, frame });
    });
  });
}

interface Heard {
  readonly type: string;
  readonly frame: number;
  readonly message?: string;
  readonly running?: boolean;
}

const heardBy = (page: Page): Promise<Heard[]> =>
  page.evaluate(() => (globalThis as unknown as { heard: Heard[] }).heard);

/** How many frames train now. */
async function running(page: Page): Promise<number> {
  const last = new Map<number, boolean>();
  for (const { type, frame, running } of await heardBy(page))
    if (type === 'status') last.set(frame, running === true);
  return [...last.values()].filter(Boolean).length;
}

const stepIn = async (frame: FrameLocator): Promise<number> =>
  Number((await frame.locator('[class*=readout] output').first().textContent())?.replaceAll(',', ''));

test('a plain page: a frame in a sandbox is a picture until it is pressed, answers, and fits; an element is played by buttons', async ({
  page,
}) => {
  await listen(page);
  await page.goto(`${host.address}plain/`);
  const frame = page.frameLocator('#frame');
  const tell = (message: object) =>
    page.evaluate(
      (sent) => (document.querySelector('#frame') as HTMLIFrameElement).contentWindow?.postMessage(sent, '*'),
      { source: 'bayes-playground', version: 1, ...message },
    );
  const errors = async () =>
    (await heardBy(page)).flatMap(({ type, message }) => (type === 'error' ? message : []));

  await expect(frame.getByRole('button', { name: 'Train this network' })).toBeVisible();
  await expect(frame.locator('canvas')).toHaveCount(0);
  await page.getByRole('button', { name: 'Ask for its free energy' }).click();
  await expect.poll(errors).toContain('get-snapshot: nothing was computed yet; send play or step first');
  await frame.getByRole('button', { name: 'Train this network' }).press('Enter');
  await expect.poll(() => stepIn(frame), { timeout: 60_000 }).toBeGreaterThan(50);
  await expect(frame.getByRole('heading', { name: 'Predictive' })).toBeVisible();
  await expect(frame.getByRole('button', { name: 'Pause' })).toBeFocused();
  // By key: the frame above may just then be growing.
  await page.getByRole('button', { name: 'Ask for its free energy' }).press('Enter');
  await expect(page.locator('#answer')).toHaveText(/^F = -?[\d.]+ nats at step \d+$/);

  await tell({
    type: 'set-experiment',
    experiment: { version: 1, prior: { sigma: -1 }, dataset: { id: 'moon' } },
  });
  await expect.poll(errors).toHaveLength(2);
  expect((await errors()).at(-1)).toMatch(
    /^set-experiment: .*prior\.sigma: -1 is not .*dataset\.id: 'moon'|dataset\.id: 'moon'.*prior\.sigma/,
  );
  await tell({ type: 'set-experiment', experiment: { version: 1, dataset: { id: 'noisy-sine' } } });
  await tell({ type: 'pause' });
  await tell({ type: 'reset' });
  await tell({ type: 'step', steps: 7 });
  await expect.poll(() => stepIn(frame)).toBe(7);
  // Its own panels stayed.
  await expect(frame.getByRole('heading', { name: 'Free energy' })).toHaveCount(0);
  const room = () =>
    frame.locator('#root').evaluate((root) => Math.abs(root.getBoundingClientRect().height - innerHeight));
  await expect.poll(room).toBeLessThanOrEqual(2);

  const element = page.locator('#element');
  await expect(element.getByRole('button', { name: 'Train this network' })).toBeVisible();
  await expect(element.locator('iframe')).toHaveCount(0);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.locator('#status')).toHaveText(/^training, step [1-9]/, { timeout: 60_000 });
  await expect(element.frameLocator('iframe').getByRole('heading', { name: 'Free energy' })).toBeVisible();
  const snapshot = await element.evaluate(async (one) => {
    const { weights, freeEnergy } = await (
      one as unknown as { getSnapshot: () => Promise<Answer> }
    ).getSnapshot();
    return { weights: weights.mu.length, total: freeEnergy.total };
  });
  expect(snapshot).toEqual({ weights: expect.any(Number), total: expect.any(Number) });
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.locator('#status')).toHaveText(/^at rest/);
});

interface Answer {
  readonly weights: { readonly mu: Float64Array };
  readonly freeEnergy: { readonly total: number };
}

/** How many elements train now. */
const trainingElements = (page: Page): Promise<number> =>
  page
    .locator('bayes-playground')
    .evaluateAll(
      (all) => all.filter((one) => (one as unknown as { status: Heard | null }).status?.running).length,
    );

test('a deck: a playground on a slide pauses when the slide is left, and keeps what it has learnt', async ({
  page,
}) => {
  const slide = (hash: string) => page.evaluate((next) => location.assign(next), hash);
  await page.goto(`${host.address}reveal/#/1`);
  await page.locator('bayes-playground').getByRole('button', { name: 'Train this network' }).click();
  const frame = page.locator('bayes-playground').frameLocator('iframe');
  await expect.poll(() => stepIn(frame), { timeout: 60_000 }).toBeGreaterThan(0);
  await expect.poll(() => trainingElements(page)).toBe(1);
  await slide('#/2');
  await expect.poll(() => trainingElements(page)).toBe(0);
  await slide('#/1');
  await expect(frame.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
  expect(await stepIn(frame)).toBeGreaterThan(0);
});

test('a blog page of Eleventy holds what its shortcode says', async ({ page }) => {
  await page.goto(`${host.address}eleventy/`);
  const element = page.locator('bayes-playground');
  await element.getByRole('button', { name: 'Train this network' }).click();
  const frame = element.frameLocator('iframe');
  await expect.poll(() => stepIn(frame), { timeout: 60_000 }).toBeGreaterThan(20);
  await expect(frame.getByRole('heading', { name: 'Weights' })).toBeVisible();
  await expect(frame.getByRole('heading', { name: 'Free energy' })).toHaveCount(0);
});

test('frames of one origin share three turns at training; the one that must stop says why', async ({
  page,
}) => {
  await listen(page);
  await page.goto(`${host.address}frames.html`);
  const stopped = page.frameLocator('iframe');
  await expect
    .poll(
      async () =>
        new Set((await heardBy(page)).filter(({ running }) => running).map(({ frame }) => frame)).size,
      {
        timeout: 90_000,
      },
    )
    .toBe(4);
  await expect.poll(() => running(page)).toBe(3);
  const words = await Promise.all(
    [0, 1, 2, 3].map((at) => stopped.nth(at).locator('footer [role=status]').textContent()),
  );
  expect(words.filter((text) => text?.startsWith('Paused, since others'))).toHaveLength(1);
});

test('twenty elements on a page: all were started, three train, none fails', async ({ page }) => {
  test.slow();
  await listen(page);
  await page.goto(`${host.address}plain/many.html`);
  const all = page.locator('bayes-playground');
  await expect(all).toHaveCount(20);
  await all.evaluateAll((elements) => {
    for (const element of elements) (element as unknown as { play: () => void }).play();
  });
  const heard = async (wanted: string) => (await heardBy(page)).filter(({ type }) => type === wanted);
  await expect.poll(async () => (await heard('ready')).length, { timeout: 180_000 }).toBe(20);
  const words = () =>
    all.evaluateAll((some) => some.map((one) => one.shadowRoot?.querySelector('p')?.textContent));
  await expect
    .poll(async () => (await words()).join(' '))
    .toContain('Paused, since others on this page train.');
  // Those that grew pushed others off the screen, where they rest: the first row is in sight.
  const firstRow = () =>
    all.evaluateAll((some) => {
      const elements = some as unknown as { play: () => void; status: Heard | null }[];
      for (const one of elements.slice(0, 3)) if (!one.status?.running) one.play();
    });
  await expect(async () => {
    await firstRow();
    await page.waitForTimeout(1000);
    expect(await trainingElements(page)).toBe(3);
  }).toPass({ timeout: 60_000 });
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await heard('error')).toEqual([]);
});

test('the dialog writes the code of an embed and shows it, by keyboard alone', async ({ page }) => {
  await page.goto('./#dataset.id=cubic&view.autoplay=false');
  await page.getByRole('button', { name: 'Link and download' }).press('Enter');
  await page.getByRole('button', { name: 'Embed in a page…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Embed in a page' });
  const code = dialog.getByRole('textbox', { name: 'Code' });
  await expect(code).toHaveValue(
    /embed\.html#dataset\.id=cubic&amp;view\.panels=predictive&amp;view\.embed=true"/,
  );
  await expect(code).toHaveValue(/sandbox="allow-scripts/);
  await dialog.getByRole('checkbox', { name: 'Free energy' }).press('Space');
  await expect(code).toHaveValue(/view\.panels=predictive,cost/);
  const preview = dialog.frameLocator('iframe');
  await expect(preview.getByRole('button', { name: 'Train this network' })).toBeVisible();
  expect(await violationsIn(page, { within: 'dialog' })).toEqual([]);
  await dialog.getByRole('radio', { name: 'Frame' }).press('ArrowRight');
  await expect(code).toHaveValue(
    /<bayes-playground\n {2}experiment="dataset\.id=cubic"\n {2}panels="predictive,cost"/,
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
