import type { CDPSession, Page } from '@playwright/test';
import { clickPlot, expect, hashOf, openPaused, pointLabels, test } from '../support/playground.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const point = (page: Page) => page.locator('[data-plot=predictive] [data-index="9"]');

/** The page with its points in the middle of the window, a session that sends touches, and the centre of one point. */
async function openTouched(
  page: Page,
): Promise<{ readonly session: CDPSession; readonly x: number; readonly y: number }> {
  await openPaused(page, 'dataset.id=cubic');
  await page.locator('[data-plot=predictive]').evaluate((plot) => plot.scrollIntoView({ block: 'center' }));
  const box = (await point(page).boundingBox())!;
  const session = await page.context().newCDPSession(page);
  return { session, x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const touch = (session: CDPSession, type: 'touchStart' | 'touchMove', x: number, y: number) =>
  session.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
const touchEnds = (session: CDPSession, type: 'touchEnd' | 'touchCancel') =>
  session.send('Input.dispatchTouchEvent', { type, touchPoints: [] });
const isUntouched = async (page: Page): Promise<boolean> =>
  (await hashOf(page)).includes('dataset.id=cubic') &&
  (await page.locator('[data-plot=predictive] [data-held]').count()) === 0;

for (const [name, xDistance, yDistance] of [
  ['up', 0, -200],
  ['sideways', 80, 0],
] as const)
  test(`a swipe ${name} that begins on a point moves no point`, async ({ page }) => {
    const { session, x, y } = await openTouched(page);
    const labels = await pointLabels(page);
    const before = await page.evaluate(() => scrollY);
    await touch(session, 'touchStart', x, y);
    for (const part of [0.1, 0.2, 0.4, 0.6, 0.8, 1])
      await touch(session, 'touchMove', x + part * xDistance, y + part * yDistance);
    await touchEnds(session, 'touchEnd');
    if (yDistance !== 0) await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 50);
    expect(await pointLabels(page)).toEqual(labels);
    expect(await isUntouched(page)).toBe(true);
    await expect(page.getByRole('button', { name: 'Delete point' })).toHaveCount(0);
  });

test('a tap on a point selects it and adds none', async ({ page }) => {
  const { x, y } = await openTouched(page);
  const labels = await pointLabels(page);
  await page.touchscreen.tap(x, y);
  await expect(point(page)).toBeFocused();
  await expect(page.getByRole('button', { name: 'Delete point' })).toBeVisible();
  expect(await pointLabels(page)).toEqual(labels);
});

test('a point that is held moves with the finger in any direction, and the page does not', async ({
  page,
}) => {
  const { session, x, y } = await openTouched(page);
  const labels = await pointLabels(page);
  const before = await page.evaluate(() => scrollY);
  await touch(session, 'touchStart', x, y);
  await expect(point(page)).toHaveAttribute('data-held', 'true');
  for (const way of [10, 25, 40]) await touch(session, 'touchMove', x + way / 2, y - way);
  await touchEnds(session, 'touchEnd');
  await expect.poll(async () => (await pointLabels(page))[9]).not.toBe(labels[9]);
  const box = (await point(page).boundingBox())!;
  expect(Math.abs(box.x + box.width / 2 - (x + 20))).toBeLessThan(2);
  expect(Math.abs(box.y + box.height / 2 - (y - 40))).toBeLessThan(2);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => pointLabels(page)).toEqual(labels);
  await expect.poll(() => hashOf(page)).toContain('dataset.id=cubic');
});

test('a touch that the system takes away puts the point back, and nothing can be undone', async ({
  page,
}) => {
  const { session, x, y } = await openTouched(page);
  const labels = await pointLabels(page);
  await touch(session, 'touchStart', x, y);
  await expect(point(page)).toHaveAttribute('data-held', 'true');
  for (const way of [10, 25]) await touch(session, 'touchMove', x, y - way);
  await expect.poll(async () => (await pointLabels(page))[9]).not.toBe(labels[9]);
  await touchEnds(session, 'touchCancel');
  await expect.poll(() => pointLabels(page)).toEqual(labels);
  await expect.poll(() => isUntouched(page)).toBe(true);
  await page.keyboard.press('Control+z');
  expect(await pointLabels(page)).toEqual(labels);
});

test('a mouse drag that is cancelled puts the point back', async ({ page }) => {
  const { x, y } = await openTouched(page);
  const labels = await pointLabels(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y - 30, { steps: 3 });
  await expect.poll(async () => (await pointLabels(page))[9]).not.toBe(labels[9]);
  await point(page).evaluate((one) =>
    one.dispatchEvent(
      new PointerEvent('pointercancel', { bubbles: true, pointerId: 1, pointerType: 'mouse' }),
    ),
  );
  await expect.poll(() => pointLabels(page)).toEqual(labels);
  await page.mouse.up();
  await expect.poll(() => isUntouched(page)).toBe(true);
});

for (const link of ['dataset.id=custom', 'dataset.id=cubic'])
  test(`the first point that is added does not move the plot, ${link}`, async ({ page }) => {
    for (const width of [1440, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await openPaused(page, `${link}&inference.seed=${width}`);
      const surface = page.locator('[data-plot=predictive] [class*=surface]').first();
      const before = await surface.boundingBox();
      const count = await page.locator('[data-plot=predictive] [data-index]').count();
      await clickPlot(page);
      const added = page.locator(`[data-plot=predictive] [data-index="${count}"]`);
      await expect(added).toBeVisible();
      await expect.poll(() => surface.boundingBox(), `${width} wide`).toEqual(before);
      const box = (await added.boundingBox())!;
      expect(Math.abs(box.x + box.width / 2 - before!.x - 200)).toBeLessThan(1);
      expect(Math.abs(box.y + box.height / 2 - before!.y - 60)).toBeLessThan(1);
    }
  });
