import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Experiment } from '../../experiment/document/experiment.ts';
import type { Predictive } from '../../experiment/pictures/snapshot.ts';
import type { Interval, Point } from '../../model/datasets/dataset.ts';
import type { MethodColor } from '../../model/methods/index.ts';
import type { Phase } from '../../plots/predictive/predictiveText.ts';
import type { Playground } from '../../store/playground.ts';
import { phaseOf } from './predictive/phaseOf.ts';

/** What a small picture shows: a prediction of a run or of a method, with the data. */
export interface SmallPicture {
  readonly predictive: Predictive | null;
  readonly phase: Phase;
  readonly points: readonly Point[];
  readonly xDomain: Interval;
  readonly yDomain: Interval;
  readonly dataset: Experiment['dataset'];
  /** Central probability of the bands. */
  readonly interval: number;
  /** Colour of the bands; null: the usual colours. */
  readonly color: MethodColor | null;
}

export interface SmallPictureProps {
  readonly picture: SmallPicture;
}

/** The picture of a playground's run. */
export function useSmallPicture({ store }: Playground): SmallPicture {
  const predictive = useStore(store, (state) => state.snapshot?.predictive ?? null);
  const phase = useStore(store, phaseOf);
  const points = useStore(store, (state) => state.points);
  const xDomain = useStore(store, (state) => state.xDomain);
  const yDomain = useStore(store, (state) => state.yDomain);
  const dataset = useStore(store, (state) => state.experiment.dataset);
  const interval = useStore(store, (state) => state.experiment.prediction.interval);
  return useMemo(
    () => ({ predictive, phase, points, xDomain, yDomain, dataset, interval, color: null }),
    [predictive, phase, points, xDomain, yDomain, dataset, interval],
  );
}
