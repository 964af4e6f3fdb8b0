import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../../i18n/index.ts';
import { formatWhole } from '../../../i18n/numbers.ts';
import { blundell } from '../../../model/datasets/blundell.ts';
import { TransportOfAll } from '../../../panels/compare/TransportOfAll.tsx';
import buttons from '../../../panels/ui/buttons.module.css';
import { formatInterval, formatNumber, formatPercent, missing } from '../../../plots/frame/format.ts';
import { PredictiveLegend } from '../../../plots/predictive/PredictiveLegend.tsx';
import { PredictivePlot } from '../../../plots/predictive/PredictivePlot.tsx';
import { predictiveAt } from '../../../plots/predictive/predictivePlot.ts';
import type { Comparison } from '../../../store/comparison.ts';
import type { Playground } from '../../../store/playground.ts';
import { useTrainedComparison } from '../../trained/useTrainedComparison.ts';
import exhibit from '../exhibit.module.css';
import { Numbers } from '../Numbers.tsx';
import { Slider } from '../Slider.tsx';
import { usePauseOffScreen } from '../usePauseOffScreen.ts';
import own from './WeightUncertainty.module.css';

const names = ['blundellMap', 'blundell'] as const;
const range = { minimum: -0.3, maximum: 1.2, logarithmic: false, step: 0.05 } as const;

/** The input at which both are read first, far beyond the data, which end at 0.5. */
const FAR = 1;

/**
 * The figure of Blundell et al. 2015: the same network with point estimates, and with a distribution over its weights.
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
      {comparison ? <Both comparison={comparison} /> : <p>{t('Loading…')}</p>}
    </div>
  );
}

function Both({ comparison }: { readonly comparison: Comparison }) {
  const { playgrounds, store } = comparison;
  const [x, setX] = useState(FAR);
  const [showsFunction, setShowsFunction] = useState(false);
  const snapshots = useStore(store, (state) => state.snapshots);
  const steps = Math.max(...snapshots.map((snapshot) => snapshot?.step ?? 0));
  const interval = useStore(playgrounds[0]!.store, (state) => state.experiment.prediction.interval);
  const titles = [t('MAP: one best network'), t('Bayes by Backprop: a distribution over networks')];
  return (
    <>
      <PredictiveLegend
        phase={steps > 0 ? 'posterior' : 'prior'}
        interval={interval}
        trueMean={showsFunction}
        keepsFunction={false}
        overlay={null}
        draws={false}
        onShowDraws={null}
        onShowFunction={null}
        followed={false}
        guess={null}
      />
      <div className={exhibit.pictures} aria-busy={snapshots.some((snapshot) => !snapshot)}>
        {playgrounds.map((playground, i) => (
          <Cell
            key={names[i]}
            playground={playground}
            title={titles[i]!}
            x={x}
            showsFunction={showsFunction}
          />
        ))}
      </div>
      <div className={exhibit.controls}>
        <Slider label={t('Read both at')} symbol="x" value={x} range={range} onChange={setX} />
        <button
          type="button"
          className={buttons.button}
          aria-pressed={showsFunction}
          onClick={() => setShowsFunction(!showsFunction)}
        >
          {t('Function behind the data')}
        </button>
        <TransportOfAll
          comparison={comparison}
          className={exhibit.controls}
          label={t('Training of both')}
          train={t('Train both')}
          pause={t('Pause both')}
          steps={[]}
        />
        <Numbers
          numbers={[
            [t('step'), formatWhole(steps)],
            ...(showsFunction
              ? [[t('function at x = {x}', { x: formatNumber(x) }), formatNumber(blundell.mean!(x))] as const]
              : []),
          ]}
        />
      </div>
    </>
  );
}

interface CellProps {
  readonly playground: Playground;
  readonly title: string;
  /** Where it is read. */
  readonly x: number;
  readonly showsFunction: boolean;
}

/** One of the two runs: its prediction, and what it says at x. */
function Cell({ playground: { store, drawn }, title, x, showsFunction }: CellProps) {
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
  const at = predictive && predictiveAt(predictive, x);
  const [low, high] = at ? formatInterval(at.lower, at.upper) : [missing, missing];
  return (
    <section className={own.cell} aria-label={title}>
      <p className={own.title}>{title}</p>
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
          trueMean={blundell.mean}
          showFunction={showsFunction}
          showDraws={false}
          readOnly
          bare
          tool={(frame, scales) => (
            <path className={own.at} d={`M${scales.x(x)},${frame.top}V${frame.bottom}`} />
          )}
        />
      </div>
      <Numbers
        numbers={[
          [t('mean at x = {x}', { x: formatNumber(x) }), at ? formatNumber(at.mean) : missing],
          [
            t('{interval} of new data', { interval: formatPercent(interval) }),
            at ? t('{low} to {high}', { low, high }) : missing,
          ],
          [
            t('epistemic standard deviation'),
            // Rounding errors of identical draws count as zero.
            at ? formatNumber(at.epistemicSigma < 1e-9 ? 0 : at.epistemicSigma) : missing,
          ],
        ]}
      />
    </section>
  );
}
