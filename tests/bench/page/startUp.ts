import type { Bench } from '../section.ts';
import { notesOf, openNotedPage } from './builtPage.ts';

export interface StartUp {
  /** Milliseconds from navigation to the first paint, and to the first training step, of each visit. */
  readonly paint: readonly number[];
  readonly step: readonly number[];
}

/** Milliseconds in which a visit is left alone. */
const QUIET = 3000;

/** Visits of an empty profile, one after the other. */
export async function measureStartUp(bench: Bench, address: string, visits: number): Promise<StartUp> {
  const paint: number[] = [];
  const step: number[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const { page, close } = await openNotedPage(bench, address);
    // Nobody asks it anything while it opens.
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
