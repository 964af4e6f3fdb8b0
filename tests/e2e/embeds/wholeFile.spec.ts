import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { FrameLocator, Page } from '@playwright/test';
import { openMore } from '../support/menus.ts';
import { expect, notANumber, reachStep, test } from '../support/playground.ts';

const built = 'dist/embed.html';

/** The step count in a page or in one of its frames. */
async function stepIn(place: Page | FrameLocator): Promise<number> {
  const text = await place.locator('[class*=readout] output').first().textContent();
  return Number((text ?? '').replaceAll(',', ''));
}

/** Presses a button that downloads, and returns the path of the file. */
async function download(page: Page, button: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return (await coming).path();
}

test('the one-file playground trains from a disk, and so does the file that it saves', async ({
  page,
}, info) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url().replace(/#.*/, '')));
  await page.goto(`${pathToFileURL(built)}#dataset.id=moons`);
  await reachStep(page, 50);
  expect(await page.locator('body').innerText()).not.toMatch(notANumber);
  await page.getByRole('button', { name: 'Pause' }).click();
  // The file contains the scripts and pictures that the site loads on demand.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await openMore(page, 'Share and download');
  expect(readFileSync(await download(page, 'PNG')).length).toBeGreaterThan(5000);
  expect(readFileSync(await download(page, 'Predictions (CSV)'), 'utf8')).toContain(',');
  const copy = info.outputPath('copy.html');
  copyFileSync(await download(page, 'Whole playground as one file'), copy);
  // Its worker is a Blob and its icon a data URL: only the file itself was loaded.
  const loaded = requests.filter((address) => !/^(blob|data):/.test(address));
  expect(loaded).toEqual([pathToFileURL(built).href]);
  await page.goto(`${pathToFileURL(copy)}#dataset.id=cubic`);
  await reachStep(page, 50);
});

test('in a sandbox without an origin it trains, does not change the address and violates no policy', async ({
  page,
}) => {
  const host =
    '<!doctype html><title>Host</title><iframe sandbox="allow-scripts" src="./embed.html#view.embed=false" width="1000" height="700"></iframe>';
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: host }));
  await page.goto('./host.html');
  const frame = page.frameLocator('iframe');
  await expect.poll(() => stepIn(frame)).toBeGreaterThan(50);
  await frame.getByRole('button', { name: 'Rewind', exact: true }).click({ trial: true });
  await frame.getByRole('slider', { name: /^Prior width/ }).press('ArrowRight');
  await expect(frame.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('the site offers that file, and every page of the site has a strict policy', async ({ page }) => {
  const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.html$/.test(name),
  );
  expect(pages).toEqual(expect.arrayContaining(['index.html', 'embed.html']));
  for (const name of pages) {
    const [, policy] =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(`dist/${name}`, 'utf8')) ??
      [];
    expect(policy).toMatch(/^default-src 'none'; script-src /);
    expect(policy).not.toMatch(/'unsafe-(inline|eval|hashes)'|[*]|http/);
  }
  await page.goto('./#view.autoplay=false');
  await openMore(page, 'Share and download');
  const saved = readFileSync(await download(page, 'Whole playground as one file'), 'utf8');
  expect(saved).toBe(readFileSync(built, 'utf8'));
});
