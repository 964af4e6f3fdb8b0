import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serveHost } from '../e2e/support/hosts.ts';
import { serveSite } from '../e2e/support/site.ts';
import { browserKind } from './browsers.ts';
import { type Page, pageOf } from './page.ts';
import {
  fill,
  freeEnergy,
  hashOf,
  notANumber,
  opened,
  openPaused,
  pointsInPlot,
  reachStep,
  stepOf,
  take,
} from './playground.ts';

const { name, missing, open } = browserKind;
if (missing) console.log(`skipped: not installed: ${missing}`);

const site = await serveSite('/');
// Without a service worker every check loads the page anew; the check of offline use has a site of its own.
site.changed.set('sw.js', null);
const { address } = site;
let page: Page;

describe.skipIf(missing)(missing ? `${name}: not installed: ${missing}` : name, () => {
  beforeAll(async () => {
    page = pageOf(await open());
  });
  afterAll(() => page?.close());
  afterEach(() => expect(page.takeErrors()).toEqual([]));

  it('opens, trains at once and shows only numbers', async () => {
    await page.open(address);
    await reachStep(page, 30);
    expect(await page.text()).not.toMatch(notANumber);
    await page.click('button', 'Pause');
    await page.find('button', 'Train');
  });

  it('curve: the same steps after a rewind have the same costs', async () => {
    await openPaused(page, address, 'dataset.id=cubic');
    await take(page, 10);
    const first = await freeEnergy(page);
    expect(first).toMatch(/\d/);
    await page.click('button', 'Rewind');
    await expect.poll(() => stepOf(page)).toBe(0);
    await take(page, 10);
    expect(await freeEnergy(page)).toBe(first);
  });

  it.each([
    ['classes', 'moons', 'figure', /^Posterior/],
    ['digits', 'digits', 'ul', /^\d+ of 359 images that training never sees/],
    ['series', 'airline', 'figure', /^Posterior predictive of a series of 144 values/],
  ])('%s: they train and are drawn', async (_, id, drawing, description) => {
    await page.open(`${address}#dataset.id=${id}&network.hidden=8`);
    await reachStep(page, 2);
    await expect
      .poll(() => page.attribute(`[data-plot=predictive] ${drawing}`, 'aria-label'))
      .toMatch(description);
    expect(await page.text()).not.toMatch(notANumber);
  });

  it('table: columns of a CSV file are read and trained on', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => {
      const [a, b] = [(i * 7) % 13, (i * 5) % 11];
      return `${a},${b},${2 * a - b}`;
    });
    await openPaused(page, address, 'view.controls=all');
    await page.click('button', 'Import CSV…');
    await page.find('dialog textarea');
    await fill(page, 'dialog textarea', ['rooms,age,price', ...rows].join('\n'));
    await expect.poll(() => page.text('dialog')).toContain('rooms');
    await page.click('dialog button', 'Use these data');
    await expect.poll(() => page.count('dialog textarea')).toBe(0);
    await opened(page);
    await expect.poll(() => hashOf(page)).toContain('dataset.columns=rooms,age,price');
    await take(page, 10);
    expect(await page.text()).toContain('32 rows, and 8 rows that training never sees.');
    expect(await page.text()).not.toMatch(notANumber);
  });

  it('controls: a slider by key and pointer, a menu, a number, and a wrong number answered in words', async () => {
    await openPaused(page, address, 'dataset.id=cubic&view.controls=all');
    const slider = 'input[type=range]';
    await page.focus(slider, 'Prior width σₚ');
    await page.press('ArrowRight');
    await expect.poll(() => hashOf(page)).toContain('prior.sigma=');
    const pressed = await hashOf(page);
    await page.drag(await page.find(slider, 'Prior width σₚ'), [40, 0]);
    await expect.poll(() => hashOf(page)).not.toBe(pressed);
    await page.focus('select', 'Kind p(w)');
    await page.press('L');
    await expect.poll(() => hashOf(page)).toContain('prior.kind=laplace');
    await page.focus('input[type=text]', 'Noise σ');
    await page.evaluate(() => (document.activeElement as HTMLInputElement).select());
    await page.press(...'0.37', 'Enter');
    await expect.poll(() => hashOf(page)).toContain('likelihood.noise=0.37');
    await page.evaluate(() => (document.activeElement as HTMLInputElement).select());
    await page.press(...'abc', 'Enter');
    await expect.poll(() => page.text()).toContain('“abc” is not a number');
  });

  it('points by pointer: added, dragged, deleted and brought back', async () => {
    await openPaused(page, address, 'dataset.id=cubic&view.controls=all');
    const [x, y] = await page.evaluate((): [number, number] => {
      const box = document.querySelector('[data-plot=predictive] [class*=surface]')!.getBoundingClientRect();
      return [box.x + 200, box.y + 60];
    });
    await page.clickAt([x, y]);
    await expect.poll(() => page.count(pointsInPlot)).toBe(21);
    const added = '[data-plot=predictive] [data-index="20"]';
    const before = await page.attribute(added, 'aria-label');
    await page.drag([x, y], [60, 80]);
    await expect.poll(() => page.attribute(added, 'aria-label')).not.toBe(before);
    await page.focus(added);
    await page.press('Delete');
    await expect.poll(() => page.count(pointsInPlot)).toBe(20);
    await page.click('button', 'Undo');
    await expect.poll(() => page.count(pointsInPlot)).toBe(21);
  });

  it('points by keys: one is moved by arrows, one is added where the crosshair is', async () => {
    await openPaused(page, address, 'dataset.id=cubic');
    const point = '[data-plot=predictive] [data-index="3"]';
    const before = await page.attribute(point, 'aria-label');
    await page.focus(point);
    await page.press('ArrowRight', 'ArrowUp');
    await expect.poll(() => page.attribute(point, 'aria-label')).not.toBe(before);
    await page.focus('[data-plot=predictive] [class*=surface]');
    await page.press('ArrowRight', 'Enter');
    await expect.poll(() => page.count(pointsInPlot)).toBe(21);
  });

  it('timeline: an earlier step is shown, and the present again', async () => {
    await openPaused(page, address, 'dataset.id=cubic&view.controls=all');
    await take(page, 10);
    const now = await freeEnergy(page);
    await page.focus('[aria-label="Moment of the run"]');
    await page.press('Home');
    await expect.poll(() => stepOf(page)).toBe(0);
    await page.press('ArrowRight');
    await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
    await page.click('button', 'Now');
    await expect.poll(() => stepOf(page)).toBe(10);
    await expect.poll(() => freeEnergy(page)).toBe(now);
  });

  it('compare: two settings train in step', async () => {
    await openPaused(page, address, 'dataset.id=two-clusters&network.hidden=4');
    await page.click('button', 'Compare');
    await page.click('dialog label', 'Two settings');
    await page.click('dialog button', '+10');
    await expect.poll(async () => (await page.text('dialog')).match(/\bstep 10\b/g)?.length).toBe(2);
    expect(await page.text('dialog')).not.toMatch(notANumber);
    await page.press('Escape');
    await expect.poll(() => page.count('dialog[open]')).toBe(0);
  });

  it('links: one opens the same run again, and a wrong one is answered in words', async () => {
    await openPaused(page, address, 'dataset.id=sine-gap&prior.sigma=0.3');
    await take(page, 10);
    const [first, link] = [await freeEnergy(page), await hashOf(page)];
    await page.open(address + link);
    await opened(page);
    await take(page, 10);
    expect(await freeEnergy(page)).toBe(first);
    await page.open(`${address}#version=99&seed=-1`);
    await expect.poll(() => page.text('footer [role=status]')).toMatch(/seed/);
  });

  it('every operator of the objective is drawn, the ‖ of KL[q ‖ p] too', async () => {
    await openPaused(page, address, 'dataset.id=cubic');
    await expect.poll(() => page.text('[aria-label=Objective]')).toContain('‖');
    const narrow = await page.evaluate(() =>
      [...document.querySelectorAll('[aria-label=Objective] mo')]
        .filter(
          (one) => one.getBoundingClientRect().width < 0.15 * parseFloat(getComputedStyle(one).fontSize),
        )
        .map((one) => one.textContent),
    );
    expect(narrow).toEqual([]);
  });

  it('bandit: every agent has a row of one line', async () => {
    await openPaused(page, address, 'view.panels=predictive,bandit');
    await page.find('[class*=agents] label svg');
    const tall = await page.evaluate(() =>
      [...document.querySelectorAll('[class*=agents] label')]
        .filter((one) => one.getBoundingClientRect().height > 48)
        .map((one) => one.textContent),
    );
    expect(tall).toEqual([]);
  });

  it('lesson: formulas are typeset, and nothing is wider than the page', async () => {
    await page.open(`${address}learn/bayes-by-backprop.html`);
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    const flat = await page.evaluate(() =>
      [...document.querySelectorAll('math')]
        .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().width < 4)
        .map((one) => one.textContent),
    );
    expect(await page.count('math')).toBeGreaterThan(10);
    expect(flat).toEqual([]);
    expect(await overflow()).toBe(0);
  });

  it('exhibit: it runs within its box', async () => {
    await page.open(`${address}learn/one-weight.html`);
    await page.click('button', 'Run it');
    await page.find('[data-live] > *');
    await expect.poll(() => page.text()).not.toContain('Loading…');
    expect(await overflow()).toBe(0);
    await expect
      .poll(() =>
        page.evaluate(() => {
          const box = document.querySelector('[data-live]')!;
          return box.scrollHeight - box.clientHeight;
        }),
      )
      .toBeLessThanOrEqual(1);
  });

  it('embed: in a sandbox it trains when it is pressed, answers its host, and tells its height', async () => {
    const host = await serveHost('examples', {
      '/frame.html': `<!doctype html><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" width="900" height="700"
        src="${address}embed.html#dataset.id=cubic&view.panels=predictive"></iframe>
        <script>globalThis.heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>`,
    });
    await page.open(`${host.address}frame.html`);
    await expect.poll(() => messages('resize')).not.toEqual([]);
    const frame = await page.find('iframe');
    await page.clickAt(frame);
    await expect.poll(async () => (await messages('status')).some(({ step }) => step > 50)).toBe(true);
    await page.evaluate(() => {
      const ask = { source: 'bayes-playground', version: 1, type: 'get-snapshot', id: 'now' };
      document.querySelector('iframe')!.contentWindow!.postMessage(ask, '*');
    });
    await expect.poll(() => messages('snapshot')).toHaveLength(1);
    expect(await messages('error')).toEqual([]);
    host.close();
  });

  it('one file: the playground trains from a disk', async () => {
    await page.open(`${pathToFileURL(path.resolve('dist/embed.html'))}#dataset.id=moons`);
    await reachStep(page, 50);
    expect(await page.text()).not.toMatch(notANumber);
  });

  it('download: the picture as PNG and the predictions as CSV have their contents', async () => {
    await openPaused(page, address, 'dataset.id=cubic');
    await take(page, 10);
    // A browser in these tests has no folder for downloads, and MiniBrowser saves none: the page's own files are read.
    await page.evaluate(() => {
      const files: Record<string, Promise<string>> = {};
      Object.assign(globalThis, { files });
      const blobs = new Map<string, Blob>();
      const original = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        const url = original(blob);
        blobs.set(url, blob as Blob);
        return url;
      };
      HTMLAnchorElement.prototype.click = function () {
        files[this.download] = blobs.get(this.href)!.text();
      };
    });
    await page.click('button', 'More');
    await page.click('header summary', 'Share and download');
    await page.click('button', 'Predictions (CSV)');
    await page.click('button', 'PNG');
    await expect.poll(async () => (await files()).map(({ name: file }) => file)).toHaveLength(2);
    const [csv, png] = await files();
    expect(csv!.text.split('\n')[0]).toMatch(/^x,mean,epistemic sd/);
    expect(csv!.text.trim().split('\n')).toHaveLength(102);
    expect(png!.text.slice(1, 4)).toBe('PNG');
    expect(png!.text.length).toBeGreaterThan(5000);
  });

  it('offline: a second visit needs no network, also if the first was left while the site was being kept', async () => {
    const kept = await serveSite('/');
    await page.open(kept.address);
    // Leaves as soon as the browser fetches the site, and comes back at once.
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) !== undefined))
      .toBe(true);
    await page.open(kept.address);
    await reachStep(page, 10);
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state ?? null))
      .toBe('activated');
    kept.close();
    await page.open(`${kept.address}#dataset.id=moons`);
    await reachStep(page, 20);
    await page.open(`${kept.address}learn/averaging.html`);
    await expect.poll(() => page.text('h1')).not.toBe('');
  });
});

afterAll(() => site.close());

/** By how many pixels the page scrolls sideways. */
function overflow(): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What the frame of a host has told it, by type. */
function messages(type: string): Promise<{ readonly step: number }[]> {
  return page.evaluate((kind) => {
    const { heard } = globalThis as unknown as { heard: { readonly type: string; readonly step?: number }[] };
    return heard.filter((message) => message.type === kind).map(({ step = 0 }) => ({ step }));
  }, type);
}

/** The files that the page has saved, in their order. */
function files(): Promise<{ readonly name: string; readonly text: string }[]> {
  return page.evaluate(() =>
    Promise.all(
      Object.entries((globalThis as unknown as { files: Record<string, Promise<string>> }).files).map(
        async ([name, text]) => ({ name, text: await text }),
      ),
    ),
  );
}
