import type { Page } from '@playwright/test';
import { clickPlot, expect, freeEnergy, hashOf, numberOfPoints, test } from '../support/playground.ts';

const doors = (page: Page) => page.getByRole('group', { name: 'Three things to try' });
const door = (page: Page, name: string) => doors(page).getByRole('button', { name });
const look = (page: Page) => doors(page).getByRole('status');

/** Opens the page as a first visit sees it. */
async function open(page: Page, link = 'view.autoplay=false'): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`./#${link}`);
  await expect.poll(() => freeEnergy(page)).toMatch(/\d/);
  await expect(doors(page)).toBeVisible();
}

test('each suggestion under the plot is carried out, trains, and says what to look at', async ({ page }) => {
  await open(page, 'view.autoplay=false&likelihood.learn=false&view.controls=simple');
  const all = await numberOfPoints(page);
  await door(page, 'Clear a gap').click();
  await expect.poll(() => numberOfPoints(page)).toBeLessThan(all);
  await expect(look(page)).toContainText('The points right of x =');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  // True once it is on the screen: the band is wider in the gap than at the points.
  await expect(look(page)).toContainText(/^Look: .* as wide there as at the points\.$/);

  await door(page, 'Widen the prior').click();
  await expect.poll(() => hashOf(page)).toContain('prior.sigma=3');
  await expect(look(page)).toContainText(/prior now allows|away from the data/);
  await expect(door(page, 'Widen the prior')).toBeDisabled();

  await door(page, 'Add your own points').click();
  await expect.poll(() => numberOfPoints(page)).toBe(0);
  await expect(look(page)).toHaveText(
    'Click along any line. Five points are enough to see the band close on them.',
  );
  await clickPlot(page);
  await expect.poll(() => numberOfPoints(page)).toBe(1);
});

test('the suggestions are dismissed for later visits by their button and by using the page', async ({
  page,
  context,
}) => {
  await open(page);
  await doors(page).getByRole('button', { name: 'Dismiss the suggestions' }).click();
  await expect(doors(page)).toBeHidden();
  await page.reload();
  await expect.poll(() => freeEnergy(page)).toMatch(/\d/);
  await expect(doors(page)).toHaveCount(0);

  await page.evaluate(() => localStorage.clear());
  const again = await context.newPage();
  await open(again);
  await again.getByRole('slider', { name: 'Prior width σₚ' }).press('ArrowRight');
  await expect.poll(() => hashOf(again)).toContain('prior.sigma');
  await again.reload();
  await expect.poll(() => freeEnergy(again)).toMatch(/\d/);
  await expect(doors(again)).toHaveCount(0);
});

test('without storage the suggestions work, and are dismissed for this visit', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await open(page);
  await door(page, 'Clear a gap').click();
  await expect(look(page)).toContainText('violet band');
  await doors(page).getByRole('button', { name: 'Dismiss the suggestions' }).click();
  await expect(doors(page)).toBeHidden();
});

test('classes, images and series have none of the suggestions for a curve', async ({ page }) => {
  await page.goto('./#view.autoplay=false&dataset.id=moons');
  await expect.poll(() => freeEnergy(page)).toMatch(/\d/);
  await expect(doors(page)).toHaveCount(0);
});
