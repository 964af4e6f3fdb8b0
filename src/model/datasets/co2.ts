import { carbonDioxide } from './co2Column.ts';
import type { SequenceDataset } from './dataset.ts';
import { change } from './transformations.ts';

export const co2: SequenceDataset = {
  kind: 'sequence',
  task: 'regression',
  label: 'Carbon dioxide (real)',
  teaches:
    'Carbon dioxide in the air, with trend and season: a forecast over years, and how fast it becomes uncertain.',
  source: 'Keeling; Mauna Loa, 468 months',
  xLabel: 'year',
  yLabel: 'CO₂ (ppm)',
  time: { start: 1959, step: 1 / 12 },
  transformation: change({ lag: 12, label: 'less the same month a year before' }),
  window: 12,
  testFraction: 0.2,
  likelihood: { noise: 0.4, learn: false },
  generated: null,
  series: () => carbonDioxide,
};
