import { createRandom, standardNormal } from '../../src/math/random.ts';
import type { CellKind } from '../../src/model/networks/index.ts';
import type { Changes } from './problems.ts';

/** Points with `inputs` inputs each; y is a number, or one of three classes. */
export function rowsOf(inputs: number, n: number, task: 'regression' | 'classification') {
  const random = createRandom(11, 1);
  return Array.from({ length: n }, (_, i) => ({
    x: Array.from({ length: inputs }, () => 2 + 3 * standardNormal(random)),
    y: task === 'classification' ? i % 3 : standardNormal(random),
  }));
}

/** Three classes of 5 × 5 images, two convolutions: the second has a 2 × 2 input, since pooling omits the odd edge. */
export const images: Changes = {
  dataset: { points: rowsOf(25, 5, 'classification'), task: 'classification' },
  network: { kind: 'convolutional', channels: [3, 2], kernelSize: 3, hidden: [4], activation: 'tanh' },
  likelihood: { kind: 'categorical' },
};

/** The next number after each of six windows of five, read by this cell. */
export function series(cell: CellKind, hidden: readonly number[] = [3]): Changes {
  return {
    dataset: { points: rowsOf(5, 6, 'regression') },
    network: { kind: 'recurrent', cell, hidden },
  };
}

/** The same, with the posterior sharpened for every minibatch of four windows. */
export function sharpenedSeries(cell: CellKind, hidden?: readonly number[]): Changes {
  const plain = series(cell, hidden);
  return {
    ...plain,
    network: { ...plain.network, sharpening: true },
    inference: { samples: 2, batchSize: 4 },
  };
}
