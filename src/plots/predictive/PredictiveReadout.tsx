import { t } from '../../i18n/index.ts';
import type { Point } from '../../model/datasets/dataset.ts';
import styles from '../frame/Plot.module.css';
import { DeletePointButton, pointHint } from './EditablePoints.tsx';
import { pointLabel } from './predictiveText.ts';

interface PredictiveReadoutProps {
  readonly points: readonly Point[];
  /** The card under the crosshair as a sentence; null without a crosshair. */
  readonly sentence: string | null;
  readonly selected: number | null;
  /** Whether a guessed band covers the plot. */
  readonly guessing: boolean;
  /** Null if points cannot be edited. */
  readonly onDelete: (() => void) | null;
}

/** One line of reserved height: the selected point, or a hint; for screen readers the card under the crosshair. */
export function PredictiveReadout({
  points,
  sentence,
  selected,
  guessing,
  onDelete,
}: PredictiveReadoutProps) {
  const point = selected === null ? undefined : points[selected];
  return (
    <div className={styles.readout}>
      {point && selected !== null ? (
        <output>{pointLabel(selected, points.length, { x: point.x[0] ?? Number.NaN, y: point.y })}</output>
      ) : (
        <span>
          {guessing
            ? t('Drag a circle, or choose it by Tab and move it by ↑ and ↓.')
            : onDelete
              ? pointHint()
              : t('Point at the plot to read it.')}
        </span>
      )}
      <output className="visually-hidden" data-reading>
        {sentence}
      </output>
      {point && onDelete && <DeletePointButton onDelete={onDelete} />}
    </div>
  );
}
