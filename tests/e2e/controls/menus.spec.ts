import { expect, openPaused, test } from '../support/playground.ts';

test('every menu of the toolbar opens inside the window at any width', async ({ page }) => {
  await openPaused(page, 'network.hidden=4');
  for (const width of [320, 390, 768, 1200, 1920]) {
    await page.setViewportSize({ width, height: 700 });
    const openers = page.locator('header button[aria-expanded]');
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

test('large type reduces the number of columns, and can be switched off in the menu that sets it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await openPaused(page, 'network.hidden=4');
  const controls = page.getByRole('region', { name: 'Controls' });
  await expect(controls).toBeVisible();
  await page.getByRole('button', { name: 'Present' }).click();
  await page.getByRole('checkbox', { name: 'Large, for a projector' }).click();
  // In one column the controls are in a drawer, and the menu in another.
  await expect(controls).toBeHidden();
  await page.getByRole('button', { name: /^More/ }).click();
  await page.getByText('Present', { exact: true }).click();
  const large = page.getByRole('checkbox', { name: 'Large, for a projector' });
  await expect(large).toBeChecked();
  await large.click();
  await expect(controls).toBeVisible();
});
