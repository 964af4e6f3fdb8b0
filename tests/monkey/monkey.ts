import type { Browser } from '@playwright/test';
import { type Chance, createChance } from '../fuzz/chance.ts';
import { heapOf, lookAtScreen, lookWithAxe, ownPoints } from './looks.ts';
import { misfortunes, watchContexts } from './misfortunes.ts';
import { pointerActs } from './pointer.ts';
import { type Act, type MonkeySession, steady } from './session.ts';
import { typingActs } from './typing.ts';
import { worldActs } from './world.ts';

/** How many acts apart axe looks, and the heap is measured. */
const AXE_EVERY = 60;
const HEAP_EVERY = 40;
/** Acts that are told of when something is found. */
const TOLD = 25;
/** Milliseconds between two acts, at most. */
const PAUSE = 120;

const acts: readonly (readonly [string, Act])[] = Object.entries({
  ...pointerActs,
  ...typingActs,
  ...worldActs,
  ...misfortunes,
});
const allWeights = acts.reduce((sum, [, { weight }]) => sum + weight, 0);

export interface MonkeyOptions {
  readonly browser: Browser;
  /** Of the page, without `#`. */
  readonly address: string;
  readonly seed: number;
  /** It plays so long, and on until it has done so many things: a busy machine takes longer, and finds the same. */
  readonly milliseconds: number;
  readonly minActions: number;
  readonly onProgress?: (line: string) => void;
}

/** How a monkey fared: what it found wrong, the last things it did, and the heap at every look, in megabytes. */
export interface MonkeyReport {
  readonly seed: number;
  readonly acts: number;
  readonly faults: readonly string[];
  readonly last: readonly string[];
  readonly heap: readonly number[];
}

/**
 * Plays with the page for a while, as a seed says, and looks whether it bears it; ends at the first thing that is wrong.
 * What it does at its n-th act hangs on the seed, n and what there is to be operated.
 */
export async function runMonkey({
  browser,
  address,
  seed,
  milliseconds,
  minActions,
  onProgress = () => undefined,
}: MonkeyOptions): Promise<MonkeyReport> {
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
      const [name, act] = chosenAct(chance);
      const done = await steady(session, () => act.perform(session, chance));
      if (!done) continue;
      performed++;
      last.push(`${number} ${name}: ${done.what}`);
      if (last.length > TOLD) last.shift();
      onProgress(last.at(-1)!);
      await session.page.waitForTimeout(chance.whole(0, PAUSE));
      faults.push(...(await steady(session, () => lookAtScreen(session))));
      if (done.changesPoints) edited = true;
      else if (edited || performed % 8 === 0 || name === 'reload') {
        const now = await steady(session, () => ownPoints(session));
        faults.push(...now.faults);
        if (!edited && now.text !== known.text)
          faults.push(`points were lost: ${known.text} are now ${now.text}`);
        [known, edited] = [now, false];
      }
      if (performed % AXE_EVERY === 0) faults.push(...(await steady(session, () => lookWithAxe(session))));
      if (performed % HEAP_EVERY === 0) {
        const look = await heapOf(session);
        heap.push(look.megabytes);
        faults.push(...look.faults);
      }
    }
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  } finally {
    await close();
  }
  return { seed, acts: performed, faults, last, heap };
}

function chosenAct(chance: Chance): readonly [string, Act] {
  let left = chance.random() * allWeights;
  for (const entry of acts) {
    left -= entry[1].weight;
    if (left < 0) return entry;
  }
  return acts[0]!;
}

/** A page of its own, which tells of every error. */
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
  // A dialog of the browser's own would wait for somebody.
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  const cdp = await context.newCDPSession(page);
  await page.goto(address);
  await page.locator('main[data-opened=true]').waitFor({ timeout: 60_000 });
  const session: MonkeySession = { page, context, cdp, address, back: 0 };
  return { session, close: () => context.close() };
}
