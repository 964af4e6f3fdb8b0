import type { ReactNode } from 'react';
import styles from './Pixels.module.css';

interface PixelsProps {
  /** Below it. */
  readonly caption: ReactNode;
  /** Row by row, [side · side]. */
  readonly values: ArrayLike<number>;
  readonly side: number;
  /** The value shown in full colour. */
  readonly most: number;
  /** The colour of positive values; negative values have the colour of the opposite sign. */
  readonly concept: 'data' | 'posterior' | 'epistemic';
  /** The outlined cell and the handler of a click on another one; absent where no cell can be selected. */
  readonly chosen?: number;
  readonly onChoose?: (place: number) => void;
}

/** A small square picture of numbers. A click selects a cell; sliders next to it do the same by keyboard. */
export function Pixels({ caption, values, side, most, concept, chosen, onChoose }: PixelsProps) {
  const at = (place: number) => ({ x: place % side, y: Math.floor(place / side) });
  return (
    <figure className={styles.pixels}>
      <svg
        viewBox={`-0.1 -0.1 ${side + 0.2} ${side + 0.2}`}
        className={onChoose && styles.choosable}
        aria-hidden="true"
      >
        {Array.from(values, (value, place) => (
          <rect
            key={place}
            {...at(place)}
            width="1"
            height="1"
            className={value < 0 ? styles.negative : styles[concept]}
            fillOpacity={most > 0 ? Math.min(1, Math.abs(value) / most) : 0}
            onClick={() => onChoose?.(place)}
          />
        ))}
        {chosen !== undefined && <rect {...at(chosen)} width="1" height="1" className={styles.chosen} />}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
