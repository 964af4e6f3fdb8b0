import { useMemo, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import buttons from '../../../panels/ui/buttons.module.css';
import { formatNumber, formatPercent } from '../../../plots/frame/format.ts';
import styles from '../exhibit.module.css';
import { Numbers } from '../Numbers.tsx';
import { Slider } from '../Slider.tsx';
import { AveragePlot } from './AveragePlot.tsx';
import {
  averageOf,
  classPosterior,
  drawWeights,
  exactProbability,
  exactStandardError,
  probabilityOf,
} from './averaging.ts';

const ranges = {
  samples: { minimum: 1, maximum: 200, logarithmic: true, integer: true },
  x: { minimum: -4, maximum: 4, logarithmic: false, step: 0.1 },
} as const;

/** Rounded to a tenth of a per cent; further digits are Monte Carlo noise. */
const share = (p: number) => formatPercent(Number(p.toFixed(3)));

/** The prediction as a mean over draws of the weight, next to the prediction of the mean weight. */
export function Averaging() {
  const posterior = useMemo(() => classPosterior(), []);
  const [samples, setSamples] = useState(5);
  const [seed, setSeed] = useState(1);
  const [x, setX] = useState(2.5);
  const weights = useMemo(() => drawWeights(posterior, samples, seed), [posterior, samples, seed]);
  const { average, standardError } = averageOf(weights, x);
  const plugged = probabilityOf(posterior.mean, x);
  const exact = exactProbability(posterior, x);
  return (
    <div className={styles.exhibit}>
      <div className={styles.pictures}>
        <AveragePlot
          posterior={posterior}
          weights={weights}
          x={x}
          summary={t(
            '{count, plural, one {# draw} other {# draws}} of the weight. At x = {x} their mean says {average}, the exact integral {exact}, the mean weight alone {plugged}.',
            {
              count: samples,
              x: formatNumber(x),
              average: share(average),
              exact: share(exact),
              plugged: share(plugged),
            },
          )}
        />
      </div>
      <Numbers
        numbers={[
          [t('mean of the draws'), share(average)],
          [t('its standard error'), `± ${share(exactStandardError(posterior, x, samples))}`],
          [
            t('standard error seen by the draws'),
            Number.isFinite(standardError) ? `± ${share(standardError)}` : t('unknown from one draw'),
          ],
          [t('exact integral'), share(exact)],
          [t('mean weight plugged in'), share(plugged)],
        ]}
      />
      <div className={styles.controls}>
        <Slider
          label={t('Draws')}
          symbol="S"
          concept="posterior"
          value={samples}
          range={ranges.samples}
          onChange={setSamples}
        />
        <Slider label={t('Read at')} symbol="x" value={x} range={ranges.x} onChange={setX} />
        <button type="button" className={buttons.button} onClick={() => setSeed(seed + 1)}>
          {t('Other draws')}
        </button>
      </div>
    </div>
  );
}
