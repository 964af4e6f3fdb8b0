import { describe, expect, it } from 'vitest';
import { createWasmEngine } from '../../src/engine/wasm/index.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { softplus } from '../../src/math/special.ts';
import { curveOf } from '../experiment/document/curve.ts';
import { type Changes, sinePoints, testExperiment } from '../reference/problems.ts';

/** The effect of each setting of training, on the engine with which every run begins. Seeds are fixed. */
const createEngine = createWasmEngine();

/** A curve of 16 points; the noise is fixed, so that μ and ρ alone are trained. */
function problemWith({ inference, ...changes }: Changes) {
  return prepareProblem(
    testExperiment({
      dataset: { points: sinePoints(16) },
      network: { hidden: [8] },
      likelihood: { noise: 0.3, learn: false },
      ...changes,
      inference: { estimator: 'weight-sampling', samples: 1, ...inference },
    }),
  );
}

/** Means and standard deviations of the posterior after `steps` steps. */
async function trained(changes: Changes, steps: number) {
  const problem = problemWith(changes);
  const engine = createEngine(problem, initialState(problem));
  for (let taken = 0; taken < steps; ) taken += await engine.train(steps - taken, 1e9);
  const { parameters } = await engine.state();
  engine.dispose();
  const count = problem.plan.parameterCount;
  return { mu: parameters.slice(0, count), sigma: parameters.slice(count, 2 * count).map(softplus) };
}

/** The change of μ and ρ by one step of gradient descent from the start, for the noise and the batch of each step. */
async function movesAt(changes: Changes, steps: readonly number[]): Promise<readonly Float64Array[]> {
  const problem = problemWith({
    ...changes,
    inference: { ...changes.inference, optimizer: { kind: 'sgd', learningRate: 1e-4 } },
  });
  const moves: Float64Array[] = [];
  for (const step of steps) {
    const start = { ...initialState(problem), step };
    const engine = createEngine(problem, start);
    await engine.train(1, 1e9);
    const { parameters } = await engine.state();
    engine.dispose();
    moves.push(parameters.map((value, i) => value - start.parameters[i]!));
  }
  return moves;
}

const STEPS = Array.from({ length: 200 }, (_, step) => step);

/** Variance over steps of one step's gradient, summed over parameters, up to a constant factor. */
async function gradientVariance(changes: Changes): Promise<number> {
  const moves = await movesAt(changes, STEPS);
  return moves[0]!.reduce((total, _, i) => {
    const values = moves.map((move) => move[i]!);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return total + values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  }, 0);
}

const length = (values: Float64Array) => Math.hypot(...values);
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the seed', () => {
  it('determines the run: the same seed gives the same parameters, another seed others', async () => {
    const [once, again, other] = [
      await trained({ seed: 3 }, 20),
      await trained({ seed: 3 }, 20),
      await trained({ seed: 4 }, 20),
    ];
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
  });
});

describe('the learning rate', () => {
  it('three times as large moves μ three times as far in the first step of Adam, which is α sign(g)', async () => {
    const start = initialState(problemWith({})).parameters;
    const moved = async (learningRate: number) => {
      const { mu } = await trained({ inference: { optimizer: { kind: 'adam', learningRate } } }, 1);
      return length(mu.map((value, i) => value - start[i]!));
    };
    expect((await moved(0.03)) / (await moved(0.01))).toBeCloseTo(3, 2);
  });
});

describe('the initial width', () => {
  it('is σ of every weight before training', async () => {
    const { sigma } = await trained({ inference: { initialSigma: 0.2 } }, 0);
    for (const value of sigma) expect(value).toBeCloseTo(0.2, 6);
  });
});

describe('Monte Carlo samples', () => {
  it('16 instead of 1 divide the variance of the gradient by 16', async () => {
    const ratio =
      (await gradientVariance({ inference: { samples: 1 } })) /
      (await gradientVariance({ inference: { samples: 16 } }));
    // Each variance has a relative standard error of at most √(2/199): four standard errors of the log ratio are
    // 0.57.
    expect(Math.abs(Math.log(ratio / 16))).toBeLessThan(0.57);
  });
});

