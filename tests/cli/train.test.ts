import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom, standardNormal, uniform } from '../../src/math/random.ts';

const script = fileURLToPath(new URL('../../scripts/train.mjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'train-'));
const at = (name: string) => path.join(folder, name);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function train(...given: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...given], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Rows of price = 1,000 + 200 a − 30 b + noise with standard deviation 20. */
function table(rows: number, seed: number): string {
  const random = createRandom(seed, 1);
  const lines = Array.from({ length: rows }, () => {
    const a = uniform(random, 10, 20);
    const b = uniform(random, -5, 5);
    return [a, 1000 + 200 * a - 30 * b + 20 * standardNormal(random), b].join(',');
  });
  return ['a,price,b', ...lines, ''].join('\n');
}

const linear = {
  version: 1,
  network: { hidden: [] },
  likelihood: { learn: true },
  inference: { samples: 8, optimizer: { learningRate: 0.02 } },
};

beforeAll(() => {
  writeFileSync(at('linear.json'), JSON.stringify(linear));
  writeFileSync(at('train.csv'), table(200, 1));
  writeFileSync(at('test.csv'), table(50, 2));
});

const run = (out: string, ...more: readonly string[]) =>
  train(
    '--experiment',
    'linear.json',
    '--train',
    'train.csv',
    '--test',
    'test.csv',
    '--target',
    'price',
    '--out',
    out,
    ...more,
  );

describe('npm run train', () => {
  it('writes the documented result, in the units of the table', () => {
    const { status, stdout, stderr } = run('result.json', '--steps', '2000');
    expect(stderr).toMatch(/100 %/);
    expect(stdout).toBe('');
    expect(status).toBe(0);
    const result = JSON.parse(readFileSync(at('result.json'), 'utf8'));
    expect(Object.keys(result)).toEqual(
      expect.arrayContaining([
        'experiment',
        'backend',
        'steps',
        'seconds',
        'freeEnergy',
        'posterior',
        'metrics',
      ]),
    );
    expect(result).toMatchObject({ steps: 2000, inputs: ['a', 'b'], target: 'price' });
    const { mu, sigma, layers, noise } = result.posterior;
    expect([mu.length, sigma.length]).toEqual([3, 3]);
    expect(layers).toEqual([
      { name: 'dense1/kernel', offset: 0, shape: [2, 1] },
      { name: 'dense1/bias', offset: 2, shape: [1] },
    ]);
    // σ of 200 points: its standard error is 20/√400 = 1; the test's is 20/√100 = 2.
    expect(Math.abs(noise - 20)).toBeLessThan(4);
    const { test } = result.metrics;
    expect(test.n).toBe(50);
    expect(Math.abs(test.rmse - 20)).toBeLessThan(4 * 2);
    expect(Math.abs(test.coverage - 0.9)).toBeLessThan(4 * Math.sqrt(0.09 / 50));
    // log N at the truth is −log 20 − ½ log 2πe = −4.41, with a standard error of √(½/50) = 0.1.
    expect(Math.abs(test.logLikelihood + 4.41)).toBeLessThan(0.4);
    const { total, complexityCost, likelihoodCost } = result.freeEnergy;
    expect(total).toBeCloseTo(complexityCost + likelihoodCost, 9);
    expect(result.freeEnergy.standardError).toBeLessThanOrEqual(0.02 * Math.max(1, total / 100));
    expect(result.warnings).toEqual([]);
    const { inputs, target } = result.standardization;
    const slope = (mu[0] * target.scale) / inputs[0].scale;
    expect(Math.abs(slope - 200)).toBeLessThan(4 * ((20 / Math.sqrt(200)) * (1 / 2.9)));
  });

  it('names the engine; both engines give the same fit within float32 accuracy', () => {
    const read = (name: string) => JSON.parse(readFileSync(at(name), 'utf8'));
    run('wasm.json', '--steps', '200', '--backend', 'wasm');
    run('cpu.json', '--steps', '200', '--backend', 'cpu');
    const [wasm, cpu] = [read('wasm.json'), read('cpu.json')];
    expect([wasm.backend, cpu.backend]).toEqual(['wasm', 'cpu']);
    wasm.posterior.mu.forEach((mu: number, i: number) =>
      expect(Math.abs(mu - cpu.posterior.mu[i])).toBeLessThan(1e-3),
    );
    expect(Math.abs(wasm.metrics.test.rmse / cpu.metrics.test.rmse - 1)).toBeLessThan(1e-3);
  });

  it('is reproducible except for the seconds', () => {
    run('one.json', '--steps', '50');
    run('two.json', '--steps', '50');
    const read = (name: string) => ({ ...JSON.parse(readFileSync(at(name), 'utf8')), seconds: 0 });
    expect(read('one.json')).toEqual(read('two.json'));
  });

  it('without tables trains on the experiment’s own data, and prints the result if --out is missing', () => {
    writeFileSync(at('default.json'), '{"version": 1}');
    const { status, stdout } = train('--experiment', 'default.json', '--steps', '20');
    expect(status).toBe(0);
    const result = JSON.parse(stdout);
    expect(result.experiment.dataset.id).toBe('blundell');
    expect(result.metrics.train.n).toBe(100);
    expect(result.metrics.test).toBeUndefined();
  });

  it('learns named classes, and scores them', () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) => `${Math.cos(i)},${Math.sin(i)},${['red', 'green', 'blue'][i % 3]}`,
    );
    const moved = rows.map((row, i) => {
      const [x, y, name] = row.split(',') as [string, string, string];
      return [Number(x) + 5 * (i % 3), y, name].join(',');
    });
    writeFileSync(at('colours.csv'), ['x,y,colour', ...moved].join('\n'));
    writeFileSync(at('classes.json'), JSON.stringify({ version: 1, dataset: { task: 'classification' } }));
    const { status, stdout, stderr } = train(
      ...[
        '--experiment',
        'classes.json',
        '--train',
        'colours.csv',
        '--test',
        'colours.csv',
        '--target',
        'colour',
      ],
      ...['--steps', '400'],
    );
    expect(stderr).not.toMatch(/colours/);
    expect(status).toBe(0);
    const result = JSON.parse(stdout);
    expect(result.classes).toEqual(['blue', 'green', 'red']);
    expect(result.experiment.likelihood.kind).toBe('categorical');
    expect(result.metrics.test.accuracy).toBeGreaterThan(0.95);
    expect(result.metrics.test.rmse).toBeUndefined();
    expect(result.posterior.noise).toBeUndefined();
  });

  it('encodes words, keeps the words of the training table, and warns of others', () => {
    const rows = table(120, 3)
      .trim()
      .split('\n')
      .slice(1)
      .map((row, i) => {
        const [a, price] = row.split(',').map(Number) as [number, number];
        return [a, i, ['north', 'south'][i % 2], price + 500 * (i % 2)].join(',');
      });
    writeFileSync(at('houses.csv'), ['a,id,side,price', ...rows, ''].join('\n'));
    writeFileSync(at('more.csv'), ['side,a,price', 'south,15,4500', 'west,15,4000', ''].join('\n'));
    const tables = ['--train', 'houses.csv', '--test', 'more.csv', '--target', 'price'];
    const { status, stdout, stderr } = train(
      ...['--experiment', 'linear.json', ...tables, '--inputs', 'a,side', '--steps', '2000'],
    );
    expect(status).toBe(0);
    const result = JSON.parse(stdout);
    expect(result.inputs).toEqual(['a', 'side = north', 'side = south']);
    expect(result.encoding).toEqual({ side: ['north', 'south'] });
    const { mu } = result.posterior;
    const { inputs, target } = result.standardization;
    const effect = (mu[2] * target.scale) / inputs[2].scale - (mu[1] * target.scale) / inputs[1].scale;
    // Noise of 20, and up to 30 · 2.9 = 87 from the column that is left out: a standard error of 16 for 120 rows.
    expect(Math.abs(effect - 500)).toBeLessThan(4 * 16);
    expect(result.warnings).toEqual([expect.stringContaining("'west' at row 3 column 'side'")]);
    expect(stderr).toContain(`warning: ${result.warnings[0]}`);
  });

  it('warns of a fixed noise that the residuals contradict', () => {
    writeFileSync(at('fixed.json'), JSON.stringify({ ...linear, likelihood: { noise: 5, learn: false } }));
    const { stdout, stderr } = train(
      ...['--experiment', 'fixed.json', '--train', 'train.csv', '--target', 'price', '--steps', '2000'],
    );
    const { warnings, metrics } = JSON.parse(stdout);
    expect(warnings).toHaveLength(1);
    const [, ratio] = /residuals are ([\d.]+) ± [\d.]+ times the fixed noise 5,/.exec(warnings[0])!;
    // σ = 20 is 4 times the noise; the standard error for 200 rows is 4/√400 = 0.2.
    expect(Math.abs(Number(ratio) - 4)).toBeLessThan(4 * 0.2);
    expect(warnings[0]).toMatch(/likelihood\.learn to true or likelihood\.noise to (1[6-9]|2[0-4])/);
    expect(warnings[0]).toContain(`holds ${Number((100 * metrics.train.coverage).toPrecision(2))} %`);
    expect(stderr).toContain(`warning: ${warnings[0]}`);
  });

  const table7 = [
    'age,price',
    ...Array.from({ length: 9 }, (_, i) => (i === 5 ? 'n/a,1' : `${i},${i}`)),
  ].join('\n');
  it.each<[string, readonly string[], RegExp]>([
    ['no such experiment', ['--experiment', 'none.json'], /^none\.json: no such file/],
    ['no JSON', ['--experiment', 'train.csv'], /^train\.csv: not JSON/],
    [
      'a fault in the experiment',
      ['--experiment', 'bad.json'],
      /inference\.samples: 0 is not between 1 and 64/,
    ],
    [
      'no such table',
      ['--experiment', 'linear.json', '--train', 'none.csv', '--target', 'price'],
      /none\.csv: no such file/,
    ],
    [
      'no such target',
      ['--experiment', 'linear.json', '--train', 'train.csv', '--target', 'cost'],
      /no column 'cost'/,
    ],
    [
      'not a number',
      ['--experiment', 'linear.json', '--train', 'ages.csv', '--target', 'price'],
      /not a number at row 7 column 'age'/,
    ],
    [
      'a column of words',
      ['--experiment', 'linear.json', '--train', 'words.csv', '--target', 'price'],
      /words\.csv: column 'sex' holds words \('male' at row 2\): use it with --categorical sex/,
    ],
    [
      'a target of words',
      ['--experiment', 'linear.json', '--train', 'words.csv', '--target', 'sex'],
      /column 'sex' holds words .* set "dataset": \{"task": "classification"\} in the experiment/,
    ],
    [
      'an engine that lacks the method',
      ['--experiment', 'hmc.json', '--backend', 'wasm'],
      /the wasm engine cannot run this: it has no hmc; use auto or cpu/,
    ],
    [
      'no folder for the result',
      ['--experiment', 'linear.json', '--out', 'none/result.json'],
      /none\/result\.json: no such file or folder/,
    ],
    ['an engine it does not have', ['--experiment', 'linear.json', '--backend', 'gpu'], /--backend/],
  ])('%s: exit status 1, one line on standard error, no file left', (_name, given, message) => {
    writeFileSync(at('ages.csv'), table7);
    writeFileSync(at('words.csv'), 'sex,price\nmale,1\nfemale,2\n');
    writeFileSync(at('hmc.json'), JSON.stringify({ version: 1, inference: { method: 'hmc' } }));
    writeFileSync(at('bad.json'), JSON.stringify({ version: 1, inference: { samples: 0 } }));
    const before = readdirSync(folder).toSorted();
    const { status, stdout, stderr } = train(...given);
    const lines = stderr.trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(message);
    expect(lines.filter((line) => !/^ *\d+ %/.test(line))).toHaveLength(1);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(readdirSync(folder).toSorted()).toEqual(before);
    expect(existsSync(at('none'))).toBe(false);
  });

  it('prints its usage', () => {
    const { status, stdout } = train('--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/--experiment/);
  });
});
