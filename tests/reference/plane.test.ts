import { describe, expect, it } from 'vitest';
import { setFields } from '../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import type { Engine } from '../../src/experiment/engine/engine.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import type { PlanePredictive } from '../../src/experiment/pictures/snapshot.ts';
import type { Problem } from '../../src/experiment/problem/problem.ts';
import { standardizedInputs } from '../../src/experiment/problem/scalers.ts';
import { sigmoid } from '../../src/math/special.ts';
import { multiplyAdds } from '../../src/model/networks/index.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';

function experimentOf(changes: Readonly<Record<string, unknown>>): Experiment {
  const resolved = setFields(defaultExperiment(), { 'network.hidden': [10], ...changes });
  if ('faults' in resolved) throw new Error(resolved.faults.map(({ message }) => message).join());
  return resolved.experiment;
}

async function trained(changes: Readonly<Record<string, unknown>>, steps: number) {
  const problem = prepareProblem(experimentOf(changes));
  const engine = createReferenceEngine(problem, initialState(problem));
  for (let taken = 0; taken < steps; ) taken += await engine.train(steps - taken, 1000);
  return { problem, engine };
}

async function planeOf(problem: Problem, engine: Engine): Promise<PlanePredictive> {
  const { predictive } = await observe(problem, engine, async () => {});
  if (predictive?.kind !== 'plane') throw new Error(`not a plane: ${predictive?.kind}`);
  return predictive;
}

describe.each(['moons', 'gaussians', 'iris'])('the map of %s', (id) => {
  const made = trained({ 'dataset.id': id, 'prediction.samples': 20 }, 30);

  it('has probabilities that add up to one, and entropy that is aleatoric plus epistemic', async () => {
    const { problem, engine } = await made;
    const plane = await planeOf(problem, engine);
    const { classes, probabilities, totalEntropy, aleatoricEntropy, mutualInformation } = plane;
    expect(classes).toBe(problem.classes);
    totalEntropy.forEach((total, place) => {
      const p = probabilities.subarray(place * classes, (place + 1) * classes);
      expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
      const entropy = p.reduce((sum, value) => sum - (value > 0 ? value * Math.log(value) : 0), 0);
      expect(total).toBeCloseTo(entropy, 9);
      expect(mutualInformation[place]).toBeGreaterThanOrEqual(0);
      expect(aleatoricEntropy[place]! + mutualInformation[place]!).toBeCloseTo(total, 9);
    });
  });

  it('starts at the lower left of the plot, and has leads that agree with the draws', async () => {
    const { problem, engine } = await made;
    const { x, y, leads, classes, drawCount } = await planeOf(problem, engine);
    expect([x[0], x.at(-1)]).toEqual([...problem.xDomain]);
    expect([y[0], y.at(-1)]).toEqual([...problem.yDomain]);
    const [column, row] = [7, 31];
    const inputs = standardizedInputs([{ x: [x[column]!, y[row]!] }], problem.xScalers);
    const outputs = await engine.outputs(inputs, 0, drawCount);
    const places = x.length * y.length;
    for (let draw = 0; draw < drawCount; draw++) {
      const logits = outputs.subarray(draw * problem.outputCount, (draw + 1) * problem.outputCount);
      const full = logits.length === 1 ? [0, logits[0]!] : [...logits];
      const found = Array.from(
        { length: classes },
        (_, c) => leads[(draw * classes + c) * places + row * x.length + column]!,
      );
      found.forEach((lead, c) => {
        const others = full.filter((_, other) => other !== c);
        expect(lead).toBeCloseTo(full[c]! - Math.max(...others), 9);
      });
    }
  });
});

