import { expect, test } from 'vitest';
import { defaultExperiment } from '../../../src/experiment/document/defaults.ts';
import type { ChainDiagnostics } from '../../../src/experiment/engine/chains.ts';
import type { Snapshot } from '../../../src/experiment/pictures/snapshot.ts';
import { likelihoods } from '../../../src/model/likelihoods/index.ts';
import { costWords } from '../../../src/model/methods/costs.ts';
import { methods, samplingMethod } from '../../../src/model/methods/index.ts';
import { chainFacts, disagrees, rHatText } from '../../../src/panels/views/overlay/chainFacts.ts';
import { overlayPicture } from '../../../src/panels/views/overlay/overlayPicture.ts';
import { overlayText } from '../../../src/panels/views/overlay/overlayText.ts';
import type { Overlay } from '../../../src/store/state.ts';

const chains: ChainDiagnostics = {
  chains: 4,
  draws: 250,
  warmupLeft: 0,
  rHat: 1.004,
  effectiveSampleSize: 312.4,
  acceptance: 0.8234,
  divergences: 0,
};
const of = defaultExperiment();
const running = (step: number, known: ChainDiagnostics | null): Overlay => ({
  kind: 'running',
  by: 'hmc',
  step,
  steps: 1400,
  snapshot: { step, chains: known, predictive: {} } as unknown as Snapshot,
  of,
});

test('every likelihood with learned noise starts from the current noise', () => {
  for (const { hasNoise, startsFromNoise } of Object.values(likelihoods))
    expect(hasNoise && !startsFromNoise).toBe(false);
});

test('only the sampling method has no comparison, and each cost has its own names', () => {
  for (const [kind, method] of Object.entries(methods))
    expect(method.comparison === null, kind).toBe(kind === samplingMethod);
  expect(costWords['free-energy']).toMatchObject({
    title: 'Free energy',
    complexity: { long: 'complexity cost' },
    likelihood: { long: 'likelihood cost' },
  });
  expect(costWords['log-posterior']).toMatchObject({
    title: 'Minus log posterior',
    complexity: { long: 'prior cost −log p(w)' },
    likelihood: { long: 'data cost −log p(D|w)' },
  });
});

test('chains that agree are reported so; R-hat is never rounded down to a good value', () => {
  expect(rHatText(1.004)).toBe('1.01');
  expect(rHatText(1.0101)).toBe('1.02');
  expect(rHatText(1.01)).toBe('1.01');
  expect(rHatText(null)).toBe('–');
  expect([1, 1.01, 1.011, Number.NaN].map(disagrees)).toEqual([false, false, true, true]);
  const facts = chainFacts(chains);
  expect(facts.map(({ name, value }) => [name, value])).toEqual([
    ['R-hat', '1.01'],
    ['Effective draws', '312'],
    ['Draws', '250'],
    ['Warm-up left', '0'],
    ['Acceptance', '82 %'],
    ['Divergences', '0'],
  ]);
  expect(facts.some(({ warns }) => warns)).toBe(false);
});

test('chains with a bad diagnostic have a warning in words', () => {
  const facts = chainFacts({ ...chains, rHat: 1.2, divergences: 3 });
  expect(facts.filter(({ warns }) => warns).map(({ says }) => says)).toEqual([
    'warning: the chains do not agree yet',
    'warning: paths that diverged',
  ]);
  const early = chainFacts({ ...chains, rHat: null, effectiveSampleSize: null, draws: 0, warmupLeft: 320 });
  expect(early[0]).toMatchObject({ value: '–', says: 'not yet: too few draws', warns: false });
  expect(early[1]).toMatchObject({ name: 'Effective draws', value: '–' });
});

test('the text of an overlay shows its progress and its result', () => {
  expect(overlayText({ kind: 'off' })).toBe('');
  expect(overlayText(running(532, { ...chains, rHat: 1.0151 }))).toBe('HMC: 38 %, R-hat 1.02');
  expect(overlayText(running(120, { ...chains, rHat: null }))).toBe('HMC: 8 %, warming up');
  expect(overlayText(running(0, null))).toBe('HMC: 0 %, warming up');
  const done = (rHat: number) =>
    overlayText({ kind: 'done', by: 'hmc', of, snapshot: { chains: { ...chains, rHat } } as Snapshot });
  expect(done(1.003)).toBe('HMC: R-hat 1.01, the chains agree; worth 312 independent draws.');
  expect(done(1.04)).toContain('agree only roughly');
  expect(done(1.4)).toContain('do not agree');
  expect(overlayText({ kind: 'failed', message: 'why' })).toBe('why');
});

test('HMC is drawn once its chains have enough draws, with the probability of its band', () => {
  expect(overlayPicture({ kind: 'off' })).toBeNull();
  expect(overlayPicture({ kind: 'failed', message: '' })).toBeNull();
  expect(overlayPicture(running(100, { ...chains, draws: 0 }))).toEqual({
    predictive: null,
    interval: 0.9,
    name: 'HMC',
    short: 'HMC',
    term: 'hmc',
    isPosterior: true,
    color: 'rose',
  });
  expect(overlayPicture(running(600, chains))?.predictive).not.toBeNull();
});

test('a method without chains shows its progress, and is not called the posterior', () => {
  const other: Overlay = { kind: 'running', by: 'map', step: 1500, steps: 3000, snapshot: null, of };
  expect(overlayText(other)).toBe('MAP: 50 %');
  const done: Overlay = {
    ...other,
    kind: 'done',
    snapshot: { step: 3000, chains: null, calibration: null, predictive: {} as never },
  };
  expect(overlayText(done)).toContain('MAP: trained beside this run');
  expect(overlayPicture(done)).toMatchObject({ name: 'MAP', isPosterior: false });
});

test('the exact posterior is complete immediately', () => {
  const exact: Overlay = {
    kind: 'done',
    by: 'exact',
    snapshot: { step: 0, chains: null, calibration: null, predictive: {} as never },
    of,
  };
  expect(overlayText(exact)).toContain('by its formula');
  expect(overlayPicture(exact)).toMatchObject({ name: 'the exact posterior', isPosterior: true });
  expect(overlayPicture(exact)!.predictive).not.toBeNull();
});
