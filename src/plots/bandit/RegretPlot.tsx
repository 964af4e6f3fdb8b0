import { scaleLinear, scaleLog } from 'd3';
import { useMemo } from 'react';
import { t } from '../../i18n/index.ts';
import { Axes } from '../frame/Axes.tsx';
import { Figure } from '../frame/Figure.tsx';
import { formatNumber } from '../frame/format.ts';
import { axisMargins, createFrame, spreadLabels } from '../frame/frame.ts';
import styles from '../frame/Plot.module.css';
import { horizontalTicks, logarithmicTicks, verticalTicks } from '../frame/ticks.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { useSettled } from '../frame/useSettled.ts';
import { useSummary } from '../frame/useSummary.ts';
import marks from './BanditPlots.module.css';
import {
  interactionDomain,
  type RegretLine,
  type RegretScale,
  regretPath,
  regretSummary,
  settleRegret,
} from './regretPlot.ts';

interface RegretPlotProps {
  readonly lines: readonly RegretLine[];
  readonly scale: RegretScale;
  /** Key of the run; the axes are reset when it changes. */
  readonly run: string;
}

/** Cumulative regret of each agent over interactions. */
export function RegretPlot({ lines, scale, run }: RegretPlotProps) {
  const { setHost, size, theme } = usePlotArea();
  const interactions = lines[0]?.totals.length ?? 0;
  const highest = lines.reduce((most, { totals }) => Math.max(most, totals.at(-1) ?? 0), 0);
  const settle = useMemo(() => settleRegret(scale), [scale]);
  const yDomain = useSettled(settle, highest, `${run} ${scale}`);

  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const { fontSize } = theme;
    const hasRoom = size.width > 42 * fontSize;
    const frame = createFrame(size, fontSize, { ...axisMargins, left: 4.4, right: hasRoom ? 14.5 : 4.4 });
    const xDomain = interactionDomain(interactions, scale);
    const make = scale === 'linear' ? scaleLinear : scaleLog;
    const across = frame.right - frame.left;
    const up = frame.bottom - frame.top;
    return {
      hasRoom,
      frame,
      fontSize,
      x: make(xDomain, [frame.left, frame.right]),
      y: make(yDomain, [frame.bottom, frame.top]),
      xTicks:
        scale === 'linear'
          ? horizontalTicks(xDomain, across, fontSize)
          : logarithmicTicks(xDomain, across, 2.2 * fontSize),
      yTicks:
        scale === 'linear' ? verticalTicks(yDomain, up, fontSize) : logarithmicTicks(yDomain, up, fontSize),
    };
  }, [size, theme, interactions, yDomain, scale]);

  const summary = useSummary(() => regretSummary(lines), run);
  return (
    <Figure still summary={summary} areaRef={setHost} minHeight={13}>
      {layout && (
        <svg aria-hidden="true">
          <Axes {...layout} xLabel={t('mushrooms met')} yLabel={t('cumulative regret (rewards)')} />
          {lines.map(({ name, totals, style }) => (
            <path
              key={name}
              className={marks.line}
              data-agent={name}
              d={regretPath(totals, scale, layout.x, layout.y)}
              style={{ stroke: style.color, ['--width' as string]: `${style.width}px` }}
              strokeDasharray={style.dash.join(' ')}
            />
          ))}
          {interactions === 0 ? (
            <text
              className={styles.note}
              x={(layout.frame.left + layout.frame.right) / 2}
              y={(layout.frame.top + layout.frame.bottom) / 2}
              textAnchor="middle"
            >
              {t('No mushrooms yet')}
            </text>
          ) : (
            <Labels lines={lines} {...layout} />
          )}
        </svg>
      )}
    </Figure>
  );
}

interface LabelsProps {
  readonly lines: readonly RegretLine[];
  readonly frame: ReturnType<typeof createFrame>;
  readonly y: (regret: number) => number;
  readonly fontSize: number;
  /** Whether the right margin fits agent names. */
  readonly hasRoom: boolean;
}

/** Current totals at the right end of the lines. */
function Labels({ lines, frame, y, fontSize, hasRoom }: LabelsProps) {
  const ends = lines.map(({ totals }) => y(Math.max(totals.at(-1) ?? 0, 1)));
  const places = spreadLabels(
    ends,
    1.2 * fontSize,
    frame.top + 0.6 * fontSize,
    frame.bottom - 0.6 * fontSize,
  );
  return lines.map(({ name, totals, style }, index) => (
    <text
      key={name}
      className={marks.label}
      style={{ fill: style.color }}
      x={frame.right + 6}
      y={places[index]}
      dy="0.34em"
    >
      {hasRoom ? `${name}: ` : ''}
      {formatNumber(totals.at(-1) ?? 0)}
    </text>
  ));
}
