import { describe, expect, it } from 'vitest';
import { createWasmEngine } from '../../src/engine/wasm/index.ts';
import { type CellKind, cells } from '../../src/model/networks/index.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';
import { images, rowsOf, series } from '../reference/networkProblems.ts';
import type { Changes } from '../reference/problems.ts';
import { largestError, objectiveErrors, perturbedProblem } from './agreement.ts';

const createEngine = createWasmEngine();

/**
 * Images with an odd side, a number of filters that is not a multiple of four, more than one tile and an odd last one.
 */
const manyImages: Changes = {
  ...images,
  dataset: { points: rowsOf(49, 19, 'classification'), task: 'classification' },
  network: { ...images.network, channels: [5, 3], hidden: [6] },
};

const cases: readonly (readonly [
  string,
  'weight-sampling' | 'local-reparameterization' | 'flipout',
  Changes,
])[] = [
  ...(['weight-sampling', 'local-reparameterization', 'flipout'] as const).flatMap((estimator) => [
    ['convolutional', estimator, images] as const,
    ['convolutional, odd sizes,', estimator, manyImages] as const,
  ]),
  ...(['weight-sampling', 'flipout'] as const).flatMap((estimator) =>
    (Object.keys(cells) as CellKind[]).flatMap((cell) => [
      [cell, estimator, series(cell)] as const,
      [`two of ${cell}`, estimator, series(cell, [5, 3])] as const,
    ]),
  ),
];

describe.each(cases)('a %s network by %s', (_name, estimator, changes) => {
  const inference = { estimator, samples: 2 };

  it('has the reference’s costs and gradient, element by element', async () => {
    const { problem, start } = perturbedProblem({ ...changes, inference });
    for (const step of [4, 5]) {
      const errors = await objectiveErrors(problem, start.parameters, step);
      expect(errors.costs).toBeLessThan(1e-5);
      expect(errors.gradient).toBeLessThan(1e-3);
    }
  });

  it('has the reference’s state after fifty steps in minibatches, and its outputs', async () => {
    const { problem, start } = perturbedProblem({ ...changes, inference: { ...inference, batchSize: 4 } });
    const [reference, engine] = [createReferenceEngine(problem, start), createEngine(problem, start)];
    await reference.train(50, 1e9);
    await engine.train(50, 1e9);
    const [expected, state] = [await reference.state(), await engine.state()];
    expect(largestError(expected.parameters, state.parameters)).toBeLessThan(1e-3);
    const outputs = await Promise.all([reference, engine].map((of) => of.outputs(problem.inputs, 3, 2)));
    expect(largestError(outputs[0]!, outputs[1]!)).toBeLessThan(1e-3);
    engine.dispose();
  });
});
