import { expect, test } from 'vitest';
import { defaultExperiment } from '../../../src/experiment/document/defaults.ts';
import type { Predictive, Snapshot } from '../../../src/experiment/pictures/snapshot.ts';
import type { MethodKind } from '../../../src/model/methods/index.ts';
import { comparedMethods, methodRows } from '../../../src/panels/compare/methodRows.ts';
import { methodText, progressText } from '../../../src/panels/compare/methodText.ts';
import type { MethodRun } from '../../../src/store/methodRuns.ts';

const experiment = defaultExperiment();
const points = [-2, -1, 1, 2].map((x) => ({ x: [x], y: 0 }));
const x = Float64Array.from({ length: 81 }, (_, i) => -4 + 0.1 * i);

const snapshotOf = (sigma: number, rHat: number | null = null) =>
  ({
    step: 3000,
    predictive: {
      kind: 'curve',
      x,
      epistemicSigma: x.map(() => sigma),
      aleatoricSigma: x.map(() => 0.1),
    } as unknown as Predictive,
    calibration: null,
    chains:
      rHat === null
        ? null
        : {
            chains: 4,
            draws: 1000,
            warmupLeft: 0,
            rHat,
            effectiveSampleSize: 168,
            acceptance: 0.8,
            divergences: 0,
          },
  }) as unknown as Snapshot;

const done = (by: MethodKind, sigma: number, rHat?: number): MethodRun => ({
  kind: 'done',
  by,
  of: experiment,
  snapshot: snapshotOf(sigma, rHat),
  seconds: 1,
});

/** The text of a method beside HMC, whose epistemic standard deviation is 0.18. */
function textOf(by: MethodKind, sigma: number, withHmc = true): string {
  const methodRuns = [done(by, sigma), done('hmc', 0.18, 1.004)];
  const [row, hmc] = methodRows({ experiment, snapshot: null, methodRuns }, [by, 'hmc']);
  return methodText(row!, withHmc ? hmc! : null, points);
}

test('each method says by numbers what to see beside HMC', () => {
  expect(textOf('bayes-by-backprop', 0.03)).toBe(
    'Unsure by ± 0.03 in the gap; HMC is 6 times as unsure: mean field underestimates uncertainty there (Foong et al. 2020).',
  );
  expect(textOf('laplace', 1.08)).toBe('Unsure by ± 1.08 in the gap: 6 times as unsure as HMC.');
  expect(textOf('mc-dropout', 0.17)).toBe('Unsure by ± 0.17 in the gap, about as HMC.');
  expect(textOf('bayes-by-backprop', 0.03, false)).toBe('Unsure by ± 0.03 in the gap.');
});

test('one network is unsure by 0, not by rounding errors', () => {
  expect(textOf('map', 5.05e-17)).toBe(
    'Unsure by ± 0 in the gap, by construction: one network cannot disagree with itself.',
  );
});

test('an ensemble whose members agree says why, and one whose members differ does not', () => {
  expect(textOf('deep-ensemble', 4e-4)).toBe(
    'Unsure by ± 0.0004 in the gap: its 5 members agree. From different initial weights each found the same function; a wider prior would let them differ.',
  );
  expect(textOf('deep-ensemble', 0.06)).toContain('HMC is 3 times as unsure');
});

test('HMC says whether its chains agree', () => {
  const [row] = methodRows({ experiment, snapshot: null, methodRuns: [done('hmc', 0.18, 1.03)] }, ['hmc']);
  expect(methodText(row!, row!, points)).toBe(
    'Unsure by ± 0.18 in the gap. R-hat 1.03: the chains agree only roughly; worth 168 independent draws.',
  );
});

test('what is not known yet says so', () => {
  const waiting: MethodRun = { kind: 'waiting', by: 'map', of: experiment };
  const running: MethodRun = {
    kind: 'running',
    by: 'hmc',
    of: experiment,
    step: 532,
    steps: 1400,
    snapshot: null,
  };
  const failed: MethodRun = { kind: 'failed', by: 'laplace', of: experiment, message: 'why' };
  const rows = methodRows({ experiment, snapshot: null, methodRuns: [waiting, running, failed] }, [
    'map',
    'hmc',
    'laplace',
    'mc-dropout',
  ]);
  expect(rows.map((row) => methodText(row, null, points))).toEqual([
    'Waiting for the method before it.',
    'No picture yet.',
    'why',
    'Not trained yet.',
  ]);
  expect(rows.map(progressText)).toEqual(['waiting', '38 %', 'failed', 'not trained']);
});

test('the run of the page stands for its method once it has trained as long as the others', () => {
  const shown = comparedMethods(experiment);
  const own = (step: number) =>
    methodRows({ experiment, snapshot: { ...snapshotOf(0.1), step }, methodRuns: [] }, shown).filter(
      (row) => row.own,
    );
  expect(own(0)).toEqual([]);
  expect(own(1480)).toEqual([]);
  expect(own(4000).map(({ by }) => by)).toEqual(['bayes-by-backprop']);
  expect(progressText(own(4000)[0]!)).toBe('this run, step 4,000');
});

test('the exact posterior is offered where it has a closed form', () => {
  const { network, likelihood } = experiment;
  expect(comparedMethods(experiment)).not.toContain('exact');
  const linear = {
    ...experiment,
    network: { ...network, hidden: [] },
    likelihood: { ...likelihood, learn: false },
  };
  expect(comparedMethods(linear)).toContain('exact');
});
