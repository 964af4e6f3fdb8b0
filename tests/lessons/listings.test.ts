import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { lessonSources } from '../../config/lessons.ts';
import { batchOfStep } from '../../src/experiment/problem/problem.ts';
import { slugs } from '../../src/lessons/chapters.ts';
import { sigmoid, softplus } from '../../src/math/special.ts';
import { addSampledComplexity } from '../../src/reference/complexity.ts';
import { likelihoodSamples } from '../../src/reference/estimators.ts';
import { batchData, likelihoodCost } from '../../src/reference/likelihoodCost.ts';
import { exportedProblem } from '../export/problems.ts';
import { pythonWithTorch, runModules } from '../export/pythonRunner.ts';
import { relativeError } from '../reference/golden.ts';

const FILE = 'lessons/listings/bayes_by_backprop.py';
const file = fileURLToPath(new URL(`../../src/${FILE}`, import.meta.url));
const program = readFileSync(file, 'utf8');
const torch = pythonWithTorch();
/** Standard output is what the test reads. */
const withoutPrint = ['print(outputs', '(outputs'] as const;

/** The program with other numbers; every replacement has to apply. */
function changed(replacements: readonly (readonly [before: string, after: string])[]): string {
  return replacements.reduce((text, [before, after]) => {
    expect(text).toContain(before);
    return text.replace(before, after);
  }, program);
}

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('a program stands in its chapter as it is in its file, coloured', () => {
  const shown = slugs.flatMap((slug) => {
    const address = new URL(`../../src/lessons/chapters/en/${slug}.mdx`, import.meta.url);
    return [...readFileSync(address, 'utf8').matchAll(/<Program file="([^"]*)"/g)].map(([, name]) => name);
  });
  expect(shown).toEqual([FILE]);
  const pieces = lessonSources.programOf(FILE);
  expect(pieces.map(({ text }) => text).join('')).toBe(program.trimEnd());
  expect(new Set(pieces.map(({ kind }) => kind))).toEqual(
    new Set(['plain', 'keyword', 'function', 'literal', 'comment']),
  );
});

test('the lines of a program fit into a listing', () => {
  for (const line of program.split('\n')) expect(line.length, line).toBeLessThanOrEqual(110);
});

test.skipIf(!hasPython())('a program compiles', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'listing-'));
  try {
    const check = 'import py_compile, sys; py_compile.compile(sys.argv[1], sys.argv[2], doraise=True)';
    execFileSync('python3', ['-c', check, file, path.join(folder, 'listing.pyc')], { stdio: 'pipe' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

interface Step {
  readonly points: readonly { readonly x: readonly number[]; readonly y: number }[];
  readonly mu: readonly number[];
  readonly rho: readonly number[];
  readonly w: readonly number[];
  readonly complexity: number;
  readonly likelihood: number;
  readonly gradientMu: readonly number[];
  readonly gradientRho: readonly number[];
}

describe.skipIf(!torch)('the program (needs python3-torch)', () => {
  it('has the costs and the gradients of the engine at the same weights and the same draw', () => {
    const still = changed([['lr=0.01', 'lr=0.0'], ['range(5000)', 'range(2)'], withoutPrint]);
    const [step] = runModules<Step>(
      torch!,
      [still],
      `result = {
  'points': [{'x': [x.item()], 'y': y.item()} for x, y in zip(m.x, m.y)],
  'mu': m.mu.tolist(), 'rho': m.rho.tolist(), 'w': m.w.tolist(),
  'complexity': m.complexity.item(), 'likelihood': m.likelihood.item(),
  'gradientMu': m.mu.grad.tolist(), 'gradientRho': m.rho.grad.tolist(),
}`,
    );
    const { points, mu, rho, w, complexity, likelihood, gradientMu, gradientRho } = step!;
    const problem = exportedProblem({
      dataset: { points, standardize: false },
      network: { hidden: [50], activation: 'relu' },
      prior: { kind: 'gaussian', sigma: 1, scaling: 'fixed' },
      likelihood: { kind: 'gaussian', noise: 0.1, learn: false },
    });
    const count = problem.plan.parameterCount;
    expect(w).toHaveLength(count);
    const sigma = Float64Array.from(rho, softplus);
    const weights = Float64Array.from(w);
    const epsilon = weights.map((value, i) => (value - mu[i]!) / sigma[i]!);
    const [byMu, bySigma] = [new Float64Array(count), new Float64Array(count)];
    const cost = addSampledComplexity(problem, sigma, weights, epsilon, 1, byMu, bySigma);
    expect(relativeError(complexity, cost)).toBeLessThan(1e-4);

    const data = batchData(problem, batchOfStep(problem, 0));
    likelihoodSamples['weight-sampling']({
      problem,
      mu: Float64Array.from(mu),
      sigma,
      weights,
      epsilon,
      step: 0,
      sample: 0,
      inputs: data.inputs,
      rows: data.rows,
      cost: (outputs) => {
        const found = likelihoodCost(problem, data, outputs, Math.log(0.1), 1);
        expect(relativeError(likelihood, found.cost)).toBeLessThan(1e-4);
        return found.delta;
      },
      gradientMu: byMu,
      gradientSigma: bySigma,
    });
    const close = (printed: readonly number[], computed: ArrayLike<number>) => {
      const size = Math.max(...Array.from(computed, Math.abs));
      for (const [i, value] of printed.entries())
        expect(Math.abs(value - computed[i]!) / size).toBeLessThan(1e-4);
    };
    close(gradientMu, byMu);
    close(
      gradientRho,
      bySigma.map((slope, i) => slope * sigmoid(rho[i]!)),
    );
  });

  it('learns the curve, and its draws differ several times as much beyond the data as among them', () => {
    const seeded = `import torch\ntorch.manual_seed(1)\n${changed([withoutPrint])}`;
    const [[mean, sigma]] = runModules<[number[], number[]]>(
      torch!,
      [seeded],
      'result = [m.outputs.mean(0).tolist(), m.outputs.std(0).tolist()]',
    ) as [[number[], number[]]];
    // At x = 0.25 the curve without noise is 0.25 + 0.3 sin(π/2) + 0.3 sin(π) = 0.55.
    expect(Math.abs(mean[0]! - 0.55)).toBeLessThan(0.15);
    expect(sigma[1]!).toBeGreaterThan(3 * sigma[0]!);
  });
});
