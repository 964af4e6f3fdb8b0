import { useEffect, useMemo, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { Segments } from '../../../panels/controls/fields/Segments.tsx';
import buttons from '../../../panels/ui/buttons.module.css';
import { formatNumber } from '../../../plots/frame/format.ts';
import { Densities } from '../Densities.tsx';
import styles from '../exhibit.module.css';
import { Numbers } from '../Numbers.tsx';
import { Slider } from '../Slider.tsx';
import { DivergenceMap } from './DivergenceMap.tsx';
import {
  bimodalDensities,
  DESCENT_STEPS,
  type Direction,
  descend,
  descentStep,
  divergence,
  type Gaussian,
  gaussianDensities,
  muDomain,
  otherEnd,
  places,
  sigmaDomain,
} from './simplerQ.ts';

const first: Gaussian = { mu: 2, sigma: 0.3 };
const ranges = {
  mu: { minimum: muDomain[0], maximum: muDomain[1], logarithmic: false, step: 0.05 },
  sigma: { minimum: sigmaDomain[0], maximum: sigmaDomain[1], logarithmic: true },
} as const;

/** A Gaussian q fitted to a bimodal p, by hand or by descent on either divergence. */
export function SimplerQ() {
  const [direction, setDirection] = useState<Direction>('reverse');
  const [path, setPath] = useState<readonly Gaussian[]>([first]);
  const [descending, setDescending] = useState(false);
  const [start, gaussian] = [path[0] as Gaussian, path.at(-1) as Gaussian];
  const alternative = useMemo(() => otherEnd(direction, start), [direction, start]);
  const put = (next: Gaussian) => {
    setDescending(false);
    setPath([next]);
  };
  const goDownhill = () => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    setPath(still ? descend(direction, gaussian) : [gaussian]);
    setDescending(!still);
  };
  useEffect(() => {
    if (!descending) return;
    const frame = requestAnimationFrame(() => {
      if (path.length > DESCENT_STEPS) setDescending(false);
      else setPath([...path, descentStep(direction, path.at(-1) as Gaussian)]);
    });
    return () => cancelAnimationFrame(frame);
  }, [descending, path, direction]);
  const [reverse, forward] = [divergence('reverse', gaussian), divergence('forward', gaussian)];
  const nats = (value: number) => t('{value} nats', { value: formatNumber(value) });
  const words = {
    mu: formatNumber(gaussian.mu),
    sigma: formatNumber(gaussian.sigma),
    reverse: formatNumber(reverse),
    forward: formatNumber(forward),
  };
  return (
    <div className={styles.exhibit}>
      <div className={styles.pictures}>
        <Densities
          x={places}
          lines={[
            { concept: 'exact', label: t('p, the posterior to be matched'), values: bimodalDensities },
            { concept: 'posterior', label: t('q, a Gaussian'), values: gaussianDensities(gaussian) },
            {
              concept: 'alternative',
              label: t('q where the other direction leads'),
              values: gaussianDensities(alternative),
            },
          ]}
          xLabel="w"
          yLabel={t('density')}
          summary={t(
            'q has mean {mu} and standard deviation {sigma}. KL[q(w) ‖ p(w | D)] is {reverse} nats, KL[p(w | D) ‖ q(w)] {forward} nats.',
            words,
          )}
        />
        <DivergenceMap direction={direction} path={path} alternative={alternative} onPut={put} />
      </div>
      <Numbers
        numbers={[
          [t('KL[q(w) ‖ p(w | D)], mode-seeking'), nats(reverse)],
          [t('KL[p(w | D) ‖ q(w)], mass-covering'), nats(forward)],
        ]}
      />
      <div className={styles.controls}>
        <Slider
          label={t('Mean of q')}
          symbol="μ"
          concept="posterior"
          value={gaussian.mu}
          range={ranges.mu}
          onChange={(mu) => put({ ...gaussian, mu })}
        />
        <Slider
          label={t('Width of q')}
          symbol="σ"
          concept="posterior"
          value={gaussian.sigma}
          range={ranges.sigma}
          onChange={(sigma) => put({ ...gaussian, sigma })}
        />
        <Segments
          label={t('Make small')}
          value={direction}
          choices={[
            { value: 'reverse', label: 'KL[q(w) ‖ p(w | D)]' },
            { value: 'forward', label: 'KL[p(w | D) ‖ q(w)]' },
          ]}
          onChoose={(next) => {
            setDirection(next);
            put(gaussian);
          }}
        />
        <button
          type="button"
          className={buttons.button}
          onClick={() => (descending ? setDescending(false) : goDownhill())}
        >
          {descending ? t('Stop') : t('Go downhill')}
        </button>
        <button type="button" className={buttons.button} onClick={() => put(first)}>
          {t('Reset')}
        </button>
      </div>
    </div>
  );
}
