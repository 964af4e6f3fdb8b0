import type { CurvePredictive } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import type { Point } from '../../model/datasets/dataset.ts';
import { formatNumber } from '../frame/format.ts';
import styles from '../frame/Plot.module.css';
import { DeletePointButton } from './EditablePoints.tsx';
import { type PlotPoint, predictiveAt } from './predictivePlot.ts';
import { pointLabel, readoutText } from './predictiveText.ts';

interface PredictiveReadoutProps {
  readonly predictive: CurvePredictive | null;
  readonly points: readonly Point[];
  readonly cursor: PlotPoint | null;
  readonly selected: number | null;
  /** Whether a guessed band covers the plot. */
  readonly guessing: boolean;
  /** Null if points cannot be edited. */
  readonly onDelete: (() => void) | null;
}

/** One line of reserved height: values under the crosshair, the selected point, or a hint. */
export function PredictiveReadout({
  predictive,
  points,
  cursor,
  selected,
  guessing,
  onDelete,
}: PredictiveReadoutProps) {
  const point = selected === null ? undefined : points[selected];
  const value = cursor && predictive ? predictiveAt(predictive, cursor.x) : null;
  const text = cursor
    ? value
      ? readoutText(value)
      : `x ${formatNumber(cursor.x)}`
    : point && selected !== null
      ? pointLabel(selected, points.length, { x: point.x[0] ?? Number.NaN, y: point.y })
      : null;
  return (
    <div className={styles.readout}>
      {text === null ? (
        <span>
          {guessing
            ? t('Drag a circle, or choose it by Tab and move it by ↑ and ↓.')
            : onDelete
              ? t('Click or tap to add a point, drag to move it, Delete removes it.')
              : t('Point at the plot to read it.')}
        </span>
      ) : (
        <output>{text}</output>
      )}
      {point && onDelete && <DeletePointButton onDelete={onDelete} />}
    </div>
  );
}
