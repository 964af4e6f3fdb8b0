import type { Page } from '@playwright/test';
import { expect, hashOf, openPaused, pressStep, reachStep, stepOf, test } from '../support/playground.ts';

const slider = (page: Page) => page.getByRole('slider', { name: 'Moment of the run' });
const valueText = async (page: Page) => (await slider(page).getAttribute('aria-valuetext')) ?? '';

/** The viewed step and the last one, from `step 3 of 1,250`. */
async function viewedStep(page: Page): Promise<readonly [number, number]> {
  const [viewed = Number.NaN, last = Number.NaN] = (await valueText(page))
    .replaceAll(',', '')
    .match(/\d+/g)!
    .map(Number);
  return [viewed, last];
}

async function pause(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Paus/ }).click();
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
}

/** The steps of the moments before this one, read by the keys of the slider. */
async function momentsBefore(page: Page, step: number): Promise<readonly number[]> {
  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect.poll(() => valueText(page)).toMatch(/^step 0 of/);
  const steps: number[] = [];
  for (;;) {
    const text = await valueText(page);
    const [viewed] = await viewedStep(page);
    if (viewed >= step) return steps;
    steps.push(viewed);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => valueText(page)).not.toBe(text);
  }
}

test('learning is visible: the timeline has a moment for each frame from the prior on', async ({ page }) => {
  await page.goto('./#view.stop=never');
  await reachStep(page, 1000);
  await pause(page);
  const steps = await momentsBefore(page, 1000);
  expect(steps.length).toBeGreaterThanOrEqual(60);
  for (const [i, step] of steps.slice(1).entries()) expect(step).toBeLessThanOrEqual(1.3 * steps[i]! + 2);
});

test('playing back while training pauses and plays from the beginning to the end', async ({ page }) => {
  await page.goto('./#view.stop=never');
  await reachStep(page, 30);
  await page.evaluate(() => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    const input = document.querySelector('input[aria-label="Moment of the run"]')!;
    new MutationObserver(() => shown.push(input.getAttribute('aria-valuetext')!)).observe(input, {
      attributeFilter: ['aria-valuetext'],
    });
  });
  await page.getByRole('button', { name: 'Play back' }).click();
  await expect(page.getByRole('button', { name: 'Stop playing back' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Play back' })).toBeVisible();
  const [viewed, last] = await viewedStep(page);
  expect(viewed).toBe(last);
  const texts = await page.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
  const played = texts
    .slice(texts.findIndex((text) => text.startsWith('step 0 of')))
    .map((text) => Number(text.match(/\d+/)![0]));
  expect(played).toEqual(played.toSorted((a, b) => a - b));
  expect(new Set(played).size).toBeGreaterThanOrEqual(15);
});

test('the slider is logarithmic: early steps take up most of it', async ({ page }) => {
  await page.goto('./#view.step=2000');
  await reachStep(page, 2000);
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Rewind' }).click();
  await pressStep(page, 10);
  await expect.poll(() => stepOf(page)).toBe(10);
  await pressStep(page, 990);
  await expect.poll(() => stepOf(page)).toBe(1000);
  await expect.poll(() => slider(page).inputValue()).toBe('1000');
  await page.keyboard.press(',');
  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect.poll(() => slider(page).inputValue()).toBe('0');
  await page.keyboard.press('ArrowRight');
  const [first, last] = await viewedStep(page);
  const position = Math.round((1000 * Math.log1p(first)) / Math.log1p(last));
  expect(Number(await slider(page).inputValue())).toBe(position);
});

test('the speed is part of the link and works while training', async ({ page }) => {
  await openPaused(page);
  const speed = page.getByRole('radiogroup', { name: 'Speed' });
  await speed.getByRole('radio', { name: 'Slow' }).check();
  await expect.poll(() => hashOf(page)).toContain('view.speed=slow');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await reachStep(page, 2);
  await speed.getByRole('radio', { name: 'Flat out' }).check();
  await expect.poll(() => hashOf(page)).toContain('view.speed=flat-out');
  await reachStep(page, 300);
  await pause(page);
  // Of a run at slow speed these would all be moments.
  expect((await momentsBefore(page, 300)).length).toBeLessThan(100);
});

/** A page whose commands of one type are kept from the worker until `release` is called. */
async function holdCommands(page: Page, type: string): Promise<() => Promise<void>> {
  await page.addInitScript((held) => {
    const kept: (() => void)[] = [];
    const state = { holds: true, release: () => {} };
    state.release = () => {
      state.holds = false;
      for (const send of kept.splice(0)) send();
    };
    Object.assign(globalThis, { heldCommands: state });
    const Original = Worker;
    globalThis.Worker = class extends Original {
      override postMessage(...given: unknown[]) {
        const send = () => (super.postMessage as (...rest: unknown[]) => void)(...given);
        if (state.holds && (given[0] as { type: string }).type === held) kept.push(send);
        else send();
      }
    };
  }, type);
  return () =>
    page.evaluate(() =>
      (globalThis as unknown as { heldCommands: { release: () => void } }).heldCommands.release(),
    );
}

test('Pause answers at once, however long the worker takes', async ({ page }) => {
  const release = await holdCommands(page, 'pause');
  await page.goto('./#view.stop=never');
  await reachStep(page, 5);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Pausing…' })).toBeVisible();
  // The worker still trains.
  const step = await stepOf(page);
  await reachStep(page, step + 1);
  await expect(page.getByRole('button', { name: 'Pausing…' })).toBeVisible();
  await release();
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
});

test('a run whose first step does not come says for how long', async ({ page }) => {
  const release = await holdCommands(page, 'train');
  await page.goto('./');
  await expect(page.getByText(/^no step for \d+ s yet$/)).toBeVisible();
  await release();
  await reachStep(page, 1);
  await expect(page.getByText(/^no step for/)).toHaveCount(0);
});

test('where less motion is wanted, a run shows its prior, an early step and its rest', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    new MutationObserver(() => {
      const step = document.querySelector('[data-step]')?.getAttribute('data-step');
      if (step && shown.at(-1) !== step) shown.push(step);
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.goto('./');
  await reachStep(page, 1500);
  const pictures = () =>
    page.evaluate(() => (globalThis as unknown as { shown: string[] }).shown.map(Number));
  await expect.poll(pictures).toHaveLength(2);
  const [prior, early] = await pictures();
  expect(prior).toBe(0);
  expect(early).toBeGreaterThanOrEqual(100);
  expect(early).toBeLessThan(200);
  await pause(page);
  await expect.poll(pictures).toHaveLength(3);
  expect((await pictures())[2]).toBe(await stepOf(page));
  // All frames are in the timeline.
  expect((await momentsBefore(page, 1000)).length).toBeGreaterThanOrEqual(25);
});
