import type { Page } from '@playwright/test';
import { expect, openPaused, take, test } from '../support/playground.ts';

const card = (page: Page) => page.locator('[data-plot=predictive] [data-card]');

/** The text of the card for screen readers. */
const reading = (page: Page) => page.locator('[data-plot=predictive] [data-reading]');

/** Points at a place of the plot's drawing area, in shares of its width and height; returns it in window pixels. */
async function pointAt(page: Page, across: number, down: number) {
  const box = (await page.locator('[data-plot=predictive] [class*=surface]').first().boundingBox())!;
  const stage = (await page.locator('[data-plot=predictive] canvas').boundingBox())!;
  const place = { x: box.x + across * box.width, y: box.y + down * box.height };
  await page.mouse.move(place.x, place.y);
  return { ...place, stage };
}

test.describe('wide', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('the card says why here, stays inside the plot and never covers the point', async ({ page }) => {
    await openPaused(page, 'likelihood.noise=0.1&likelihood.learn=false');
    await pointAt(page, 0.5, 0.5);
    await expect(card(page)).toContainText('Prior: no data seen yet');
    await page.mouse.move(0, 0);
    await take(page, 10);
    for (const across of [0.02, 0.3, 0.5, 0.8, 0.98])
      for (const down of [0.05, 0.5, 0.95]) {
        const { x, y, stage } = await pointAt(page, across, down);
        await expect(card(page)).toBeVisible();
        const { x: left, y: top, width, height } = (await card(page).boundingBox())!;
        expect(left).toBeGreaterThanOrEqual(stage.x - 1);
        expect(left + width).toBeLessThanOrEqual(stage.x + stage.width + 1);
        expect(top).toBeGreaterThanOrEqual(stage.y - 1);
        expect(top + height).toBeLessThanOrEqual(stage.y + stage.height + 1);
        expect(x > left && x < left + width && y > top && y < top + height).toBe(false);
        const text = await card(page).innerText();
        expect(text).toMatch(/^At x = −?\d/);
        expect(text).toMatch(/90 % of new y between −?[\d.]+ and −?[\d.]+/);
        const shares = /Variance: (\d+) % from doubt, (\d+) % from noise/.exec(text)!;
        expect(Number(shares[1]) + Number(shares[2])).toBe(100);
        expect(text).toMatch(/On a data point|Nearest data point [\d.]+ away/);
        expect(text).toMatch(/\d+ draws between/);
      }
    // Beyond the data it is farther from them than between them.
    await pointAt(page, 0.95, 0.5);
    await expect(card(page)).toContainText(/Nearest data point 0\.\d+ away/);
    await page.mouse.move(0, 0);
    await expect(card(page)).toHaveCount(0);
  });
});

test('by keys the same sentence is read, and nothing is said in standard deviations', async ({ page }) => {
  await openPaused(page);
  await take(page, 1);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: /^Plot: arrow keys/ }).focus();
  await expect(card(page)).toBeVisible();
  const centre = await reading(page).textContent();
  expect(centre).toMatch(
    /^At x = 0\.45; 90 % of new y between .* and .*; Variance: \d+ % from doubt, \d+ % from noise; /,
  );
  expect(centre).not.toContain('±');
  await page.keyboard.press('ArrowRight');
  await expect(reading(page)).toHaveText(/^At x = 0\.4[67]; /);
});

test('draws and the function behind the data are hidden and shown by the legend', async ({ page }) => {
  await openPaused(page);
  await take(page, 1);
  const entry = (name: string) =>
    page.getByRole('button', { name, exact: true }).and(page.locator(':visible'));
  const pixels = () =>
    page
      .locator('[data-plot=predictive] canvas')
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const both = await pixels();
  for (const name of ['function behind the data', 'draws']) {
    await expect(entry(name)).toHaveAttribute('aria-pressed', 'true');
    await entry(name).click();
    await expect(entry(name)).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(pixels).not.toBe(both);
    await entry(name).click();
    await expect.poll(pixels).toBe(both);
  }
});

test.describe('touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a tap on the plot leaves the card until something else is touched', async ({ page }) => {
    await openPaused(page);
    await take(page, 1);
    const surface = page.locator('[data-plot=predictive] [class*=surface]').first();
    await surface.scrollIntoViewIfNeeded();
    await surface.tap({ position: { x: 200, y: 40 } });
    await expect(card(page)).toBeVisible();
    await page.getByRole('heading', { name: 'Free energy' }).tap({ position: { x: 150, y: 10 } });
    await expect(card(page)).toHaveCount(0);
  });
});
