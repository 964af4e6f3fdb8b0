import { describe, expect, it, test } from 'vitest';
import { engineCapabilities } from '../../src/engine/capabilities.ts';
import { tensorPriors } from '../../src/engine/tfjs/priors.ts';
import { glslPriors } from '../../src/engine/webgl/glsl/priors.ts';
import type { Backend } from '../../src/experiment/engine/backends.ts';
import {
  type EngineCapabilities,
  implementationOf,
  supports,
} from '../../src/experiment/engine/engineCapabilities.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { canExportPython } from '../../src/export/pythonSupport.ts';
import { estimators } from '../../src/model/estimators/index.ts';
import { likelihoods } from '../../src/model/likelihoods/index.ts';
import { methods } from '../../src/model/methods/index.ts';
import { activations, cells, networks } from '../../src/model/networks/index.ts';
import { optimizers } from '../../src/model/optimizers/index.ts';
import { priors } from '../../src/model/priors/index.ts';
import { referenceCapabilities } from '../../src/reference/capabilities.ts';
import { gradientVariance, nextStep } from '../../src/reference/index.ts';
import { type Changes, sinePoints, testExperiment } from '../reference/problems.ts';

type List = Exclude<keyof EngineCapabilities, 'sharpening'>;

const engines: Readonly<Record<Backend, EngineCapabilities>> = {
  reference: referenceCapabilities,
  ...engineCapabilities,
};
const backends = Object.keys(engines) as Backend[];

/** Every entry of the registry behind each list. */
const registries: Readonly<Record<List, readonly string[]>> = {
  methods: Object.keys(methods),
  estimators: Object.keys(estimators),
  optimizers: Object.keys(optimizers),
  likelihoods: Object.keys(likelihoods),
  priors: Object.keys(priors),
  closedFormPriors: Object.keys(priors),
  activations: Object.keys(activations),
  networks: Object.keys(networks),
  cells: Object.keys(cells),
};
const lists = Object.keys(registries) as List[];

const noOtherMethod = ['map', 'deep-ensemble', 'mc-dropout', 'laplace', 'hmc'];
const noClosedForm = ['scale-mixture'];

/** What each engine deliberately lacks. A new registry entry is either listed by an engine or listed here. */
const absent: Readonly<Record<Backend, Partial<Record<List, readonly string[]>>>> = {
  reference: { closedFormPriors: noClosedForm },
  wasm: { methods: noOtherMethod, closedFormPriors: noClosedForm },
  webgl: {
    methods: noOtherMethod,
    closedFormPriors: noClosedForm,
    estimators: ['flipout'],
    networks: ['convolutional', 'recurrent'],
    cells: ['lstm', 'gru', 'simple'],
  },
  'tfjs-webgl': { methods: noOtherMethod, closedFormPriors: noClosedForm },
};

describe.each(backends)('%s', (backend) => {
  const capabilities = engines[backend];

  it.each(lists)('lists every one of the %s, or deliberately lacks it', (list) => {
    const named = [...capabilities[list], ...(absent[backend][list] ?? [])];
    expect(named.toSorted()).toEqual(registries[list].toSorted());
  });

  it.each(lists)('does not support an experiment with one of the %s that is not on its list', (list) => {
    for (const { changes, kind } of experimentsWith[list]) {
      const experiment = testExperiment(changes);
      expect(supports(capabilities, experiment), kind).toBe(
        (capabilities[list] as readonly string[]).includes(kind) && usesListed(capabilities, changes),
      );
      const without = { ...capabilities, [list]: capabilities[list].filter((listed) => listed !== kind) };
      expect(supports(without, experiment), `without ${kind}`).toBe(false);
    }
  });

  it('supports a sharpened posterior if it lists that', () => {
    const experiment = testExperiment({ network: { kind: 'recurrent', sharpening: true } });
    expect(supports(capabilities, experiment)).toBe(capabilities.sharpening);
    expect(supports({ ...capabilities, sharpening: false }, experiment)).toBe(false);
  });
});

