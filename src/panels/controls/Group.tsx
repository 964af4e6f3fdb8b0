import type { ReactNode } from 'react';
import type { HighlightTarget } from '../../store/state.ts';
import styles from './Group.module.css';

/** The concept that determines the colour of a group of controls. */
export type Concept = 'prior' | 'posterior' | 'data' | 'epistemic' | 'aleatoric';

interface GroupProps {
  readonly title: string;
  readonly concept: Concept;
  /** The term of the objective that these controls change. */
  readonly highlight?: HighlightTarget;
  /** SVG content, 24 × 16. */
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/** A collapsible group of controls; its sliders have the colour of its concept. */
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
