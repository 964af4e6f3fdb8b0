import { t } from '../../../i18n/index.ts';
import { Chart } from '../Chart.tsx';
import styles from './Averaging.module.css';

/** Ticks of fewer would not be whole numbers. */
const MIN_COLUMNS = 5;

interface DrawErrorsProps {
  /** The chance of error by each draw. */
  readonly errors: readonly number[];
  readonly exact: number;
  readonly plugged: number;
  readonly average: number;
  readonly summary: string;
}

/** The chance of error of every draw, largest first, with their mean, the exact value and that of the mean weight. */
export function DrawErrors({ errors, exact, plugged, average, summary }: DrawErrorsProps) {
  const sorted = errors.toSorted((a, b) => b - a);
  const top = 1.05 * Math.max(sorted[0]!, exact, plugged, 0.02);
  return (
    <Chart
      xDomain={[0, Math.max(MIN_COLUMNS, sorted.length)]}
      yDomain={[0, top]}
      xLabel={t('draws, largest first')}
      yLabel={t('chance of error by each draw')}
      summary={summary}
      minHeight={8}
    >
      {({ x, y, frame }) => (
        <>
          {sorted.map((error, index) => (
            <rect
              key={index}
              className={styles.drawBar}
              x={x(index) + 0.5}
              y={y(error)}
              width={Math.max(0.5, x(index + 1) - x(index) - 1)}
              height={frame.bottom - y(error)}
            />
          ))}
          <path className={styles.average} d={`M${frame.left},${y(average)}H${frame.right}`} />
          <path className={styles.exact} d={`M${frame.left},${y(exact)}H${frame.right}`} />
          <path className={styles.plugged} d={`M${frame.left},${y(plugged)}H${frame.right}`} />
        </>
      )}
    </Chart>
  );
}
