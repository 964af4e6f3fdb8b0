import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { t } from '../../i18n/index.ts';
import type { Frame } from '../frame/frame.ts';
import plot from '../frame/Plot.module.css';
import type { PlotScales } from '../predictive/predictivePlot.ts';
import styles from './Sequence.module.css';
import type { SeriesTime } from './sequencePlot.ts';
import { timeText } from './sequenceText.ts';

interface OriginHandleProps {
  readonly frame: Frame;
  readonly scale: PlotScales['x'];
  readonly time: SeriesTime;
  /** Range of the origin. */
  readonly first: number;
  readonly last: number;
  readonly origin: number;
  readonly onOrigin: (origin: number) => void;
  /** Index under the pointer; null if there is none. */
  readonly onCursor: (index: number | null) => void;
}

/** Steps by which keys move the origin. */
const moves: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -12,
  PageUp: 12,
};

/** The origin of the forecast as a vertical line, moved by dragging, clicking or keys. */
export function OriginHandle({
  frame,
  scale,
  time,
  first,
  last,
  origin,
  onOrigin,
  onCursor,
}: OriginHandleProps) {
  /** The origin before it was dragged; null: it is not. */
  const dragged = useRef<number | null>(null);
  const clamp = (index: number) => Math.min(Math.max(index, first), last);
  const x = scale(time.start + time.step * origin);
  const indexOf = (event: PointerEvent<SVGElement>) => {
    const box = (event.currentTarget.ownerSVGElement ?? event.currentTarget).getBoundingClientRect();
    return Math.round((scale.invert(event.clientX - box.left) - time.start) / time.step);
  };
  const pressed = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (event.key === 'Home') onOrigin(first);
    else if (event.key === 'End') onOrigin(last);
    else if (move !== undefined) onOrigin(clamp(origin + (event.shiftKey ? 12 * Math.sign(move) : move)));
    else return;
    event.preventDefault();
  };
  return (
    <>
      <rect
        className={plot.surface}
        x={frame.left}
        y={frame.top}
        width={frame.right - frame.left}
        height={frame.bottom - frame.top}
        onPointerMove={(event) => onCursor(Math.max(0, indexOf(event)))}
        onPointerLeave={() => onCursor(null)}
      />
      <g
        role="slider"
        tabIndex={0}
        aria-label={t('Origin of the forecast')}
        aria-valuemin={first}
        aria-valuemax={last}
        aria-valuenow={origin}
        aria-valuetext={timeText(origin, time)}
        className={styles.origin}
        transform={`translate(${x},0)`}
        onPointerDown={(event) => {
          dragged.current = origin;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => dragged.current !== null && onOrigin(clamp(indexOf(event)))}
        onPointerUp={() => {
          dragged.current = null;
        }}
        onPointerCancel={() => {
          if (dragged.current !== null) onOrigin(dragged.current);
          dragged.current = null;
        }}
        onKeyDown={pressed}
      >
        <rect className={styles.grip} x={-12} y={frame.top} width={24} height={frame.bottom - frame.top} />
        <path className={styles.line} d={`M0,${frame.top}V${frame.bottom}`} />
        <path className={styles.knob} d={`M-7,${frame.top}h14v8l-7,7l-7,-7z`} />
      </g>
    </>
  );
}
