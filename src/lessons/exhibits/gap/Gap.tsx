import { useMemo, useState } from 'react';
import type { CurvePredictive } from '../../../experiment/pictures/snapshot.ts';
import { bandWidths } from '../../../experiment/scores/bandWidths.ts';
import { compareInGap } from '../../../experiment/scores/gapComparison.ts';
import { t } from '../../../i18n/index.ts';
import { formatFixed, formatWhole } from '../../../i18n/numbers.ts';
import type { Point } from '../../../model/datasets/index.ts';
import { Segments } from '../../../panels/controls/fields/Segments.tsx';
import { usePlaygroundState } from '../../../panels/ui/playgroundContext.ts';
import { formatNumber } from '../../../plots/frame/format.ts';
import plot from '../../../plots/frame/Plot.module.css';
import { curveOfDraws } from '../../trained/posteriorDraws.ts';
import { usePosterior } from '../../trained/usePosterior.ts';
import { Chart } from '../Chart.tsx';
import { ExperimentExhibit } from '../ExperimentExhibit.tsx';
import { bandStyles, DataPoints, FunctionBand } from '../FunctionBand.tsx';
import { Key } from '../Key.tsx';
import { Numbers } from '../Numbers.tsx';
import styles from './Gap.module.css';

/** Two clusters of data: mean field as trained, and the exact posterior from shipped draws. */
export function Gap() {
  return <ExperimentExhibit trained="twoClusters" panels={[]} beside={<BothPosteriors />} />;
}

type Shown = 'q' | 'exact' | 'both';

function BothPosteriors() {
  const [shown, setShown] = useState<Shown>('both');
  const q = usePlaygroundState(({ snapshot }) =>
    snapshot?.predictive.kind === 'curve' ? snapshot.predictive : null,
  );
  const points = usePlaygroundState((state) => state.points);
  const posterior = usePosterior('twoClusters');
  const exact = useMemo(
    () => posterior && curveOfDraws(posterior.problem, posterior.drawn.weights),
    [posterior],
  );
  if (!q || !exact || !posterior) return <p>{t('Loading…')}</p>;
  return (
    <section className={styles.gap} aria-label={t('Mean field and the exact posterior')}>
      <Segments
        value={shown}
        label={t('Which posterior to show')}
        choices={[
          { value: 'q', label: t('mean field') },
          { value: 'exact', label: t('HMC') },
          { value: 'both', label: t('both') },
        ]}
        onChoose={setShown}
      />
      <Bands q={q} exact={exact} points={points} shown={shown} />
      <Comparison q={q} exact={exact} points={points} />
      <p className={styles.chains}>
        {t(
          'HMC: {chains} chains, R̂ = {rHat}, effective sample size {size}. It is exact for this model: this network, this prior, this noise.',
          {
            chains: formatWhole(posterior.drawn.chains),
            rHat: formatFixed(posterior.drawn.rHat, 2),
            size: formatWhole(Math.round(posterior.drawn.effectiveSampleSize)),
          },
        )}
      </p>
    </section>
  );
}

interface BothProps {
  readonly q: CurvePredictive;
  readonly exact: CurvePredictive;
  readonly points: readonly Point[];
}

function Bands({ q, exact, points, shown }: BothProps & { readonly shown: Shown }) {
  const legend = (
    <ul className={plot.legend}>
      {shown !== 'exact' && <Key className={bandStyles.q} label={t('mean field: 90 % of the functions')} />}
      {shown !== 'q' && (
        <Key className={bandStyles.exact} label={t('exact posterior by HMC: 90 % of the functions')} />
      )}
    </ul>
  );
  const sigmas = compareInGap(q, exact, points);
  return (
    <div className={styles.plot}>
      <Chart
        xDomain={[-4, 4]}
        yDomain={[-2, 1.5]}
        xLabel="x"
        yLabel="f(x)"
        legend={legend}
        summary={t(
          'Two clusters of points. Between them the band of the exact posterior is wide, that of mean field narrow: standard deviation {exact} and {q}.',
          { exact: formatNumber(sigmas?.overlay ?? 0), q: formatNumber(sigmas?.fit ?? 0) },
        )}
      >
        {(scales) => (
          <>
            {shown !== 'q' && (
              <FunctionBand
                scales={scales}
                of="exact"
                x={exact.x}
                summary={exact}
                {...(shown === 'exact' ? { draws: exact.draws } : {})}
              />
            )}
            {shown !== 'exact' && (
              <FunctionBand
                scales={scales}
                of="q"
                x={q.x}
                summary={q}
                {...(shown === 'q' ? { draws: q.draws } : {})}
              />
            )}
            <DataPoints scales={scales} points={points} />
          </>
        )}
      </Chart>
    </div>
  );
}

/** Standard deviations of f by both, at the data and in the gap. */
function Comparison({ q, exact, points }: BothProps) {
  const gap = compareInGap(q, exact, points);
  const [atData, exactAtData] = [bandWidths(q, points)?.atData, bandWidths(exact, points)?.atData];
  const both = (own: number | undefined, other: number | undefined) =>
    own === undefined || other === undefined
      ? '–'
      : t('{q} by mean field, {exact} by HMC', { q: formatNumber(own), exact: formatNumber(other) });
  return (
    <Numbers
      numbers={[
        [t('standard deviation of f in the gap'), both(gap?.fit, gap?.overlay)],
        [t('at the data'), both(atData, exactAtData)],
      ]}
    />
  );
}
