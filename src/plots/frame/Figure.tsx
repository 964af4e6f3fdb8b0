import type { ReactNode } from 'react';
import styles from './Plot.module.css';

interface FigureProps {
  /** The plot in words. */
  readonly summary: string;
  /** Above the plot, in room that it keeps. */
  readonly legend?: ReactNode;
  /** Under the plot, in room that it keeps. */
  readonly readout?: ReactNode;
  /** Receives the element whose size the drawing takes. */
  readonly areaRef: (element: HTMLDivElement | null) => void;
  /** Least height of the drawing in multiples of the font size; 16 by default. */
  readonly minHeight?: number;
  /** Nothing in the drawing can be focused. */
  readonly still?: boolean;
  readonly children: ReactNode;
}

/** The shell every plot stands in: legend, drawing, readout; fills its container without ever moving the page. */
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
