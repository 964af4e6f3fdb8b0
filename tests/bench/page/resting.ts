import type { Page } from '@playwright/test';
import type { Bench } from '../section.ts';

/** CPU cores used by a page's process, including its workers: while training, and while hidden. */
export interface Resting {
  readonly training: number;
  readonly hidden: number;
  /** The same for a page of three training embeds, before and after they are scrolled off-screen. */
  readonly onScreen: number;
  readonly offScreen: number;
}

/** Time in ms before measuring: the page has loaded, or has paused. */
const DEBOUNCE = 4000;
/** The same for embeds, which release their workers after ten seconds; the browser then cleans up. */
const EMBEDS_SETTLING = 30_000;

/** Trains, then hides the page or scrolls it away; reads the renderer's CPU time from the browser. */
export async function measureResting(bench: Bench, address: string, milliseconds: number): Promise<Resting> {
  // No recording here: counting frames uses CPU time.
  const page = await bench.browser.newPage({
    viewport: { width: 1440, height: 900 },
    // The service worker would answer for the simulated host below.
    serviceWorkers: 'block',
  });
  const cores = async (settling = DEBOUNCE) => {
    await page.waitForTimeout(settling);
    const before = await processorSeconds(bench);
    const begun = performance.now();
    await page.waitForTimeout(milliseconds);
    const seconds = (performance.now() - begun) / 1000;
    return ((await processorSeconds(bench)) - before) / seconds;
  };
  await page.goto(`${address}#view.stop=never`);
  const training = await cores();
  await hide(page);
  const hidden = await cores();

  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: host }));
  await page.goto(`${address}host.html`);
  const embeds = [0, 1, 2].map((i) => page.frameLocator('iframe').nth(i));
  for (const embed of embeds) await embed.getByRole('button', { name: 'Pause' }).waitFor();
  const onScreen = await cores();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const offScreen = await cores(EMBEDS_SETTLING);
  await page.close();
  return { training, hidden, onScreen, offScreen };
}

const embed =
  '<iframe width="400" height="500" style="vertical-align: top" src="embed.html#view.autoplay=true&view.stop=never"></iframe>';

/** Three embeds, and space to scroll past them. */
const host = `<!doctype html><title>host</title><link rel="icon" href="data:,">
<p>${embed.repeat(3)}</p>
<p><svg width="10" height="9000"></svg></p>`;

/** CPU time of the newest renderer so far. */
async function processorSeconds({ browser }: Bench): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return renderers.reduce((newest, one) => (one.id > newest.id ? one : newest)).cpuTime;
}

/** A headless page is always visible; this simulates hiding it. */
function hide(page: Page): Promise<void> {
  return page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}
