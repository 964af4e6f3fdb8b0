import { useStore } from 'zustand';
import type { Playground } from '../../store/playground.ts';

/** A small picture shows the run of the playground it is given, not that of the page. */
export interface SmallPictureProps {
  readonly playground: Playground;
}

/** What small pictures of all kinds show of a run. */
export function useSmallPicture({ store }: Playground) {
  return {
    predictive: useStore(store, (state) => state.snapshot?.predictive ?? null),
    phase: useStore(store, ({ snapshot }) => (snapshot?.step ? ('posterior' as const) : ('prior' as const))),
    points: useStore(store, (state) => state.points),
    xDomain: useStore(store, (state) => state.xDomain),
    yDomain: useStore(store, (state) => state.yDomain),
    dataset: useStore(store, (state) => state.experiment.dataset),
    interval: useStore(store, (state) => state.experiment.prediction.interval),
  };
}
