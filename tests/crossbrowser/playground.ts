import { expect } from 'vitest';
import type { Page } from './page.ts';

/** Words that the screen must never show. */
export const notANumber = /\b(NaN|Infinity|undefined|null)\b/;
export const pointsInPlot = '[data-plot=predictive] [data-index]';

/** Opens the playground paused, and waits until all of it is there. */
export async function openPaused(page: Page, site: string, link: string): Promise<void> {
  await page.open(`${site}#view.autoplay=false&${link}`);
  await opened(page);
}

export async function opened(page: Page): Promise<void> {
  await expect.poll(() => page.attribute('main', 'data-opened')).toBe('true');
}

/** The step count on the screen. */
export async function stepOf(page: Page): Promise<number> {
  return Number((await page.text('[class*=readout] output')).replaceAll(/\D/g, '') || 'NaN');
}

export async function reachStep(page: Page, step: number): Promise<void> {
  await expect.poll(() => stepOf(page)).toBeGreaterThanOrEqual(step);
}

/** Takes steps by their key and waits for the costs of the last one. */
export async function take(page: Page, steps: number): Promise<void> {
  const goal = (await stepOf(page)) + steps;
  await page.press(...Array<string>(steps).fill('.'));
  await expect.poll(() => stepOf(page)).toBe(goal);
  await expect.poll(() => page.attribute('[aria-label=Objective]', 'data-step')).toBe(String(goal));
}

/** F and its two parts as shown on the screen. */
export function freeEnergy(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[aria-label=Objective] output')].map((one) => one.textContent).join(' '),
  );
}

/** The experiment's fields in the address. */
export function hashOf(page: Page): Promise<string> {
  return page.evaluate(() => decodeURIComponent(location.hash));
}

/** Gives a text area its text as a paste does; typing a long one takes minutes in WebKit. */
export function fill(page: Page, selector: string, text: string): Promise<void> {
  return page.evaluate(
    (css, value) => {
      const area = document.querySelector(css);
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(area, value);
      area!.dispatchEvent(new Event('input', { bubbles: true }));
    },
    selector,
    text,
  );
}
