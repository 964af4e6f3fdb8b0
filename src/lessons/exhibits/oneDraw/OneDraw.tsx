import { area, line, range } from 'd3';
import { useMemo, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { priors } from '../../../model/priors/index.ts';
import buttons from '../../../panels/ui/buttons.module.css';
import { formatNumber } from '../../../plots/frame/format.ts';
import plot from '../../../plots/frame/Plot.module.css';
import { niceCeiling } from '../../../plots/frame/stableRange.ts';
import { Chart } from '../Chart.tsx';
import styles from '../exhibit.module.css';
import { Numbers } from '../Numbers.tsx';
import { Slider } from '../Slider.tsx';
import own from './OneDraw.module.css';
import { type Drawing, momentsOf, type PathMoments, pathsOf } from './oneDraw.ts';

const ranges = {
  mu: { minimum: 0.8, maximum: 1, logarithmic: false, step: 0.01 },
  sigma: { minimum: 0.005, maximum: 0.1, logarithmic: true },
  steps: { minimum: 5, maximum: 40, logarithmic: false, integer: true },
} as const;
const PATHS = 20;

/** The smallest recurrence, with its weight drawn once for the sequence and drawn at every step, on the same axes. */
export function OneDraw() {
  const [recurrence, setRecurrence] = useState({ mu: 0.95, sigma: 0.03, steps: 30 });
  const [seed, setSeed] = useState(1);
  const { mu, sigma, steps } = recurrence;
  const [sequence, step] = useMemo(
    () =>
      (['sequence', 'step'] as const).map((drawing) => ({
        drawing,
        moments: momentsOf(recurrence, drawing),
        paths: pathsOf(recurrence, drawing, PATHS, seed),
      })) as [Drawn, Drawn],
    [recurrence, seed],
  );
  const top = niceCeiling(Math.max(...highest(sequence), ...highest(step)));
  const spread = ({ moments }: Drawn) => formatNumber(moments.sigma[steps]!);
  const divergence = priors.gaussian.divergence!(mu, sigma, prior).kl;
  return (
    <div className={styles.exhibit}>
      <div className={styles.pictures}>
        <Paths drawn={sequence} steps={steps} top={top} title={t('one draw for the sequence')} />
        <Paths drawn={step} steps={steps} top={top} title={t('a new draw at every step')} />
      </div>
      <Numbers
        numbers={[
          [
            t('standard deviation of the last h'),
            t('{one} with one draw, {many} with a draw at each step', {
              one: spread(sequence),
              many: spread(step),
            }),
          ],
          [
            t('KL[q(w) ‖ N(0, 1)]'),
            t('{once} nats paid once, {often} nats if paid at every step', {
              once: formatNumber(divergence),
              often: formatNumber(steps * divergence),
            }),
          ],
        ]}
      />
      <div className={styles.controls}>
        <Slider
          label={t('Mean')}
          symbol="μ"
          concept="posterior"
          value={mu}
          range={ranges.mu}
          onChange={(next) => setRecurrence({ ...recurrence, mu: next })}
        />
        <Slider
          label={t('Standard deviation')}
          symbol="σ"
          concept="posterior"
          value={sigma}
          range={ranges.sigma}
          onChange={(next) => setRecurrence({ ...recurrence, sigma: next })}
        />
        <Slider
          label={t('Time steps')}
          symbol="T"
          value={steps}
          range={ranges.steps}
          onChange={(next) => setRecurrence({ ...recurrence, steps: next })}
        />
        <button type="button" className={buttons.button} onClick={() => setSeed(seed + 1)}>
          {t('Draw again')}
        </button>
      </div>
    </div>
  );
}

interface Drawn {
  readonly drawing: Drawing;
  readonly moments: PathMoments;
  readonly paths: readonly Float64Array[];
}

const prior = { sigma: 1, pi: 0.5, sigma1: 1, sigma2: 0.1, scale: 1 };

/** Maximum of the band and of all paths: the top of the axis. */
function highest({ moments, paths }: Drawn): number[] {
  return [...moments.mean.map((mean, t) => mean + moments.sigma[t]!), ...paths.flatMap((path) => [...path])];
}

interface PathsProps {
  readonly drawn: Drawn;
  readonly steps: number;
  readonly top: number;
  readonly title: string;
}

function Paths({ drawn: { moments, paths }, steps, top, title }: PathsProps) {
  const { mean, sigma } = moments;
  const times = range(steps + 1);
  return (
    <Chart
      xDomain={[0, steps]}
      yDomain={[0, top]}
      xLabel={t('time step t')}
      yLabel="hₜ"
      summary={t('{title}: after {steps} steps h has mean {mean} and standard deviation {sigma}.', {
        title,
        steps,
        mean: formatNumber(mean[steps]!),
        sigma: formatNumber(sigma[steps]!),
      })}
      legend={<p className={plot.legend}>{title}</p>}
    >
      {({ x, y }) => (
        <>
          <path
            className={own.band}
            d={
              area<number>()
                .x((t) => x(t))
                .y0((t) => y(mean[t]! - sigma[t]!))
                .y1((t) => y(mean[t]! + sigma[t]!))(times) ?? ''
            }
          />
          {paths.map((path, index) => (
            <path
              key={index}
              className={own.path}
              d={
                line<number>(
                  (t) => x(t),
                  (t) => y(path[t]!),
                )(times) ?? ''
              }
            />
          ))}
          <path
            className={own.mean}
            d={
              line<number>(
                (t) => x(t),
                (t) => y(mean[t]!),
              )(times) ?? ''
            }
          />
        </>
      )}
    </Chart>
  );
}
