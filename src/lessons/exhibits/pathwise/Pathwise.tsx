import { useMemo, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { Segments } from '../../../panels/controls/fields/Segments.tsx';
import buttons from '../../../panels/ui/buttons.module.css';
import { formatNumber } from '../../../plots/frame/format.ts';
import styles from '../exhibit.module.css';
import { Numbers } from '../Numbers.tsx';
import { Slider } from '../Slider.tsx';
import { EstimateHistograms } from './EstimateHistograms.tsx';
import { PathwisePicture } from './PathwisePicture.tsx';
import {
  estimate,
  exactGradient,
  noise,
  type Of,
  repeatedEstimates,
  type Setting,
  spreadOf,
} from './pathwise.ts';

const first: Setting = { mu: -0.4, sigma: 0.7, lift: 2 };
/** Initial value of the seed of the repeated estimates. */
const REPEATED = 100;
const ranges = {
  mu: { minimum: -1.5, maximum: 2.5, logarithmic: false, step: 0.05 },
  sigma: { minimum: 0.1, maximum: 1, logarithmic: false, step: 0.05 },
  samples: { minimum: 1, maximum: 32, logarithmic: true, integer: true },
  lift: { minimum: 0, maximum: 10, logarithmic: false, step: 0.5 },
} as const;

/** w = μ + σε with fixed ε, and two gradient estimators of a mean cost: pathwise and score function. */
export function Pathwise() {
  const [setting, setSetting] = useState(first);
  const [samples, setSamples] = useState(8);
  const [of, setOf] = useState<Of>('mu');
  const [draw, setDraw] = useState(4);
  const epsilon = useMemo(() => noise(samples, draw, 0), [samples, draw]);
  const exact = exactGradient(of, setting);
  const ways = useMemo(
    () =>
      (['pathwise', 'score'] as const).map((estimator) => {
        const values = repeatedEstimates(estimator, of, setting, samples, REPEATED);
        return { estimator, values, spread: spreadOf(values).deviation };
      }),
    [of, setting, samples],
  );
  const now = (estimator: 'pathwise' | 'score') => formatNumber(estimate(estimator, of, setting, epsilon));
  const spreads = ways.map(({ spread }) => formatNumber(spread));
  return (
    <div className={styles.exhibit}>
      <div className={styles.pictures}>
        <PathwisePicture setting={setting} epsilon={epsilon} />
        <EstimateHistograms ways={ways} exact={exact} of={of} />
      </div>
      <Numbers
        numbers={[
          [t('exact gradient'), formatNumber(exact)],
          [t('through w, from these ε'), `${now('pathwise')} ± ${spreads[0]}`],
          [t('by the score, from these ε'), `${now('score')} ± ${spreads[1]}`],
        ]}
      />
      <div className={styles.controls}>
        <Slider
          label={t('Mean of w')}
          symbol="μ"
          concept="posterior"
          value={setting.mu}
          range={ranges.mu}
          onChange={(mu) => setSetting({ ...setting, mu })}
        />
        <Slider
          label={t('Width of w')}
          symbol="σ"
          concept="posterior"
          value={setting.sigma}
          range={ranges.sigma}
          onChange={(sigma) => setSetting({ ...setting, sigma })}
        />
        <Slider
          label={t('Draws a step')}
          symbol="S"
          value={samples}
          range={ranges.samples}
          onChange={setSamples}
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
        <button type="button" className={buttons.button} onClick={() => setDraw(draw + 1)}>
          {t('New ε')}
        </button>
      </div>
    </div>
  );
}
