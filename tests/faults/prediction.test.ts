import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/experiment/engine/engine.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { evaluatePredictions } from '../../src/experiment/scores/evaluate.ts';
import { normalLogDensity } from '../../src/math/special.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';
import { curveOf } from '../experiment/document/curve.ts';
import { golden, relativeError } from '../reference/golden.ts';
import { type Changes, sinePoints, testExperiment, threeInputs } from '../reference/problems.ts';

const prepared = (changes: Changes = {}) =>
  prepareProblem(testExperiment({ dataset: { points: sinePoints(12) }, ...changes }));
const noYield = async () => {};

function untrained(changes: Changes = {}) {
  const problem = prepared(changes);
  return { problem, engine: createReferenceEngine(problem, initialState(problem)) };
}

/** An engine whose draws return these outputs for every input. */
function saying(engine: Engine, ofDraws: readonly number[]): Engine {
  return {
    ...engine,
    outputs: async (inputs, firstDraw, draws) =>
      Float64Array.from(
        { length: inputs.length * draws },
        (_, i) => ofDraws[firstDraw + Math.floor(i / inputs.length)]!,
      ),
  };
}

describe('a fault: averaged log-probabilities or averaged logits in prediction', () => {
  it('is absent: classes are scored by the mean of the draws’ probabilities', async () => {
    const points = threeInputs(3, 'classification');
    const { problem, engine } = untrained({
      dataset: { points, task: 'classification' },
      likelihood: { kind: 'categorical' },
      inference: { initialSigma: 1 },
      prediction: { samples: 40 },
    });
    const { logLikelihood } = await evaluatePredictions(problem, engine, points);
    const outputs = await engine.outputs(problem.inputs, 0, 40);
    const softmax = (logits: readonly number[]) => {
      const total = logits.reduce((sum, f) => sum + Math.exp(f), 0);
      return logits.map((f) => Math.exp(f) / total);
    };
    let right = 0;
    let ofLogits = 0;
    points.forEach(({ y }, row) => {
      const draws = Array.from({ length: 40 }, (_, s) => [
        ...outputs.subarray((s * points.length + row) * 3, (s * points.length + row + 1) * 3),
      ]);
      const mean = (values: readonly number[]) =>
        values.reduce((sum, value) => sum + value / values.length, 0);
      right += Math.log(mean(draws.map((logits) => softmax(logits)[y]!))) / points.length;
      ofLogits +=
        Math.log(softmax([0, 1, 2].map((c) => mean(draws.map((logits) => logits[c]!))))[y]!) / points.length;
    });
    expect(logLikelihood).toBeCloseTo(right, 9);
    expect(Math.abs(right - ofLogits)).toBeGreaterThan(0.01);
  });

  it('is absent: numbers are scored by the mean of the draws’ densities', async () => {
    const { problem, engine } = untrained({
      dataset: { points: sinePoints(12), standardize: false },
      likelihood: { noise: 0.5, learn: false },
      prediction: { samples: 3 },
    });
    const { logLikelihood } = await evaluatePredictions(problem, saying(engine, [0, 1, 4]), [
      { x: [0], y: 0.5 },
    ]);
    const densities = [0, 1, 4].map((f) => Math.exp(normalLogDensity(0.5, f, 0.5)));
    expect(logLikelihood).toBeCloseTo(Math.log(densities.reduce((sum, p) => sum + p, 0) / 3), 12);
    const meanOfLogs = densities.reduce((sum, p) => sum + Math.log(p) / 3, 0);
    expect(logLikelihood - meanOfLogs).toBeGreaterThan(1);
  });
});

describe('a fault: a test log-likelihood of one normal with the mixture’s moments', () => {
  it('is absent: two distant draws give a low density between them', async () => {
    const { problem, engine } = untrained({
      dataset: { points: sinePoints(12), standardize: false },
      likelihood: { noise: 0.1, learn: false },
      prediction: { samples: 2 },
    });
    const score = async (y: number) =>
      (await evaluatePredictions(problem, saying(engine, [-1, 1]), [{ x: [0], y }])).logLikelihood;
    expect(await score(0)).toBeCloseTo(normalLogDensity(0, 1, 0.1), 9);
    expect(await score(1)).toBeCloseTo(normalLogDensity(1, 1, 0.1) - Math.LN2, 9);
    const matched = normalLogDensity(0, 0, Math.sqrt(1.01));
    expect(matched - (await score(0))).toBeGreaterThan(40);
  });
});

describe('a fault: epistemic variance of zero, because the batch was tiled through one draw', () => {
  it('is absent: rows of one draw are equal, draws differ', async () => {
    const { engine } = untrained({ inference: { initialSigma: 0.5 } });
    const outputs = await engine.outputs(Float64Array.of(0.3, 0.3, 0.3), 0, 5);
    for (let draw = 0; draw < 5; draw++)
      expect(new Set(outputs.subarray(3 * draw, 3 * draw + 3)).size).toBe(1);
    expect(new Set(outputs).size).toBe(5);
  });

  it('is absent: the band widens away from the data', async () => {
    const { problem, engine } = untrained({ inference: { initialSigma: 0.5 } });
    await engine.train(1, 1e9);
    const predictive = curveOf(await observe(problem, engine, noYield));
    expect(Math.min(...predictive.epistemicSigma)).toBeGreaterThan(0.05);
  });

  it('is absent: five draws of one input have the computed variance and score', async () => {
    const truth = golden.regression_predictive;
    const { problem, engine } = untrained({
      dataset: { points: sinePoints(12), standardize: false },
      likelihood: { noise: truth.noise_sigma, learn: false },
      prediction: { samples: truth.f.length },
    });
    await engine.train(1, 1e9);
    const computed = saying(engine, truth.f);
    const predictive = curveOf(await observe(problem, computed, noYield));
    predictive.x.forEach((_, i) => {
      expect(relativeError(predictive.mean[i]!, truth.mean)).toBeLessThan(1e-9);
      const epistemic = predictive.epistemicSigma[i]! ** 2;
      expect(relativeError(epistemic, truth.epistemic_var)).toBeLessThan(1e-9);
      const total = epistemic + predictive.aleatoricSigma[i]! ** 2;
      expect(relativeError(total, truth.total_var)).toBeLessThan(1e-9);
    });
    const { logLikelihood } = await evaluatePredictions(problem, computed, [{ x: [0], y: truth.y }]);
    expect(relativeError(logLikelihood, truth.log_lik_mixture)).toBeLessThan(1e-9);
  });
});
