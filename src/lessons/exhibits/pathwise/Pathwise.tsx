import { useMemo, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { Segments } from '../../../panels/controls/fields/Segments.tsx';
import styles from '../exhibit.module.css';
import { Slider } from '../Slider.tsx';
import { EstimateHistograms } from './EstimateHistograms.tsx';
import { PathwisePicture } from './PathwisePicture.tsx';
import {
  exactGradient,
  noise,
  type Of,
  OPENING,
  REPEATS_SEED,
  repeatedEstimates,
  SAMPLES,
  spreadOf,
} from './pathwise.ts';

/** Seed of the draws that are shown. */
const SHOWN = 4;
const ranges = {
  mu: { minimum: -1.5, maximum: 2.5, logarithmic: false, step: 0.05 },
  sigma: { minimum: 0.1, maximum: 1, logarithmic: false, step: 0.05 },
  lift: { minimum: 0, maximum: 10, logarithmic: false, step: 0.5 },
} as const;
const epsilon = noise(SAMPLES, SHOWN, 0);

/** w = μ + σε with fixed ε, and two gradient estimators of a mean cost: pathwise and score function. */
export function Pathwise() {
  const [setting, setSetting] = useState(OPENING);
  const [of, setOf] = useState<Of>('mu');
  const { mu, sigma } = setting;
  const ways = useMemo(
    () =>
      (['pathwise', 'score'] as const).map((estimator) => {
        const values = repeatedEstimates(estimator, of, setting, SAMPLES, REPEATS_SEED);
        return { estimator, values, spread: spreadOf(values).deviation };
      }),
    [of, setting],
  );
  // The spread with the largest constant: the axis stays while the constant changes.
  const widest = useMemo(() => {
    const lifted = { mu, sigma, lift: ranges.lift.maximum };
    return spreadOf(repeatedEstimates('score', of, lifted, SAMPLES, REPEATS_SEED)).deviation;
  }, [of, mu, sigma]);
  return (
    <div className={styles.exhibit}>
      <div className={styles.pictures}>
        <PathwisePicture setting={setting} epsilon={epsilon} />
        <EstimateHistograms ways={ways} widest={widest} exact={exactGradient(of, setting)} of={of} />
      </div>
      <div className={styles.controls}>
        <Slider
          label={t('Mean of w')}
          symbol="μ"
          concept="posterior"
          value={mu}
          range={ranges.mu}
          onChange={(next) => setSetting({ ...setting, mu: next })}
        />
        <Slider
          label={t('Width of w')}
          symbol="σ"
          concept="posterior"
          value={sigma}
          range={ranges.sigma}
          onChange={(next) => setSetting({ ...setting, sigma: next })}
        />
        <Slider
          label={t('Added to the cost')}
          unit={t('nats')}
          value={setting.lift}
          range={ranges.lift}
          onChange={(lift) => setSetting({ ...setting, lift })}
        />
        <Segments
          label={t('Gradient with respect to')}
          value={of}
          choices={[
            { value: 'mu', label: '∂/∂μ' },
            { value: 'sigma', label: '∂/∂σ' },
          ]}
          onChoose={setOf}
        />
      </div>
    </div>
  );
}
