import { useMemo, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { normalLogDensity } from '../../../math/special.ts';
import buttons from '../../../panels/ui/buttons.module.css';
import { formatNumber } from '../../../plots/frame/format.ts';
import { formatSum } from '../../../plots/frame/formatSum.ts';
import { Bars } from '../Bars.tsx';
import { Densities } from '../Densities.tsx';
import styles from '../exhibit.module.css';
import { Slider } from '../Slider.tsx';
import { bestEta, sharpenedCost } from './sharpening.ts';

const ranges = {
  phi: { minimum: -1, maximum: 1, logarithmic: false, step: 0.05 },
  sigma: { minimum: 0.05, maximum: 0.5, logarithmic: true },
  gain: { minimum: 0, maximum: 2, logarithmic: false, step: 0.02 },
} as const;
const minibatch = { best: 0, curvature: 30 };
const grid = Float64Array.from({ length: 601 }, (_, i) => -2 + (4 * i) / 600);

/** One weight shifted along the gradient of its minibatch: the gain and the cost of the shift. */
export function Sharpening() {
  const [phi, setPhi] = useState(0.6);
  const [sigma, setSigma] = useState(0.15);
  // η in units of σ₀²; 1 is exact where log p is linear.
  const [gain, setGain] = useState(0.2);
  const weight = { ...minibatch, phi, sigma, eta: gain * sigma * sigma };
  const cost = sharpenedCost(weight);
  const best = bestEta(weight) / (sigma * sigma);
  const sum = formatSum([cost.after, cost.price, cost.gain]);
  const [after, price, gained] = sum.terms as [string, string, string];
  const lines = useMemo(() => {
    const precision = 1 / (sigma * sigma) + minibatch.curvature;
    const exact = (phi / (sigma * sigma) + minibatch.curvature * minibatch.best) / precision;
    const normal = (mean: number, deviation: number) =>
      grid.map((theta) => Math.exp(normalLogDensity(theta, mean, deviation)));
    return {
      prior: normal(phi, sigma),
      sharpened: normal(cost.centre, sigma),
      exact: normal(exact, precision ** -0.5),
    };
  }, [phi, sigma, cost.centre]);
  return (
    <div className={styles.exhibit}>
      <div className={styles.pictures}>
        <Densities
          x={grid}
          lines={[
            { concept: 'prior', label: t('before: N(φ, σ₀²)'), values: lines.prior },
            { concept: 'posterior', label: t('sharpened: N(φ − η g, σ₀²)'), values: lines.sharpened },
            { concept: 'exact', label: t('exact posterior of θ for this minibatch'), values: lines.exact },
          ]}
          xLabel="θ"
          yLabel={t('density')}
          marks={[{ x: minibatch.best, label: t('least cost') }]}
          summary={t(
            'The weight moves from {phi} to {centre}. Its cost falls from {before} to {after} nats; the shift costs {price} nats, so it gains {gain} nats.',
            {
              phi: formatNumber(phi),
              centre: formatNumber(cost.centre),
              before: sum.total,
              after,
              price,
              gain: gained,
            },
          )}
        />
        <Bars
          title={t('Expected cost of this minibatch')}
          unit={t('nats')}
          longest={6}
          rows={[
            { name: t('before: at φ'), value: cost.before, text: sum.total, concept: 'data' },
            { name: t('after: at φ − η g'), value: cost.after, text: after, concept: 'data' },
            { name: t('price of the shift: KL'), value: cost.price, text: price, concept: 'prior' },
            { name: t('gain: before − after − price'), value: cost.gain, text: gained, concept: 'posterior' },
          ]}
        />
      </div>
      <div className={styles.controls}>
        <Slider
          label={t('Drawn weight')}
          symbol="φ"
          concept="prior"
          value={phi}
          range={ranges.phi}
          onChange={setPhi}
        />
        <Slider
          label={t('Width')}
          symbol="σ₀"
          concept="prior"
          value={sigma}
          range={ranges.sigma}
          onChange={setSigma}
        />
        <Slider
          label={t('How far to follow')}
          symbol="η / σ₀²"
          concept="posterior"
          value={gain}
          range={ranges.gain}
          onChange={setGain}
        />
        <button type="button" className={buttons.button} onClick={() => setGain(Math.round(50 * best) / 50)}>
          {t('Best: η / σ₀² = {best}', { best: formatNumber(best) })}
        </button>
      </div>
    </div>
  );
}
