import type { ReactNode } from 'react';
import styles from './Controls.module.css';
import { DataPanel } from './DataPanel.tsx';
import { HelpRegion } from './HelpRegion.tsx';
import { InferencePanel } from './InferencePanel.tsx';
import { LikelihoodPanel } from './LikelihoodPanel.tsx';
import { NetworkPanel } from './NetworkPanel.tsx';
import { PredictionPanel } from './PredictionPanel.tsx';
import { PriorPanel } from './PriorPanel.tsx';

/**
 * All controls of the experiment, in the order of its model: data, prior, network, likelihood, inference, prediction.
 * first: above them.
 */
export function Controls({ first }: { readonly first?: ReactNode }) {
  return (
    <HelpRegion>
      {first && <div className={styles.first}>{first}</div>}
      <DataPanel />
      <PriorPanel />
      <NetworkPanel />
      <LikelihoodPanel />
      <InferencePanel />
      <PredictionPanel />
    </HelpRegion>
  );
}
