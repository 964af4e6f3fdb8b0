import { describe, expect, it } from 'vitest';
import type { CellKind } from '../../src/model/networks/index.ts';
import { cells } from '../../src/model/networks/index.ts';
import { gradientError } from './gradientError.ts';
import { images, series } from './networkProblems.ts';
import type { Changes } from './problems.ts';

const withEstimator = (
  changes: Changes,
  estimator: 'weight-sampling' | 'local-reparameterization' | 'flipout',
): Changes => ({ ...changes, inference: { ...changes.inference, estimator, samples: 2 } });

describe.each(['weight-sampling', 'local-reparameterization', 'flipout'] as const)(
  'gradients of a convolutional network by %s equal finite differences',
  (estimator) => {
    it('through two convolutions and a dense layer', () => {
      expect(gradientError(withEstimator(images, estimator))).toBeLessThan(1e-6);
    });

    it('in a minibatch, with kernels of 1 and of 5', () => {
      for (const kernelSize of [1, 5]) {
        const changes: Changes = {
          ...images,
          network: { ...images.network, kernelSize },
          inference: { batchSize: 2 },
        };
        expect(gradientError(withEstimator(changes, estimator))).toBeLessThan(1e-6);
      }
    });
  },
);

describe.each(['weight-sampling', 'flipout'] as const)(
  'gradients of a recurrent network by %s equal finite differences',
  (estimator) => {
    it.each(Object.keys(cells) as CellKind[])('through time, %s', (cell) => {
      expect(gradientError(withEstimator(series(cell), estimator))).toBeLessThan(1e-6);
    });

    it.each(Object.keys(cells) as CellKind[])('through two cells in minibatches, %s', (cell) => {
      const changes: Changes = { ...series(cell, [3, 2]), inference: { batchSize: 4 } };
      expect(gradientError(withEstimator(changes, estimator))).toBeLessThan(1e-6);
    });
  },
);
