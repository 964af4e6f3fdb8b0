import { useCallback, useMemo, useState } from 'react';
import type { SequencePredictive } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { Axes } from '../frame/Axes.tsx';
import { Figure } from '../frame/Figure.tsx';
import { axisMargins, createFrame, toPixels } from '../frame/frame.ts';
import styles from '../frame/Plot.module.css';
import { BandSwatch, LineSwatch } from '../frame/Swatch.tsx';
import { Term } from '../frame/Term.tsx';
import { horizontalTicks, verticalTicks } from '../frame/ticks.ts';
import { useCanvas } from '../frame/useCanvas.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { useSummary } from '../frame/useSummary.ts';
import { bandStyles } from '../predictive/predictivePaint.ts';
import { createScales } from '../predictive/predictivePlot.ts';
import type { Phase } from '../predictive/predictiveText.ts';
import { OriginHandle } from './OriginHandle.tsx';
import { paintSequence } from './sequencePaint.ts';
import { bandGeometry, type SeriesTime, sequenceDomains } from './sequencePlot.ts';
import { sequenceReadout, sequenceSummary } from './sequenceText.ts';

interface SequencePlotProps {
  readonly predictive: SequencePredictive | null;
  readonly values: readonly number[];
  readonly time: SeriesTime;
  /** First predicted index, and first held-out index. */
  readonly first: number;
  readonly tail: number;
  readonly origin: number;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly interval: number;
  readonly phase: Phase;
  readonly showDraws: boolean;
  readonly onOrigin: (origin: number) => void;
}

/** Steps shown beyond the end of the series. */
const AHEAD = 24;

/** A time series with one-step-ahead predictions and a forecast from a movable origin. */
export function SequencePlot(props: SequencePlotProps) {
  const { predictive, values, time, first, tail, origin, xLabel, yLabel, interval, phase, showDraws } = props;
  const { setHost, size, theme } = usePlotArea();
  const [cursor, setCursor] = useState<number | null>(null);

  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const { fontSize } = theme;
    const frame = createFrame(size, fontSize, axisMargins);
    const [xDomain, yDomain] = sequenceDomains(values, time, AHEAD);
    const scales = createScales(frame, xDomain, yDomain);
    const line = (from: number, to: number) => ({
      x: Float64Array.from({ length: to - from }, (_, i) => scales.x(time.start + time.step * (from + i))),
      y: toPixels(values.slice(from, to), scales.y, frame),
    });
    return {
      frame,
      scales,
      known: line(0, tail),
      heldOut: line(Math.max(0, tail - 1), values.length),
      // Years have no thousands separator.
      xTicks: horizontalTicks(xDomain, frame.right - frame.left, fontSize, false),
      yTicks: verticalTicks(yDomain, frame.bottom - frame.top, fontSize),
    };
  }, [size, theme, values, time, tail]);

  const picture = useMemo(() => {
    if (!layout) return null;
    const { frame, scales, known, heldOut } = layout;
    const bands = (of: SequencePredictive['oneStep'], from: number) =>
      bandGeometry(of, from, time, frame, scales);
    const forecast = predictive && predictive.forecast.centre.length > 0 ? predictive.forecast : null;
    const length = forecast?.centre.length ?? 0;
    return {
      known,
      heldOut,
      oneStep: predictive && bands(predictive.oneStep, predictive.first),
      forecast: forecast && bands(forecast, predictive!.origin),
      paths: Array.from({ length: forecast ? predictive!.drawCount : 0 }, (_, draw) =>
        toPixels(predictive!.paths.subarray(draw * length, (draw + 1) * length), scales.y, frame),
      ),
    };
  }, [layout, predictive, time]);
  const paint = useCallback(
    (context: CanvasRenderingContext2D) => {
      if (layout && theme && picture)
        paintSequence(context, { ...picture, phase, showDraws }, layout.frame, theme);
    },
    [layout, theme, picture, phase, showDraws],
  );
  const canvasRef = useCanvas(size, paint);
  const summary = useSummary(
    () => sequenceSummary(predictive, values, tail, time, phase, interval),
    predictive ? phase : 'nothing yet',
  );
  const [line, inner, outer] =
    phase === 'prior'
      ? ['--color-prior', '--color-prior', '--color-prior']
      : ['--color-posterior', '--color-epistemic', '--color-aleatoric'];
  return (
    <Figure
      summary={summary}
      areaRef={setHost}
      legend={
        <ul className={styles.legend}>
          <li>
            <LineSwatch color="var(--color-data)" width={1.5} />
            {t('trained on')}
          </li>
          <li>
            <LineSwatch color="var(--color-data)" width={1.5} dash={[2, 2]} />
            {t('held out')}
          </li>
          <li>
            <BandSwatch {...bandStyles.epistemic} color={`var(${inner})`} />
            <Term id="epistemic" />
          </li>
          <li>
            <BandSwatch {...bandStyles.aleatoric} color={`var(${outer})`} />
            <Term id="aleatoric" />
          </li>
          <li>
            <LineSwatch color={`var(${line})`} width={2.5} />
            {t('forecast; before it, predictions of one step')}
          </li>
        </ul>
      }
      readout={
        <div className={styles.readout}>
          <output>{sequenceReadout(predictive, cursor ?? origin, values, time, interval)}</output>
        </div>
      }
    >
      <canvas ref={canvasRef} />
      {layout && theme && (
        <svg role="application" aria-label={t('{y} against {x}', { y: yLabel, x: xLabel })}>
          <Axes
            frame={layout.frame}
            fontSize={theme.fontSize}
            xTicks={layout.xTicks}
            yTicks={layout.yTicks}
            x={layout.scales.x}
            y={layout.scales.y}
            xLabel={xLabel}
            yLabel={yLabel}
            grid={false}
          />
          <OriginHandle
            frame={layout.frame}
            scale={layout.scales.x}
            time={time}
            first={first}
            last={values.length}
            origin={origin}
            onOrigin={props.onOrigin}
            onCursor={setCursor}
          />
        </svg>
      )}
    </Figure>
  );
}
