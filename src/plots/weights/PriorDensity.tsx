import { area, line, scaleLinear } from 'd3';
import { useMemo } from 'react';
import type { Experiment } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import { Axes } from '../frame/Axes.tsx';
import { Figure } from '../frame/Figure.tsx';
import { formatNumber } from '../frame/format.ts';
import { createFrame } from '../frame/frame.ts';
import styles from '../frame/Plot.module.css';
import { horizontalTicks } from '../frame/ticks.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import marks from './PriorDensity.module.css';
import { priorCurve } from './priorCurve.ts';
import { priorDomain, priorLine, priorSummary } from './priorDensity.ts';

export interface PriorDensityProps {
  readonly prior: Experiment['prior'];
}

/** p(w) of one weight, small enough to fit next to its controls; a rule spans ± one standard deviation. */
export function PriorDensity({ prior }: PriorDensityProps) {
  const { setHost, size, theme } = usePlotArea();
  const curve = useMemo(() => priorCurve(prior), [prior]);
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const frame = createFrame(size, theme.fontSize, { left: 1, right: 1, top: 1.5, bottom: 2.8 });
    const domain = priorDomain(curve);
    return {
      frame,
      x: scaleLinear(domain, [frame.left, frame.right]),
      points: priorLine(curve, frame),
      ticks: horizontalTicks(domain, frame.right - frame.left, theme.fontSize),
    };
  }, [size, theme, curve]);
  const spread = curve.deviation;
  const cut = curve.peak > curve.top;

  return (
    <Figure still summary={priorSummary(curve)} areaRef={setHost} minHeight={9}>
      {layout && theme && (
        <svg aria-hidden="true">
          <path className={marks.area} d={area().y0(layout.frame.bottom)(layout.points) ?? ''} />
          <path className={marks.line} d={line()(layout.points) ?? ''} />
          <Axes
            frame={layout.frame}
            fontSize={theme.fontSize}
            xTicks={layout.ticks}
            yTicks={[]}
            x={layout.x}
            y={() => layout.frame.bottom}
            xLabel={t('weight w')}
            yLabel="p(w)"
          />
          <path
            className={marks.deviation}
            d={`M${layout.x(-spread)},${layout.frame.top}V${layout.frame.bottom}M${layout.x(spread)},${layout.frame.top}V${layout.frame.bottom}`}
          />
          <text className={styles.note} x={layout.frame.right} y={theme.fontSize} textAnchor="end">
            {cut
              ? t('sd {deviation}, spike ↑ {peak}', {
                  deviation: formatNumber(spread),
                  peak: formatNumber(curve.peak),
                })
              : t('sd {deviation}', { deviation: formatNumber(spread) })}
          </text>
        </svg>
      )}
    </Figure>
  );
}
