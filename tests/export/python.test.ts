import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { guards } from '../../src/experiment/engine/engine.ts';
import type { Problem } from '../../src/experiment/problem/problem.ts';
import { experimentAsPython } from '../../src/export/python.ts';
import { pythonNumber } from '../../src/export/pythonLiterals.ts';
import { methods } from '../../src/model/methods/index.ts';
import { everyCombination, exportedProblem } from './problems.ts';

/** Texts that occur only in scripts with the given key. */
const ownWords = {
  prior: {
    gaussian: ['# Gaussian: p(w)', 'prior_sigma ='],
    'scale-mixture': ['# Scale mixture', 'logaddexp', 'prior_sigma_1', 'PI ='],
    laplace: ['# Laplace', 'prior_b'],
  },
  likelihood: {
    gaussian: ['log_noise', 'logNoise'],
    heteroscedastic: ['mean_and_log_variance', 'Kendall & Gal 2017, eq. 8', '2 * LOG_NOISE'],
    bernoulli: ['log_odds', 'torch.sigmoid'],
    categorical: ['softmax'],
  },
  estimator: {
    'weight-sampling': ['network(x, weights)\n    complexity'],
    'local-reparameterization': ['local_reparameterisation', 'Kingma et al. 2015, eq. 6'],
    flipout: ['flipout(', 'random_signs', 'Wen et al. 2018, eq. 3-4'],
  },
  optimizer: {
    adam: ['torch.optim.Adam(parameters, lr=LEARNING_RATE, betas=(0.9, 0.999), eps=1e-8)', 'Kingma & Ba'],
    sgd: ['torch.optim.SGD(parameters, lr=LEARNING_RATE)'],
    rmsprop: ['torch.optim.RMSprop(parameters, lr=LEARNING_RATE, alpha=0.9, eps=1e-8)', 'Tieleman'],
  },
} as const;

const lines = (script: string) => script.split('\n');

describe('every prior, likelihood, estimator and optimiser', () => {
  it('contains its own functions and none of its alternatives', () => {
    for (const { keys, problem } of everyCombination) {
      const script = experimentAsPython(problem);
      for (const [what, words] of Object.entries(ownWords))
        for (const [key, own] of Object.entries(words))
          for (const word of own as readonly string[])
            expect(script.includes(word), `${JSON.stringify(keys)}: ${word}`).toBe(
              key === keys[what as keyof typeof keys],
            );
    }
  });

  it('uses every function and constant that it defines', () => {
    for (const { keys, problem } of everyCombination) {
      const script = experimentAsPython(problem);
      const defined = lines(script).flatMap((line) => [
        ...(/^def (\w+)/.exec(line)?.slice(1) ?? []),
        ...(/^(\w+(?:, \w+)*) = /.exec(line)?.[1]?.split(', ') ?? []),
      ]);
      expect(defined).toEqual(expect.arrayContaining(['X', 'LAYERS', 'free_energy', 'train', 'predict']));
      const code = script.replaceAll(/"""[\s\S]*?"""|#.*/g, (text) => (text.startsWith('#') ? '' : '""'));
      for (const name of defined)
        expect(
          code.match(new RegExp(`\\b${name}\\b`, 'g'))?.length,
          `${JSON.stringify(keys)}: ${name}`,
        ).toBeGreaterThan(1);
    }
  });

  it('is plain ASCII in lines of at most 100 characters, and short', () => {
    for (const { problem } of everyCombination) {
      const script = experimentAsPython(problem);
      expect(script).toMatch(/^[\n -~]*$/);
      expect(Math.max(...lines(script).map((line) => line.length))).toBeLessThanOrEqual(100);
      expect(script).not.toMatch(/[^\S\n]$|\n{4}|NaN|Infinity|undefined|null/m);
      const data = /^[XY] = \[\n[\s\S]*?\n\]$/gm;
      const code = lines(script.replace(data, '')).filter((line) => /^\s*[^\s#]/.test(line));
      expect(code.length).toBeLessThan(190);
    }
  });
});

test('minibatches have their shares of the complexity cost, a full batch has none', () => {
  const script = (batchSize: 'full' | number, klSchedule: 'uniform' | 'blundell') =>
    experimentAsPython(exportedProblem({ inference: { batchSize, klSchedule } }));
  expect(script('full', 'blundell')).not.toMatch(/share|BATCH/);
  expect(script(12, 'blundell')).toBe(script('full', 'uniform'));
  expect(script(5, 'uniform')).toContain('BATCH_SIZE, BATCHES = 5, 3');
  expect(script(5, 'uniform')).toMatch(/yield .*, 1 \/ BATCHES$/m);
  expect(script(5, 'blundell')).toMatch(/yield .*, 2\.0 \*\* -i \/ \(1 - 2\.0 \*\* -BATCHES\)$/m);
});

test('fan-in scaling and pruning are included only if they are used', () => {
  const plain = experimentAsPython(exportedProblem());
  expect(plain).not.toMatch(/prior_scale|argsort/);
  expect(experimentAsPython(exportedProblem({ prior: { scaling: 'fan-in' } }))).toContain(
    'torch.full((P,), 0.8) * prior_scale',
  );
  expect(experimentAsPython(exportedProblem({ prediction: { pruned: 0.3 } }))).toContain('int(0.3 * P)');
});

test('the guards equal those of the playground', () => {
  expect(guards).toEqual({
    rho: [-10, 5],
    logNoise: [Math.log(0.001), Math.log(1000)],
    gradientNorm: 1e6,
    gain: [0, 10],
  });
  const script = experimentAsPython(exportedProblem());
  expect(script).toContain('rho.clamp_(-10.0, 5.0)');
  expect(script).toContain('LOG_NOISE_LOW, LOG_NOISE_HIGH = math.log(0.001), math.log(1000.0)');
  expect(script).toContain('clip_grad_norm_(parameters, 1e+6)');
});

/** Parses the data of a script. */
function dataOf(script: string): { readonly x: unknown; readonly y: unknown } {
  const read = (name: string) =>
    JSON.parse(
      new RegExp(`^${name} = (\\[.*?\\])\n(?! )`, 'ms').exec(script)![1]!.replaceAll(/,(?=\s*\])/g, ''),
    );
  return { x: read('X'), y: read('Y') };
}

describe('numbers', () => {
  it('parse to the same floats', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = pythonNumber(value);
        expect(Number(text)).toBe(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?(e[+-]\d+)?$/);
        expect(text).toMatch(/[.e]/);
      }),
    );
  });

  it('are the points in their own units', () => {
    const values = [0.1 + 0.2, 5e-324, -Number.MAX_VALUE, 1e21, -0, 3, 123456789.125];
    const points = values.map((value, row) => ({ x: [value, row], y: -value }));
    const { x, y } = dataOf(experimentAsPython({ ...exportedProblem({}, 2), points }));
    expect(x).toEqual(points.map((point) => point.x));
    expect(y).toEqual(points.map((point) => point.y));
  });

  it('that are invalid raise an error', () => {
    const withPoint = (point: unknown) => ({ ...exportedProblem(), points: [point] }) as Problem;
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '1); import os', null]) {
      expect(() => experimentAsPython(withPoint({ x: [value], y: 1 }))).toThrow('invalid number');
      expect(() => experimentAsPython(withPoint({ x: [1], y: value }))).toThrow('invalid number');
    }
    expect(() => experimentAsPython(exportedProblem({ prior: { sigma: '1' as never } }))).toThrow(
      'invalid number',
    );
  });
});

