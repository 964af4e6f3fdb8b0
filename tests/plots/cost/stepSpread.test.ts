import { expect, test } from 'vitest';
import { initialState } from '../../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import { variance } from '../../../src/math/moments.ts';
import { type EstimatorKind, estimators } from '../../../src/model/estimators/index.ts';
import { stepSpread } from '../../../src/plots/cost/stepSpread.ts';
import { createReferenceEngine, freeEnergyGradient, gradientVariance } from '../../../src/reference/index.ts';
import { sinePoints, testExperiment } from '../../reference/problems.ts';

const problemOf = (estimator: EstimatorKind, samples: number) =>
  prepareProblem(
    testExperiment({
      dataset: { points: sinePoints(12) },
      network: { hidden: [5] },
      inference: { estimator, samples },
    }),
  );

/** Standard deviation of F over steps that no run reaches, and its relative standard error. */
function measuredSpread(estimator: EstimatorKind, samples: number, parameters: Float64Array) {
  const problem = problemOf(estimator, samples);
  const steps = 200;
  const costs = Array.from({ length: steps }, (_, step) => {
    const { costs: of } = freeEnergyGradient(problem, parameters, 2 ** 30 + step);
    return of.complexityCost + of.likelihoodCost;
  });
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / steps;
  const fourth = costs.reduce((sum, cost) => sum + (cost - mean) ** 4, 0) / steps;
  const kurtosis = fourth / variance(costs) ** 2;
  return { spread: Math.sqrt(variance(costs)), relativeError: Math.sqrt((kurtosis - 1) / steps) / 2 };
}

test.each(Object.keys(estimators) as EstimatorKind[])(
  'by %s, the spread of F that is shown is that of steps, and 64 samples lower it eightfold, within four standard errors',
  async (estimator) => {
    const problem = problemOf(estimator, 1);
    const engine = createReferenceEngine(problem, initialState(problem));
    await engine.train(100, 1e9);
    const { parameters } = await engine.state();
    const shown = gradientVariance(problem, parameters, 400);
    const one = measuredSpread(estimator, 1, parameters);
    const many = measuredSpread(estimator, 64, parameters);
    const error = Math.hypot(one.relativeError, many.relativeError);
    expect(Math.abs(Math.log(one.spread / many.spread / 8))).toBeLessThan(4 * error);
    for (const [samples, { spread, relativeError }] of [
      [1, one],
      [64, many],
    ] as const) {
      const text = stepSpread(shown, estimator, samples)!.cost;
      expect(Math.abs(Math.log(text / spread))).toBeLessThan(
        4 * Math.hypot(relativeError, one.relativeError),
      );
    }
    const gradients = [1, 64].map((samples) => stepSpread(shown, estimator, samples)!.gradient);
    expect(gradients[0]! / gradients[1]!).toBeCloseTo(8, 12);
  },
);

test('there is no spread where none was measured', () => {
  expect(stepSpread(null, 'flipout', 1)).toBeNull();
  expect(stepSpread({}, 'flipout', 1)).toBeNull();
});
