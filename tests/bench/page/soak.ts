import { readFileSync } from 'node:fs';
import type { Bench } from '../section.ts';
import { notesOf, openNotedPage } from './builtPage.ts';

export interface Soak {
  /** Memory of the renderer's process with its worker in MiB at each of these steps. */
  readonly steps: readonly number[];
  readonly resident: readonly number[];
  readonly notFinite: number;
  readonly backend: string;
}

/** Trains and measures the memory of page and worker at each of these steps; null without /proc. */
export async function soak(bench: Bench, address: string, steps: readonly number[]): Promise<Soak | null> {
  const { page, cdp, close } = await openNotedPage(bench, address);
  try {
    const pid = await newestRenderer(bench);
    const resident: number[] = [];
    const reached: number[] = [];
    for (const step of steps) {
      while ((await notesOf(page)).step < step) await page.waitForTimeout(100);
      await cdp.send('HeapProfiler.collectGarbage');
      const found = residentMemory(pid);
      if (found === null) return null;
      resident.push(found);
      reached.push((await notesOf(page)).step);
    }
    const { notFinite, backend } = await notesOf(page);
    return { steps: reached, resident, notFinite, backend };
  } finally {
    await close();
  }
}

/** The process of the page that was opened last. */
async function newestRenderer({ browser }: Bench): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id));
}

/** Resident memory of a process in MiB. */
function residentMemory(pid: number): number | null {
  try {
    const [, kibibytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kibibytes ? Number(kibibytes) / 1024 : null;
  } catch {
    return null;
  }
}
