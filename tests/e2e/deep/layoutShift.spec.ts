import type { Page } from '@playwright/test';
import { pressInPanel } from '../support/menus.ts';
import {
  clickPlot,
  expect,
  freeEnergy,
  hashOf,
  reachStep,
  test,
  timersFired,
} from '../support/playground.ts';

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
    await expect(page.getByRole('heading', { name: 'Network', exact: true })).toBeVisible();
    expect(await shift()).toBeLessThan(0.02);
  });

/** Positions that no action may move: the plot, the objective, and the controls beside them. */
const still = ['[data-plot=predictive]', '[class*=ObjectiveBar_bar]', 'header', 'select'];

/** Where those parts are, in CSS pixels. */
function places(page: Page): Promise<string[]> {
  return page.evaluate(
    (selectors) =>
      selectors.flatMap((selector) =>
        [...document.querySelectorAll(selector)].slice(0, 1).map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return `${selector}: ${[x, y, width, height].map(Math.round).join(' ')}`;
        }),
      ),
    still,
  );
}

/** Actions that change what a panel has to say. */
const actions: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['train', (page) => page.getByRole('button', { name: 'Train' }).click()],
  ['pause', (page) => page.getByRole('button', { name: 'Pause' }).click()],
  ['widen the prior', (page) => page.getByRole('button', { name: 'Widen the prior' }).click()],
  ['clear a gap', (page) => page.getByRole('button', { name: 'Clear a gap' }).click()],
  [
    'dismiss the suggestions',
    (page) => page.getByRole('button', { name: 'Dismiss the suggestions' }).click(),
  ],
  ['guess', (page) => pressInPanel(page, 'Predictive', 'Guess the band…')],
  ['reveal', (page) => page.getByRole('button', { name: 'Reveal' }).click()],
  ['end the guess', (page) => page.getByRole('button', { name: 'Done' }).click()],
  ['clear a range', (page) => pressInPanel(page, 'Predictive', 'Clear a range…')],
  ['end clearing', (page) => page.getByRole('button', { name: 'Done' }).click()],
  ['add a point', clickPlot],
];

for (const [level, viewport] of [
  ['simple', { width: 1440, height: 900 }],
  ['simple', { width: 1366, height: 657 }],
  ['simple', { width: 390, height: 844 }],
] as const)
  test(`no action moves the plot, in the ${level} level ${viewport.width} pixels wide`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto('./#view.autoplay=false');
    await expect.poll(() => freeEnergy(page)).toMatch(/\d/);
    await page.evaluate(() => scrollTo(0, 0));
    const before = await places(page);
    for (const [action, act] of actions) {
      await act(page);
      await timersFired(page, 100);
      await page.evaluate(() => scrollTo(0, 0));
      expect(await places(page), action).toEqual(before);
    }
  });

test('the first point drawn moves nothing among all controls', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./#view.autoplay=false&view.controls=all');
  await expect.poll(() => freeEnergy(page)).toMatch(/\d/);
  const clear = page.getByRole('button', { name: 'Clear', exact: true });
  const before = (await clear.boundingBox())!;
  await clickPlot(page);
  await expect.poll(() => hashOf(page)).toContain('dataset.id=custom');
  const after = (await clear.boundingBox())!;
  expect(Math.abs(after.y - before.y)).toBeLessThanOrEqual(1);
});
