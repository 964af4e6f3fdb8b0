import type { ReactNode } from 'react';
import type { HighlightTarget } from '../../store/state.ts';
import styles from './Group.module.css';

/** The concept that a group of controls belongs to, as colours know it. */
export type Concept = 'prior' | 'posterior' | 'data' | 'epistemic' | 'aleatoric';

interface GroupProps {
  readonly title: string;
  readonly concept: Concept;
  /** The term of the objective that these controls shape. */
  readonly highlight?: HighlightTarget;
  /** A small drawing of what the group is about, 24 × 16. */
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/** One group of controls, which can be folded away; its sliders take the colour of its concept. */
export function Group({ title, concept, highlight, icon, children }: GroupProps) {
  return (
    <details className={styles.group} data-concept={concept} data-highlight={highlight} open>
      <summary>
        <svg viewBox="0 0 24 16" aria-hidden="true">
          {icon}
        </svg>
        <h2>{title}</h2>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
