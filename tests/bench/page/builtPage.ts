import { execFileSync } from 'node:child_process';
import type { CDPSession, Page } from '@playwright/test';
import { preview } from 'vite';
import type { Bench } from '../section.ts';

/**
 * Serves the built page from a separate folder. Builds it in another process, because the bench's server has set this
 * one to development mode.
 */
export async function serveBuiltPage(root: string) {
  const outDir = `${root}node_modules/.cache/bench/page`;
  const { NODE_ENV: _, ...env } = process.env;
  const vite = `${root}node_modules/vite/bin/vite.js`;
  execFileSync(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const server = await preview({
    root,
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 4610 },
  });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('the built page has no address');
  return { address, close: () => server.close() };
}

/** Measurements that the page records of its worker and its frames. */
export interface Notes {
  /** Milliseconds since navigation. */
  firstStepAt: number | null;
  step: number;
  /** When the last `paused` arrived. */
  pausedAt: number | null;
  /** Number of snapshots with a cost that is not finite. */
  notFinite: number;
  frames: number;
  /** Durations in ms of main-thread tasks of 50 ms or more. */
  longTasks: number[];
  backend: string;
}

/**
 * Opens a page with an empty profile that records the messages of its workers, from before its first script. It keeps
 * training unless its link says otherwise.
 */
export async function openNotedPage(
  { browser }: Pick<Bench, 'browser'>,
  address: string,
  link = 'view.stop=never',
): Promise<{ readonly page: Page; readonly cdp: CDPSession; readonly close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(noteEverything);
  const cdp = await context.newCDPSession(page);
  await page.goto(`${address}#${link}`);
  return { page, cdp, close: () => context.close() };
}

/** The measurements so far. */
export function notesOf(page: Page): Promise<Notes> {
  return page.evaluate(() => (globalThis as unknown as { notes: Notes }).notes);
}

/** Runs in the page. */
function noteEverything(): void {
  const notes: Notes = {
    firstStepAt: null,
    step: 0,
    pausedAt: null,
    notFinite: 0,
    frames: 0,
    longTasks: [],
    backend: '',
  };
  (globalThis as unknown as { notes: Notes }).notes = notes;
  const count = () => {
    notes.frames++;
    requestAnimationFrame(count);
  };
  const hear = ({ data }: MessageEvent) => {
    if (data.type === 'engine') notes.backend = data.status.backend;
    if (data.type === 'paused') notes.pausedAt = performance.now();
    const step = data.type === 'checkpoint' ? data.state.step : data.snapshot?.step;
    if (step === undefined) return;
    notes.step = step;
    if (step > 0 && notes.firstStepAt === null) {
      notes.firstStepAt = performance.now();
      // Started later: requesting every frame would force rendering while the page loads.
      requestAnimationFrame(count);
    }
    if (data.snapshot && !Number.isFinite(data.snapshot.freeEnergy.total)) notes.notFinite++;
  };
  const Original = Worker;
  globalThis.Worker = class extends Original {
    constructor(...given: ConstructorParameters<typeof Original>) {
      super(...given);
      this.addEventListener('message', hear);
    }
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) notes.longTasks.push(duration);
  }).observe({ type: 'longtask' });
}
