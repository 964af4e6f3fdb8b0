import { useDeferredValue, useMemo, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import type { Point } from '../../../model/datasets/dataset.ts';
import { type PriorKind, priors } from '../../../model/priors/index.ts';
import { Segments } from '../../../panels/controls/fields/Segments.tsx';
import buttons from '../../../panels/ui/buttons.module.css';
import { formatNumber } from '../../../plots/frame/format.ts';
import { PredictivePlot } from '../../../plots/predictive/PredictivePlot.tsx';
import { Densities } from '../Densities.tsx';
import styles from '../exhibit.module.css';
import { Numbers } from '../Numbers.tsx';
import { Slider } from '../Slider.tsx';
import own from './OneWeight.module.css';
import { gridPosterior, type OneWeightModel, oneWeightPredictive, snapToZero } from './oneWeight.ts';

const xDomain = [-2, 2] as const;
const yDomain = [-2, 2] as const;
const interval = 0.9;
const firstPoints: readonly Point[] = [
  { x: [0.5], y: 0.6 },
  { x: [1.5], y: 0.9 },
];
/** A point about which the model says the same for every w. */
/** The mean of a sum over the grid is not exactly zero where the posterior is symmetric. */
const roundingErrorToZero = (mean: number): number => (Math.abs(mean) < 1e-9 ? 0 : mean);
const atZero: Point = { x: [0], y: 0.5 };
const ranges = {
  prior: { minimum: 0.1, maximum: 1, logarithmic: true },
  noise: { minimum: 0.1, maximum: 1, logarithmic: true },
} as const;

/** Bayes' theorem for y = w x + noise: points can be dragged; prior, likelihood and posterior update. */
export function OneWeight() {
  const [points, setPoints] = useState(firstPoints);
  const [model, setModel] = useState<OneWeightModel>({ prior: 'gaussian', priorDeviation: 0.5, noise: 0.3 });
  const posterior = useMemo(() => gridPosterior(model, points), [model, points]);
  // The bands are the expensive part and are deferred while dragging.
  const shown = useDeferredValue(posterior);
  const noise = useDeferredValue(model.noise);
  const predictive = useMemo(() => oneWeightPredictive(shown, noise, interval, xDomain), [shown, noise]);
  const kinds = (Object.keys(priors) as PriorKind[]).map((value) => ({
    value,
    label: t(priors[value].label),
  }));
  const words = {
    count: points.length,
    mean: formatNumber(roundingErrorToZero(posterior.mean)),
    sigma: formatNumber(posterior.sigma),
  };
  return (
    <div className={styles.exhibit}>
      <div className={own.pictures}>
        <PredictivePlot
          predictive={predictive}
          points={points}
          xDomain={xDomain}
          yDomain={yDomain}
          xLabel="x"
          yLabel="y"
          interval={interval}
          phase={points.length > 0 ? 'posterior' : 'prior'}
          showDraws={false}
          onAddPoint={(at) => setPoints((before) => [...before, snapToZero(at)])}
          onMovePoint={(index, at) =>
            setPoints((before) => before.map((point, i) => (i === index ? snapToZero(at, point) : point)))
          }
          onDeletePoint={(index) => setPoints((before) => before.filter((_, i) => i !== index))}
        />
        <Densities
          x={posterior.w}
          lines={[
            { concept: 'prior', label: t('prior p(w)'), values: posterior.prior },
            {
              concept: 'data',
              label: t('likelihood p(D | w), scaled'),
              values: points.length > 0 ? posterior.likelihood : [],
            },
            { concept: 'posterior', label: t('posterior p(w | D)'), values: posterior.posterior },
          ]}
          xLabel="w"
          yLabel={t('density')}
          minHeight={8}
          summary={t(
            '{count, plural, =0 {No points: the posterior is the prior} one {# point} other {# points}}. Of w the posterior has mean {mean} and standard deviation {sigma}.',
            words,
          )}
        />
      </div>
      <Numbers
        numbers={[
          [t('posterior mean'), formatNumber(roundingErrorToZero(posterior.mean))],
          [t('posterior standard deviation'), formatNumber(posterior.sigma)],
          [
            t('log evidence log p(D)'),
            points.length > 0 ? t('{value} nats', { value: formatNumber(posterior.logEvidence) }) : '–',
          ],
        ]}
      />
      <div className={styles.controls}>
        <Segments
          label={t('Kind of prior')}
          value={model.prior}
          choices={kinds}
          onChoose={(prior) => setModel({ ...model, prior })}
        />
        <Slider
          label={t('Prior width')}
          symbol="σₚ"
          concept="prior"
          value={model.priorDeviation}
          range={ranges.prior}
          onChange={(priorDeviation) => setModel({ ...model, priorDeviation })}
        />
        <Slider
          label={t('Noise')}
          symbol="σₙ"
          concept="aleatoric"
          value={model.noise}
          range={ranges.noise}
          onChange={(next) => setModel({ ...model, noise: next })}
        />
        <button type="button" className={buttons.button} onClick={() => setPoints([...points, atZero])}>
          {t('Point at x = 0')}
        </button>
        <button type="button" className={buttons.button} onClick={() => setPoints([])}>
          {t('No data')}
        </button>
        <button type="button" className={buttons.button} onClick={() => setPoints(firstPoints)}>
          {t('Reset')}
        </button>
      </div>
    </div>
  );
}
