import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/experiment/problem/problem.ts';
import { experimentAsPython } from '../../src/export/python.ts';
import { softplus } from '../../src/math/special.ts';
import { likelihoods, summarizeClasses } from '../../src/model/likelihoods/index.ts';
import { relativeError } from '../reference/golden.ts';
import { outputsAtMeans, type Parameters, someParameters } from './expected.ts';
import { everyCombination, exportedProblem } from './problems.ts';
import { evaluateScripts, pythonWithTorch, runModules, runScripts } from './pythonRunner.ts';

const python = pythonWithTorch();

/** One standardised input, and the network's outputs there at the means. */
function at(problem: Problem, parameters: Parameters, x: number) {
  const { xScalers, yScaler } = problem;
  const input = (x - xScalers[0]!.mean) / xScalers[0]!.scale;
  return { input, outputs: outputsAtMeans(problem, parameters, Float64Array.of(input)), yScaler };
}

describe.skipIf(!python)('exported scripts (needs python3-torch)', () => {
  it('run for every prior, likelihood and estimator, with rotating optimisers', () => {
    const combinations = everyCombination.filter((_, i) => i % 3 === Math.floor(i / 3) % 3);
    const scripts = combinations.map(({ problem }) => experimentAsPython(problem));
    const printed = runScripts(python!, scripts, () => ['--steps', '3', '--json']);
    expect(printed).toHaveLength(3 * 4 * 3);
    printed.forEach((line, i) => {
      const { freeEnergy, mu, accuracy, rootMeanSquareError, predictions } = JSON.parse(line);
      const { classes, inputCount, plan } = combinations[i]!.problem;
      expect(freeEnergy).toBeTypeOf('number');
      expect(mu).toHaveLength(plan.parameterCount);
      expect(accuracy !== undefined).toBe(classes > 0);
      expect(rootMeanSquareError !== undefined).toBe(classes === 0 && inputCount > 1);
      expect(predictions?.length).toBe(classes === 0 && inputCount === 1 ? 11 : undefined);
      expect(line).not.toMatch(/NaN|Infinity/);
    });
  });

  it('print a table, and evaluate what they printed as JSON', () => {
    const script = experimentAsPython(exportedProblem());
    const options = [
      ['--steps', '20'],
      ['--steps', '20', '--json'],
      ['--parameters', 'printed1.json', '--json'],
    ];
    const [table, trained, again] = runScripts(python!, [script, script, script], (i) => options[i]!);
    expect(table).toMatch(
      /^freeEnergy +\d+\.\d+\ncomplexityCost .*\nlikelihoodCost .*\nnoise .*\n +x +mean +/,
    );
    expect(table!.trimEnd().split('\n')).toHaveLength(4 + 1 + 11);
    const { mu, rho, logNoise, complexityCost } = JSON.parse(trained!);
    expect(JSON.parse(again!)).toMatchObject({ mu, rho, logNoise, complexityCost });
  });

  it('predict the mean, both spreads and the interval of regression', () => {
    const linear = exportedProblem({ network: { hidden: [] }, prediction: { samples: 500 } });
    const deep = exportedProblem({ likelihood: { kind: 'heteroscedastic' } });
    const wide = someParameters(linear, -1);
    const narrow = someParameters(deep, -10);
    const [linearResults, deepResults] = evaluateScripts(python!, [
      { script: experimentAsPython(linear), parameters: wide },
      { script: experimentAsPython(deep), parameters: narrow },
    ]);
    for (const { x, mean, epistemic, aleatoric, lower, upper } of linearResults!.predictions!) {
      const { input, outputs, yScaler } = at(linear, wide, x);
      const expectedMean = yScaler.mean + yScaler.scale * outputs[0]!;
      const spread = yScaler.scale * softplus(-1) * Math.hypot(1, input);
      const noise = yScaler.scale * Math.exp(wide.logNoise);
      const total = Math.hypot(spread, noise);
      // Of 500 draws: 4 standard errors of a mean are 0.18 sd; of an sd 13 %; of a 5 % quantile 0.38 sd.
      expect(Math.abs(mean - expectedMean)).toBeLessThan(0.18 * spread);
      expect(relativeError(epistemic, spread)).toBeLessThan(0.13);
      expect(relativeError(aleatoric, noise)).toBeLessThan(1e-12);
      expect(Math.abs(lower - (expectedMean - 1.645 * total))).toBeLessThan(0.38 * total);
      expect(Math.abs(upper - (expectedMean + 1.645 * total))).toBeLessThan(0.38 * total);
    }
    for (const { x, mean, aleatoric } of deepResults!.predictions!) {
      const { outputs, yScaler } = at(deep, narrow, x);
      expect(relativeError(mean, yScaler.mean + yScaler.scale * outputs[0]!)).toBeLessThan(1e-4);
      expect(relativeError(aleatoric, yScaler.scale * Math.exp(outputs[1]! / 2))).toBeLessThan(1e-3);
    }
  });

  it('predict the classes and their entropies', () => {
    const cases = (['bernoulli', 'categorical'] as const).map((kind) => {
      const problem = exportedProblem({ likelihood: { kind } }, 2);
      return { kind, problem, parameters: someParameters(problem, -10) };
    });
    const predictions = runModules<[number[][], number[], number[]]>(
      python!,
      cases.map(({ problem }) => experimentAsPython(problem)),
      `with torch.no_grad():
    m.mu.copy_(torch.tensor(json.loads('${JSON.stringify(cases.map(({ parameters }) => parameters.mu))}')[i]))
    m.rho.fill_(-10)
result = [part.tolist() for part in m.predict(m.X)]`,
    );
    cases.forEach(({ kind, problem, parameters }, i) => {
      const [means, entropies, informations] = predictions[i]!;
      const outputs = outputsAtMeans(problem, parameters, problem.inputs);
      problem.points.forEach((_, row) => {
        const probabilities = new Float64Array(problem.classes);
        likelihoods[kind].probabilities(outputs, row * problem.outputCount, probabilities);
        const { totalEntropy } = summarizeClasses(probabilities, problem.classes);
        means[row]!.forEach((p, c) => expect(p).toBeCloseTo(probabilities[c]!, 4));
        expect(entropies[row]).toBeCloseTo(totalEntropy, 4);
        expect(informations[row]).toBeCloseTo(0, 6);
      });
    });
  });
});
