import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { embedCode } from '../../../src/embed/embedCode.ts';
import { violationsIn } from '../support/axe.ts';
import { embedMessages, expect, listen, pressAround, stepIn, test } from '../support/embedHost.ts';
import { type Host, serveHost } from '../support/hosts.ts';
import { openMore } from '../support/menus.ts';

let host: Host;

test.beforeAll(async () => {
  const site = test.info().project.use.baseURL ?? '';
  const plain = await readFile('examples/plain/index.html', 'utf8');
  const frame = `<iframe src="${site}embed.html#view.panels=predictive&view.autoplay=true"></iframe>`;
  host = await serveHost('examples', {
    '/plain/index.html': plain.replaceAll('{{site}}', site),
    '/page.html': `<link rel="icon" href="data:,"><iframe width="1000" height="900" src="${site}#view.embed=false&view.autoplay=false&network.hidden=4"></iframe>`,
    '/frames.html': `<link rel="icon" href="data:,">${frame.repeat(4)}`,
  });
});

test.afterAll(() => host.close());

/** Number of frames that are training. */
async function running(page: Page): Promise<number> {
  const last = new Map<number, boolean>();
  for (const { type, frame, running } of await embedMessages(page))
    if (type === 'status') last.set(frame, running === true);
  return [...last.values()].filter(Boolean).length;
}

test('a sandboxed frame is a picture until it is pressed, answers messages and fits; buttons control an element', async ({
  page,
}) => {
  await listen(page);
  await page.goto(`${host.address}plain/index.html`);
  const frame = page.frameLocator('#frame');
  const tell = (message: object) =>
    page.evaluate(
      (sent) => (document.querySelector('#frame') as HTMLIFrameElement).contentWindow?.postMessage(sent, '*'),
      { source: 'bayes-playground', version: 1, ...message },
    );
  const errors = async () =>
    (await embedMessages(page)).flatMap(({ type, message }) => (type === 'error' ? message : []));

  await expect(frame.getByRole('button', { name: 'Train this network' })).toBeVisible();
  await expect(frame.locator('canvas')).toHaveCount(0);
  await pressAround(page, 'Ask for its free energy');
  await expect.poll(errors).toContain('get-snapshot: nothing was computed yet; send play or step first');
  await frame.getByRole('button', { name: 'Train this network' }).press('Enter');
  await expect.poll(() => stepIn(frame)).toBeGreaterThan(50);
  await expect(frame.getByRole('heading', { name: 'Predictive' })).toBeVisible();
  await expect(frame.getByRole('button', { name: 'Pause' })).toBeFocused();
  await pressAround(page, 'Ask for its free energy');
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
  // The embed kept its own panels.
  await expect(frame.getByRole('heading', { name: 'Free energy' })).toHaveCount(0);
  const room = () =>
    frame.locator('#root').evaluate((root) => Math.abs(root.getBoundingClientRect().height - innerHeight));
  await expect.poll(room).toBeLessThanOrEqual(2);

  const element = page.locator('#element');
  await expect(element.getByRole('button', { name: 'Train this network' })).toBeVisible();
  await expect(element.locator('iframe')).toHaveCount(0);
  await pressAround(page, 'Play');
  await expect(page.locator('#status')).toHaveText(/^training, step [1-9]/);
  // In a narrow embed each panel has a tab.
  await element.frameLocator('iframe').getByText('Free energy', { exact: true }).first().click();
  await expect(element.frameLocator('iframe').getByRole('heading', { name: 'Free energy' })).toBeVisible();
  const snapshot = await element.evaluate(async (one) => {
    const { weights, freeEnergy } = await (
      one as unknown as { getSnapshot: () => Promise<Answer> }
    ).getSnapshot();
    return { weights: weights.mu.length, total: freeEnergy.total };
  });
  expect(snapshot).toEqual({ weights: expect.any(Number), total: expect.any(Number) });
  await pressAround(page, 'Pause');
  await expect(page.locator('#status')).toHaveText(/^at rest/);
});

interface Answer {
  readonly weights: { readonly mu: Float64Array };
  readonly freeEnergy: { readonly total: number };
}

test('frames of one origin share three training slots; a paused one shows the reason', async ({ page }) => {
  await listen(page);
  await page.goto(`${host.address}frames.html`);
  const stopped = page.frameLocator('iframe');
  await expect
    .poll(
      async () =>
        new Set((await embedMessages(page)).filter(({ running }) => running).map(({ frame }) => frame)).size,
    )
    .toBe(4);
  await expect.poll(() => running(page)).toBe(3);
  const words = await Promise.all(
    [0, 1, 2, 3].map((at) => stopped.nth(at).locator('footer [role=status]').textContent()),
  );
  expect(words.filter((text) => text?.startsWith('Paused, because another'))).toHaveLength(1);
});

