import type { Page } from '@playwright/test';
import { expect, reachStep, test } from '../support/playground.ts';

/** Long tasks (ms) and the sum of layout shifts over `milliseconds` on the page. */
function observe(page: Page, milliseconds: number) {
  return page.evaluate(
    (wait) =>
      new Promise<{ longest: number; shift: number }>((resolve) => {
        let longest = 0;
        let shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
        }).observe({ type: 'longtask' });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            shift += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve({ longest, shift }), wait);
      }),
    milliseconds,
  );
}

test('while training nothing shifts, and no task of the main thread is long', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./');
  await reachStep(page, 100);
  // A task counts as long from 50 ms. The machine that runs this may be busy: one clean window of six is enough.
  const windows: { longest: number; shift: number }[] = [];
  for (let window = 0; window < 6; window++) {
    windows.push(await observe(page, 2500));
    if (windows.at(-1)?.longest === 0) break;
  }
  expect(Math.max(...windows.map(({ shift }) => shift))).toBeLessThan(0.01);
  expect(Math.min(...windows.map(({ longest }) => longest))).toBeLessThan(50);
});

test('a page of the lessons opens without a shift, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const file of ['learn/', 'learn/simpler-q.html', 'learn/teacher.html']) {
    await page.goto(file);
    const { shift } = await observe(page, 500);
    expect(shift, file).toBeLessThan(0.02);
  }
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test(`while the page opens nothing shifts, ${viewport.width} pixels wide`, async ({ page }) => {
    await page.setViewportSize(viewport);
    // Slow enough that every state on the way is drawn.
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(() => {
      const noted = globalThis as unknown as { shift: number };
      noted.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          noted.shift += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto('./');
    await reachStep(page, 100);
    await expect(page.getByRole('heading', { name: 'Weights', exact: true })).toBeVisible();
    expect(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift)).toBeLessThan(0.02);
  });
