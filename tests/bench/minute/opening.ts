import type { Bench } from '../section.ts';

/** Milliseconds from navigation, of each visit: to the prior, and to the first band that has visibly moved from it. */
export interface Opening {
  readonly prior: readonly number[];
  readonly moved: readonly number[];
}

interface Record {
  prior: number | null;
  moved: number | null;
}

/** Successive visits, each with an empty profile. */
export async function measureOpening({ browser }: Bench, address: string, visits: number): Promise<Opening> {
  const records: Record[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(recordOpening);
    await page.goto(address);
    await page.waitForFunction(
      () => (globalThis as unknown as { opening: Record }).opening.moved !== null,
      undefined,
      { polling: 500 },
    );
    records.push(await page.evaluate(() => (globalThis as unknown as { opening: Record }).opening));
    await context.close();
  }
  return { prior: records.map(({ prior }) => prior!), moved: records.map(({ moved }) => moved!) };
}

/** Runs in the page: compares the pixels of the predictive plot with those of its prior, once a frame. */
function recordOpening(): void {
  /** Share of the pixels that have to differ for a band to have moved visibly. */
  const visible = 0.005;
  const record: Record = { prior: null, moved: null };
  Object.assign(globalThis, { opening: record });
  let prior: Uint8ClampedArray | null = null;
  const pixels = (canvas: HTMLCanvasElement) =>
    canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
  const look = (now: number) => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-plot=predictive] canvas');
    const step = Number(document.querySelector('[class*=readout] output')?.textContent ?? 0);
    if (canvas && canvas.width > 0) {
      const data = pixels(canvas);
      const painted = data.some((value) => value > 0);
      if (step === 0 && painted) {
        record.prior ??= now;
        prior = data;
      } else if (prior && step > 0) {
        let differing = data.length === prior.length ? 0 : data.length;
        for (let i = 3; i < data.length && differing < data.length; i += 4)
          if (Math.abs(data[i]! - prior[i]!) > 8 || Math.abs(data[i - 1]! - prior[i - 1]!) > 8) differing++;
        if (differing > (visible * data.length) / 4) {
          record.moved = now;
          return;
        }
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
