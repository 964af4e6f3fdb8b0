import type { Locator, Page } from '@playwright/test';
import { expect, hashOf, openPaused, pressStep, stepOf, test } from '../support/playground.ts';

/** More than the number of Tab stops on the whole page. */
const STOPS = 300;

/** Presses Tab, as a person without a mouse has to, until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'is a stop of Tab').toBeFocused();
}

async function enterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

test('network, draw, objective, slow motion, overlay, pruning, guess, comparison and files by keyboard', async ({
  page,
}) => {
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  await openPaused(
    page,
    'dataset.id=cubic&dataset.size=3&network.hidden=&view.engine=wasm&view.panels=predictive,cost,weights',
  );
  await pressStep(page, 100);
  await expect.poll(() => stepOf(page)).toBe(100);

  // Few points and no panel of controls: fewer Tab stops. For a linear model the exact posterior is drawn over the
  // band immediately.
  await enterOn(page, button('Compare'));
  await enterOn(page, button('Draw Exact posterior over the plot'));
  await expect(page.getByText(/^exact posterior: /).last()).toBeVisible();
  await enterOn(page, button('Remove'));
  await expect(page.getByText(/^exact posterior: /)).toHaveCount(0);

  const network = page.getByRole('region', { name: 'Network' });
  await tabTo(page, network.getByRole('slider', { name: 'Weights of the network' }));
  await page.keyboard.press('ArrowRight');
  await expect(network.getByRole('heading', { name: /^Layer 1 kernel/ })).toBeVisible();
  await tabTo(page, network.getByRole('radio', { name: 'q', exact: true }));
  await page.keyboard.press('ArrowRight');
  await expect(network.getByText(/^draw \d+ costs/)).toBeVisible();
  await enterOn(page, network.getByRole('button', { name: 'Next' }));
  await expect.poll(() => hashOf(page)).toContain('view.drawIndex=1');

  await tabTo(page, page.getByRole('radio', { name: 'By layer', exact: true }));
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: 'Signal/noise' })).toBeChecked();
  await tabTo(page, page.getByRole('slider', { name: 'Pruned' }).last());
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => hashOf(page)).toContain('prediction.pruned=');

  await enterOn(page, button(/^complexity cost: /));
  await expect(page.locator('[data-highlighted=complexity]')).toHaveCount(1);
  await page.keyboard.press('Enter');

  await page.keyboard.press('s');
  const slow = page.getByRole('region', { name: /^Step 101, slowly/ });
  await tabTo(page, slow.getByRole('button', { name: 'Next part' }));
  for (let part = 0; part < 6; part++) await page.keyboard.press('Enter');
  await expect.poll(() => stepOf(page)).toBe(101);
  await page.keyboard.press('s');

  await enterOn(page, button('More: Predictive'));
  await enterOn(page, button('Guess the band…'));
  const edge = page.getByRole('slider', { name: /^Upper edge at x/ }).first();
  await tabTo(page, edge);
  const middle = Number(await edge.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowUp');
  expect(Number(await edge.getAttribute('aria-valuenow'))).toBeGreaterThan(middle);
  await enterOn(page, button('Reveal'));
  await expect(page.getByText(/^Your band and the real one share \d+ % of their area/)).toBeVisible();
  await enterOn(page, button('Done'));

  await enterOn(page, button('Compare'));
  const sheet = page.getByRole('dialog', { name: 'Compare' });
  await tabTo(page, sheet.getByRole('radio', { name: 'Methods' }));
  await page.keyboard.press('ArrowRight');
  await enterOn(page, sheet.getByRole('button', { name: '+1', exact: true }));
  await expect(sheet.getByText('step 1', { exact: true })).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await enterOn(page, button('Present'));
  await enterOn(page, button('Present the plot'));
  await expect(page.locator('html')).toHaveAttribute('data-present', '');
  await page.keyboard.press('Escape');

  await expect(page.locator('html')).not.toHaveAttribute('data-present', '');
  await enterOn(page, button('More'));
  await tabTo(page, page.locator('summary', { hasText: 'Share and download' }));
  await page.keyboard.press('Enter');
  const coming = page.waitForEvent('download');
  await enterOn(page, button('Predictions (CSV)'));
  expect((await coming).suggestedFilename()).toMatch(/\.csv$/);
});
