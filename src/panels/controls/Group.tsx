import type { ReactNode } from 'react';
import type { TermId } from '../../plots/frame/glossary.ts';
import { useTerm } from '../../plots/frame/useTerm.tsx';
import type { HighlightTarget } from '../../store/state.ts';
import styles from './Group.module.css';

/** The concept that determines the colour of a group of controls. */
export type Concept = 'prior' | 'posterior' | 'data' | 'epistemic' | 'aleatoric';

interface GroupProps {
  readonly title: string;
  /** The term that its title names. */
  readonly term?: TermId;
  readonly concept: Concept;
  /** The term of the objective that these controls change. */
  readonly highlight?: HighlightTarget;
  /** SVG content, 24 × 16. */
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/** A collapsible group of controls; its sliders have the colour of its concept. */
export function Group({ title, term, concept, highlight, icon, children }: GroupProps) {
  return (
    <details className={styles.group} data-concept={concept} data-highlight={highlight} open>
      {term ? (
        <TermSummary term={term} icon={icon} title={title} />
      ) : (
        <summary>
          <Title icon={icon} title={title} />
        </summary>
      )}
      <div className={styles.body}>{children}</div>
    </details>
  );
}

type TitleProps = Pick<GroupProps, 'icon' | 'title'>;

function Title({ icon, title }: TitleProps) {
  return (
    <>
      <svg viewBox="0 0 24 16" aria-hidden="true">
        {icon}
      </svg>
      <h2>{title}</h2>
    </>
  );
}

function TermSummary({ term, ...title }: TitleProps & { readonly term: TermId }) {
  const { handlers, sentenceId, answer } = useTerm(term);
  return (
    <>
      <summary aria-describedby={sentenceId} {...handlers}>
        <Title {...title} />
      </summary>
      {answer}
    </>
  );
}
