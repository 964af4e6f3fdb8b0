import type { Locator, Page } from '@playwright/test';
import { type GlossaryTerm, glossary, type TermId } from '../../../src/plots/frame/glossary.ts';
import { openPanelMenu } from '../support/menus.ts';
import { expect, openPaused, take, test, timersFired } from '../support/playground.ts';

/** Technical words of the page with all controls, after the first step. */
const words: readonly TermId[] = [
  'predictive',
  'epistemic',
  'aleatoric',
  'bands',
  'draw',
  'prior',
  'prior-width',
  'posterior',
  'likelihood',
  'noise',
  'q',
  'mu',
  'sigma',
  'initial-width',
  'epsilon',
  'free-energy',
  'kl',
  'complexity-cost',
  'likelihood-cost',
  'nats',
  'bits',
  'calibration',
  'calibration-error',
  'log-probability',
  'rmse',
  'signal-to-noise',
];

const answerOf = (page: Page, id: TermId): Locator =>
  page.locator('[popover]:popover-open', { hasText: (glossary[id] as GlossaryTerm).sentence });

const wordOf = (page: Page, id: TermId): Locator => page.locator(`[data-glossary="${id}"]:visible`).first();

test('every technical word answers to pointing with its sentence and a link to its chapter', async ({
  page,
  request,
  baseURL,
}) => {
  await openPaused(page, 'view.controls=all');
  await expect(wordOf(page, 'prior-predictive')).toBeVisible();
  await take(page, 1);
  const addresses = new Set<string>();
  for (const id of words) {
    await test.step(id, async () => {
      if (id === 'nats') await openPanelMenu(page, 'Free energy');
      await wordOf(page, id).scrollIntoViewIfNeeded();
      await wordOf(page, id).hover();
      await expect(answerOf(page, id)).toBeVisible();
      addresses.add((await answerOf(page, id).getByRole('link').getAttribute('href')) ?? '');
      await page.keyboard.press('Escape');
      await expect(page.locator('[popover]:popover-open')).toHaveCount(0);
    });
  }
  for (const address of addresses)
    expect((await request.get(new URL(address, baseURL).href)).status(), address).toBe(200);
});

test('a word answers to focus, Tab reaches its link, and nothing moves', async ({ page }) => {
  await openPaused(page);
  const plot = page.locator('[data-plot=predictive] canvas');
  const before = await plot.boundingBox();
  await page.keyboard.press('Tab');
  await wordOf(page, 'aleatoric').focus();
  await expect(answerOf(page, 'aleatoric')).toBeVisible();
  await expect(wordOf(page, 'aleatoric')).toHaveAccessibleDescription(glossary.aleatoric.sentence);
  await page.keyboard.press('Tab');
  await expect(answerOf(page, 'aleatoric').getByRole('link')).toBeFocused();
  expect(await plot.boundingBox()).toEqual(before);
  await page.keyboard.press('Tab');
  await expect(answerOf(page, 'aleatoric')).toHaveCount(0);
});

test('the diagnostics of the chains are explained where they are shown', async ({ page }) => {
  await openPaused(page, 'inference.method=hmc');
  await take(page, 1);
  await wordOf(page, 'r-hat').scrollIntoViewIfNeeded();
  await wordOf(page, 'r-hat').hover();
  await expect(answerOf(page, 'r-hat')).toBeVisible();
});

test.describe('touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a tap opens the answer inside the window, a tap elsewhere closes it', async ({ page }) => {
    await openPaused(page);
    for (const id of ['epistemic', 'draw', 'likelihood-cost'] as const) {
      await wordOf(page, id).scrollIntoViewIfNeeded();
      await wordOf(page, id).tap();
      await expect(answerOf(page, id)).toBeVisible();
      await timersFired(page, 500);
      await expect(answerOf(page, id)).toBeVisible();
      const box = (await answerOf(page, id).boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(390);
      await page.getByRole('heading', { name: 'Network', exact: true }).tap();
      await expect(page.locator('[popover]:popover-open')).toHaveCount(0);
    }
  });
});
