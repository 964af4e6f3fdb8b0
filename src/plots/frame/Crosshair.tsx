import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import { t } from '../../i18n/index.ts';
import marks from '../predictive/PredictivePlot.module.css';
import { clampPoint, moveByKey, type PlotPoint, type PlotScales } from '../predictive/predictivePlot.ts';
import type { Frame } from './frame.ts';
import styles from './Plot.module.css';
import type { Domain } from './stableRange.ts';

interface CrosshairProps {
  readonly surfaceRef: RefObject<SVGRectElement | null>;
  readonly frame: Frame;
  readonly scales: PlotScales;
  readonly cursor: PlotPoint | null;
  readonly onCursor: (cursor: PlotPoint | null) => void;
  /** Null if points cannot be added. */
  readonly onAdd: ((point: PlotPoint) => void) | null;
  /** Handles any other key; returns whether it did. */
  readonly onKey?: (key: string) => boolean;
}

/** Transparent surface over an empty plot: arrow keys read values, click or Enter adds a point. */
export function Crosshair({ surfaceRef, frame, scales, cursor, onCursor, onAdd, onKey }: CrosshairProps) {
  const xDomain = scales.x.domain() as unknown as Domain;
  const yDomain = scales.y.domain() as unknown as Domain;

  const placeOf = (event: MouseEvent<SVGRectElement>): PlotPoint => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = scales.x.invert(frame.left + event.clientX - box.left);
    const y = scales.y.invert(frame.top + event.clientY - box.top);
    return clampPoint({ x, y }, xDomain, yDomain);
  };
  const centre = { x: (xDomain[0] + xDomain[1]) / 2, y: (yDomain[0] + yDomain[1]) / 2 };

  const keyPressed = (event: KeyboardEvent<SVGRectElement>) => {
    const moved = moveByKey(cursor ?? centre, event.key, event.shiftKey, xDomain, yDomain);
    if (moved) onCursor(moved);
    else if (event.key === 'Enter' || event.key === ' ') onAdd?.(cursor ?? centre);
    else if (event.ctrlKey || event.metaKey || event.altKey || !onKey?.(event.key)) return;
    event.preventDefault();
  };

  return (
    <>
      <rect
        ref={surfaceRef}
        role="button"
        tabIndex={0}
        aria-label={
          onAdd ? t('Plot: arrow keys read values, Enter adds a point') : t('Plot: arrow keys read values')
        }
        className={`${styles.surface} ${marks.reads} ${onAdd ? marks.adds : ''}`}
        x={frame.left}
        y={frame.top}
        width={frame.right - frame.left}
        height={frame.bottom - frame.top}
        onClick={(event) => onAdd?.(placeOf(event))}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && onCursor(cursor ?? centre)}
        onBlur={() => onCursor(null)}
        onKeyDown={keyPressed}
      />
      {cursor && (
        <path
          className={marks.crosshair}
          d={`M${scales.x(cursor.x)},${frame.top}V${frame.bottom}M${scales.x(cursor.x) - 5},${scales.y(cursor.y)}h10`}
        />
      )}
    </>
  );
}