describe('the estimator', () => {
  it('local reparameterisation has less than half of the variance of weight sampling (Kingma et al. 2015, §2.2)', async () => {
    const [local, sampled] = [
      await gradientVariance({ inference: { estimator: 'local-reparameterization' } }),
      await gradientVariance({ inference: { estimator: 'weight-sampling' } }),
    ];
    expect(local).toBeLessThan(sampled / 2);
  });
});

describe('the complexity cost', () => {
  it('without data has no noise if it is exact, and by Monte Carlo the same mean with noise', async () => {
    const empty: Changes = { dataset: { points: [] } };
    const exact = await movesAt({ ...empty, inference: { kl: 'analytic' } }, [0, 1]);
    expect(exact[1]).toEqual(exact[0]);
    const sampled = await movesAt({ ...empty, inference: { kl: 'monte-carlo' } }, STEPS);
    // Summed over parameters, so that a single standard error bounds all of them.
    const sums = Float64Array.from(sampled, (move) => move.reduce((sum, value) => sum + value, 0));
    const expected = exact[0]!.reduce((sum, value) => sum + value, 0);
    const variance = sums.reduce((sum, value) => sum + (value - mean(sums)) ** 2, 0) / (sums.length - 1);
    expect(variance).toBeGreaterThan(0);
    expect(Math.abs(mean(sums) - expected)).toBeLessThan(4 * Math.sqrt(variance / sums.length));
  });
});

describe('minibatches', () => {
  it('add the variance of their rows: the smaller the batch, the larger the variance of the gradient of F', async () => {
    // The gradient of one of M batches is that of F/M.
    const noise = async (batches: number) =>
      batches ** 2 * (await gradientVariance({ inference: { batchSize: 16 / batches } }));
    const [full, halves, eighths] = [await noise(1), await noise(2), await noise(8)];
    expect(full).toBeLessThan(halves);
    expect(halves).toBeLessThan(eighths);
  });

  it('share the KL equally, or by Blundell’s schedule eight times as much to the first of four as to the last', async () => {
    // With this much noise the data do not matter: the change is that of the KL alone.
    const ratio = async (klSchedule: 'uniform' | 'blundell') => {
      const changes: Changes = { likelihood: { noise: 1e4, learn: false } };
      const [first, last] = await movesAt({ ...changes, inference: { batchSize: 4, klSchedule } }, [0, 3]);
      return length(first!) / length(last!);
    };
    expect(await ratio('uniform')).toBeCloseTo(1, 3);
    expect(await ratio('blundell')).toBeCloseTo(8, 2);
  });
});

describe('the weight of the KL', () => {
  it('keeps the posterior wide: the larger β, the larger σ, and with β = 0 σ falls below its start', async () => {
    const sigmaAt = async (klWeight: number) =>
      mean((await trained({ inference: { klWeight, initialSigma: 0.3 } }, 400)).sigma);
    const [none, half, one] = [await sigmaAt(0), await sigmaAt(0.5), await sigmaAt(1)];
    expect(none).toBeLessThan(0.3);
    expect(none).toBeLessThan(half);
    expect(half).toBeLessThan(one);
  });
});

describe('the prior', () => {
  it('wider makes the posterior wider, and moves its means farther from zero', async () => {
    const [narrow, wide] = [
      await trained({ prior: { sigma: 0.2 } }, 400),
      await trained({ prior: { sigma: 2 } }, 400),
    ];
    expect(mean(wide.sigma)).toBeGreaterThan(mean(narrow.sigma));
    expect(length(wide.mu)).toBeGreaterThan(length(narrow.mu));
  });
});

describe('pruning', () => {
  it('of all weights gives the mean of the targets everywhere, zero before scaling, without uncertainty', async () => {
    const problem = problemWith({ prediction: { pruned: 1 } });
    const engine = createEngine(problem, initialState(problem));
    await engine.train(10, 1e9);
    const { mean: predicted, epistemicSigma } = curveOf(await observe(problem, engine, async () => {}));
    engine.dispose();
    expect(predicted.length).toBeGreaterThan(0);
    for (const value of predicted) expect(value).toBeCloseTo(problem.yScaler.mean, 12);
    expect(Math.max(...epistemicSigma)).toBe(0);
  });
});
