import { describe, expect, it } from 'vitest';
import { createWasmEngine } from '../../src/engine/wasm/index.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { evaluatePredictions } from '../../src/experiment/scores/evaluate.ts';
import { createRandom, streams } from '../../src/math/random.ts';
import { datasets } from '../../src/model/datasets/index.ts';
import { curveOf } from '../experiment/document/curve.ts';

/**
 * Blundell et al. 2015, §5.2, the default experiment: 1-50-1 ReLU, N(0, 1) prior, given noise, local
 * reparameterisation; with the engine that the page uses for training.
 */
async function trained(steps: number, learn = false) {
  const experiment = defaultExperiment();
  const problem = prepareProblem({ ...experiment, likelihood: { ...experiment.likelihood, learn } });
  const engine = createWasmEngine()(problem, initialState(problem));
  for (let taken = 0; taken < steps; ) taken += await engine.train(steps - taken, 1000);
  return { problem, engine, snapshot: await observe(problem, engine, async () => {}) };
}

describe('the experiment the page opens with', () => {
  it('is Blundell’s curve on a 1-50-1 ReLU network with an N(0, 1) prior and given noise', () => {
    const { dataset, network, prior, likelihood, inference } = defaultExperiment();
    expect(dataset.id).toBe('blundell');
    expect(network).toMatchObject({ kind: 'dense', hidden: [50], activation: 'relu' });
    expect(prior).toMatchObject({ kind: 'gaussian', sigma: 1, scaling: 'fixed' });
    expect(likelihood).toMatchObject({ noise: 0.1, learn: false });
    expect(inference.estimator).toBe('local-reparameterization');
  });

  it('learns the noise if asked, predicts held-out points and is uncertain where there are no data', async () => {
    const { problem, engine, snapshot } = await trained(3000, true);
    const predictive = curveOf(snapshot);
    expect(Math.abs(snapshot.noiseSigma! - 0.063)).toBeLessThan(0.01);

    const test = datasets.blundell.points(createRandom(77, streams.data), 400, 0.02);
    const { logLikelihood } = await evaluatePredictions(problem, engine, test);
    expect(logLikelihood).toBeGreaterThan(1.25);

    const sigmaAt = (x: number) => {
      const distances = predictive.x.map((value) => Math.abs(value - x));
      return predictive.epistemicSigma[distances.indexOf(Math.min(...distances))]!;
    };
    expect(sigmaAt(1.2)).toBeGreaterThan(10 * sigmaAt(0.25));
  });

  it('after 400 steps has a band at least five times as wide outside the data as inside', async () => {
    const { snapshot } = await trained(400);
    const { x, epistemicSigma } = curveOf(snapshot);
    const largest = (low: number, high: number) =>
      epistemicSigma.reduce(
        (most, sigma, i) => (x[i]! >= low && x[i]! <= high ? Math.max(most, sigma) : most),
        0,
      );
    expect(largest(1, 1.25)).toBeGreaterThan(5 * largest(0.05, 0.45));
  });
});
