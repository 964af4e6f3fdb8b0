import { line, scaleLinear } from 'd3';
import { useMemo } from 'react';
import type { TrainingState } from '../../../experiment/engine/engine.ts';
import { posteriorDraws } from '../../../experiment/engine/state.ts';
import { t } from '../../../i18n/index.ts';
import { Axes } from '../../../plots/frame/Axes.tsx';
import { Figure } from '../../../plots/frame/Figure.tsx';
import { formatNumber } from '../../../plots/frame/format.ts';
import { axisMargins, createFrame } from '../../../plots/frame/frame.ts';
import { horizontalTicks, verticalTicks } from '../../../plots/frame/ticks.ts';
import { usePlotArea } from '../../../plots/frame/usePlotArea.ts';
import styles from './OneStep.module.css';
import { curveAt, curveInputs, oneStepProblem, type StepInParts } from './oneStep.ts';

interface FitPlotProps {
  readonly state: TrainingState;
  readonly parts: StepInParts;
}

const { xDomain, points, plan } = oneStepProblem;
/** Vertical range of the points; curves beyond it are clamped to the edge. */
const yDomain = [-100, 100] as const;

/** Number of thin curves: draws of q with fixed ε. */
const DRAWS = 24;

/** The data, functions drawn from the current q, and the function of the draw used by this step. */
export function FitPlot({ state, parts }: FitPlotProps) {
  const { setHost, size, theme } = usePlotArea();
  const curves = useMemo(() => {
    const draws = posteriorDraws(oneStepProblem, state.parameters, 0, DRAWS);
    const width = plan.parameterCount;
    return Array.from({ length: DRAWS }, (_, i) => curveAt(draws.subarray(i * width, (i + 1) * width)));
  }, [state]);
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const frame = createFrame(size, theme.fontSize, axisMargins);
    return {
      frame,
      fontSize: theme.fontSize,
      x: scaleLinear(xDomain, [frame.left, frame.right]),
      y: scaleLinear(yDomain, [frame.bottom, frame.top]).clamp(true),
      xTicks: horizontalTicks(xDomain, frame.right - frame.left, theme.fontSize),
      yTicks: verticalTicks(yDomain, frame.bottom - frame.top, theme.fontSize),
    };
  }, [size, theme]);
  const path = (values: Float64Array) =>
    layout
      ? (line()(Array.from(values, (value, i) => [layout.x(curveInputs[i] as number), layout.y(value)])) ??
        '')
      : '';
  return (
    <Figure
      still
      summary={t(
        '{count} points of a cubic and {draws} functions drawn from q after {steps, plural, one {# step} other {# steps}}. This draw misses the data by {cost} nats.',
        {
          count: points.length,
          draws: DRAWS,
          steps: state.step,
          cost: formatNumber(parts.likelihoodCost),
        },
      )}
      areaRef={setHost}
      minHeight={9}
    >
      {layout && (
        <svg aria-hidden="true">
          <Axes {...layout} xLabel="x" yLabel="y" />
          {curves.map((curve, i) => (
            <path key={i} className={styles.draws} d={path(curve)} />
          ))}
          <path className={styles.draw} d={path(curveAt(parts.draw))} />
          {points.map(({ x: [x], y }, i) => (
            <circle key={i} className={styles.point} cx={layout.x(x as number)} cy={layout.y(y)} r={3.5} />
          ))}
        </svg>
      )}
    </Figure>
  );
}
