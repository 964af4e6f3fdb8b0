import type { Runner } from './runners.ts';

const drawingCalls = ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'] as const;

/** Draw calls of all WebGL contexts while `act` runs. */
async function drawsDuring(act: () => Promise<unknown>): Promise<number> {
  const prototype = WebGL2RenderingContext.prototype;
  const originals = drawingCalls.map((name) => prototype[name]);
  let draws = 0;
  drawingCalls.forEach((name, index) => {
    const original = originals[index] as (...args: unknown[]) => void;
    Object.assign(prototype, {
      [name](this: WebGL2RenderingContext, ...args: unknown[]) {
        draws++;
        original.apply(this, args);
      },
    });
  });
  try {
    await act();
  } finally {
    drawingCalls.forEach((name, index) => Object.assign(prototype, { [name]: originals[index] }));
  }
  return draws;
}

/** Draw calls of a step; those that reading the result costs are left out. */
async function drawsPerStep({ train }: Runner): Promise<number> {
  const one = await drawsDuring(() => train(1));
  const three = await drawsDuring(() => train(3));
  return (three - one) / 2;
}

/** Seconds of JavaScript until two steps more are submitted, halved; the median of some repeats, each from an empty queue. */
async function submitSeconds({ train }: Runner, repeats: number): Promise<number> {
  const submitting = async (steps: number) => {
    const begun = performance.now();
    const computed = train(steps);
    const submitted = performance.now();
    await computed;
    return submitted - begun;
  };
  const differences: number[] = [];
  for (let i = 0; i < repeats; i++) differences.push((await submitting(3)) - (await submitting(1)));
  differences.sort((a, b) => a - b);
  return differences[Math.floor(repeats / 2)]! / 2 / 1000;
}

/** What a step costs the graphics driver and the thread, whatever the graphics card. */
export async function inspect(runner: Runner, repeats: number) {
  return { draws: await drawsPerStep(runner), submitSeconds: await submitSeconds(runner, repeats) };
}
