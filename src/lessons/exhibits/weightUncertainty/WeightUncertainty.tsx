import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { CurvePredictive } from '../../../experiment/pictures/snapshot.ts';
import { t } from '../../../i18n/index.ts';
import { TransportOfAll } from '../../../panels/compare/TransportOfAll.tsx';
import { formatNumber } from '../../../plots/frame/format.ts';
import { PredictivePlot } from '../../../plots/predictive/PredictivePlot.tsx';
import type { Comparison } from '../../../store/comparison.ts';
import type { Playground } from '../../../store/playground.ts';
import { useTrainedComparison } from '../../trained/useTrainedComparison.ts';
import exhibit from '../exhibit.module.css';
import { Numbers } from '../Numbers.tsx';
import { usePauseOffScreen } from '../usePauseOffScreen.ts';
import own from './WeightUncertainty.module.css';

const names = ['blundell', 'blundellMap'] as const;

/**
 * The figure of Blundell et al. 2015: the same network with a distribution over its weights, and with point estimates.
 */
export function WeightUncertainty() {
  const comparison = useTrainedComparison(names);
  const [host, setHost] = useState<HTMLDivElement | null>(null);
  usePauseOffScreen(
    host,
    useMemo(() => comparison && [comparison], [comparison]),
  );
  return (
    <div ref={setHost} className={exhibit.exhibit}>
      {comparison && <Both comparison={comparison} />}
    </div>
  );
}

function Both({ comparison }: { readonly comparison: Comparison }) {
  const titles = [t('Bayes by Backprop'), t('MAP: one best network')];
  return (
    <>
      <TransportOfAll
        comparison={comparison}
        className={exhibit.controls}
        label={t('Training of both')}
        train={t('Train both')}
        pause={t('Pause both')}
        steps={[100]}
      />
      <div className={exhibit.pictures}>
        {comparison.playgrounds.map((playground, i) => (
          <Cell key={names[i]} playground={playground} title={titles[i]!} />
        ))}
      </div>
    </>
  );
}

/** One of the two runs: its prediction, and its uncertainty far from the data. */
function Cell({ playground, title }: { readonly playground: Playground; readonly title: string }) {
  const { store, drawn } = playground;
  const snapshot = useStore(store, (state) => state.snapshot);
  const points = useStore(store, (state) => state.points);
  const xDomain = useStore(store, (state) => state.xDomain);
  const yDomain = useStore(store, (state) => state.yDomain);
  const interval = useStore(store, (state) => state.experiment.prediction.interval);
  useEffect(() => {
    if (!snapshot) return;
    const frame = requestAnimationFrame(drawn);
    return () => cancelAnimationFrame(frame);
  }, [snapshot, drawn]);
  const predictive = snapshot?.predictive.kind === 'curve' ? snapshot.predictive : null;
  return (
    <section className={own.cell} aria-label={title}>
      <h3>{title}</h3>
      <div className={own.plot}>
        <PredictivePlot
          predictive={predictive}
          points={points}
          xDomain={xDomain}
          yDomain={yDomain}
          xLabel="x"
          yLabel="y"
          interval={interval}
          phase={snapshot && snapshot.step > 0 ? 'posterior' : 'prior'}
          showDraws={false}
          readOnly
        />
      </div>
      <Numbers
        numbers={[
          [t('step'), formatNumber(snapshot?.step ?? 0)],
          [
            t('epistemic standard deviation at x = {x}', { x: formatNumber(FAR) }),
            predictive ? formatNumber(epistemicSigmaAt(predictive, FAR)) : '–',
          ],
        ]}
      />
    </section>
  );
}

/** An input far beyond the data, which end at 0.5. */
const FAR = 1;

/** Epistemic standard deviation at the nearest plotted input; rounding errors count as zero. */
function epistemicSigmaAt({ x, epistemicSigma }: CurvePredictive, wanted: number): number {
  const distance = (i: number) => Math.abs(x[i]! - wanted);
  const nearest = x.reduce((best, _, i) => (distance(i) < distance(best) ? i : best), 0);
  return epistemicSigma[nearest]! < 1e-9 ? 0 : epistemicSigma[nearest]!;
}
