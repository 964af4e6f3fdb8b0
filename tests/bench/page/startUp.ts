import type { Bench } from '../section.ts';
import { notesOf, openNotedPage } from './builtPage.ts';

export interface StartUp {
  /** Time in ms from navigation to the first paint and to the first training step, of each visit. */
  readonly paint: readonly number[];
  readonly step: readonly number[];
}

/** Time in ms for which a visit is left undisturbed. */
const QUIET = 3000;

/** Number of successive visits, each with an empty profile. */
export async function measureStartUp(bench: Bench, address: string, visits: number): Promise<StartUp> {
  const paint: number[] = [];
  const step: number[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const { page, close } = await openNotedPage(bench, address);
    // No queries while it loads.
    await page.waitForTimeout(QUIET);
    await page.waitForFunction(
      () => (globalThis as unknown as { notes: { firstStepAt: number | null } }).notes.firstStepAt !== null,
    );
    step.push((await notesOf(page)).firstStepAt!);
    paint.push(
      await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
    );
    await close();
  }
  return { paint, step };
}
