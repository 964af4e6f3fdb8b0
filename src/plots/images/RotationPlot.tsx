import { area, line, scaleLinear } from 'd3';
import { useMemo } from 'react';
import type { ClassAnswers } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { Axes } from '../frame/Axes.tsx';
import { Figure } from '../frame/Figure.tsx';
import { formatNumber } from '../frame/format.ts';
import { axisMargins, createFrame } from '../frame/frame.ts';
import { horizontalTicks, verticalTicks } from '../frame/ticks.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { maxEntropy } from '../plane/planeMap.ts';
import styles from './ImagePlots.module.css';

interface RotationPlotProps {
  /** Ascending, in degrees. */
  readonly angles: readonly number[];
  /** [angles]; null while unknown. */
  readonly answers: ClassAnswers | null;
  readonly classes: number;
  readonly angle: number;
}

/** Stacked aleatoric and epistemic entropy of an image against its rotation angle. */
export function RotationPlot({ angles, answers, classes, angle }: RotationPlotProps) {
  const { setHost, size, theme } = usePlotArea();
  const known = answers && answers.totalEntropy.length === angles.length ? answers : null;
  const drawn = useMemo(() => {
    if (!size || !theme) return null;
    const frame = createFrame(size, theme.fontSize, axisMargins);
    const domain = [angles[0]!, angles.at(-1)!] as const;
    const x = scaleLinear(domain, [frame.left, frame.right]);
    const y = scaleLinear([0, maxEntropy(classes)], [frame.bottom, frame.top]);
    const over = (low: (i: number) => number, high: (i: number) => number) =>
      area<number>(
        (value) => x(value),
        (_, i) => y(low(i)),
        (_, i) => y(high(i)),
      )([...angles]) ?? '';
    const aleatoric = (i: number) => known?.aleatoricEntropy[i] ?? 0;
    const total = (i: number) => known?.totalEntropy[i] ?? 0;
    return {
      frame,
      x,
      y,
      xTicks: horizontalTicks(domain, frame.right - frame.left, theme.fontSize),
      yTicks: verticalTicks([0, maxEntropy(classes)], frame.bottom - frame.top, theme.fontSize),
      aleatoric: over(() => 0, aleatoric),
      epistemic: over(aleatoric, total),
      edge:
        line<number>(
          (value) => x(value),
          (_, i) => y(total(i)),
        )([...angles]) ?? '',
    };
  }, [size, theme, angles, known, classes]);
  const least = known ? Math.min(...known.totalEntropy) : 0;
  const most = known ? Math.max(...known.totalEntropy) : 0;
  return (
    <Figure
      still
      minHeight={9}
      areaRef={setHost}
      summary={t(
        'Entropy as the image is turned from {first} to {last} degrees: least {least}, most {most} nats.',
        {
          first: angles[0] ?? 0,
          last: angles.at(-1) ?? 0,
          least: formatNumber(least),
          most: formatNumber(most),
        },
      )}
    >
      {drawn && theme && (
        <svg aria-hidden="true">
          <Axes
            frame={drawn.frame}
            fontSize={theme.fontSize}
            xTicks={drawn.xTicks}
            yTicks={drawn.yTicks}
            x={drawn.x}
            y={drawn.y}
            xLabel={t('turned (°)')}
            yLabel={t('entropy (nats)')}
            grid={false}
          />
          {known && (
            <>
              <path d={drawn.aleatoric} className={styles.aleatoricArea} />
              <path d={drawn.epistemic} className={styles.epistemicArea} />
              <path d={drawn.edge} className={styles.edge} />
            </>
          )}
          <path
            className={styles.edge}
            strokeDasharray="3 3"
            d={`M${drawn.x(angle)},${drawn.frame.top}V${drawn.frame.bottom}`}
          />
        </svg>
      )}
    </Figure>
  );
}
