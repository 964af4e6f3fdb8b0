import type { Locator, Page } from '@playwright/test';
import { expect, reachStep, stepOf, test, timersFired } from '../support/playground.ts';

interface Counts {
  frames: number;
  sent: number;
  received: number;
}

/**
 * Counts the frames that the page requests, and the messages between it and its workers. Call before the page is
 * opened.
 */
async function countEverything(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counts: Counts = { frames: 0, sent: 0, received: 0 };
    Object.assign(globalThis, { counts, hidden: false });
    Object.defineProperty(document, 'visibilityState', {
      get: () => ((globalThis as unknown as { hidden: boolean }).hidden ? 'hidden' : 'visible'),
    });
    const frame = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = (task) => {
      counts.frames++;
      return frame(task);
    };
    const Original = Worker;
    globalThis.Worker = class extends Original {
      constructor(...given: ConstructorParameters<typeof Original>) {
        super(...given);
        this.addEventListener('message', () => counts.received++);
      }
      override postMessage(...given: unknown[]) {
        counts.sent++;
        (super.postMessage as (...rest: unknown[]) => void)(...given);
      }
    };
  });
}

const countsOf = (page: Page): Promise<Counts> =>
  page.evaluate(() => ({ ...(globalThis as unknown as { counts: Counts }).counts }));

const hide = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate((hidden) => {
    Object.assign(globalThis, { hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

/** What can train, how it is opened, and how it is started. */
const runs: readonly (readonly [string, string, ((page: Page) => Promise<void>)?])[] = [
  ['the run', 'network.hidden=8&view.stop=never'],
  [
    'runs of two settings',
    'network.hidden=8&view.panels=predictive,compare&view.compare=prior.sigma:0.3',
    (page) => page.getByRole('button', { name: 'Train all' }).click(),
  ],
  [
    'the bandit',
    'view.panels=predictive,bandit&bandit.units=4',
    async (page) => {
      await page.getByText('10 a second').click();
      await page.getByRole('dialog').getByRole('button', { name: 'Play', exact: true }).click();
    },
  ],
];

for (const [what, link, begin] of runs)
  test(`while the page is hidden ${what} sends and draws nothing, and continues when it is shown`, async ({
    page,
  }) => {
    await countEverything(page);
    await page.goto(`./#${link}`);
    await begin?.(page);
    const busy = async () => {
      const before = await countsOf(page);
      await expect.poll(async () => (await countsOf(page)).received).toBeGreaterThan(before.received + 3);
    };
    await busy();
    await hide(page, true);
    // Messages already posted may still arrive: waits for a window without any.
    const isStill = async () => {
      const before = await countsOf(page);
      await timersFired(page, 1500);
      return JSON.stringify(await countsOf(page)) === JSON.stringify(before);
    };
    await expect.poll(isStill).toBe(true);
    expect(await isStill()).toBe(true);
    await hide(page, false);
    await busy();
  });

test('off-screen plots are not drawn during training, and are up to date after it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./#view.stop=never&network.hidden=8');
  await reachStep(page, 50);
  const weights = page.getByRole('region', { name: 'Weights' });
  await expect(weights.locator('canvas')).toBeAttached();
  const picture = (plot: Locator) =>
    plot.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  /** Whether a picture changes during training. */
  const changes = async (plot: Locator) => {
    const before = await picture(plot);
    const from = await stepOf(page);
    await expect.poll(() => stepOf(page)).toBeGreaterThan(from + 50);
    return (await picture(plot)) !== before;
  };
  await expect.poll(() => changes(weights)).toBe(false);
  expect(await changes(page.locator('[data-plot=predictive]'))).toBe(true);
  await weights.scrollIntoViewIfNeeded();
  expect(await changes(weights)).toBe(true);

  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => changes(weights)).toBe(false);
  const stale = await picture(weights);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect.poll(() => picture(weights)).not.toBe(stale);
});
