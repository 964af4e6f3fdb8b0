import type { Dataset } from './dataset.ts';
import { motorcycleRows } from './motorcycleRows.ts';

export const motorcycle: Dataset = {
  label: 'Motorcycle impact (real)',
  teaches: 'Real data whose noise changes with time: calm before the impact, wild after it.',
  source: 'Silverman 1985; 133 measurements',
  task: 'regression',
  xLabel: 'time after impact (ms)',
  yLabel: 'head acceleration (g)',
  xDomain: [-20, 80],
  yDomain: [-220, 170],
  generated: null,
  points: () => motorcycleRows.map(([x, y]) => ({ x: [x], y })),
};
