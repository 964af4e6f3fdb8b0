import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultExperiment, valueAt } from '../../../src/experiment/document/defaults.ts';
import { panelIds } from '../../../src/experiment/document/experiment.ts';
import { type FieldPath, fieldPaths } from '../../../src/experiment/document/fields.ts';
import { resolveExperiment } from '../../../src/experiment/document/resolve.ts';
import { datasets } from '../../../src/model/datasets/index.ts';
import { anyExperiment, runs } from './anyExperiment.ts';

const faultsOf = (document: unknown) => {
  const result = resolveExperiment(document);
  return 'faults' in result ? result.faults.map(({ message }) => message) : [];
};
const experimentOf = (document: unknown) => {
  const result = resolveExperiment(document);
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join('\n'));
  return result.experiment;
};

/** A copy of a document with one path set. */
function mutated(document: object, path: string, value: unknown): object {
  const copy = structuredClone(document) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() as string;
  const owner = keys.reduce((node, key) => {
    node[key] ??= {};
    return node[key] as Record<string, unknown>;
  }, copy);
  owner[last] = value;
  return copy;
}

describe('a complete document', () => {
  test('with only a version is a complete experiment', () => {
    expect(experimentOf({ version: 1 })).toEqual(defaultExperiment());
    expect(defaultExperiment()).toMatchObject({ dataset: { id: 'blundell' }, inference: { kl: 'analytic' } });
  });

  test('any legal experiment resolves to itself, also from JSON', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        expect(resolveExperiment(experiment)).toEqual({ experiment });
        const json = JSON.parse(JSON.stringify(experiment));
        expect(resolveExperiment(json)).toEqual({ experiment: json });
      }),
      runs,
    );
  });

  test.each(Object.keys(datasets) as (keyof typeof datasets)[])('%s sets its own size and noise', (id) => {
    const { dataset, likelihood } = experimentOf({ version: 1, dataset: { id } });
    const registered = datasets[id];
    const { generated } = registered;
    if (generated) expect(dataset).toMatchObject({ size: generated.size, noise: generated.noise });
    expect(likelihood.noise).toBeGreaterThan(0);
    if (registered.kind === 'curve')
      expect(likelihood.noise).toBeLessThan(registered.yDomain[1] - registered.yDomain[0]);
  });

  test('the complexity cost is exact where the prior has a closed form', () => {
    expect(experimentOf({ version: 1, prior: { kind: 'laplace' } }).inference.kl).toBe('analytic');
    expect(experimentOf({ version: 1, prior: { kind: 'scale-mixture' } }).inference.kl).toBe('monte-carlo');
  });

  test('the noise of custom points starts at their scale', () => {
    const points = [0, 100, 1000].map((y) => ({ x: [y], y }));
    expect(experimentOf({ version: 1, dataset: { id: 'custom', points } }).likelihood.noise).toBe(70);
    expect(experimentOf({ version: 1, dataset: { id: 'custom' } }).likelihood.noise).toBe(0.1);
  });
});

