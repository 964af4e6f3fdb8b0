import { useMemo, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import buttons from '../../../panels/ui/buttons.module.css';
import { formatNumber, formatPercent } from '../../../plots/frame/format.ts';
import { Bars } from '../Bars.tsx';
import styles from '../exhibit.module.css';
import { Numbers } from '../Numbers.tsx';
import { Slider } from '../Slider.tsx';
import { AveragePlot } from './AveragePlot.tsx';
import own from './Averaging.module.css';
import {
  averageOf,
  chanceOfError,
  classPosterior,
  drawWeights,
  exactProbability,
  exactStandardError,
  probabilityOf,
  STANDARD_DRAWS,
} from './averaging.ts';
import { DrawErrors } from './DrawErrors.tsx';

const ranges = {
  samples: { minimum: 1, maximum: 200, logarithmic: true, integer: true },
  x: { minimum: -4, maximum: 4, logarithmic: false, step: 0.1 },
} as const;

/** Rounded to a tenth of a per cent; further digits are Monte Carlo noise. */
const share = (p: number) => formatPercent(Number(p.toFixed(3)));

/** A chance as '1 in 35': three digits, and none after the decimal mark from 10 on. */
function oneIn(chance: number): string {
  const count = Number((1 / chance).toPrecision(3));
  return t('1 in {count}', { count: formatNumber(count >= 10 ? Math.round(count) : count) });
}

/** The prediction as a mean over draws of the weight, next to the prediction of the mean weight. */
export function Averaging() {
  const posterior = useMemo(() => classPosterior(), []);
  const [samples, setSamples] = useState<number>(STANDARD_DRAWS);
  const [seed, setSeed] = useState(1);
  const [x, setX] = useState(2.5);
  const weights = useMemo(() => drawWeights(posterior, samples, seed), [posterior, samples, seed]);
  const { average, standardError } = averageOf(weights, x);
  const plugged = probabilityOf(posterior.mean, x);
  const exact = exactProbability(posterior, x);
  const errorOf = (p: number) => chanceOfError(posterior, x, p);
  const [ofExact, ofAverage, ofPlugged] = [errorOf(exact), errorOf(average), errorOf(plugged)];
  return (
    <div className={styles.exhibit}>
      <div className={own.pictures}>
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
        <div className={own.errors}>
          <Bars
            title={t('Chance of error at x = {x}, if you name the more probable class', {
              x: formatNumber(x),
            })}
            rows={[
              {
                name: t('mean of {count, plural, one {# draw} other {# draws}}', { count: samples }),
                value: ofAverage,
                text: oneIn(ofAverage),
                concept: 'posterior',
              },
              { name: t('exact integral'), value: ofExact, text: oneIn(ofExact), concept: 'exact' },
              { name: t('mean weight plugged in'), value: ofPlugged, text: oneIn(ofPlugged), concept: 'ink' },
            ]}
            unit=""
            longest={0.05}
          />
          <div className={own.sorted}>
            <DrawErrors
              errors={[...weights].map((w) => errorOf(probabilityOf(w, x)))}
              exact={ofExact}
              plugged={ofPlugged}
              average={ofAverage}
              summary={t(
                'Chance of error by each draw: their mean is {average}, the exact value {exact}, that of the mean weight {plugged}.',
                { average: oneIn(ofAverage), exact: oneIn(ofExact), plugged: oneIn(ofPlugged) },
              )}
            />
          </div>
        </div>
      </div>
      <Numbers
        numbers={[
          [t('mean of the draws'), share(average)],
          [t('its exact standard error'), `± ${share(exactStandardError(posterior, x, samples))}`],
          [
            t('its estimated standard error'),
            Number.isFinite(standardError) ? `± ${share(standardError)}` : t('unknown from one draw'),
          ],
          [t('exact integral'), share(exact)],
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
