import type { SequenceDataset } from './dataset.ts';
import { sunspotNumbers } from './sunspotsColumn.ts';
import { squareRoot } from './transformations.ts';

export const sunspots: SequenceDataset = {
  kind: 'sequence',
  task: 'regression',
  label: 'Sunspots (real)',
  teaches: 'Cycles of eleven years that are never the same: sure of the next year, not of the next cycle.',
  source: 'Tong 1996; yearly means, 1700–1988',
  xLabel: 'year',
  yLabel: 'sunspots',
  time: { start: 1700, step: 1 },
  transformation: squareRoot,
  window: 11,
  testFraction: 0.2,
  likelihood: { noise: 1.2, learn: false },
  generated: null,
  series: () => sunspotNumbers,
};
