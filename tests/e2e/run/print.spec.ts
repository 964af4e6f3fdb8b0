import { expect, openPaused, take, test } from '../support/playground.ts';

test('a dark page prints its plots in print colours, repainted before the print starts', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openPaused(page);
  await take(page, 10);
  const pictureNow = () =>
    page.locator('[data-plot=predictive] canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const dark = await pictureNow();
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-plot=predictive] canvas');
    // Registered after the page's listeners, so it runs after they have repainted the canvas.
    matchMedia('print').addEventListener('change', ({ matches }) => {
      if (matches) Object.assign(globalThis, { printed: canvas?.toDataURL() });
    });
  });
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => page.evaluate(() => 'printed' in globalThis)).toBe(true);
  const printed = await page.evaluate(() => (globalThis as unknown as { printed: string }).printed);
  expect(printed).not.toBe(dark);
  await expect.poll(pictureNow).toBe(printed);
});
