import { guards, NonFiniteStep } from '../../experiment/engine.ts';
import type { Device } from './device.ts';
import { cancelDownload, type Download, finishDownload, reaches } from './fences.ts';
import { createPace } from './pace.ts';
import type { Session } from './session.ts';
import type { Target } from './textures.ts';

/** Steps that the card was given, and the check that will tell how they went. */
interface Chunk {
  readonly step: number;
  readonly steps: number;
  readonly from: Target;
  readonly to: Target;
  readonly careful: boolean;
  readonly download: Download;
  readonly submittedAt: number;
}

/** How a chunk went: a bound on the length of every gradient, squared, and the first step that was not finite, from 1. */
interface Verdict {
  readonly squaredNorm: number;
  readonly failed: number | null;
}

/** Chunks that the card may have at once: it works on one while the next is prepared. */
const MOST_CHUNKS = 2;
/** Below it no gradient of a chunk was too long, rounding of the sums in float32 included. */
const SURE = 0.99 * guards.gradientNorm ** 2;

/**
 * Steps in chunks, each checked once the card is done with it. Steps are taken without the gradient's length, which would
 * need more passes; where one may have been too long for the guards, the chunk is taken again with it. A chunk with a
 * step that is not finite is taken again up to that step.
 */
export type Chunks = ReturnType<typeof createChunks>;

export function createChunks(device: Device, session: Session, initialStep: number) {
  const { states } = session;
  const pace = createPace();
  let chunks: Chunk[] = [];
  let step = initialStep;
  let current = states[0]!;
  let careful = false;
  let doneAt = 0;
  let failure: NonFiniteStep | null = null;

  /** Where the steps go: not where a chunk under way began, to which it may have to return. */
  function spareStates(): readonly Target[] {
    const pinned = new Set([current, ...chunks.map(({ from }) => from)]);
    return states.filter((state) => !pinned.has(state));
  }

  function submit(steps: number): void {
    const from = current;
    const spare = spareStates();
    const submittedAt = performance.now();
    session.inDraws(() => {
      for (let i = 0; i < steps; i++) {
        const to = spare[i % 2]!;
        session.takeStep(current, to, step + i, { number: i + 1, careful });
        current = to;
      }
    });
    const download = session.watch(current);
    chunks.push({ step, steps, from, to: current, careful, download, submittedAt });
    step += steps;
  }

  function returnTo(chunk: Chunk): readonly Chunk[] {
    const undone = chunks;
    for (const { download } of undone) if (download !== chunk.download) cancelDownload(device, download);
    chunks = [];
    current = chunk.from;
    step = chunk.step;
    return undone;
  }

  /** Waits for the oldest chunk and acts on how it went; false if it is not done before the deadline. */
  async function collect(deadline: number): Promise<boolean> {
    const chunk = chunks[0];
    if (!chunk) return true;
    const waited = performance.now();
    if (!(await reaches(device, chunk.download.fence, deadline))) return false;
    const now = performance.now();
    const exact = now - waited > 0.2;
    pace.learn(chunk.steps, now - Math.max(chunk.submittedAt, doneAt), exact);
    doneAt = now;
    const verdict = verdictOf(await finishDownload(device, chunk.download));
    const long = !(verdict.squaredNorm < SURE);
    if (long && !chunk.careful) {
      careful = true;
      for (const { steps } of returnTo(chunk)) submit(steps);
      return await collect(deadline);
    }
    if (verdict.failed !== null) {
      await fail(chunk, verdict.failed);
      return true;
    }
    careful = chunk.careful && long;
    chunks = chunks.slice(1);
    return true;
  }

  /** Back to the last good state, which is `failed` − 1 steps after the chunk began. */
  async function fail(chunk: Chunk, failed: number): Promise<void> {
    returnTo(chunk);
    careful = chunk.careful;
    if (failed > 1) {
      submit(failed - 1);
      const [again] = chunks;
      const { failed: repeated } = verdictOf(await finishDownload(device, again!.download));
      chunks = [];
      if (repeated !== null) {
        current = again!.from;
        step = again!.step;
      }
    }
    const { costs } = await session.evaluate(current, step);
    const term = Number.isFinite(costs.complexityCost) ? 'likelihoodCost' : 'complexityCost';
    failure = new NonFiniteStep(step, term);
  }

  return {
    /** Gives the card up to `steps` steps of what it can do in the time that is left; returns how many. */
    submit: (steps: number, milliseconds: number): number => {
      const size = pace.size(steps, milliseconds);
      submit(size);
      return size;
    },
    /** Waits until the card may have another chunk; false if that is not before the deadline. */
    makeRoom: async (deadline: number): Promise<boolean> => {
      while (chunks.length >= MOST_CHUNKS) if (!(await collect(deadline))) return false;
      return true;
    },
    /** Waits for all, so that the state is checked and rests. */
    settle: async (): Promise<void> => {
      while (chunks.length > 0) await collect(Number.POSITIVE_INFINITY);
    },
    /** What went wrong since it was last asked. */
    takeFailure: (): NonFiniteStep | null => {
      const taken = failure;
      failure = null;
      return taken;
    },
    step: (): number => step,
    state: (): Target => current,
    dispose: (): void => {
      for (const { download } of chunks) cancelDownload(device, download);
      chunks = [];
    },
  };
}

function verdictOf(parts: Float32Array): Verdict {
  let squaredNorm = 0;
  let failed: number | null = null;
  for (let i = 0; i < parts.length; i += 4) {
    squaredNorm += parts[i]!;
    const step = parts[i + 1]!;
    if (step > 0) failed = failed === null ? step : Math.min(failed, step);
  }
  return { squaredNorm, failed };
}
