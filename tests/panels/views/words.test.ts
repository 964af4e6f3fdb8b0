import { expect, it } from 'vitest';
import { setFields } from '../../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../../src/experiment/document/defaults.ts';
import type { Snapshot, WeightSummary } from '../../../src/experiment/pictures/snapshot.ts';
import { hasPosterior, type Method, type MethodKind, methods } from '../../../src/model/methods/index.ts';
import { faultText } from '../../../src/panels/controls/fields/faultText.ts';
import { mustRewind, runErrorText } from '../../../src/panels/messages/runErrorText.ts';
import { phaseCaption } from '../../../src/panels/views/predictive/phaseCaption.ts';
import { phaseOf } from '../../../src/panels/views/predictive/phaseOf.ts';
import { phaseName } from '../../../src/plots/predictive/predictiveText.ts';
import { weightFacts } from '../../../src/plots/weights/weightNames.ts';

it('next to a control, a fault does not repeat the path of its field', () => {
  const refused = setFields(defaultExperiment(), { 'inference.samples': 0 });
  const messages = 'faults' in refused ? refused.faults.map(faultText) : [];
  expect(messages).toEqual(['0 is not between 1 and 64']);
  expect(
    faultText({ path: 'network.hidden', message: 'network.hidden[0]: 999 is not between 1 and 512' }),
  ).toBe('999 is not between 1 and 512');
  expect(faultText({ path: 'prior.sigma', message: 'something else: altogether' })).toBe(
    'Something else: altogether',
  );
});

it('the caption names loading, the prior, training, a pause, the past, convergence and a failed run', () => {
  const present = { viewed: false, converged: false };
  expect([
    phaseCaption('paused', 12, { viewed: true, converged: true }),
    phaseCaption('paused', 12, { viewed: false, converged: true }),
    phaseCaption('paused', 12, { viewed: false, converged: true, continued: true }),
    phaseCaption('idle', null, present),
    phaseCaption('idle', 0, present),
    phaseCaption('idle', 0, { ...present, empty: true }),
    phaseCaption('training', 12, present),
    phaseCaption('paused', 12, present),
    phaseCaption('diverged', 12, present),
    phaseCaption('failed', 12, present),
  ]).toEqual([
    'Looking back at step 12.',
    'Converged: F and σ stand still.',
    'F stands still.',
    'Loading the engine…',
    'Press Train to show it the data.',
    'No points yet: the prior alone decides.',
    'Training: the posterior now.',
    'Paused.',
    'The last good step, before the run diverged.',
    'Training has failed.',
  ]);
});

/** What a picture of no method without a distribution may be called. */
const ofDistributions = /posterior|\bq\b/i;

it('no method without a distribution over weights is shown as a posterior or as q', () => {
  for (const [kind, method] of Object.entries(methods) as [MethodKind, Method][]) {
    const { training, weight, curve } = method;
    const caption = phaseCaption('training', 12, { training, viewed: false, converged: false });
    expect(caption, kind).toBe(training);
    const run = { ...defaultExperiment(), inference: { ...defaultExperiment().inference, method: kind } };
    const phase = phaseOf({ experiment: run, snapshot: { step: 1 } as Snapshot });
    const texts = [training, weight, curve, phaseName(phase)].join(' | ');
    expect(ofDistributions.test(texts), texts).toBe(hasPosterior(method));
  }
});

it('the facts of a weight name q only where there is one', () => {
  const weights = { mu: [1], sigma: [0], priorScale: [1], layers: [] } as unknown as WeightSummary;
  const titles = (kl: Float64Array | null) =>
    weightFacts({ ...weights, kl }, 0, null, 'nats')
      .map(({ title }) => title)
      .join(' ');
  expect(titles(null)).not.toMatch(ofDistributions);
  expect(titles(Float64Array.of(2))).toMatch(ofDistributions);
});

it('a diverged run reports the term, the step and one remedy', () => {
  const diverged = { kind: 'diverged', step: 1212, term: 'likelihoodCost' } as const;
  const text = runErrorText(diverged, methods['bayes-by-backprop'])!;
  expect(text).toContain('likelihood cost');
  expect(text).toContain('step 1,212');
  expect(text).toContain('try a smaller learning rate');
  expect(runErrorText(diverged, methods.hmc)).toBe(
    'The data cost −log p(D|w) stopped being a finite number at step 1,212. Rewind, and try more noise.',
  );
});

it('a run whose cost is finite but beyond sense reports the cost', () => {
  const diverged = { kind: 'diverged', step: 1212, term: 'likelihoodCost', cost: 1.23e16 } as const;
  expect(runErrorText(diverged, methods['bayes-by-backprop'])).toMatch(
    /^The .*likelihood cost.* has reached 1\.23 × 10¹⁶ nats at step 1,212: training diverged\. Rewind, and try a smaller/,
  );
});

it('a failed run shows the message of the worker; a healthy one shows none', () => {
  expect(runErrorText({ kind: 'failed', message: 'Training stopped answering.' }, methods.map)).toBe(
    'Training stopped answering.',
  );
  expect(runErrorText({ kind: 'training', steps: null }, methods.map)).toBeNull();
  expect(mustRewind({ kind: 'paused', step: 3 })).toBe(false);
  expect(mustRewind({ kind: 'diverged', step: 3, term: 'complexityCost' })).toBe(true);
});
