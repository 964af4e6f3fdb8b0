import type { ReactNode } from 'react';
import styles from './Plot.module.css';

interface FigureProps {
  /** Text alternative of the plot. */
  readonly summary: string;
  /** Above the plot, in reserved space. */
  readonly legend?: ReactNode;
  /** Below the plot, in reserved space. */
  readonly readout?: ReactNode;
  /** Ref of the element that the drawing fills. */
  readonly areaRef: (element: HTMLDivElement | null) => void;
  /** Minimum height of the drawing in multiples of the font size; 16 by default. */
  readonly minHeight?: number;
  /** Whether the drawing contains nothing focusable. */
  readonly still?: boolean;
  readonly children: ReactNode;
}

/** Frame of every plot: legend, drawing and readout in a container whose layout never shifts. */
export function Figure({ summary, legend, readout, areaRef, minHeight, still, children }: FigureProps) {
  const height = minHeight === undefined ? undefined : { minHeight: `${minHeight}em` };
  return (
    <figure className={styles.figure} {...(still ? {} : { 'aria-label': summary })}>
      {legend}
      <div
        ref={areaRef}
        className={styles.stage}
        style={height}
        {...(still ? { role: 'img', 'aria-label': summary } : {})}
      >
        {children}
      </div>
      {readout}
    </figure>
  );
}
