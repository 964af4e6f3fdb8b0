import { scaleLinear } from 'd3';
import { useMemo } from 'react';
import type { Calibration } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { Axes } from '../frame/Axes.tsx';
import { Figure } from '../frame/Figure.tsx';
import { axisMargins, createFrame } from '../frame/frame.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { useSummary } from '../frame/useSummary.ts';
import marks from './CalibrationPlot.module.css';
import { calibrationMarks, calibrationPath, calibrationSummary, chanceBand } from './calibrationPlot.ts';

export interface CalibrationPlotProps {
  readonly calibration: Calibration | null;
  /** Central probability of the predictive band. */
  readonly interval: number;
  /** Whether targets are one-step-ahead predictions of a series. */
  readonly inSteps?: boolean;
}

/** The last tick label is centred on the right edge. */
const margins = { ...axisMargins, right: 1.9 };
const ticks = [0, 0.5, 1].map((value) => ({ value, label: `${100 * value} %` }));

/** Reliability diagram: observed against stated probability. */
export function CalibrationPlot({ calibration, interval, inSteps = false }: CalibrationPlotProps) {
  const { setHost, size, theme } = usePlotArea();
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const frame = createFrame(size, theme.fontSize, margins);
    const x = scaleLinear([0, 1], [frame.left, frame.right]);
    const y = scaleLinear([0, 1], [frame.bottom, frame.top]);
    return { frame, x, y };
  }, [size, theme]);
  const summary = useSummary(() => calibrationSummary(calibration, interval, inSteps));
  const shown = layout && calibration ? calibrationMarks(calibration, layout.x, layout.y) : [];
  return (
    <Figure summary={summary} areaRef={setHost} minHeight={9} still>
      {layout && theme && (
        <svg aria-hidden="true">
          {calibration && (
            <path className={marks.chance} d={chanceBand(calibration.metrics.n, layout.x, layout.y)} />
          )}
          <Axes
            frame={layout.frame}
            fontSize={theme.fontSize}
            xTicks={ticks}
            yTicks={ticks}
            x={layout.x}
            y={layout.y}
            xLabel={t('stated')}
            yLabel={t('observed')}
          />
          <path
            className={marks.diagonal}
            d={`M${layout.x(0)},${layout.y(0)}L${layout.x(1)},${layout.y(1)}`}
          />
          <path className={marks.line} d={calibrationPath(shown)} />
          {shown.map(({ x, y, share }) => (
            <circle
              key={x}
              className={marks.mark}
              cx={x}
              cy={y}
              r={theme.stroke * (1.5 + 1.5 * Math.sqrt(share))}
            />
          ))}
        </svg>
      )}
    </Figure>
  );
}
