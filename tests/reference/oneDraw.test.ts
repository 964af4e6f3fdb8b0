import { expect, test } from 'vitest';
import { initialState, posteriorDraws } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import type { Problem } from '../../src/experiment/problem/problem.ts';
import { createReferenceEngine, freeEnergyGradient, nextStep } from '../../src/reference/index.ts';
import { type Changes, sinePoints, testExperiment } from './problems.ts';

const nothing = async () => {};

async function trained(changes: Changes, steps = 5) {
  const problem = prepareProblem(testExperiment({ dataset: { points: sinePoints(12) }, ...changes }));
  const engine = createReferenceEngine(problem, initialState(problem));
  await engine.train(steps, Number.POSITIVE_INFINITY);
  return { problem, engine };
}

const drawn = (draw: 'off' | 'frozen' | 'resampled' | 'zero', drawIndex = 0): Changes => ({
  view: { draw, drawIndex },
});

test('a frozen draw is the curve of that number among the prediction’s', async () => {
  const { problem, engine } = await trained(drawn('frozen', 3));
  const { draw, predictive } = await observe(problem, engine, nothing);
  if (predictive.kind !== 'curve' || !draw?.curve) throw new Error('no curve');
  const count = predictive.x.length;
  const third = predictive.draws.subarray(3 * count, 4 * count);
  draw.curve.forEach((value, i) => expect(value).toBeCloseTo(third[i]!, 12));
  expect(draw.index).toBe(3);
});

test('its weights are μ + σε, and ε is constant while q changes', async () => {
  const { problem, engine } = await trained(drawn('frozen', 7));
  const before = await observe(problem, engine, nothing);
  await engine.train(10, Number.POSITIVE_INFINITY);
  const after = await observe(problem, engine, nothing);
  expect(after.draw!.epsilon).toEqual(before.draw!.epsilon);
  expect(after.draw!.weights).not.toEqual(before.draw!.weights);
  const { mu, sigma } = after.weights;
  after.draw!.weights.forEach((w, i) =>
    expect(w).toBeCloseTo(mu[i]! + sigma[i]! * after.draw!.epsilon[i]!, 12),
  );
});

test('resampled, it is another draw at every step; at ε = 0 it is the means', async () => {
  const { problem, engine } = await trained(drawn('resampled'));
  const first = await observe(problem, engine, nothing);
  await engine.train(1, Number.POSITIVE_INFINITY);
  const second = await observe(problem, engine, nothing);
  expect(first.draw!.index).toBe(5);
  expect(second.draw!.index).toBe(6);
  expect(second.draw!.epsilon).not.toEqual(first.draw!.epsilon);
  const { problem: resting, engine: rests } = await trained(drawn('zero'));
  const still = await observe(resting, rests, nothing);
  expect(still.draw!.index).toBeNull();
  expect(still.draw!.weights).toEqual(still.weights.mu);
});

test('F is the mean of what its draws cost', async () => {
  const draws = 400;
  const { problem, engine } = await trained({ prior: { kind: 'gaussian' } });
  const { freeEnergy } = await observe(problem, engine, nothing);
  const costs: { complexity: number; likelihood: number }[] = [];
  for (let drawIndex = 0; drawIndex < draws; drawIndex++) {
    const following: Problem = {
      ...problem,
      experiment: { ...problem.experiment, view: { ...problem.experiment.view, draw: 'frozen', drawIndex } },
    };
    const { draw } = await observe(following, engine, nothing);
    costs.push({ complexity: draw!.complexityCost, likelihood: draw!.likelihoodCost });
  }
  for (const [part, expected] of [
    ['complexity', freeEnergy.complexityCost],
    ['likelihood', freeEnergy.likelihoodCost],
  ] as const) {
    const values = costs.map((cost) => cost[part]);
    const mean = values.reduce((sum, value) => sum + value, 0) / draws;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws - 1);
    // The likelihood cost of the snapshot is also a mean over 32 of the draws.
    expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(variance * (1 / draws + 1 / 32)));
  }
});

test('no draw is traced without a request, nor without a q', async () => {
  const { problem, engine } = await trained(drawn('off'));
  expect((await observe(problem, engine, nothing)).draw).toBeNull();
  const point = await trained({ ...drawn('frozen'), inference: { method: 'map' } });
  expect((await observe(point.problem, point.engine, nothing)).draw).toBeNull();
});

test('outputs of neurons have the moments of their draws', async () => {
  const { problem, engine } = await trained({ view: { panels: ['network'] }, network: { hidden: [4] } });
  const { neurons } = await observe(problem, engine, nothing);
  const { parameters } = await engine.state();
  const drawnWeights = posteriorDraws(problem, parameters, 0, 16);
  const layer = problem.plan.layers[0]!;
  const [low, high] = problem.xDomain;
  const place = 11;
  const x = low + ((high - low) * place) / (neurons!.columns - 1);
  const z = (x - problem.xScalers[0]!.mean) / problem.xScalers[0]!.scale;
  for (let unit = 0; unit < 4; unit++) {
    const answers = Array.from({ length: 16 }, (_, draw) => {
      const at = draw * problem.plan.parameterCount;
      const a =
        drawnWeights[at + layer.kernelOffset + unit]! * z + drawnWeights[at + layer.biasOffset + unit]!;
      return Math.max(a, 0);
    });
    const mean = answers.reduce((sum, h) => sum + h, 0) / 16;
    const variance = answers.reduce((sum, h) => sum + (h - mean) ** 2, 0) / 16;
    expect(neurons!.layers[0]!.mean[unit * neurons!.columns + place]).toBeCloseTo(mean, 10);
    expect(neurons!.layers[0]!.sigma[unit * neurons!.columns + place]).toBeCloseTo(Math.sqrt(variance), 10);
  }
});

test.each(['weight-sampling', 'local-reparameterization', 'flipout'] as const)(
  'the parts of a step by %s are those of the next training step',
  async (estimator) => {
    const { problem, engine } = await trained({ inference: { estimator, samples: 2, batchSize: 4 } });
    const state = await engine.state();
    const parts = nextStep(problem, state, null)!;
    const count = problem.plan.parameterCount;
    const { gradient, costs } = freeEnergyGradient(problem, state.parameters, state.step);
    await engine.train(1, Number.POSITIVE_INFINITY);
    const after = await engine.state();
    expect(parts.step).toBe(after.step);
    expect(parts.rows).toBe(4);
    expect(parts.muAfter).toEqual(after.parameters.slice(0, count));
    expect(parts.rhoAfter).toEqual(after.parameters.slice(count, 2 * count));
    expect(parts.gradientMu).toEqual(gradient.slice(0, count));
    expect(parts.complexityCost).toBe(costs.complexityCost);
    expect(parts.weights === null).toBe(estimator === 'local-reparameterization');
  },
);
