import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { formatWhole } from '../../../i18n/numbers.ts';
import type { Point } from '../../../model/datasets/dataset.ts';
import { type ActivationKind, activations } from '../../../model/networks/activations.ts';
import { Segments } from '../../../panels/controls/fields/Segments.tsx';
import buttons from '../../../panels/ui/buttons.module.css';
import { formatNumber } from '../../../plots/frame/format.ts';
import styles from '../exhibit.module.css';
import { Numbers } from '../Numbers.tsx';
import { Slider } from '../Slider.tsx';
import { FunctionsPlot } from './FunctionsPlot.tsx';
import { KeptPlot } from './KeptPlot.tsx';
import own from './PriorFunctions.module.css';
import {
  DRAWS,
  type FunctionPrior,
  functionOf,
  MAX_UNITS,
  NOISE,
  nextPoints,
  standardPrior,
  thin,
  weightNoise,
} from './priorFunctions.ts';

const ranges = {
  sigma: { minimum: 0.1, maximum: 2, logarithmic: true },
  units: { minimum: 1, maximum: MAX_UNITS, logarithmic: true, integer: true },
} as const;

/** Curves of each kind that are drawn. */
const SHOWN = 20;
const kinds = ['tanh', 'relu', 'sin', 'linear'] as const satisfies readonly ActivationKind[];

/** The prior as a distribution over functions, and Bayes' theorem as the rejection of those that miss the points. */
export function PriorFunctions() {
  const [prior, setPrior] = useState<FunctionPrior>(standardPrior);
  const [points, setPoints] = useState<readonly Point[]>([]);
  const [seed, setSeed] = useState(1);
  const noise = useMemo(() => weightNoise(seed), [seed]);
  // Ten thousand networks are evaluated: deferred while a slider or a point moves.
  const settledPrior = useDeferredValue(prior);
  const settledPoints = useDeferredValue(points);
  const evaluate = useCallback(
    (draw: number, x: number) => functionOf(noise, settledPrior, draw, x),
    [noise, settledPrior],
  );
  const thinning = useMemo(() => thin(evaluate, settledPoints, NOISE, seed), [evaluate, settledPoints, seed]);
  const counts = thinning.map((draws) => draws.length);
  const last = counts.at(-1)!;
  const shown = useMemo(() => {
    const [before, after] = [thinning.at(-2), thinning.at(-1)!];
    const isKept = new Set(after);
    return {
      kept: [...after.subarray(0, SHOWN)],
      rejected: before ? [...before.filter((draw) => !isKept.has(draw)).subarray(0, SHOWN)] : [],
    };
  }, [thinning]);
  const place = (at: { readonly x: number; readonly y: number }): Point => ({ x: [at.x], y: at.y });
  const next = nextPoints.slice(points.length).find((point) => !points.includes(point));
  const summary = t(
    '{points, plural, =0 {No points} one {# point} other {# points}}: {kept} of {draws} networks drawn from the prior are kept.',
    { points: settledPoints.length, kept: formatWhole(last), draws: formatWhole(DRAWS) },
  );
  return (
    <div className={styles.exhibit}>
      <div className={own.pictures}>
        <FunctionsPlot
          points={points}
          editing={{
            onAddPoint: (at) => setPoints((before) => [...before, place(at)]),
            onMovePoint: (index, at) =>
              setPoints((before) => before.map((point, i) => (i === index ? place(at) : point))),
            onDeletePoint: (index) => setPoints((before) => before.filter((_, i) => i !== index)),
          }}
          evaluate={evaluate}
          {...shown}
          summary={summary}
        />
        <KeptPlot counts={counts} summary={summary} />
      </div>
      <Numbers
        numbers={[
          [t('drawn from the prior'), formatWhole(DRAWS)],
          [t('kept'), formatWhole(last)],
          [
            t('one in'),
            last > 0 ? formatNumber(DRAWS / last) : t('more than {count}', { count: formatWhole(DRAWS) }),
          ],
        ]}
      />
      <div className={styles.controls}>
        <button
          type="button"
          className={buttons.button}
          disabled={!next}
          onClick={() => next && setPoints([...points, next])}
        >
          {t('Add a data point')}
        </button>
        <button
          type="button"
          className={buttons.button}
          disabled={points.length === 0}
          onClick={() => setPoints(points.slice(0, -1))}
        >
          {t('Take the last one back')}
        </button>
        <button type="button" className={buttons.button} onClick={() => setSeed(seed + 1)}>
          {t('Other draws')}
        </button>
        <Slider
          label={t('Prior width')}
          symbol="σₚ"
          concept="prior"
          value={prior.sigma}
          range={ranges.sigma}
          onChange={(sigma) => setPrior({ ...prior, sigma })}
        />
        <Slider
          label={t('Hidden units')}
          value={prior.units}
          range={ranges.units}
          onChange={(units) => setPrior({ ...prior, units })}
        />
        <Segments
          label={t('Activation')}
          value={prior.activation}
          choices={kinds.map((value) => ({ value, label: t(activations[value].label) }))}
          onChoose={(activation) => setPrior({ ...prior, activation })}
        />
      </div>
    </div>
  );
}