it('class probabilities and entropies are averaged over draws, never their log-odds', async () => {
  const { problem, engine } = await trained({ 'dataset.id': 'spirals', 'prediction.samples': 30 }, 30);
  const { x, y, classes, probabilities, aleatoricEntropy, mutualInformation } = await planeOf(
    problem,
    engine,
  );
  let furthest = 0;
  for (const [column, row] of [
    [0, 0],
    [21, 4],
    [38, 30],
  ] as const) {
    const place = row * x.length + column;
    const inputs = standardizedInputs([{ x: [x[column]!, y[row]!] }], problem.xScalers);
    const outputs = await engine.outputs(inputs, 0, 30);
    const draws = Array.from({ length: 30 }, (_, draw) => {
      const odds = [...outputs.subarray(draw * classes, (draw + 1) * classes)].map(Math.exp);
      const sum = odds.reduce((total, value) => total + value, 0);
      return odds.map((value) => value / sum);
    });
    const mean = Array.from({ length: classes }, (_, c) => draws.reduce((sum, p) => sum + p[c]! / 30, 0));
    const entropy = (p: readonly number[]) => p.reduce((sum, value) => sum - value * Math.log(value), 0);
    const aleatoric = draws.reduce((sum, p) => sum + entropy(p) / 30, 0);
    mean.forEach((p, c) => expect(probabilities[place * classes + c]).toBeCloseTo(p, 9));
    expect(aleatoricEntropy[place]).toBeCloseTo(aleatoric, 9);
    expect(mutualInformation[place]).toBeCloseTo(entropy(mean) - aleatoric, 9);
    furthest = Math.max(furthest, entropy(mean) - aleatoric);
  }
  // The draws differ; otherwise any average would pass.
  expect(furthest).toBeGreaterThan(0.01);
});

it('is computed in pieces, between which messages are read, before and after training', async () => {
  const { problem, engine } = await trained({ 'dataset.id': 'spirals', 'network.hidden': [50] }, 0);
  for (const steps of [0, 1]) {
    if (steps > 0) await engine.train(steps, 1000);
    let pieces = 1;
    const { predictive } = await observe(problem, engine, async () => {
      pieces++;
    });
    if (predictive?.kind !== 'plane') throw new Error(`not a plane: ${predictive?.kind}`);
    const work =
      problem.experiment.prediction.samples * predictive.totalEntropy.length * multiplyAdds(problem.plan);
    // Outputs in pieces of at most twice four million multiply-adds, classes in rows of the grid.
    expect(pieces).toBeGreaterThanOrEqual(Math.floor(work / 8e6) + predictive.y.length - 1);
  }
});

it('two classes under one draw are the sigmoid of the output', async () => {
  const { problem, engine } = await trained({ 'dataset.id': 'xor', 'prediction.samples': 1 }, 5);
  const { probabilities, leads, mutualInformation } = await planeOf(problem, engine);
  const places = mutualInformation.length;
  for (let place = 0; place < places; place += 97) {
    expect(probabilities[2 * place + 1]).toBeCloseTo(sigmoid(leads[places + place]!), 12);
    expect(mutualInformation[place]).toBe(0);
  }
});

it('has more uncertainty far from the data than in the middle of a class', async () => {
  const { problem, engine } = await trained({ 'dataset.id': 'gaussians', 'dataset.classes': 2 }, 600);
  const { x, y, mutualInformation } = await planeOf(problem, engine);
  const at = (a: number, b: number) => {
    const nearest = (axis: Float64Array, value: number) =>
      axis.reduce(
        (best, place, i) => (Math.abs(place - value) < Math.abs(axis[best]! - value) ? i : best),
        0,
      );
    return mutualInformation[nearest(y, b) * x.length + nearest(x, a)]!;
  };
  // Class 1 is centred at (0, 1.6), class 2 at (0, −1.6); far out along their border there are no data.
  expect(at(4.4, 0)).toBeGreaterThan(2 * at(0, 1.6));
  expect(at(-4.4, 0)).toBeGreaterThan(2 * at(0, -1.6));
});

it('three classes require a categorical likelihood, two a Bernoulli one', () => {
  expect(experimentOf({ 'dataset.id': 'spirals' }).likelihood.kind).toBe('categorical');
  expect(experimentOf({ 'dataset.id': 'spirals', 'dataset.classes': 2 }).likelihood.kind).toBe('bernoulli');
  expect(setFields(defaultExperiment(), { 'dataset.id': 'moons', 'dataset.classes': 3 })).toEqual({
    faults: [
      { path: 'dataset.classes', message: 'dataset.classes: the data set “Two moons” has 2 classes, not 3' },
    ],
  });
});
