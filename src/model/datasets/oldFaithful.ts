import type { CurveDataset } from './dataset.ts';
import { eruptionLengths, waitingTimes } from './oldFaithfulColumns.ts';
import { pointsOfColumns } from './pointsOfColumns.ts';

export const oldFaithful: CurveDataset = {
  kind: 'curve',
  label: 'Old Faithful (real)',
  teaches: 'Two clusters of eruptions, short and long, with few in between.',
  source: 'Azzalini & Bowman 1990; 272 eruptions, R faithful',
  task: 'regression',
  xLabel: 'eruption length (min)',
  yLabel: 'wait for the next (min)',
  xDomain: [0, 7],
  yDomain: [20, 120],
  likelihood: { noise: 6, learn: false },
  generated: null,
  points: () => pointsOfColumns(eruptionLengths, waitingTimes),
};
