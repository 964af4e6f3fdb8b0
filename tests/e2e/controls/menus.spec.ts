import { expect, openPaused, test } from '../support/playground.ts';

test('every menu of the toolbar opens inside the window at any width', async ({ page }) => {
  await openPaused(page, 'network.hidden=4');
  for (const width of [320, 390, 768, 1200, 1920]) {
    await page.setViewportSize({ width, height: 700 });
    const openers = page.locator('header:has(h1) button[aria-expanded]');
    await expect.poll(() => openers.count()).toBeGreaterThan(0);
    for (const opener of await openers.all()) {
      const name = await opener.getAttribute('aria-label');
      await opener.click();
      const sheet = page.getByRole('group', { name: name ?? '', exact: true }).last();
      await expect(sheet, `${name}, ${width} wide`).toBeInViewport({ ratio: 0.999 });
      await page.keyboard.press('Escape');
      await expect(opener).toHaveAttribute('aria-expanded', 'false');
    }
  }
});
