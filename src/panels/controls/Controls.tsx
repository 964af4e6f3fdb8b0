import { DataPanel } from './DataPanel.tsx';
import { HelpRegion } from './HelpRegion.tsx';
import { InferencePanel } from './InferencePanel.tsx';
import { LikelihoodPanel } from './LikelihoodPanel.tsx';
import { NetworkPanel } from './NetworkPanel.tsx';
import { PredictionPanel } from './PredictionPanel.tsx';
import { PriorPanel } from './PriorPanel.tsx';

/** Every control of the experiment, in the order in which an experiment is thought of. */
export function Controls() {
  return (
    <HelpRegion>
      <DataPanel />
      <PriorPanel />
      <NetworkPanel />
      <LikelihoodPanel />
      <InferencePanel />
      <PredictionPanel />
    </HelpRegion>
  );
}
