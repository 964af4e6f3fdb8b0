import { expect, test } from 'vitest';
import { initialState } from '../../../src/experiment/engine/state.ts';
import { observe } from '../../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import {
  followedWeight,
  lineValues,
  parts,
  partTexts,
  programLine,
  type StepContext,
} from '../../../src/panels/slow/parts.ts';
import { costTexts } from '../../../src/plots/cost/costUnits.ts';
import { formatChange, formatNumber } from '../../../src/plots/frame/format.ts';
import { createReferenceEngine, nextStep } from '../../../src/reference/index.ts';
import { type Changes, sinePoints, testExperiment } from '../../reference/problems.ts';

async function describedStep(changes: Changes = {}): Promise<StepContext> {
  const problem = prepareProblem(testExperiment({ dataset: { points: sinePoints(9) }, ...changes }));
  const engine = createReferenceEngine(problem, initialState(problem));
  await engine.train(3, Number.POSITIVE_INFINITY);
  const { weights } = await observe(problem, engine, async () => {});
  const step = nextStep(problem, await engine.state(), null)!;
  return { step, weights, experiment: problem.experiment, weight: 2, name: 'the third weight' };
}

test('every part has a sentence and a line of values', async () => {
  const described = await describedStep();
  expect(partTexts(described)).toHaveLength(parts.length);
  expect(lineValues(described)).toHaveLength(parts.length);
  for (const text of [...partTexts(described), ...lineValues(described)])
    expect(text).not.toMatch(/NaN|undefined|–/);
});

test('the numbers of the sentences are those of the step', async () => {
  const described = await describedStep();
  const { step, weights } = described;
  const [draw, weight, , costs, gradients, update] = partTexts(described) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  expect(draw).toContain(`ε = ${formatNumber(step.epsilon![2]!)}`);
  expect(weight).toContain(
    `= ${formatNumber(weights.mu[2]! + weights.sigma[2]! * step.epsilon![2]!)}, where`,
  );
  const [, mu, noise, drawn] = weight.match(/= (\S+) \+ (\S+) = (\S+),/)!.map(Number);
  expect(mu! + noise!).toBeCloseTo(drawn!, 9);
  const costsOfStep = { ...step, complexityCost: step.complexityShare * step.complexityCost };
  expect(costs).toContain(`= ${costTexts(costsOfStep, 'nats').total} nats`);
  expect(gradients).toContain(`∂F/∂μ = ${formatNumber(step.gradientMu[2]!)}`);
  expect(update).toContain(`to ${formatChange(weights.mu[2]!, step.muAfter[2]!)[1]}`);
});

test('an estimator that draws no weights is described without draws', async () => {
  const described = await describedStep({ inference: { estimator: 'local-reparameterization' } });
  expect(partTexts(described)[0]).toContain('draws no weights');
  expect(lineValues(described)[1]).toBe('not drawn');
});

test('the lines that differ from plain backprop are all except the forward pass', () => {
  expect(parts.filter(({ bayes, plain }) => bayes === plain).map(({ title }) => title)).toEqual(['Forward']);
});

test('the selected weight is traced, else the one with the largest gradient', async () => {
  const { step } = await describedStep();
  expect(followedWeight(step, 1)).toBe(1);
  const steepest = followedWeight(step, null);
  for (const slope of step.gradientMu)
    expect(Math.abs(slope)).toBeLessThanOrEqual(Math.abs(step.gradientMu[steepest]!));
  expect(followedWeight(step, 10_000)).toBe(steepest);
});

test('the update is that of the optimiser', () => {
  const { bayes, plain } = parts.at(-1)!;
  expect(programLine(bayes, 'sgd')).toBe('μ ← μ − α Δμ,  ρ ← ρ − α Δρ');
  expect(programLine(bayes, 'adam')).toBe('μ ← Adam(μ, Δμ),  ρ ← Adam(ρ, Δρ)');
  expect(programLine(plain!, 'rmsprop')).toBe('w ← RMSprop(w, Δw)');
});
