import type { CurveDataset } from './dataset.ts';
import { accelerations, times } from './motorcycleColumns.ts';
import { pointsOfColumns } from './pointsOfColumns.ts';

export const motorcycle: CurveDataset = {
  kind: 'curve',
  label: 'Motorcycle impact (real)',
  teaches: 'Real data whose noise changes with time: small before the impact, large after it.',
  source: 'Silverman 1985; 133 measurements, MASS mcycle',
  task: 'regression',
  xLabel: 'time after impact (ms)',
  yLabel: 'head acceleration (g)',
  xDomain: [-20, 80],
  yDomain: [-220, 170],
  likelihood: { noise: 23, learn: false },
  generated: null,
  points: () => pointsOfColumns(times, accelerations),
};
