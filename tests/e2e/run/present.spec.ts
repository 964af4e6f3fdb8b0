import { expect, freeEnergy, hashOf, test } from '../support/playground.ts';

const sizes = [
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
];

for (const panels of ['', '&view.panels=predictive', '&view.panels=predictive,cost,weights'])
  test(`presenting fits the window${panels.replace('&', ' with ')}`, async ({ page }) => {
    await page.goto(`./#view.autoplay=false&view.present=true${panels}`);
    await expect(page.locator('[data-plot=predictive] canvas')).toBeVisible();
    for (const size of sizes) {
      await page.setViewportSize(size);
      const where = `${size.width} × ${size.height}`;
      const overflow = () =>
        page.evaluate(() => {
          const { scrollHeight, scrollWidth } = document.documentElement;
          return Math.max(scrollHeight - innerHeight, scrollWidth - innerWidth);
        });
      await expect.poll(overflow, where).toBeLessThanOrEqual(0);
      const plot = page.locator('[data-plot=predictive]');
      const box = (await plot.boundingBox())!;
      expect(box.y + box.height, where).toBeLessThanOrEqual(size.height);
      await expect(page.getByRole('button', { name: 'Train' })).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole('slider', { name: 'Prior width σₚ' })).toBeInViewport({ ratio: 1 });
      const heading = page.getByRole('heading', { level: 1 });
      await expect(heading).toContainText('Bayes by Backprop');
      expect(await heading.evaluate((element) => getComputedStyle(element).fontSize)).toBe('32px');
      // Alone, the plot has most of the height.
      if (!panels.includes('cost')) expect(box.height, where).toBeGreaterThan(0.6 * size.height);
    }
  });

test('the menu chooses the one control, and Escape leaves', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./#view.autoplay=false');
  await expect.poll(() => freeEnergy(page)).toMatch(/\d/);
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await page.getByRole('radio', { name: 'Hidden units' }).check();
  await page.getByRole('button', { name: 'Present the plot' }).click();
  await expect(page.getByRole('slider', { name: 'Hidden units' })).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Prior width σₚ' })).toHaveCount(0);
  await expect.poll(() => hashOf(page)).toContain('view.present=true');
  // With a menu open, Escape closes the menu only.
  await page.getByRole('button', { name: 'More: Predictive' }).click();
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).toHaveAttribute('data-present', '');
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).not.toHaveAttribute('data-present', '');
  await expect(page.getByRole('button', { name: 'All controls' })).toBeVisible();
});
