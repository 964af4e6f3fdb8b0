import { airlinePassengers } from './airlineColumn.ts';
import type { SequenceDataset } from './dataset.ts';
import { relativeChange } from './transformations.ts';

export const airline: SequenceDataset = {
  kind: 'sequence',
  task: 'regression',
  label: 'Airline passengers (real)',
  teaches:
    'A season that grows. The network models the growth over a year, so that it need learn neither trend nor season.',
  source: 'Box & Jenkins 1976; 144 months',
  xLabel: 'year',
  yLabel: 'passengers (thousands a month)',
  time: { start: 1949, step: 1 / 12 },
  transformation: relativeChange({ lag: 12, label: 'log, less the same month a year before' }),
  window: 12,
  testFraction: 0.2,
  likelihood: { noise: 0.05, learn: false },
  generated: null,
  series: () => airlinePassengers,
};
