import type { KeyboardEvent, MouseEvent } from 'react';
import styles from './Plot.module.css';

interface MarkSliderProps {
  readonly label: string;
  /** The marks it steps through, weights or rows: indices first … first + count − 1. */
  readonly first: number;
  readonly count: number;
  /** The chosen mark, if it is one of these. */
  readonly value: number | null;
  readonly valueText: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The mark nearest to a place, in pixels from the top left corner of the plot. */
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

/** A part of a plot in which marks are read by hovering, chosen by clicking and stepped through by arrow keys. */
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
