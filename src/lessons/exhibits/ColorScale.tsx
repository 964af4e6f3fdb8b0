import { formatNumber } from '../../plots/frame/format.ts';
import styles from './ColorScale.module.css';

interface ColorScaleProps {
  /** What the pictures on this scale show. */
  readonly title: string;
  /** The value shown in full colour. */
  readonly most: number;
  /** Colours of Pixels: 'signed' runs from −most to most, the others from 0 to most. */
  readonly concept: 'signed' | 'epistemic';
}

/** The scale of one or more pictures of numbers: a bar of their colours between its two ends. */
export function ColorScale({ title, most, concept }: ColorScaleProps) {
  return (
    <p className={styles.scale}>
      <span className={styles.title}>{title}</span>
      <span>{formatNumber(concept === 'signed' ? -most : 0)}</span>
      <span className={styles.bar} data-concept={concept} aria-hidden="true" />
      <span>{formatNumber(most)}</span>
    </p>
  );
}
