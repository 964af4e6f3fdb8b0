import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/experiment/problem/problem.ts';
import { experimentAsPython } from '../../src/export/python.ts';
import { softplus, softplusInverse } from '../../src/math/special.ts';
import { type LikelihoodKind, likelihoods } from '../../src/model/likelihoods/index.ts';
import { golden, relativeError } from '../reference/golden.ts';
import { expectMeanFieldOptimum } from '../reference/optimum.ts';
import type { Changes } from '../reference/problems.ts';
import { complexityCost, costAtMeans, someParameters } from './expected.ts';
import { exportedProblem } from './problems.ts';
import { evaluateScripts, pythonWithTorch, runModules } from './pythonRunner.ts';

const python = pythonWithTorch();
const likelihoodKinds = Object.keys(likelihoods) as LikelihoodKind[];
const truth = golden.bayesian_linear_regression[0]!;

/** A problem, its script, and parameters at which to evaluate both. */
function given(problem: Problem, rho: number) {
  return { problem, script: experimentAsPython(problem), parameters: someParameters(problem, rho) };
}

/** Bayesian linear regression of golden.json in its own units; parameters are kernel, then bias. */
function linearScript(changes: Changes = {}): string {
  const points = truth.X.map((row, i) => ({ x: [row[1]!], y: truth.y[i]! }));
  return experimentAsPython(
    exportedProblem({
      ...changes,
      dataset: { points, standardize: false },
      network: { hidden: [] },
      prior: { sigma: 1 },
      likelihood: { noise: truth.noise_sigma, learn: false },
    }),
  );
}

/** Expects the mean of `values` within four standard errors of `expected`. */
function expectMean(values: readonly number[], expected: number, error = 0): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.hypot(Math.sqrt(variance / values.length), error));
}

describe.skipIf(!python)('exported scripts (needs python3-torch)', () => {
  it('have the costs of the playground at given parameters', () => {
    // σ = softplus(−10) = 4.5e-5: the likelihood cost equals that of the means to about 1e-5.
    const narrow = likelihoodKinds.flatMap((kind) =>
      [[], [6, 4]].flatMap((hidden) =>
        [1, 2].map((inputCount) =>
          given(exportedProblem({ network: { hidden }, likelihood: { kind } }, inputCount), -10),
        ),
      ),
    );
    // For priors with a closed form the complexity cost is exact at any σ.
    const anyWidth = (['gaussian', 'laplace'] as const).flatMap((kind) =>
      (['fixed', 'fan-in'] as const).flatMap((scaling) =>
        [-10, -3, 0, 2].map((rho) => given(exportedProblem({ prior: { kind, scaling } }), rho)),
      ),
    );
    const cases = [...narrow, ...anyWidth];
    evaluateScripts(python!, cases).forEach((printed, i) => {
      const { problem, parameters } = cases[i]!;
      const complexity = complexityCost(problem, parameters);
      expect(relativeError(printed.complexityCost, complexity)).toBeLessThan(1e-6);
      if (i >= narrow.length) return;
      const likelihood = costAtMeans(problem, parameters);
      expect(relativeError(printed.likelihoodCost, likelihood)).toBeLessThan(1e-4);
      expect(relativeError(printed.freeEnergy, complexity + likelihood)).toBeLessThan(1e-4);
    });
  });

  it('have the exact free energy of linear regression within four standard errors', () => {
    const { mu, sigma, neg_elbo } = truth.test_point;
    // golden.json lists intercept, then slope.
    const parameters = [mu.toReversed(), sigma.toReversed().map(softplusInverse)];
    const [totals] = runModules<number[]>(
      python!,
      [linearScript()],
      `mu, rho = (torch.tensor(values) for values in ${JSON.stringify(parameters)})
result = [m.free_energy(mu, rho, m.log_noise, 20)[0].item() for _ in range(100)]`,
    );
    expectMean(totals!, neg_elbo);
  });

  it('estimate the same free energy by every estimator, within four standard errors', () => {
    const scripts = (['weight-sampling', 'local-reparameterization', 'flipout'] as const).flatMap(
      (estimator) =>
        (['analytic', 'monte-carlo'] as const).map((kl) =>
          experimentAsPython(
            exportedProblem({ inference: { estimator, kl, samples: 20, initialSigma: 0.3 } }),
          ),
        ),
    );
    const results = runModules<{ objectives: number[]; totals: number[] }>(
      python!,
      scripts,
      `objectives = [m.objective(m.inputs, m.targets).item() + m.n * math.log(m.Y_SCALE) for _ in range(100)]
if i == 0:  # one q: every script draws the same initial means
    totals = [m.free_energy(m.mu, m.rho, m.log_noise, 20)[0].item() for _ in range(100)]
result = {'objectives': objectives, 'totals': totals}`,
    );
    for (const { objectives, totals } of results) {
      const mean = totals.reduce((sum, value) => sum + value / totals.length, 0);
      const error = Math.sqrt(totals.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / totals.length;
      expectMean(objectives, mean, error);
    }
  });

  it('train linear regression to the mean-field optimum', () => {
    const optimizer = { kind: 'adam', learningRate: 0.01 } as const;
    const cases = [
      ['weight-sampling', 'full'],
      ['local-reparameterization', 5],
      ['flipout', 'full'],
    ] as const;
    const scripts = cases.map(([estimator, batchSize]) =>
      linearScript({ inference: { estimator, batchSize, samples: 64, optimizer } }),
    );
    // Averages iterates, because gradient noise scatters single ones by about the square root of the learning rate.
    const averages = runModules<{ readonly mu: number[]; readonly rho: number[] }>(
      python!,
      scripts,
      `m.train(400)
mu, rho = torch.zeros(2), torch.zeros(2)
for _ in range(40):
    m.train(10)
    mu += m.mu.detach() / 40
    rho += m.rho.detach() / 40
result = {'mu': mu.tolist(), 'rho': rho.tolist()}`,
    );
    expect(averages).toHaveLength(cases.length);
    for (const { mu, rho } of averages) expectMeanFieldOptimum({ mu, sigma: rho.map(softplus) });
  });
});