test('names cannot break out of their comments', () => {
  const hostile = 'x"""\nimport os\r\n\u2028os.system("rm")\\';
  const problem = exportedProblem();
  const [layer, ...others] = problem.plan.layers;
  const script = experimentAsPython({
    ...problem,
    experiment: { ...problem.experiment, dataset: { ...problem.experiment.dataset, id: hostile as never } },
    plan: { ...problem.plan, layers: [{ ...layer!, name: hostile }, ...others] },
  });
  const changed = lines(script).filter((line, index) => line !== lines(experimentAsPython(problem))[index]);
  expect(changed).toEqual([
    '# 12 points of the data set x_import os_os.system_rm_: inputs X and targets Y in their own units.',
    '    (1, 6, 0, 6, torch.tanh),  # x_import os_os.system_rm_',
  ]);
});

test('unregistered keys raise an error', () => {
  const key = 'toString' as never;
  expect(() => experimentAsPython(exportedProblem({ network: { activation: key } }))).toThrow(
    'network.activation',
  );
  expect(() => experimentAsPython(exportedProblem({ prior: { kind: key } }))).toThrow('prior.kind');
  expect(() => experimentAsPython(exportedProblem({ inference: { estimator: key } }))).toThrow(
    'inference.estimator',
  );
});

test('only Bayes by Backprop on dense layers is exported', () => {
  for (const method of Object.keys(methods) as (keyof typeof methods)[]) {
    const attempt = () => experimentAsPython(exportedProblem({ inference: { method } }));
    if (method === 'bayes-by-backprop') expect(attempt).not.toThrow();
    else expect(attempt).toThrow(`only bayes-by-backprop is exported to Python: ${method}`);
  }
  const convolutional = exportedProblem({ network: { kind: 'convolutional' as never } });
  expect(() => experimentAsPython(convolutional)).toThrow('only dense is exported to Python: convolutional');
  const mixture = exportedProblem({ prior: { kind: 'scale-mixture' }, inference: { kl: 'analytic' } });
  expect(() => experimentAsPython(mixture)).toThrow('no closed form: analytic');
});
