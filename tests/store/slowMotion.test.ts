import { afterEach, expect, test } from 'vitest';
import { type EstimatorKind, estimators } from '../../src/model/estimators/index.ts';
import { createPlayground, type Playground } from '../../src/store/playground.ts';
import { createTrainer } from '../../src/worker/trainer.ts';
import { smallExperiment } from '../worker/experimentForTests.ts';
import { until } from '../worker/until.ts';
import { threadlessWorker } from '../worker/workerStandIn.ts';

let playground: Playground;
afterEach(() => playground.dispose());

const state = () => playground.store.getState();
const estimator = () => state().experiment.inference.estimator;

function open(kind: EstimatorKind): void {
  const { inference, view } = smallExperiment;
  playground = createPlayground({
    createTrainer: (handlers) =>
      createTrainer({ ...handlers, createWorker: () => threadlessWorker() as unknown as Worker }),
    experiment: {
      ...smallExperiment,
      inference: { ...inference, estimator: kind },
      view: { ...view, autoplay: false },
    },
  });
  playground.store.subscribe((now, before) => {
    if (now.snapshot !== before.snapshot) setImmediate(() => playground.drawn());
  });
}

test.each(Object.keys(estimators) as EstimatorKind[])(
  'opened with %s, slow motion shows ε and w of every weight, and closing it returns to that estimator',
  async (kind) => {
    open(kind);
    playground.step(3);
    await until(() => state().run.kind === 'paused');
    playground.toggleSlowMotion();
    expect(estimator()).toBe('weight-sampling');
    await until(() => state().snapshot?.nextStep?.epsilon != null);
    const { weights, nextStep } = state().snapshot!;
    const drawn = weights.mu.map((mu, i) => mu + weights.sigma[i]! * nextStep!.epsilon![i]!);
    expect(nextStep!.weights!).toEqual(drawn);
    playground.toggleSlowMotion();
    expect(estimator()).toBe(kind);
    expect(state().experiment.view.panels).not.toContain('step');
    expect(state().run.kind).toBe('paused');
  },
);

test('an estimator that is chosen meanwhile is the one that returns', () => {
  open('local-reparameterization');
  playground.toggleSlowMotion();
  playground.change({ 'inference.estimator': 'flipout' });
  playground.drawWeightsInSteps();
  expect(estimator()).toBe('weight-sampling');
  playground.toggleSlowMotion();
  expect(estimator()).toBe('flipout');
});

test('methods without q keep their estimator', () => {
  open('local-reparameterization');
  playground.change({ 'inference.method': 'map' });
  const before = estimator();
  playground.toggleSlowMotion();
  expect(estimator()).toBe(before);
});
