import { fillDefaults } from '../../src/experiment/document/defaults.ts';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import type { FieldPath } from '../../src/experiment/document/fields.ts';
import { createRandom, standardNormal, streams } from '../../src/math/random.ts';
import type { Point } from '../../src/model/datasets/index.ts';

/** One experiment whose steps are timed. */
export interface Case {
  readonly id: string;
  readonly label: string;
  readonly experiment: Experiment;
}

type Fields = Partial<Record<FieldPath, unknown>>;

const experimentWith = (fields: Fields): Experiment =>
  fillDefaults(new Map(Object.entries(fields) as [FieldPath, unknown][]));

/** Blundell's curve as in the paper (2015, §5.2): sampled weights, a scale mixture prior, known noise. Full batch. */
export function curveFit(hidden: readonly number[], samples: number, points = 64): Case {
  const shape = [1, ...hidden, 1].join('-');
  const fields: Fields = {
    'dataset.size': points,
    'network.hidden': hidden,
    'prior.kind': 'scale-mixture',
    'prior.sigma1': 1.5,
    'prior.sigma2': 0.1,
    'likelihood.learn': false,
    'inference.estimator': 'weight-sampling',
    'inference.samples': samples,
    'inference.optimizer.learningRate': 1e-3,
  };
  return {
    id: `${shape}-s${samples}-n${points}`,
    label: `${shape}, S = ${samples}`,
    experiment: experimentWith(fields),
  };
}

const playground: Case = {
  id: 'playground',
  label: 'The page as it opens',
  experiment: experimentWith({}),
};

/** Two noisy interleaved arcs, one per class. */
function arcs(count: number): readonly Point[] {
  const random = createRandom(1, streams.data);
  return Array.from({ length: count }, (_, i) => {
    const angle = Math.PI * random();
    const y = i % 2;
    const x = [Math.cos(angle) + y, (1 - 2 * y) * Math.sin(angle) + 0.4 * y];
    return { x: x.map((value) => value + 0.15 * standardNormal(random)), y };
  });
}

const classes: Case = {
  id: 'classes',
  label: '2-64-64-2, two classes, N = 200',
  experiment: experimentWith({
    'dataset.id': 'custom',
    'dataset.points': arcs(200),
    'dataset.task': 'classification',
    'likelihood.kind': 'categorical',
    'likelihood.learn': false,
    'network.hidden': [64, 64],
    'inference.estimator': 'weight-sampling',
  }),
};

/** Sixty-four images of 8 × 8 pixels: a horizontal, vertical or diagonal bar in noise. */
function bars(): readonly Point[] {
  const random = createRandom(2, streams.data);
  return Array.from({ length: 64 }, (_, i) => {
    const y = i % 3;
    const place = Math.floor(8 * random());
    const inked = (row: number, column: number) => [row, column, (row + column) % 8][y] === place;
    const x = Array.from({ length: 64 }, (_, at) => (inked(at >> 3, at & 7) ? 12 : 0) + 4 * random());
    return { x, y };
  });
}

const convolutional: Case = {
  id: 'convolutional',
  label: 'Two convolutions (16, 32), 64 images of 8 × 8',
  experiment: experimentWith({
    'dataset.id': 'custom',
    'dataset.points': bars(),
    'dataset.task': 'classification',
    'dataset.images': true,
    'dataset.testFraction': 0,
    'likelihood.learn': false,
    'inference.estimator': 'weight-sampling',
    'inference.batchSize': 'full',
  }),
};

const recurrent: Case = {
  id: 'recurrent',
  label: 'LSTM of 8, airline passengers, windows of 24',
  experiment: experimentWith({ 'dataset.id': 'airline' }),
};

/** The cases of the comparison; each kind of network has at least one entry. */
export const cases: readonly Case[] = [
  curveFit([32, 32], 1),
  curveFit([32, 32], 4),
  curveFit([32, 32], 16),
  curveFit([100, 100], 4),
  curveFit([100, 100], 16),
  playground,
  classes,
  convolutional,
  recurrent,
];
