import { useEffect } from 'react';
import { t, tRich } from '../../../i18n/index.ts';
import { formatWhole } from '../../../i18n/numbers.ts';
import { formatPercent } from '../../../plots/frame/format.ts';
import { PruningPlot } from '../../../plots/weights/PruningPlot.tsx';
import { prunableFraction } from '../../../plots/weights/pruning.ts';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from '../images/Images.module.css';

/** Accuracy when the weights with the least signal to noise are set to zero. Requested while it is shown. */
export function PrunedNetwork() {
  const { ask, change } = usePlayground();
  useEffect(() => {
    ask([], true);
    return () => ask([]);
  }, [ask]);
  const curve = usePlaygroundState(({ snapshot }) => snapshot?.pruning ?? null);
  const pruned = useExperiment(({ prediction }) => prediction.pruned);
  const weights = usePlaygroundState(({ snapshot }) => snapshot?.weights.mu.length ?? 0);
  const cheap = curve && prunableFraction(curve);
  return (
    <>
      <p className={styles.words} style={{ maxWidth: 'none' }}>
        {t('Weights set to zero, least signal to noise |μ|/σ first.')}{' '}
        {cheap !== null &&
          tRich('{share} of {weights} can go for at most one point of accuracy.', {
            share: (
              <output key="share" aria-live="off">
                {formatPercent(cheap)}
              </output>
            ),
            weights: formatWhole(weights),
          })}
      </p>
      <div className={styles.turn}>
        <label className={styles.slider}>
          {t('Pruned')}
          <input
            type="range"
            min={0}
            max={100}
            value={Math.round(100 * pruned)}
            aria-valuetext={formatPercent(pruned)}
            onChange={(event) => change({ 'prediction.pruned': Number(event.target.value) / 100 })}
          />
          <output>{formatPercent(pruned)}</output>
        </label>
        <PruningPlot
          curve={curve}
          pruned={pruned}
          onPrune={(fraction) => change({ 'prediction.pruned': fraction })}
        />
      </div>
    </>
  );
}
