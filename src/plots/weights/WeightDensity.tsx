import { line } from 'd3';
import { useMemo } from 'react';
import type { Experiment } from '../../experiment/document/experiment.ts';
import type { OneDraw, WeightSummary } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { Axes } from '../frame/Axes.tsx';
import { Figure } from '../frame/Figure.tsx';
import { formatNumber } from '../frame/format.ts';
import { createFrame } from '../frame/frame.ts';
import styles from '../frame/Plot.module.css';
import { growHalfWidth } from '../frame/stableRange.ts';
import { horizontalTicks } from '../frame/ticks.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { useSettled } from '../frame/useSettled.ts';
import { priorCurve } from './priorCurve.ts';
import marks from './WeightDensity.module.css';
import { densityLines, wantedHalfWidth } from './weightDensity.ts';

export interface WeightDensityProps {
  readonly weights: WeightSummary;
  readonly prior: Experiment['prior'];
  readonly index: number;
  /** Display name of the weight. */
  readonly name: string;
  readonly draw: Pick<OneDraw, 'weights'> | null;
}

/** q(w | θ) of one weight against its prior, and its value in the current draw. */
export function WeightDensity({ weights, prior, index, name, draw }: WeightDensityProps) {
  const { setHost, size, theme } = usePlotArea();
  const scale = weights.priorScale[index] as number;
  const curve = useMemo(() => priorCurve(prior, scale), [prior, scale]);
  const [mu, sigma] = [weights.mu[index] as number, weights.sigma[index] as number];
  const halfWidth = useSettled(
    growHalfWidth,
    wantedHalfWidth(curve, mu, sigma),
    `${index} ${JSON.stringify(prior)}`,
  );
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const frame = createFrame(size, theme.fontSize, { left: 0.8, right: 0.8, top: 1.5, bottom: 1.9 });
    const lines = densityLines(curve, mu, sigma, halfWidth, frame);
    return {
      frame,
      ...lines,
      ticks: horizontalTicks(lines.domain, frame.right - frame.left, theme.fontSize),
    };
  }, [size, theme, curve, mu, sigma, halfWidth]);
  const drawn = draw?.weights[index];
  const path = (points: readonly (readonly [number, number])[]) => line()(points as [number, number][]) ?? '';
  return (
    <Figure
      still
      summary={t('{name}: mean {mu}, standard deviation {sigma}; that of its prior is {deviation}.', {
        name,
        mu: formatNumber(mu),
        sigma: formatNumber(sigma),
        deviation: formatNumber(curve.deviation),
      })}
      areaRef={setHost}
      minHeight={7}
    >
      {layout && theme && (
        <svg aria-hidden="true">
          <path className={marks.prior} d={path(layout.prior)} />
          {layout.posterior.length > 0 ? (
            <path className={marks.posterior} d={path(layout.posterior)} />
          ) : (
            <path
              className={marks.posterior}
              d={`M${layout.x(mu)},${layout.frame.top}V${layout.frame.bottom}`}
            />
          )}
          <Axes
            frame={layout.frame}
            fontSize={theme.fontSize}
            xTicks={layout.ticks}
            yTicks={[]}
            x={layout.x}
            y={() => layout.frame.bottom}
            xLabel=""
            yLabel=""
          />
          {drawn !== undefined && (
            <>
              <path
                className={marks.drawn}
                d={`M${layout.x(drawn)},${layout.frame.top}V${layout.frame.bottom}`}
              />
              <text
                className={`${marks.drawnLabel} ${styles.halo}`}
                x={layout.x(drawn) + (drawn > 0 ? -5 : 5)}
                y={layout.frame.top + theme.fontSize}
                textAnchor={drawn > 0 ? 'end' : 'start'}
              >
                w
              </text>
            </>
          )}
          {layout.cut !== null && (
            <text className={styles.note} x={layout.frame.right} y={theme.fontSize} textAnchor="end">
              {t('q’s peak ↑ {peak}', { peak: formatNumber(layout.cut) })}
            </text>
          )}
        </svg>
      )}
    </Figure>
  );
}