describe('a document with faults', () => {
  test.each([
    [{ inference: { samples: 0 } }, 'inference.samples: 0 is not between 1 and 64'],
    [{ inference: { samples: 1.5 } }, 'inference.samples: 1.5 is not a whole number'],
    [{ inference: { samples: '4' } }, "inference.samples: '4' is not a number"],
    [
      { inference: { batchSize: 'half' } },
      "inference.batchSize: 'half' is not full or a whole number between 1 and 5000",
    ],
    [{ network: { hiden: [] } }, 'network.hiden: no such field; did you mean network.hidden?'],
    [{ learningRate: 1 }, 'learningRate: no such field; did you mean inference.optimizer.learningRate?'],
    [{ view: { embed: 1 } }, 'view.embed: 1 is not true or false'],
    [{ colour: {} }, 'colour: no such field'],
    [{ 'prior.sigma': 1 }, '"prior.sigma": no such field; did you mean prior.sigma?'],
    [{ network: 3 }, 'network: 3 is not an object of fields'],
    [{ network: { hidden: [8, 0] } }, 'network.hidden[1]: 0 is not between 1 and 512'],
    [{ network: { hidden: Array(7).fill(8) } }, 'network.hidden: a list of 7 is not a list of 0 to 6 items'],
    [{ prior: { kind: 'normal' } }, "prior.kind: 'normal' is not one of gaussian, scale-mixture, laplace"],
    [{ prior: { sigma2: 2 } }, 'prior.sigma1: the wide width σ₁ = 1 is not above the narrow width σ₂ = 2'],
    [{ view: { panels: [] } }, `view.panels: a list of 0 is not a list of 1 to ${panelIds.length} items`],
    [{ view: { panels: ['cost', 'cost'] } }, 'view.panels: a list of 2 is not a list without repetitions'],
    [
      { dataset: { id: 'custom', xDomain: [1, 1] } },
      'dataset.xDomain: a list of 2 is not low,high with low < high, or null',
    ],
    [
      { dataset: { points: [{ x: [1], y: 2 }] } },
      'dataset.points: only for your own data (dataset.id is custom)',
    ],
    [
      {
        dataset: {
          id: 'custom',
          points: [
            { x: [1], y: 2 },
            { x: [1], y: Number.NaN },
          ],
        },
      },
      'dataset.points[1].y: NaN is not a number',
    ],
    [
      {
        dataset: {
          id: 'custom',
          points: [
            { x: [1], y: 2 },
            { x: [1, 2], y: 2 },
          ],
        },
      },
      'dataset.points: point 1 has 2 inputs, the first has 1',
    ],
    [
      { inference: { kl: 'analytic' }, prior: { kind: 'scale-mixture' } },
      'inference.kl: the prior “Scale mixture” has no analytic KL; choose Monte Carlo',
    ],
  ])('%j is refused with the path, the value and the allowed values', (document, message) => {
    expect(faultsOf({ version: 1, ...document })).toEqual([message]);
  });

  test.each([
    [{}, 'version: missing; must be 1'],
    [{ version: 2 }, 'version: 2 is newer than this page knows (1)'],
    [{ version: 0 }, 'version: must be a whole number from 1 to 1'],
    [{ version: '1' }, 'version: must be a whole number from 1 to 1'],
    [[], 'experiment: a list of 0 is not an object'],
    [null, 'experiment: null is not an object'],
  ])('%j is refused for its version or form', (document, message) => {
    expect(faultsOf(document)).toEqual([message]);
  });

  test('all faults are reported together', () => {
    const document = {
      seed: -1,
      inference: { samples: 0, kl: 'analytic' },
      prior: { kind: 'scale-mixture' },
      x: 1,
    };
    expect(faultsOf(document).map((message) => message.split(':')[0])).toEqual([
      'version',
      'seed',
      'inference.samples',
      'x',
      'inference.kl',
    ]);
  });

  test('one illegal value is reported with exactly its path', () => {
    const illegal = fc.constantFrom<unknown>(
      {},
      { a: 1 },
      'nonsense',
      1e120,
      -1e120,
      Number.NaN,
      [null],
      [[1]],
      undefined,
    );
    fc.assert(
      fc.property(anyExperiment, fc.constantFrom(...fieldPaths), illegal, (experiment, path, value) => {
        const result = resolveExperiment(mutated(experiment, path, value));
        expect('faults' in result && result.faults.map((fault) => fault.path)).toEqual([path]);
      }),
      { ...runs, numRuns: 500 },
    );
  });

  test('any value resolves to an experiment or to faults that each name a path', () => {
    const key = fc.constantFrom(
      'version',
      'dataset',
      'points',
      'prior',
      'kind',
      '__proto__',
      'constructor',
      'id',
      '',
    );
    const nearly = fc.object({ key: fc.oneof(key, fc.string()), maxDepth: 4 });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything({ withBigInt: true }), nearly), (document) => {
        const result = resolveExperiment(document);
        if ('experiment' in result) return expect(resolveExperiment(result.experiment)).toEqual(result);
        expect(result.faults.length).toBeGreaterThan(0);
        for (const { path, message } of result.faults) expect(message.startsWith(`${path}`)).toBe(true);
      }),
      { ...runs, numRuns: 500 },
    );
  });
});

describe('hostile documents', () => {
  test('keys of prototypes are unknown fields and pollute nothing', () => {
    const document = JSON.parse(
      '{"version":1,"__proto__":{"seed":5},"constructor":{"prototype":{"a":1}},"prior":{"__proto__":{"sigma":3}}}',
    );
    expect(faultsOf(document)).toEqual([
      expect.stringMatching(/^__proto__\.seed: no such field/),
      expect.stringMatching(/^constructor\.prototype\.a: no such field/),
      expect.stringMatching(/^prior\.__proto__\.sigma: no such field/),
    ]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
    expect(({} as Record<string, unknown>).sigma).toBeUndefined();
    const points = JSON.parse('[{"x":[1],"y":2,"__proto__":{"z":1}}]');
    expect(faultsOf({ version: 1, dataset: { id: 'custom', points } })).toHaveLength(1);
  });

  test('cycles, depth and size lead to faults, and of a long list at most a few points are read', () => {
    const cyclic: Record<string, unknown> = { version: 1 };
    for (let i = 0; i < 50; i++) cyclic[`k${i}`] = cyclic;
    cyclic.dataset = cyclic;
    let deep: unknown = 1;
    for (let i = 0; i < 1e5; i++) deep = { dataset: deep };
    const wide = Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [`w${i}`, i]));
    let reads = 0;
    const points = new Proxy(Array(1e6).fill({ x: [1], y: 2 }), {
      get: (list, key) => {
        reads++;
        return Reflect.get(list, key);
      },
    });
    const long = { id: 'custom', points };
    expect(faultsOf(cyclic).length).toBeGreaterThan(0);
    expect(faultsOf({ version: 1, dataset: deep }).length).toBeGreaterThan(0);
    expect(faultsOf({ version: 1, ...wide }).length).toBeGreaterThan(0);
    expect(faultsOf({ version: 1, dataset: long })).toEqual([
      'dataset.points: a list of 1000000 is not a list of at most 5000 points',
    ]);
    expect(faultsOf({ version: 1, network: { hidden: Array(1e6).fill(1) } })).toHaveLength(1);
    expect(reads).toBeLessThan(10_000);
  });
});

test('every default is legal and every field has one', () => {
  const experiment = defaultExperiment();
  for (const path of fieldPaths as FieldPath[]) expect(valueAt(experiment, path)).toBeDefined();
  expect(resolveExperiment(experiment)).toEqual({ experiment });
});
