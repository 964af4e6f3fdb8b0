import { useEffect } from 'react';
import { t } from '../../../i18n/index.ts';
import { useExperiment, usePlayground, usePlaygroundState } from '../../../panels/ui/playgroundContext.ts';
import { formatPercent } from '../../../plots/frame/format.ts';
import { accuracyAt } from '../../../plots/weights/pruning.ts';
import { SnrPlot } from '../../../plots/weights/SnrPlot.tsx';
import { ExperimentExhibit } from '../ExperimentExhibit.tsx';
import { Numbers } from '../Numbers.tsx';
import own from './Pruning.module.css';

/** Two classes in the plane, and the weights of the network by signal-to-noise ratio; a slider prunes them. */
export function Pruning() {
  return <ExperimentExhibit trained="moons" panels={['predictive']} beside={<Signal />} />;
}

function Signal() {
  const { ask, change } = usePlayground();
  useEffect(() => {
    ask([], true);
    return () => ask([]);
  }, [ask]);
  const weights = usePlaygroundState(({ snapshot }) => snapshot?.weights ?? null);
  const curve = usePlaygroundState(({ snapshot }) => snapshot?.pruning ?? null);
  const pruned = useExperiment(({ prediction }) => prediction.pruned);
  if (!weights) return null;
  return (
    <section className={own.signal} aria-label={t('Weights by signal to noise')}>
      <SnrPlot
        weights={weights}
        pruned={pruned}
        onPrune={(fraction) => change({ 'prediction.pruned': fraction })}
      />
      <Numbers
        numbers={[
          [t('accuracy with all weights'), curve ? formatPercent(curve.accuracy[0]!) : '–'],
          [t('after pruning'), curve ? formatPercent(accuracyAt(curve, pruned)) : '–'],
        ]}
      />
    </section>
  );
}
