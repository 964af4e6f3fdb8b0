import type { Page } from '@playwright/test';
import type { Bench } from '../section.ts';
import { notesOf, openNotedPage } from './builtPage.ts';

export interface FlatOut {
  /** CPU throttling factors. */
  readonly throttle: number;
  readonly framesPerSecond: number;
  readonly stepsPerSecond: number;
  /** The longest task of the main thread in ms; null if none took 50 ms. */
  readonly longestTask: number | null;
  readonly backend: string;
}

/** Time in ms before measuring: the page has loaded, the engine is chosen and the site is cached. */
const WARM_UP = 10_000;

/** Frames and tasks of the main thread while the worker trains at full speed. */
export async function measureFlatOut(
  bench: Bench,
  address: string,
  throttle: number,
  milliseconds: number,
): Promise<FlatOut> {
  const { page, cdp, close } = await openNotedPage(bench, address);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.waitForTimeout(WARM_UP);
  const before = await notesOf(page);
  const begun = await page.evaluate(() => performance.now());
  await page.waitForTimeout(milliseconds);
  const after = await notesOf(page);
  const seconds = (await page.evaluate(() => performance.now()).then((now) => now - begun)) / 1000;
  await close();
  const tasks = after.longTasks.slice(before.longTasks.length);
  return {
    throttle,
    framesPerSecond: (after.frames - before.frames) / seconds,
    stepsPerSecond: (after.step - before.step) / seconds,
    longestTask: tasks.length > 0 ? Math.max(...tasks) : null,
    backend: after.backend,
  };
}

/** Time in ms from a click on Pause until the worker reports `paused`. */
export async function measurePauses(bench: Bench, address: string, times: number): Promise<number[]> {
  const { page, close } = await openNotedPage(bench, address);
  await page.waitForTimeout(WARM_UP);
  const found: number[] = [];
  for (let time = 0; time < times; time++) {
    found.push(await pauseOnce(page));
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.waitForTimeout(200);
  }
  await close();
  return found;
}

function pauseOnce(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { notes } = globalThis as unknown as { notes: { pausedAt: number | null } };
    const pause = [...document.querySelectorAll('button')].find(
      (button) => button.innerText.trim() === 'Pause',
    );
    if (!pause) throw new Error('there is no Pause to click');
    notes.pausedAt = null;
    const begun = performance.now();
    pause.click();
    while (notes.pausedAt === null) await new Promise((resolve) => setTimeout(resolve));
    return notes.pausedAt - begun;
  });
}
