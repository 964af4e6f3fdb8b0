import { blundell } from './blundell.ts';
import { cubic } from './cubic.ts';
import type { Dataset } from './dataset.ts';
import { motorcycle } from './motorcycle.ts';
import { oldFaithful } from './oldFaithful.ts';
import { sineGap } from './sineGap.ts';
import { step } from './step.ts';
import { twoClusters } from './twoClusters.ts';
import { wideningNoise } from './wideningNoise.ts';

export type { Dataset, Interval, Point } from './dataset.ts';

/** Every data set, by its public key, in the order of the menu. */
export const datasets = {
  blundell,
  cubic,
  'sine-gap': sineGap,
  'two-clusters': twoClusters,
  step,
  'widening-noise': wideningNoise,
  motorcycle,
  'old-faithful': oldFaithful,
} as const satisfies Record<string, Dataset>;

export type DatasetId = keyof typeof datasets;
