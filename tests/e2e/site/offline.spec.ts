import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, notice, reachStep, stepOf, take, test } from '../support/playground.ts';
import { type Site, serveSite } from '../support/site.ts';

test.use({ serviceWorkers: 'allow' });

/** The site below another path on another port; the fixture treats it as its own. */
const served = test.extend<{ readonly site: Site }>({
  site: async ({ browserName: _ }, use) => {
    const site = await serveSite('/some/where/');
    await use(site);
    site.close();
  },
  baseURL: async ({ site }, use) => use(site.address),
});

/** Waits until the site is cached on this device and the service worker controls this page. */
async function cached(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

/** Names of the caches. */
const releases = (page: Page) => page.evaluate(() => caches.keys());

const pausedHash = '#view.autoplay=false&view.engine=wasm';

served(
  'the second visit needs no network, below any path, on any page of the site',
  async ({ page, context, site }) => {
    await page.goto('./');
    // Training began before anything was cached, and continued during caching.
    await reachStep(page, 10);
    await cached(page);
    site.close();
    await context.setOffline(true);
    await page.goto('./?lang=en#dataset.id=moons');
    await reachStep(page, 20);
    await expect(page.locator('[data-plot=predictive] canvas').first()).toBeVisible();
    // A picture whose scripts and data the first visit never requested.
    await page.goto('./#dataset.id=digits&view.autoplay=false');
    await expect(page.getByRole('list', { name: /359 images/ })).toBeVisible();
    // Each address opens its own page, with and without its file extension. An unknown one opens the first page.
    for (const name of ['embed.html', 'embed']) {
      await page.goto(`./${name}${pausedHash}`);
      await expect(page.locator('#third-party-notices')).toBeAttached();
      await take(page, 10);
    }
    await page.goto('./learn/');
    await expect(page).toHaveURL(`${site.address}learn/`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
    await page.goto('./no/such/page');
    await expect(page.locator('#third-party-notices')).not.toBeAttached();
    await expect(page).toHaveTitle(/Bayes by Backprop/);
  },
);

served('a visit to a lesson caches the site as well', async ({ page, context, site }) => {
  await page.goto('./learn/one-weight.html');
  await cached(page);
  site.close();
  await context.setOffline(true);
  await page.goto('./learn/averaging.html');
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(page.locator('[data-live] > *').first()).toBeVisible();
});

served('the site can be installed: a manifest with its icons, below its own path', async ({ page, site }) => {
  await page.goto(`./${pausedHash}`);
  const client = await page.context().newCDPSession(page);
  const { url, errors, data } = await client.send('Page.getAppManifest');
  expect(url).toBe(`${site.address}manifest.webmanifest`);
  expect(errors).toEqual([]);
  const { icons, start_url } = JSON.parse(data ?? '');
  expect(new URL(start_url, url).href).toBe(site.address);
  for (const { src, sizes } of icons as { src: string; sizes: string }[]) {
    const side = await page.evaluate(async (address) => {
      const icon = new Image();
      icon.src = address;
      await icon.decode();
      return icon.naturalWidth;
    }, new URL(src, url).href);
    if (sizes !== 'any') expect(`${side}x${side}`).toBe(sizes);
  }
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  // Pages of a test are opened in private mode, where nothing can be installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

served(
  'a new version is announced, waits, and leaves every open page unchanged',
  async ({ page, context, site }) => {
    await page.goto(`./${pausedHash}`);
    await cached(page);
    const other = await context.newPage();
    await other.goto(`./${pausedHash}`);
    await take(other, 10);

    // The host has another build: another first page, another worker, and some scripts of the old build are missing.
    const worker = readFileSync('dist/sw.js', 'utf8');
    const gone = readdirSync('dist/assets').filter((name) =>
      /^(HelpDialog|CompareSheet|BanditSheet)-.*\.js$/.test(name),
    );
    expect(gone.length).toBe(3);
    for (const name of gone) site.changed.set(`assets/${name}`, null);
    const without = gone.reduce((text, name) => text.replace(`"assets/${name}",`, ''), worker);
    site.changed.set('sw.js', without.replace(/"version":"\w+"/, '"version":"next"'));
    site.changed.set(
      'index.html',
      readFileSync('dist/index.html', 'utf8').replace('<title>', '<title>New: '),
    );
    for (const one of [page, other])
      await one.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect(notice(page)).toHaveText('A new version is ready – reload to use it.');
    await expect(notice(other)).toHaveText('A new version is ready – reload to use it.');

    // Nothing changed in the open page, including what it had not loaded yet; a plain reload keeps the old version.
    await take(page, 10);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.reload();
    expect(await page.title()).not.toContain('New: ');

    // One page changes to the new version; the other continues with the old scripts, which the host no longer has.
    await page.getByRole('button', { name: 'Reload', exact: true }).click();
    await expect(page).toHaveTitle(/^New: /);
    await take(page, 10);
    expect(await stepOf(other)).toBe(10);
    await other.keyboard.press('?');
    await expect(other.getByRole('dialog')).toBeVisible();
    expect(await releases(page)).toHaveLength(2);

    // When it closes, the old version is deleted.
    await other.close();
    await page.reload();
    await expect.poll(() => releases(page)).toHaveLength(1);
  },
);
