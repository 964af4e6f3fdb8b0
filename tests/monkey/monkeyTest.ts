import type { Browser } from '@playwright/test';
import { type Chance, createChance } from '../fuzz/chance.ts';
import { environmentActions } from './environment.ts';
import { failures, watchContexts } from './failures.ts';
import { keyboardActions } from './keyboard.ts';
import { checkScreen, checkWithAxe, measureHeap, ownPoints } from './pageChecks.ts';
import { pointerActions } from './pointer.ts';
import { type Action, retriedAfterNavigation, type TestSession } from './session.ts';

/** Actions between two checks by axe, and between two measurements of the heap. */
const AXE_EVERY = 60;
const HEAP_EVERY = 40;
/** Number of last actions in a report. */
const MAX_REPORTED = 25;
/** Longest pause between two actions, milliseconds. */
const MAX_PAUSE = 120;

const actions: readonly (readonly [string, Action])[] = Object.entries({
  ...pointerActions,
  ...keyboardActions,
  ...environmentActions,
  ...failures,
});
const totalWeight = actions.reduce((sum, [, { weight }]) => sum + weight, 0);

export interface MonkeyTestOptions {
  readonly browser: Browser;
  /** Address of the page, without `#`. */
  readonly address: string;
  readonly seed: number;
  /** Minimum duration; the test also runs until it has performed `minActions`, however slow the machine. */
  readonly milliseconds: number;
  readonly minActions: number;
  /** Receives each action when it is performed. */
  readonly onProgress?: (line: string) => void;
}

/** Result of a test: number of actions, faults, the last actions, and each measurement of the heap in megabytes. */
export interface MonkeyTestReport {
  readonly seed: number;
  readonly actions: number;
  readonly faults: readonly string[];
  readonly last: readonly string[];
  readonly heap: readonly number[];
}

/**
 * Monkey test: performs random UI actions on the page and checks it after each; ends at the first fault. The n-th
 * action depends on the seed, on n and on the elements that can then be operated.
 */
export async function runMonkeyTest({
  browser,
  address,
  seed,
  milliseconds,
  minActions,
  onProgress = () => undefined,
}: MonkeyTestOptions): Promise<MonkeyTestReport> {
  const faults: string[] = [];
  const last: string[] = [];
  const heap: number[] = [];
  const { session, close } = await openPage(browser, address, seed, faults);
  let number = 0;
  let performed = 0;
  let known = await ownPoints(session);
  let edited = false;
  const end = Date.now() + milliseconds;
  try {
    while (faults.length === 0 && (Date.now() < end || performed < minActions)) {
      const chance = createChance(seed, ++number);
      const [name, action] = chosenAction(chance);
      const done = await retriedAfterNavigation(session, () => action.perform(session, chance));
      if (!done) continue;
      performed++;
      last.push(`${number} ${name}: ${done.what}`);
      if (last.length > MAX_REPORTED) last.shift();
      onProgress(last.at(-1)!);
      await session.page.waitForTimeout(chance.whole(0, MAX_PAUSE));
      faults.push(...(await retriedAfterNavigation(session, () => checkScreen(session))));
      if (done.changesPoints) edited = true;
      else if (edited || performed % 8 === 0 || name === 'reload') {
        const now = await retriedAfterNavigation(session, () => ownPoints(session));
        faults.push(...now.faults);
        if (!edited && now.text !== known.text)
          faults.push(`points were lost: ${known.text} are now ${now.text}`);
        [known, edited] = [now, false];
      }
      if (performed % AXE_EVERY === 0)
        faults.push(...(await retriedAfterNavigation(session, () => checkWithAxe(session))));
      if (performed % HEAP_EVERY === 0) {
        const look = await measureHeap(session);
        heap.push(look.megabytes);
        faults.push(...look.faults);
      }
    }
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  } finally {
    await close();
  }
  return { seed, actions: performed, faults, last, heap };
}

function chosenAction(chance: Chance): readonly [string, Action] {
  let left = chance.random() * totalWeight;
  for (const entry of actions) {
    left -= entry[1].weight;
    if (left < 0) return entry;
  }
  return actions[0]!;
}

/** A page in its own browser context; console errors, uncaught errors and crashes are faults. */
async function openPage(browser: Browser, address: string, seed: number, faults: string[]) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    acceptDownloads: false,
  });
  const page = await context.newPage();
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().stack ?? error.error().message}`));
  page.on('crash', () => faults.push('the page crashed'));
  page.on('worker', (worker) => void watchContexts(worker));
  let files = 0;
  page.on('filechooser', (chooser) => {
    const chance = createChance(seed + 1, ++files);
    const text = chance.pick(['x,y\n1,2\n2,4\n3,5', 'a,b,c\n1,2,yes\n3,4,no\n5,6,yes', 'nothing', '']);
    void chooser.setFiles({ name: 'file.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  });
  // The browser's print dialog would wait for input.
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  const cdp = await context.newCDPSession(page);
  await page.goto(address);
  await page.locator('main[data-opened=true]').waitFor({ timeout: 60_000 });
  const session: TestSession = { page, context, cdp, address, back: 0 };
  return { session, close: () => context.close() };
}