/** An experiment that uses each entry. */
const experimentsWith: Readonly<
  Record<List, readonly { readonly kind: string; readonly changes: Changes }[]>
> = {
  methods: each('methods', (method) => ({ inference: { method } })),
  estimators: each('estimators', (estimator) => ({ inference: { estimator } })),
  optimizers: each('optimizers', (kind) => ({ inference: { optimizer: { kind, learningRate: 0.01 } } })),
  likelihoods: each('likelihoods', (kind) => ({ likelihood: { kind } })),
  priors: each('priors', (kind) => ({ prior: { kind }, inference: { kl: 'monte-carlo' } })),
  closedFormPriors: each('closedFormPriors', (kind) => ({ prior: { kind }, inference: { kl: 'analytic' } })),
  activations: each('activations', (activation) => ({ network: { activation } })),
  networks: each('networks', (kind) => ({ network: { kind } })),
  cells: each('cells', (cell) => ({ network: { kind: 'recurrent', cell } })),
};

function each<Of extends List>(
  list: Of,
  change: (kind: EngineCapabilities[Of][number]) => Changes,
): readonly { readonly kind: string; readonly changes: Changes }[] {
  return registries[list].map((kind) => ({ kind, changes: change(kind as EngineCapabilities[Of][number]) }));
}

/** Whether everything else in such an experiment is listed: cells need recurrent networks. */
function usesListed({ networks: listed }: EngineCapabilities, { network }: Changes): boolean {
  return listed.includes(network?.kind ?? 'dense');
}

test('an engine needs to support only what the method uses', () => {
  const few: EngineCapabilities = {
    ...referenceCapabilities,
    estimators: [],
    optimizers: [],
    closedFormPriors: [],
  };
  expect(supports(few, testExperiment({ inference: { method: 'map' } }))).toBe(false);
  expect(supports({ ...few, optimizers: ['adam'] }, testExperiment({ inference: { method: 'map' } }))).toBe(
    true,
  );
  expect(supports(few, testExperiment({ inference: { method: 'hmc' } }))).toBe(true);
});

test('closed forms are listed exactly if the tables have one', () => {
  const tables = { 'tfjs-webgl': tensorPriors, webgl: glslPriors } as const;
  for (const [backend, table] of Object.entries(tables)) {
    const closed = Object.entries(table).flatMap(([kind, { divergence }]) => (divergence ? [kind] : []));
    expect(engines[backend as Backend].closedFormPriors.toSorted(), backend).toEqual(closed.toSorted());
  }
});

test('a table has no entry for an unlisted key', () => {
  expect(() => implementationOf(glslPriors, 'made-up')).toThrow('made-up');
  expect(() => implementationOf(glslPriors, 'toString')).toThrow('toString');
});

describe('another method that fits a distribution', () => {
  const madeUp = 'made-up-method';

  /** Registers the method while `act` runs: Bayes by Backprop by every flag, under another key. */
  const registered = <Result>(act: (method: 'bayes-by-backprop') => Result): Result => {
    Object.assign(methods, { [madeUp]: { ...methods['bayes-by-backprop'] } });
    try {
      return act(madeUp as unknown as 'bayes-by-backprop');
    } finally {
      Reflect.deleteProperty(methods, madeUp);
    }
  };

  it('is supported by no engine until one lists it', () => {
    registered((method) => {
      const experiment = testExperiment({ inference: { method } });
      for (const backend of backends) expect(supports(engines[backend], experiment), backend).toBe(false);
      const listing = { ...engineCapabilities.wasm, methods: [method] };
      expect(supports(listing, experiment)).toBe(true);
    });
  });

  it('is not exported, inspected step by step or measured as Bayes by Backprop', () => {
    registered((method) => {
      const problem = prepareProblem(
        testExperiment({ dataset: { points: sinePoints(5) }, inference: { method } }),
      );
      const state = initialState(problem);
      expect(canExportPython(problem.experiment)).toBe(false);
      expect(nextStep(problem, state, null)).toBeNull();
      expect(gradientVariance(problem, state.parameters, 4)).toBeNull();
    });
  });
});
