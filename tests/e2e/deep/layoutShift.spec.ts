import type { Page } from '@playwright/test';
import { expect, reachStep, test, timersFired } from '../support/playground.ts';

/** Records the sum of layout shifts since the page was opened; the result reads it. Call before the page is opened. */
async function recordShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const noted = globalThis as unknown as { shift: number };
    noted.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        noted.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { shift: number }).shift);
}

test('the layout does not shift during training', async ({ page }) => {
  const shift = await recordShifts(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./');
  await reachStep(page, 100);
  const before = await shift();
  await reachStep(page, 2000);
  expect((await shift()) - before).toBeLessThan(0.01);
});

test('a lesson page opens without a layout shift, also on a phone', async ({ page }) => {
  const shift = await recordShifts(page);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const file of ['learn/', 'learn/simpler-q.html', 'learn/teacher.html']) {
    await page.goto(file);
    await timersFired(page, 500);
    expect(await shift(), file).toBeLessThan(0.02);
  }
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test(`the page opens without a layout shift, ${viewport.width} pixels wide`, async ({ page }) => {
    await page.setViewportSize(viewport);
    // Slow enough for every intermediate state to be drawn.
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const shift = await recordShifts(page);
    await page.goto('./');
    await reachStep(page, 100);
    await expect(page.getByRole('heading', { name: 'Weights', exact: true })).toBeVisible();
    expect(await shift()).toBeLessThan(0.02);
  });
