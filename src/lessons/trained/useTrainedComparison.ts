import { useEffect, useState } from 'react';
import { type Comparison, createComparison } from '../../store/comparison.ts';
import { createPageTrainer } from '../../worker/createPageTrainer.ts';
import type { TrainedName } from './runs.ts';
import { useTrained } from './useTrained.ts';

/** Shipped runs side by side, each in its own worker, for the lifetime of the component. names: always the same array. */
export function useTrainedComparison(names: readonly TrainedName[]): Comparison | null {
  const runs = useTrained(names);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  useEffect(() => {
    if (!runs) return;
    const made = createComparison(
      runs.map(({ experiment }) => experiment),
      createPageTrainer,
      runs.map(({ checkpoint }) => checkpoint),
    );
    setComparison(made);
    return () => made.dispose();
  }, [runs]);
  return comparison;
}
