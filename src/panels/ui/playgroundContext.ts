import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Experiment } from '../../experiment/document/experiment.ts';
import type { Playground } from '../../store/playground.ts';
import type { PlaygroundState } from '../../store/state.ts';

/** The playground of the surrounding panels. */
export const PlaygroundContext = createContext<Playground | null>(null);

/** The store and event handlers; stable, so it causes no render. */
export function usePlayground(): Playground {
  const playground = useContext(PlaygroundContext);
  if (!playground) throw new Error('panels need a PlaygroundContext around them');
  return playground;
}

/** Subscribes to a slice of the state. Select narrowly: a panel that selects the snapshot renders with each one. */
export function usePlaygroundState<Slice>(select: (state: PlaygroundState) => Slice): Slice {
  return useStore(usePlayground().store, select);
}

/** Subscribes to a slice of the experiment. */
export function useExperiment<Slice>(select: (experiment: Experiment) => Slice): Slice {
  return usePlaygroundState(({ experiment }) => select(experiment));
}
