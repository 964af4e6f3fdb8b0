import { pressInPanel } from '../support/menus.ts';
import { expect, hashOf, numberOfPoints, openPaused, pressStep, test } from '../support/playground.ts';

test('classes in the plane: maps are switched, points of a class are added by mouse and by keyboard', async ({
  page,
}) => {
  await openPaused(page, 'dataset.id=moons&dataset.size=20&network.hidden=5');
  const summary = page.locator('[data-plot=predictive] figure');
  await expect(summary).toHaveAttribute('aria-label', /Prior predictive of class 1, class 2/);
  expect(await numberOfPoints(page)).toBe(20);
  await pressStep(page, 10);
  await expect(summary).toHaveAttribute('aria-label', /Posterior predictive/);
  await page.getByText('Epistemic', { exact: true }).click();
  await expect(page.getByText(/nats: doubt that data there would end/)).toBeVisible();

  const plot = page.getByRole('button', { name: /^Plot: arrow keys/ });
  await plot.click({ position: { x: 15, y: 15 } });
  await expect.poll(() => numberOfPoints(page)).toBe(21);
  await expect.poll(() => hashOf(page)).toContain('dataset.task=classification');
  const added = page.locator('[data-plot=predictive] [data-index="20"]');
  await expect(added).toHaveAttribute('aria-label', /Point 21 of 21: class 1/);

  await plot.focus();
  await page.keyboard.press('2');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const second = page.locator('[data-plot=predictive] [data-index="21"]');
  await expect(second).toHaveAttribute('aria-label', /Point 22 of 22: class 2/);
  await expect(page.getByRole('figure').locator('output')).toContainText(/entropy .* nats = .* aleatoric/);
  await second.focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => numberOfPoints(page)).toBe(21);

  // The first point of a third class adds a third output, and selects a likelihood for three classes.
  await plot.focus();
  await page.keyboard.press('3');
  await page.keyboard.press('Enter');
  await expect.poll(() => hashOf(page)).toContain('dataset.classes=3');
  await expect(page.getByLabel('Kind p(y|f)', { exact: true })).toHaveValue('categorical');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => numberOfPoints(page)).toBe(21);
});

test('dragging across the plane clears a rectangle', async ({ page }) => {
  await openPaused(page, 'dataset.id=moons&network.hidden=5');
  await expect.poll(() => numberOfPoints(page)).toBe(200);
  await pressInPanel(page, 'Predictive', 'Clear a range…');
  const surface = page.locator('[data-plot=predictive] [class*=brush]');
  const box = (await surface.boundingBox())!;
  await page.mouse.move(box.x + 4, box.y + 4);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 4, { steps: 4 });
  await page.mouse.up();
  const clear = page.getByRole('button', { name: /^Clear \d+ points/ });
  const count = Number(/\d+/.exec((await clear.textContent()) ?? '')![0]);
  expect(count).toBeGreaterThan(20);
  expect(count).toBeLessThan(200);
  await clear.click();
  await expect.poll(() => numberOfPoints(page)).toBe(200 - count);
});
