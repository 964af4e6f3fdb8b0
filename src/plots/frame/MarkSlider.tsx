import type { KeyboardEvent, MouseEvent } from 'react';
import styles from './Plot.module.css';

interface MarkSliderProps {
  readonly label: string;
  /** Range of indices (weights or rows): first … first + count − 1. */
  readonly first: number;
  readonly count: number;
  /** The selected index; null or out of range if none of these is selected. */
  readonly value: number | null;
  readonly valueText: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Index of the mark nearest to a position in pixels from the top left of the plot; null if none is near. */
  readonly nearest: (x: number, y: number) => number | null;
  readonly onHover: (index: number | null) => void;
  readonly onChoose: (index: number) => void;
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * A region of a plot whose marks are read by hovering, selected by click, and stepped through with arrow keys (ARIA
 * slider).
 */
export function MarkSlider(props: MarkSliderProps) {
  const { label, first, count, value, valueText, x, y, width, height, nearest, onHover, onChoose } = props;
  const last = first + count - 1;
  const under = (event: MouseEvent<SVGRectElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return nearest(x + event.clientX - box.left, y + event.clientY - box.top);
  };
  const keyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onChoose(Math.min(Math.max((value ?? (step > 0 ? first - 1 : first)) + step, first), last));
  };
  return (
    <rect
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={value === null ? 1 : value - first + 1}
      aria-valuetext={valueText}
      className={styles.surface}
      x={x}
      y={y}
      width={width}
      height={height}
      onPointerMove={(event) => onHover(under(event))}
      onPointerLeave={() => onHover(null)}
      onClick={(event) => {
        const index = under(event);
        if (index !== null) onChoose(index);
      }}
      onKeyDown={keyDown}
    />
  );
}