test('by keyboard the dialog writes the code of an embed and previews it', async ({ page }) => {
  await page.goto('./#dataset.id=cubic&view.autoplay=false');
  await openMore(page, 'Share and download');
  await page.getByRole('button', { name: 'Embed in a page…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Embed in a page' });
  const code = dialog.getByRole('textbox', { name: 'Code' });
  await expect(code).toHaveValue(
    /embed\.html#dataset\.id=cubic&amp;view\.panels=predictive&amp;view\.embed=true"/,
  );
  await expect(code).toHaveValue(/sandbox="allow-scripts/);
  await expect(code).toHaveValue(/name="data:image\/webp;base64,/);
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

test('a page in a frame adds nothing to the history of its host', async ({ page }) => {
  await page.goto(`${host.address}page.html`);
  const menu = page.frameLocator('iframe').getByRole('combobox', { name: 'Data set' });
  await expect(menu).toBeVisible();
  const before = await page.evaluate(() => history.length);
  await menu.selectOption('cubic');
  const frame = page.frames().find((each) => each !== page.mainFrame())!;
  await expect.poll(() => frame.evaluate(() => location.hash)).toContain('dataset.id=cubic');
  expect(await page.evaluate(() => history.length)).toBe(before);
});

/** A red picture of 40 × 20 pixels, as a poster. */
const poster =
  'data:image/svg+xml;base64,' +
  Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path fill="red" d="M0 0h40v20H0z"/></svg>',
  ).toString('base64');

/** A page with text around an embed in a column of this width, as the dialog writes it. */
function article(form: 'frame' | 'element', panels: string, width: number, site: string): string {
  const link = `dataset.id=two-clusters&network.hidden=4&view.panels=${panels}&view.embed=true`;
  const code = embedCode({ form, site, link, height: null, sandboxed: true, title: 'An embed', poster });
  return `<!doctype html><link rel="icon" href="data:,"><body style="margin:0"><div style="width:${width}px">${code}<p>The text after it.</p></div>`;
}

for (const form of ['frame', 'element'] as const)
  for (const panels of ['predictive', 'predictive,cost,weights'])
    test(`a ${form} with ${panels} keeps its height when it starts, at every width, and never scrolls sideways`, async ({
      page,
    }) => {
      const site = test.info().project.use.baseURL ?? '';
      const pages = Object.fromEntries(
        [320, 358, 390, 768, 1200].map((width) => [`/${width}.html`, article(form, panels, width, site)]),
      );
      const articles = await serveHost('examples', pages);
      await page.setViewportSize({ width: 1280, height: 900 });
      for (const width of [320, 358, 390, 768, 1200]) {
        await page.goto(`${articles.address}${width}.html`);
        const outer = form === 'frame' ? page.locator('iframe') : page.locator('bayes-playground');
        const inner =
          form === 'frame'
            ? page.frameLocator('iframe')
            : page.locator('bayes-playground').frameLocator('iframe');
        const start =
          form === 'frame'
            ? inner.getByRole('button', { name: 'Train this network' })
            : outer.getByRole('button', { name: 'Train this network' });
        await expect(start).toBeVisible();
        const pictures = form === 'frame' ? inner.locator('img.shell-picture') : outer.locator('img');
        await expect(pictures).toHaveAttribute('src', poster);
        const text = () =>
          page.getByText('The text after it.').evaluate((after) => after.getBoundingClientRect().top);
        // The frame has told its height once it has its picture.
        const heightInside = () =>
          inner.locator('#root').evaluate((root) => root.getBoundingClientRect().height);
        if (form === 'frame')
          await expect.poll(() => outer.evaluate((one) => one.clientHeight)).toBe(await heightInside());
        const before = await text();
        await start.click();
        await expect.poll(() => stepIn(inner)).toBeGreaterThan(20);
        await expect(inner.getByRole('heading', { name: 'Predictive' })).toBeVisible();
        expect(await text(), `${width} px`).toBe(before);
        const sideways = await inner.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
        expect(sideways, `${width} px`).toBe(0);
      }
      articles.close();
    });

test('without a picture of its own an embed shows the points of its experiment, or the name of its data', async ({
  page,
}) => {
  await page.goto('./embed.html#dataset.id=moons&view.embed=true');
  const picture = page.locator('.shell-picture');
  await expect(picture).toHaveAccessibleName('Two moons');
  const points = await picture.locator('circle').count();
  expect(points).toBeGreaterThan(50);
  await expect(picture.locator('path')).toHaveCount(0);
  await page.goto('./embed.html?again#dataset.id=digits&view.embed=true');
  await expect(picture.getByText(/digits/i)).toBeVisible();
});
