import { extent } from 'd3';
import { useId, useMemo, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { formatFixed, formatWhole } from '../../../i18n/numbers.ts';
import fields from '../../../panels/controls/fields/Field.module.css';
import { formatNumber } from '../../../plots/frame/format.ts';
import plot from '../../../plots/frame/Plot.module.css';
import { usePosterior } from '../../trained/usePosterior.ts';
import { useTrained } from '../../trained/useTrained.ts';
import { Chart, type ChartScales } from '../Chart.tsx';
import exhibit from '../exhibit.module.css';
import { Key } from '../Key.tsx';
import { Numbers } from '../Numbers.tsx';
import { type PairName, pairs } from './pairs.ts';
import styles from './TwoWeights.module.css';
import { type AlignedPosteriors, alignPosteriors, type Marginal, type Pair, pairOf } from './twoWeights.ts';

const runs = ['twoClusters'] as const;

/** Two weights of the network of the exhibit `gap`: draws from the exact posterior, and q. */
export function TwoWeights() {
  const [run] = useTrained(runs) ?? [];
  const posterior = usePosterior('twoClusters');
  const aligned = useMemo(
    () =>
      run?.checkpoint && posterior
        ? alignPosteriors(posterior.problem, run.checkpoint.state, posterior.drawn.weights)
        : null,
    [run, posterior],
  );
  return aligned ? <ChosenPair posteriors={aligned} /> : <p>{t('Loading…')}</p>;
}

function ChosenPair({ posteriors }: { readonly posteriors: AlignedPosteriors }) {
  const [name, setName] = useState<PairName>('hinge');
  const id = useId();
  const { x, y, says } = pairs[name];
  const pair = useMemo(() => pairOf(posteriors, x.parameter, y.parameter), [posteriors, x, y]);
  return (
    <div className={styles.exhibit}>
      <div className={styles.choice}>
        <label htmlFor={id}>{t('Two weights')}</label>
        <select
          id={id}
          className={fields.menu}
          value={name}
          onChange={(event) => setName(event.target.value as PairName)}
        >
          {Object.entries(pairs).map(([key, { label }]) => (
            <option key={key} value={key}>
              {t(label)}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.parts}>
        <Scatter pair={pair} xLabel={t(x.label)} yLabel={t(y.label)} />
        <div className={styles.text}>
          <p>{t(says)}</p>
          <Numbers
            numbers={[
              [t('correlation by HMC'), formatFixed(pair.correlation, 2).replace('-', '−')],
              [`σ(${x.symbol})`, sigmas(pair.xMarginal)],
              [`σ(${y.symbol})`, sigmas(pair.yMarginal)],
            ]}
          />
          <p className={exhibit.said}>
            {t(
              '{draws} draws. Swapping two hidden units changes no prediction, so in every draw the unit most like q’s takes its number.',
              { draws: formatWhole(pair.x.length) },
            )}
          </p>
        </div>
      </div>
    </div>
  );
}

const sigmas = ({ q, exact }: Marginal): string =>
  t('{q} by q, {exact} by HMC', { q: formatNumber(q.sigma), exact: formatNumber(exact.sigma) });

interface ScatterProps {
  readonly pair: Pair;
  readonly xLabel: string;
  readonly yLabel: string;
}

function Scatter({ pair, xLabel, yLabel }: ScatterProps) {
  const [xDomain, yDomain] = squareDomains(pair);
  const legend = (
    <ul className={plot.legend}>
      <Key className={styles.draw} label={t('draws of HMC')} />
      <Key className={styles.q} label={t('q, one and two standard deviations')} />
    </ul>
  );
  return (
    <div>
      <Chart
        square
        xDomain={xDomain}
        yDomain={yDomain}
        xLabel={xLabel}
        yLabel={yLabel}
        legend={legend}
        summary={t(
          'Draws of two weights with correlation {correlation}. The standard deviations of q are {x} and {y}, those of the draws {exactX} and {exactY}.',
          {
            correlation: formatFixed(pair.correlation, 2).replace('-', '−'),
            x: formatNumber(pair.xMarginal.q.sigma),
            y: formatNumber(pair.yMarginal.q.sigma),
            exactX: formatNumber(pair.xMarginal.exact.sigma),
            exactY: formatNumber(pair.yMarginal.exact.sigma),
          },
        )}
      >
        {(scales) => (
          <>
            {Array.from(pair.x, (value, i) => (
              <circle
                key={i}
                className={styles.draw}
                cx={scales.x(value)}
                cy={scales.y(pair.y[i]!)}
                r={2.5}
              />
            ))}
            {[2, 1].map((deviations) => (
              <Ellipse key={deviations} scales={scales} pair={pair} deviations={deviations} />
            ))}
          </>
        )}
      </Chart>
    </div>
  );
}

interface EllipseProps {
  readonly scales: ChartScales;
  readonly pair: Pair;
  readonly deviations: number;
}

/** The contour of q at so many standard deviations: its axes are those of the plot. */
function Ellipse({ scales: { x, y }, pair: { xMarginal, yMarginal }, deviations }: EllipseProps) {
  const [a, b] = [xMarginal.q, yMarginal.q];
  return (
    <ellipse
      className={styles.q}
      cx={x(a.mean)}
      cy={y(b.mean)}
      rx={x(a.mean + deviations * a.sigma) - x(a.mean)}
      ry={y(b.mean) - y(b.mean + deviations * b.sigma)}
    />
  );
}

/** Domains of equal length around the draws and q, so that both axes have the same unit. */
function squareDomains({ x, y, xMarginal, yMarginal }: Pair): readonly [Domain, Domain] {
  const ends = (values: Float64Array, { q }: Marginal) => {
    const [low, high] = extent([...values, q.mean - 2 * q.sigma, q.mean + 2 * q.sigma]) as [number, number];
    return { middle: (low + high) / 2, length: high - low };
  };
  const [a, b] = [ends(x, xMarginal), ends(y, yMarginal)];
  const half = 0.53 * Math.max(a.length, b.length);
  return [
    [a.middle - half, a.middle + half],
    [b.middle - half, b.middle + half],
  ];
}

type Domain = readonly [number, number];
