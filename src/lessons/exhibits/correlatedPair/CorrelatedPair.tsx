import { area, range } from 'd3';
import { useMemo, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { formatNumber } from '../../../plots/frame/format.ts';
import plot from '../../../plots/frame/Plot.module.css';
import { Chart, type ChartScales } from '../Chart.tsx';
import styles from '../exhibit.module.css';
import { Key } from '../Key.tsx';
import { Numbers } from '../Numbers.tsx';
import { Slider } from '../Slider.tsx';
import own from './CorrelatedPair.module.css';
import { functionSpread, pairPosteriors } from './correlatedPair.ts';

const ranges = {
  observations: { minimum: 0, maximum: 20, logarithmic: false, integer: true },
  noise: { minimum: 0.1, maximum: 2, logarithmic: true },
} as const;
const OBSERVED = 1;
const inputs = range(-2, 2.01, 0.1);

/**
 * Two weights of which the data determine only the sum: their exact posterior is correlated; a product of two
 * Gaussians cannot be.
 */
export function CorrelatedPair() {
  const [observations, setObservations] = useState(3);
  const [noiseSigma, setNoise] = useState(0.5);
  const posteriors = useMemo(
    () => pairPosteriors({ observations, observed: OBSERVED, noiseSigma }),
    [observations, noiseSigma],
  );
  const { mean, sum, difference, qSigma, divergence, correlation } = posteriors;
  const legend = (
    <ul className={plot.legend}>
      <Key className={own.exact} label={t('exact posterior')} />
      <Key className={own.q} label={t('best product q')} />
      <Key className={own.prior} label={t('prior')} />
    </ul>
  );
  const band = ({ x, y }: ChartScales, of: 'exact' | 'q') =>
    area<number>()
      .x((at) => x(at))
      .y0((at) => y(2 * mean - functionSpread(posteriors, at)[of]))
      .y1((at) => y(2 * mean + functionSpread(posteriors, at)[of]))(inputs) ?? '';
  return (
    <div className={styles.exhibit}>
      <div className={styles.pictures}>
        <Chart
          square
          xDomain={[-2, 2]}
          yDomain={[-2, 2]}
          xLabel="w₁"
          yLabel="w₂"
          legend={legend}
          summary={t(
            'Both weights: the exact posterior is a ridge with correlation {correlation}; q is a circle of standard deviation {sigma}.',
            { correlation: formatNumber(correlation), sigma: formatNumber(qSigma) },
          )}
        >
          {(scales) => (
            <>
              <Contour scales={scales} centre={0} alongSum={1} alongDifference={1} className={own.prior} />
              <Contour
                scales={scales}
                centre={mean}
                alongSum={sum.exact / Math.SQRT2}
                alongDifference={difference.exact / Math.SQRT2}
                className={own.exact}
              />
              <Contour
                scales={scales}
                centre={mean}
                alongSum={qSigma}
                alongDifference={qSigma}
                className={own.q}
              />
            </>
          )}
        </Chart>
        <Chart
          xDomain={[-2, 2]}
          yDomain={[-3, 5]}
          xLabel="x"
          yLabel="f(x)"
          legend={<p className={plot.legend}>{t('the function, ± one standard deviation')}</p>}
          summary={t(
            'The function at x = 2: standard deviation {exact} by the exact posterior, {q} by q. At x = 0: {exactThere} and {qThere}.',
            {
              exact: formatNumber(functionSpread(posteriors, 2).exact),
              q: formatNumber(functionSpread(posteriors, 2).q),
              exactThere: formatNumber(sum.exact),
              qThere: formatNumber(sum.q),
            },
          )}
        >
          {(scales) => (
            <>
              <path className={own.exact} d={band(scales, 'exact')} />
              <path className={own.q} d={band(scales, 'q')} />
              {observations > 0 && (
                <circle className={own.point} cx={scales.x(0)} cy={scales.y(OBSERVED)} r={4.5} />
              )}
            </>
          )}
        </Chart>
      </div>
      <Numbers
        numbers={[
          [t('standard deviation of w₁ − w₂'), both(difference)],
          [t('standard deviation of w₁ + w₂'), both(sum)],
          ['KL[q(w|θ) ‖ p(w|D)]', t('{value} nats', { value: formatNumber(divergence) })],
        ]}
      />
      <div className={styles.controls}>
        <Slider
          label={t('Measurements at x\u00a0=\u00a00')}
          symbol="n"
          concept="data"
          value={observations}
          range={ranges.observations}
          onChange={setObservations}
        />
        <Slider
          label={t('Their noise')}
          symbol="σₙ"
          concept="aleatoric"
          value={noiseSigma}
          range={ranges.noise}
          onChange={setNoise}
        />
      </div>
    </div>
  );
}

/** The same quantity under the exact posterior and under q. */
function both({ exact, q }: { readonly exact: number; readonly q: number }): string {
  return t('{exact} exactly, {q} by q', { exact: formatNumber(exact), q: formatNumber(q) });
}

interface ContourProps {
  readonly scales: ChartScales;
  /** Mean of both weights. */
  readonly centre: number;
  /** Standard deviations along (1, 1)/√2 and along (1, −1)/√2. */
  readonly alongSum: number;
  readonly alongDifference: number;
  readonly className: string | undefined;
}

/** The ellipse of one standard deviation around the centre, as a polygon because the axes have different scales. */
function Contour({ scales: { x, y }, centre, alongSum, alongDifference, className }: ContourProps) {
  const corners = range(0, 2 * Math.PI, Math.PI / 48).map((angle) => {
    const [s, d] = [alongSum * Math.cos(angle), alongDifference * Math.sin(angle)];
    return `${x(centre + (s + d) / Math.SQRT2)},${y(centre + (s - d) / Math.SQRT2)}`;
  });
  return <polygon className={className} points={corners.join(' ')} />;
}
