import { describe, expect, it } from 'vitest';
import { initialState } from '../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { createRandom, standardNormal } from '../../src/math/random.ts';
import { type LikelihoodKind, likelihoods } from '../../src/model/likelihoods/index.ts';
import { activations, networkOutputs } from '../../src/model/networks/index.ts';
import { type PriorKind, priors } from '../../src/model/priors/index.ts';
import type { ObjectiveGradient } from '../../src/reference/freeEnergy.ts';
import { dropoutGradient } from '../../src/reference/methods/dropout.ts';
import { chainDimension, logPosteriorDensity } from '../../src/reference/methods/hamiltonian.ts';
import { curvatureDiagonal } from '../../src/reference/methods/laplace.ts';
import { posteriorGradient } from '../../src/reference/methods/pointEstimates.ts';
import { type Changes, testExperiment, threeInputs } from './problems.ts';

const H = 1e-5;
const likelihoodKinds = Object.keys(likelihoods) as LikelihoodKind[];
const priorKinds = Object.keys(priors) as PriorKind[];

function problemOf(kind: LikelihoodKind, changes: Changes = {}) {
  const { task } = likelihoods[kind];
  const points = threeInputs(kind === 'bernoulli' ? 2 : 3, task);
  return prepareProblem(
    testExperiment({ ...changes, dataset: { points, task }, likelihood: { kind, ...changes.likelihood } }),
  );
}

/** Numbers away from every kink. */
function anywhere(length: number): Float64Array {
  const random = createRandom(9, 99);
  return Float64Array.from({ length }, () => 0.5 * standardNormal(random));
}

/** Largest difference from central differences, relative to the largest element of the gradient. */
function worst(gradient: Float64Array, f: (at: Float64Array) => number, at: Float64Array): number {
  const largest = gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return gradient.reduce((most, value, i) => {
    const up = at.slice();
    const down = at.slice();
    up[i]! += H;
    down[i]! -= H;
    return Math.max(most, Math.abs((f(up) - f(down)) / (2 * H) - value) / largest);
  }, 0);
}

const total = ({ costs }: ObjectiveGradient) => costs.complexityCost + costs.likelihoodCost;

describe('gradients equal finite differences', () => {
  it.each(likelihoodKinds)('of MAP and HMC, %s likelihood', (kind) => {
    const problem = problemOf(kind);
    const at = anywhere(initialState(problem).parameters.length);
    const { gradient } = posteriorGradient(problem, at, 0);
    expect(worst(gradient, (moved) => total(posteriorGradient(problem, moved, 0)), at)).toBeLessThan(1e-6);
    const position = anywhere(chainDimension(problem));
    const slope = new Float64Array(position.length);
    const density = logPosteriorDensity(problem);
    density(position, slope);
    expect(worst(slope, (moved) => density(moved, new Float64Array(moved.length)), position)).toBeLessThan(
      1e-6,
    );
  });

  it.each(priorKinds)('of MC dropout, %s prior scaled by fan-in', (kind) => {
    const problem = problemOf('gaussian', {
      prior: { kind, scaling: 'fan-in' },
      inference: { method: 'mc-dropout', samples: 3 },
    });
    const at = anywhere(initialState(problem).parameters.length);
    const { gradient } = dropoutGradient(problem, at, 2);
    expect(worst(gradient, (moved) => total(dropoutGradient(problem, moved, 2)), at)).toBeLessThan(1e-6);
  });
});

it('the gradients of the members of an ensemble are independent', () => {
  const problem = problemOf('gaussian', { inference: { method: 'deep-ensemble', samples: 3 } });
  const at = anywhere(initialState(problem).parameters.length);
  const before = posteriorGradient(problem, at, 0).gradient;
  const row = at.length / 3;
  const moved = at.map((value, i) => (i < row ? value + 1 : value));
  const after = posteriorGradient(problem, moved, 0).gradient;
  expect(after.subarray(row)).toEqual(before.subarray(row));
  expect(after.subarray(0, row)).not.toEqual(before.subarray(0, row));
});

it('HMC gives zero density to a noise beyond its limits', () => {
  const problem = problemOf('gaussian');
  const position = anywhere(chainDimension(problem));
  position[position.length - 1] = 20;
  expect(logPosteriorDensity(problem)(position, new Float64Array(position.length))).toBe(
    Number.NEGATIVE_INFINITY,
  );
});

/** Σ over examples and classes of p(y = c) (∂ log p(y = c)/∂w_i)², by finite differences: the Fisher information. */
it.each(['bernoulli', 'categorical'] as const)(
  'the Gauss–Newton diagonal of the %s likelihood is its Fisher information',
  (kind) => {
    const problem = problemOf(kind, { network: { activation: 'tanh' } });
    const weights = anywhere(problem.plan.parameterCount);
    const curvature = curvatureDiagonal(problem, weights, 0);
    const likelihood = likelihoods[kind];
    const { classes, outputCount, n, inputs } = problem;
    const slope = new Float64Array(outputCount + 1);
    const costs = (at: Float64Array) => {
      const outputs = networkOutputs(problem.plan, activations.tanh, at, inputs);
      return Array.from({ length: n }, (_, row) =>
        Array.from({ length: classes }, (_, y) => likelihood.cost(y, outputs, row * outputCount, 0, slope)),
      );
    };
    const here = costs(weights);
    curvature.forEach((value, i) => {
      const up = weights.slice();
      const down = weights.slice();
      up[i]! += H;
      down[i]! -= H;
      const [above, below] = [costs(up), costs(down)];
      let fisher = 0;
      for (let row = 0; row < n; row++)
        for (let y = 0; y < classes; y++)
          fisher += Math.exp(-here[row]![y]!) * ((above[row]![y]! - below[row]![y]!) / (2 * H)) ** 2;
      expect(Math.abs(value - fisher)).toBeLessThan(1e-6 * Math.max(1, fisher));
    });
  },
);
