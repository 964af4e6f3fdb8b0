import { line, scaleLinear } from 'd3';
import { useMemo } from 'react';
import type { PruningCurve } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { Axes } from '../frame/Axes.tsx';
import { Figure } from '../frame/Figure.tsx';
import { formatPercent } from '../frame/format.ts';
import { axisMargins, createFrame } from '../frame/frame.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { useSummary } from '../frame/useSummary.ts';
import marks from './PruningPlot.module.css';
import { accuracyAt, pruningSummary } from './pruning.ts';

interface PruningPlotProps {
  readonly curve: PruningCurve | null;
  /** Pruned fraction of the current predictions, 0 to 1. */
  readonly pruned: number;
  /** Called with the fraction that is clicked. */
  readonly onPrune: (fraction: number) => void;
}

const margins = { ...axisMargins, right: 2 };

/** Accuracy against the fraction of weights set to zero; a click prunes that fraction. */
export function PruningPlot({ curve, pruned, onPrune }: PruningPlotProps) {
  const { setHost, size, theme } = usePlotArea();
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const frame = createFrame(size, theme.fontSize, margins);
    return {
      frame,
      ticks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: formatPercent(value) })),
      x: scaleLinear([0, 1], [frame.left, frame.right]),
      y: scaleLinear([0, 1], [frame.bottom, frame.top]),
    };
  }, [size, theme]);
  const places =
    layout && curve
      ? Array.from(
          curve.fractions,
          (fraction, i) => [layout.x(fraction), layout.y(curve.accuracy[i]!)] as const,
        )
      : [];
  const now = layout && curve ? layout.y(accuracyAt(curve, pruned)) : null;
  const summary = useSummary(() => pruningSummary(curve));
  return (
    <Figure still minHeight={9} areaRef={setHost} summary={summary}>
      {layout && theme && (
        <svg aria-hidden="true">
          <Axes
            frame={layout.frame}
            fontSize={theme.fontSize}
            xTicks={layout.ticks}
            yTicks={layout.ticks}
            x={layout.x}
            y={layout.y}
            xLabel={t('weights pruned')}
            yLabel={t('accuracy')}
          />
          <path className={marks.now} d={`M${layout.x(pruned)},${layout.frame.top}V${layout.frame.bottom}`} />
          <path className={marks.line} d={line()(places.map(([x, y]): [number, number] => [x, y])) ?? ''} />
          {places.map(([x, y]) => (
            <circle key={x} className={marks.mark} cx={x} cy={y} r={2.5 * theme.stroke} />
          ))}
          {now !== null && (
            <circle className={marks.ring} cx={layout.x(pruned)} cy={now} r={5 * theme.stroke} />
          )}
          {/* Not focusable: the slider next to the plot offers the same to the keyboard. */}
          <rect
            className={marks.surface}
            x={layout.frame.left}
            y={layout.frame.top}
            width={layout.frame.right - layout.frame.left}
            height={layout.frame.bottom - layout.frame.top}
            onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect();
              onPrune(Math.round((100 * (event.clientX - box.left)) / box.width) / 100);
            }}
          />
        </svg>
      )}
    </Figure>
  );
}
