import { pressInMore } from '../support/menus.ts';
import {
  expect,
  freeEnergy,
  notANumber,
  openPaused,
  pressStep,
  reachStep,
  recordDescriptions,
  stepOf,
  test,
  timersFired,
  waitForCosts,
} from '../support/playground.ts';

test('opens, shows the prior predictive, then trains automatically without an error', async ({ page }) => {
  const descriptions = await recordDescriptions(page);
  await page.goto('./');
  await reachStep(page, 100);
  const ofBands = (await descriptions()).filter((words) => words.includes('deviation: least'));
  expect(ofBands[0]).toMatch(/^Prior predictive/);
  await expect.poll(async () => (await descriptions()).at(-1)).toMatch(/^Posterior predictive/);
  await expect(page.getByText(/Training: the posterior now/)).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Train' })).toBeVisible();
  const step = await stepOf(page);
  await timersFired(page, 500);
  expect(await stepOf(page)).toBe(step);
});

test('steps take exactly 1, 10 and 100 steps; rewind reproduces the numbers, and a new seed changes them', async ({
  page,
}) => {
  await openPaused(page);
  const take = async () => {
    await pressStep(page);
    await expect.poll(() => stepOf(page)).toBe(1);
    await pressStep(page, 10);
    await expect.poll(() => stepOf(page)).toBe(11);
    await pressStep(page, 100);
    await expect.poll(() => stepOf(page)).toBe(111);
    await waitForCosts(page, 111);
    return freeEnergy(page);
  };
  const first = await take();
  await page.getByRole('button', { name: 'Rewind' }).click();
  await expect.poll(() => stepOf(page)).toBe(0);
  expect(await take()).toBe(first);
  await pressInMore(page, 'New seed');
  await expect.poll(() => stepOf(page)).toBe(0);
  expect(await take()).not.toBe(first);
});

test('the screen never shows NaN', async ({ page }) => {
  await page.goto('./#inference.optimizer.learningRate=0.1&dataset.id=step');
  for (let look = 1; look <= 12; look++) {
    await reachStep(page, 20 * look);
    expect(await page.locator('body').innerText()).not.toMatch(notANumber);
  }
});

test('keys: space trains and pauses, the full stop takes a step, r rewinds', async ({ page }) => {
  await openPaused(page);
  await page.keyboard.press('.');
  await expect.poll(() => stepOf(page)).toBe(1);
  await page.keyboard.press('Space');
  await reachStep(page, 20);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Train' })).toBeVisible();
  await page.keyboard.press('r');
  await expect.poll(() => stepOf(page)).toBe(0);
});
