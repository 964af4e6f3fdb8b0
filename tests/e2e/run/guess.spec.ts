import { pressInPanel } from '../support/menus.ts';
import { expect, freeEnergy, stepOf, test } from '../support/playground.ts';

test('a guess at the prior hides the band, and Reveal trains before it is judged', async ({ page }) => {
  await page.goto('./#view.autoplay=false&network.hidden=6&view.stopAt=300');
  await expect.poll(() => freeEnergy(page)).toMatch(/\d/);
  await pressInPanel(page, 'Predictive', 'Guess the band…');
  const bar = page.getByRole('group', { name: 'Guess the band' });
  await expect(bar).toContainText('after 300 steps');
  const legend = page.locator('[data-plot=predictive] figure').getByText('draws', { exact: true });
  await expect(legend.last()).toBeHidden();
  expect(await stepOf(page)).toBe(0);
  await bar.getByRole('button', { name: 'Reveal' }).click();
  await expect(bar.getByText(/^Your band and the real one share \d+ % of their area/)).toBeVisible();
  // Not judged before the last step.
  expect(await stepOf(page)).toBe(300);
  await expect(page.getByRole('button', { name: 'Train' })).toBeVisible();
  await bar.getByRole('button', { name: 'Done' }).click();
  await expect(bar).toHaveCount(0);
});
