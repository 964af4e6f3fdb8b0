import { expect, test } from 'vitest';
import { initialState } from '../../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import { scoredPoints } from '../../../src/experiment/scores/calibration.ts';
import { evaluatePredictions } from '../../../src/experiment/scores/evaluate.ts';
import { exactCalibration } from '../../../src/experiment/scores/exactCalibration.ts';
import { createReferenceEngine } from '../../../src/reference/index.ts';
import { testExperiment } from '../../reference/problems.ts';

// HMC draws from the same posterior, so that its scores approach those in closed form.
test('the scores of the exact posterior are those of many draws of Hamiltonian Monte Carlo', async () => {
  const experiment = testExperiment({
    dataset: { id: 'sine-gap', size: 20 },
    network: { hidden: [] },
    likelihood: { noise: 0.3, learn: false },
    inference: { method: 'hmc', samples: 4 },
    prediction: { samples: 1000 },
  });
  const problem = prepareProblem(experiment);
  const exact = exactCalibration(problem)!;
  const engine = createReferenceEngine(problem, initialState(problem));
  for (let taken = 0; taken < 1200; ) taken += await engine.train(1200 - taken, 1e9);
  const sampled = await evaluatePredictions(problem, engine, scoredPoints(problem)!.points);
  expect(exact.points).toBe('held-out');
  expect(exact.metrics.n).toBe(sampled.n);
  expect(exact.metrics.rmse).toBeCloseTo(sampled.rmse!, 2);
  expect(exact.metrics.logLikelihood).toBeCloseTo(sampled.logLikelihood, 1);
  expect(exact.metrics.coverage).toBeCloseTo(sampled.coverage!, 1);
  expect(exact.metrics.calibrationError).toBeCloseTo(sampled.calibrationError, 1);
});
