import { test as base, expect, type Page } from '@playwright/test';

/** The built page in a real browser. Fails on a console error, an uncaught error, a violation of its policy, or a request to another host. */
export const test = base.extend<{ readonly watched: undefined }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const faults: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`));
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== new URL(baseURL ?? '').origin)
          faults.push(request.url());
      });
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          console.error(`policy: ${violatedDirective} refused ${blockedURI}`),
        );
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/**
 * Fields of a paused page: the reference engine, whose numbers are the same on every machine, and a network that
 * trains fast unless the link has one.
 */
function pausedFields(link: string): readonly string[] {
  const network = link.includes('network.hidden=') ? [] : ['network.hidden=4'];
  return ['view.autoplay=false', 'view.engine=reference', ...network, ...(link ? link.split('&') : [])];
}

/** Opens the page paused, with a small network unless the link has one. */
export async function openPaused(page: Page, link = ''): Promise<void> {
  await page.goto(`./#${pausedFields(link).join('&')}`);
  await expect(page.getByRole('button', { name: 'Train' })).toBeEnabled();
  await expect(page.locator('[data-plot=predictive] canvas')).toBeVisible();
  // The other panels appear after the prediction.
  await expect(page.locator('main')).toHaveAttribute('data-opened', 'true');
  await expect.poll(() => freeEnergy(page)).toMatch(/\d/);
}

/** Changes the link of the open page, like a person who edits the address; the page is paused. */
export async function changeLink(page: Page, link: string): Promise<void> {
  const fields = pausedFields(link);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, fields.join('&'));
  const asked = new Set(fields);
  await expect.poll(async () => new Set((await hashOf(page)).replace('#', '').split('&'))).toEqual(asked);
}

/**
 * Resolves when every timer with at most this delay that the page has set before has fired. Timers of one page fire in
 * order, so that this holds on a busy machine: for claims that something does not happen.
 */
export async function timersFired(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate((delay) => new Promise<void>((fired) => setTimeout(fired, delay)), milliseconds);
}

/** The step count on the screen. */
export async function stepOf(page: Page): Promise<number> {
  const text = await page.locator('[class*=readout] output').first().textContent();
  return Number((text ?? '').replaceAll(',', ''));
}

/** F and its two parts as shown on the screen. */
export async function freeEnergy(page: Page): Promise<string> {
  const terms = page.getByRole('region', { name: 'Objective' }).locator('output');
  return (await terms.allTextContents()).join(' ');
}

/** Waits until the costs are those of this step; the step count is updated before them. */
export async function waitForCosts(page: Page, step: number): Promise<void> {
  const objective = page.getByRole('region', { name: 'Objective' });
  if ((await objective.count()) > 0) await expect(objective).toHaveAttribute('data-step', String(step));
}

/** Waits until training has reached this step. */
export async function reachStep(page: Page, step: number): Promise<void> {
  await expect.poll(() => stepOf(page)).toBeGreaterThanOrEqual(step);
}

/** The experiment's fields in the address. */
export async function hashOf(page: Page): Promise<string> {
  return decodeURIComponent(await page.evaluate(() => location.hash));
}

/** Number of points in the plot. */
export async function numberOfPoints(page: Page): Promise<number> {
  return page.locator('[data-plot=predictive] [data-index]').count();
}

/** A click into the empty upper part of the predictive plot, which adds a point. */
export async function clickPlot(page: Page): Promise<void> {
  await page
    .locator('[data-plot=predictive] [class*=surface]')
    .first()
    .click({ position: { x: 200, y: 60 } });
}

/** The text of the notice line. */
export function notice(page: Page) {
  return page.locator('footer [role=status]');
}

/** Number of painted pixels of the predictive plot. */
export async function paintedPixels(page: Page): Promise<number> {
  return page.locator('[data-plot=predictive] canvas').evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const pixels = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height).data;
    let painted = 0;
    for (let i = 3; i < pixels.length; i += 4) if (pixels[i]! > 0) painted++;
    return painted;
  });
}

/** Words that the screen must never show. */
export const notANumber = /\b(NaN|Infinity|undefined|null)\b/;

/** The number box of a slider, by its label and symbol: `Prior width σₚ`. */
export function numberBox(page: Page, label: string) {
  return page.getByRole('textbox', { name: label, exact: true });
}

/** Takes steps by the shortcut for one step, whatever has the focus. */
export async function pressStep(page: Page, times = 1): Promise<void> {
  // Before that the page listens to no key.
  await expect(page.locator('main')).toHaveAttribute('data-opened', 'true');
  await page.evaluate((count) => {
    for (let time = 0; time < count; time++)
      document.dispatchEvent(new KeyboardEvent('keydown', { key: '.', bubbles: true }));
  }, times);
}

/** Trains this number of steps and waits for the costs of the last one. */
export async function take(page: Page, steps: number): Promise<void> {
  const before = await stepOf(page);
  await pressStep(page, steps);
  await expect.poll(() => stepOf(page)).toBe(before + steps);
  await expect(page.getByRole('button', { name: 'Train' })).toBeVisible();
  await waitForCosts(page, before + steps);
}

/** The accessible description of the predictive plot, which is updated at most once a second: poll. */
export async function plotDescription(page: Page): Promise<string> {
  return (await page.locator('[data-plot=predictive] figure').getAttribute('aria-label')) ?? '';
}

/**
 * Records the description of the predictive plot in every frame, since a state may last a single frame. Call before the
 * page is opened; the result reads the record.
 */
export async function recordDescriptions(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const descriptions: string[] = [];
    (globalThis as unknown as { descriptions: string[] }).descriptions = descriptions;
    const look = () => {
      const words = document.querySelector('[data-plot=predictive] figure')?.getAttribute('aria-label');
      if (words && descriptions.at(-1) !== words) descriptions.push(words);
      if (descriptions.length < 50) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return () => page.evaluate(() => (globalThis as unknown as { descriptions: string[] }).descriptions);
}

/** All points as their labels: `Point 1 of 20: x 0.21, y 0.45`. */
export function pointLabels(page: Page): Promise<string[]> {
  return page
    .locator('[data-plot=predictive] [data-index]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
}
