import { test as base, expect, type Page } from '@playwright/test';

/** The built page in a real browser. Fails on any console error, uncaught error, breach of its policy, or request to another host. */
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

/** Opens the page at rest with the engine that gives the same numbers everywhere. */
export async function openAtRest(page: Page, link = ''): Promise<void> {
  await page.goto(`./#view.autoplay=false&view.engine=reference${link && `&${link}`}`);
  await expect(page.getByRole('button', { name: 'Train' })).toBeEnabled();
  await expect(page.locator('[data-plot=predictive] canvas')).toBeVisible();
  // The prediction comes first, what stands beside it a moment later.
  await expect(page.locator('main')).toHaveAttribute('data-opened', 'true');
  await expect.poll(() => freeEnergy(page)).toMatch(/\d/);
}

/** The open page with another link, at rest, as by a hand that edits the address. */
export async function changeLink(page: Page, link: string): Promise<void> {
  const fields = ['view.autoplay=false', 'view.engine=reference', ...(link ? [link] : [])];
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, fields.join('&'));
  const asked = new Set(fields.join('&').split('&'));
  await expect.poll(async () => new Set((await hashOf(page)).replace('#', '').split('&'))).toEqual(asked);
}

/** The step count on the screen. */
export async function stepOf(page: Page): Promise<number> {
  const text = await page.locator('[class*=readout] output').first().textContent();
  return Number((text ?? '').replaceAll(',', ''));
}

/** F and its two parts as the screen says them. */
export async function freeEnergy(page: Page): Promise<string> {
  const terms = page.getByRole('region', { name: 'Objective' }).locator('output');
  return (await terms.allTextContents()).join(' ');
}

/** Waits until the numbers beside the step count are of this step: on a busy machine it is ahead of them. */
export async function pictured(page: Page, step: number): Promise<void> {
  const objective = page.getByRole('region', { name: 'Objective' });
  if ((await objective.count()) > 0)
    await expect(objective).toHaveAttribute('data-step', String(step), { timeout: 45_000 });
}

/** Waits until training has come this far. */
export async function reachStep(page: Page, step: number): Promise<void> {
  await expect.poll(() => stepOf(page), { timeout: 45_000 }).toBeGreaterThanOrEqual(step);
}

/** The experiment's fields in the address. */
export async function hashOf(page: Page): Promise<string> {
  return decodeURIComponent(await page.evaluate(() => location.hash));
}

/** How many points the plot shows. */
export async function numberOfPoints(page: Page): Promise<number> {
  return page.locator('[data-plot=predictive] [data-index]').count();
}

/** A click into the empty upper part of the predictive plot: adds a point. */
export async function clickPlot(page: Page): Promise<void> {
  await page
    .locator('[data-plot=predictive] [class*=surface]')
    .first()
    .click({ position: { x: 200, y: 60 } });
}

/** What the notice line says. */
export function notice(page: Page) {
  return page.locator('footer [role=status]');
}

/** How many pixels of the predictive plot are painted. */
export async function paintedPixels(page: Page): Promise<number> {
  return page.locator('[data-plot=predictive] canvas').evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const pixels = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height).data;
    let painted = 0;
    for (let i = 3; i < pixels.length; i += 4) if (pixels[i]! > 0) painted++;
    return painted;
  });
}

/** What no person should ever read on the screen. */
export const notANumber = /\b(NaN|Infinity|undefined|null)\b/;

/** The number box of a slider, by its label and symbol: `Prior width σₚ`. */
export function numberBox(page: Page, label: string) {
  return page.getByRole('textbox', { name: label, exact: true });
}

/** Trains a number of steps that has a button of its own: 1, 10 or 100. */
export async function take(page: Page, steps: 1 | 10 | 100): Promise<void> {
  const before = await stepOf(page);
  await page.getByRole('button', { name: steps === 1 ? '1 step' : `${steps} steps`, exact: true }).click();
  await expect.poll(() => stepOf(page), { timeout: 45_000 }).toBe(before + steps);
  await expect(page.getByRole('button', { name: 'Train' })).toBeVisible();
  await pictured(page, before + steps);
}

/** The predictive plot in words. It is worded anew at most once a second: poll. */
export async function plotInWords(page: Page): Promise<string> {
  return (await page.locator('[data-plot=predictive] figure').getAttribute('aria-label')) ?? '';
}

/**
 * Everything that a drawn frame of the page said in words of the predictive plot, from its opening: what is shown for a
 * moment only cannot be asked for in time. Call before the page is opened; the result reads the notes.
 */
export async function noteFrames(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    (globalThis as unknown as { said: string[] }).said = said;
    const look = () => {
      const words = document.querySelector('[data-plot=predictive] figure')?.getAttribute('aria-label');
      if (words && said.at(-1) !== words) said.push(words);
      if (said.length < 50) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
}

/** All points as their labels: `Point 1 of 20: x 0.21, y 0.45`. */
export function pointLabels(page: Page): Promise<string[]> {
  return page
    .locator('[data-plot=predictive] [data-index]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
}
