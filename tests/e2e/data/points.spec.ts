import { clickPlot, expect, hashOf, numberOfPoints, openPaused, test } from '../support/playground.ts';

test('points: click adds, Delete deletes, clear clears, undo and redo restore', async ({ page }) => {
  await openPaused(page, 'dataset.id=cubic');
  expect(await numberOfPoints(page)).toBe(20);
  await clickPlot(page);
  await expect.poll(() => numberOfPoints(page)).toBe(21);
  await expect.poll(() => hashOf(page)).toContain('dataset.id=custom');
  await page.locator('[data-plot=predictive] [data-index="20"]').focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => numberOfPoints(page)).toBe(20);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect.poll(() => numberOfPoints(page)).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => numberOfPoints(page)).toBe(20);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(() => numberOfPoints(page)).toBe(0);
});

test('a point is dragged by the mouse and moved by the arrow keys', async ({ page }) => {
  await openPaused(page, 'dataset.id=cubic');
  const point = page.locator('[data-plot=predictive] [data-index="3"]');
  const label = () => point.getAttribute('aria-label');
  const before = await label();
  const box = (await point.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y - 30, { steps: 4 });
  await page.mouse.up();
  await expect.poll(label).not.toBe(before);
  const dragged = await label();
  await point.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(label).not.toBe(dragged);
});

test('CSV: valid rows become points, invalid ones are reported by row and column', async ({ page }) => {
  await openPaused(page);
  await page.getByRole('button', { name: /Import CSV/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('time,accel\n1,2\n3,abc');
  await dialog.getByRole('button', { name: /Use/ }).click();
  await expect(dialog.getByText("Row 3, column 'accel': 'abc' is not a number.")).toBeVisible();
  await dialog.getByRole('textbox').fill('time,accel\n1,2\n3,4\n5,3');
  await dialog.getByRole('button', { name: /Use/ }).click();
  await expect.poll(() => numberOfPoints(page)).toBe(3);
  await expect.poll(() => hashOf(page)).toContain('dataset.points=');
  await page.reload();
  await expect.poll(() => numberOfPoints(page)).toBe(3);
});
