import type { Numbers } from './protocol.ts';
import type { Runner } from './runners.ts';

const drawingCalls = ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'] as const;

/** Counts the draw calls of all WebGL contexts while `act` runs. */
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

/**
 * Draw calls of a step: the difference between two steps and one. Overheads that occur once (reading the result,
 * checking several steps) cancel.
 */
async function drawsPerStep(create: () => Runner): Promise<number> {
  const drawsOf = async (steps: number) => {
    const runner = create();
    const draws = await drawsDuring(() => runner.train(steps));
    runner.dispose();
    return draws;
  };
  return (await drawsOf(2)) - (await drawsOf(1));
}

/** Resolves when all pending tasks have run. */
function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Seconds of JavaScript to submit one step and to read its result, from an empty queue (a driver slower than the
 * thread would block later ones). The mean of the middle half of the repeats, which is finer than the clock's
 * resolution.
 */
async function submitSeconds({ train }: Runner, repeats: number): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const begun = performance.now();
    const computed = train(1);
    await nextTask();
    times.push(performance.now() - begun);
    await computed;
  }
  const middle = times.sort((a, b) => a - b).slice(Math.floor(repeats / 4), Math.ceil((3 * repeats) / 4));
  return middle.reduce((sum, time) => sum + time, 0) / middle.length / 1000;
}

/** Overhead of a step for the graphics driver and, if repeated, for the thread, independent of the graphics card. */
export async function inspect(create: () => Runner, runner: Runner, repeats: number): Promise<Numbers> {
  const draws = await drawsPerStep(create);
  return repeats > 0 ? { draws, submitSeconds: await submitSeconds(runner, repeats) } : { draws };
}
