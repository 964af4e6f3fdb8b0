import type { Page } from '@playwright/test';
import {
  expect,
  freeEnergy,
  numberBox,
  numberOfPoints,
  plotDescription,
  pointLabels,
  reachStep,
  stepOf,
  test,
  timersFired,
} from '../support/playground.ts';

const ghost = (page: Page) => page.locator('[data-plot=predictive] [data-ghost]');

async function setNumber(page: Page, label: string, value: number): Promise<void> {
  const box = numberBox(page, label);
  await box.fill(String(value));
  await box.press('Enter');
}

/** The numbers in a text, with the minus sign of the page. */
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/[−-]?\d+(?:\.\d+)?/g)].map(([number]) => Number(number.replace('−', '-')));

test('after Clear, 22 clicks along a sine are a curve through all of them', async ({ page }) => {
  // Without a rest, so that the step that is waited for comes.
  await page.goto('./#view.stop=never');
  await reachStep(page, 50);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect.poll(() => numberOfPoints(page)).toBe(0);
  const surface = page.locator('[data-plot=predictive] [class*=surface]').first();
  const { width, height } = (await surface.boundingBox())!;
  for (let i = 0; i < 22; i++) {
    const u = (i + 0.5) / 22;
    const y = 0.5 - 0.3 * Math.sin(2 * Math.PI * u);
    await surface.click({ position: { x: width * (0.1 + 0.8 * u), y: height * y }, force: true });
    await expect.poll(() => numberOfPoints(page)).toBe(i + 1);
  }
  await reachStep(page, 7000);
  const ys = (await pointLabels(page)).map((label) => numbersIn(label).at(-1)!);
  const [least, greatest] = [Math.min(...ys), Math.max(...ys)];
  const sd = (greatest - least) / 2 / Math.SQRT2;
  // The mean may bend beyond the data, never short of them.
  await expect
    .poll(async () => {
      const [, found = ''] =
        /The mean lies between (.*?)\. Epistemic/.exec(await plotDescription(page)) ?? [];
      const [lowest = Number.NaN, highest = Number.NaN] = numbersIn(found);
      return lowest - least < 0.15 * sd && greatest - highest < 0.15 * sd;
    })
    .toBe(true);
});

test('the prior width 0.2 → 1 → 3 ends where a fresh page at 3 does, and the ghost comes and goes', async ({
  page,
}) => {
  const link = 'view.engine=wasm&view.stopAt=2000';
  await page.goto(`./#${link}`);
  const atRest = async () => {
    await expect.poll(() => stepOf(page)).toBe(2000);
    await expect(page.getByRole('button', { name: 'Train' })).toBeVisible();
    return freeEnergy(page);
  };
  const before = await atRest();
  for (const width of [0.2, 1, 3]) {
    await setNumber(page, 'Prior width σₚ', width);
    await expect.poll(() => freeEnergy(page)).not.toBe(before);
    await atRest();
  }
  const after = await atRest();
  await page.goto('about:blank');
  await page.goto(`./#prior.sigma=3&${link}`);
  expect(await atRest()).toBe(after);
});

test('a change of the prior leaves the old band in grey until the new run stands', async ({ page }) => {
  await page.goto('./#view.controls=all');
  await reachStep(page, 400);
  await expect(ghost(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Train' })).toBeVisible();
  await setNumber(page, 'Prior width σₚ', 2);
  await expect(ghost(page)).toBeVisible();
  await expect.poll(() => plotDescription(page)).toContain('In grey: the band before the change.');
  await expect.poll(() => stepOf(page)).toBe(0);
  await page.getByRole('button', { name: 'Train' }).click();
  await expect(ghost(page)).toHaveCount(0);
});

test('more points narrow the epistemic band', async ({ page }) => {
  await page.goto('./#view.engine=wasm&view.stopAt=3000');
  const least: number[] = [];
  for (const size of [5, 20, 100]) {
    await setNumber(page, 'Number of points n', size);
    await expect.poll(() => numberOfPoints(page)).toBe(size);
    await expect.poll(() => stepOf(page)).toBe(3000);
    await expect(page.getByRole('button', { name: 'Train' })).toBeVisible();
    // The description follows at most once a second.
    await timersFired(page, 1100);
    expect(await plotDescription(page)).toMatch(
      new RegExp(`^Posterior predictive .* with ${size} data points`),
    );
    const [, found = ''] = /deviation: least (.*?) near/.exec(await plotDescription(page)) ?? [];
    least.push(numbersIn(found)[0]!);
  }
  expect(least).toEqual(least.toSorted((a, b) => b - a));
});

test('a learned noise that explains everything says so, and one button fixes it', async ({ page }) => {
  await page.goto('./#dataset.size=7&likelihood.learn=true&view.engine=wasm');
  const fix = page.getByRole('button', { name: 'Fix the noise at 0.1' });
  await fix.click();
  await expect(fix).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => location.hash)).not.toContain('likelihood.learn');
});
