import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';

interface QuestionProps {
  readonly ask: string;
  /** The answer. */
  readonly children: ReactNode;
}

/** The question at the end of a chapter; its answer can be unfolded. */
export function Question({ ask, children }: QuestionProps) {
  return (
    <section className="question">
      <p>
        <span className="kicker">{t('To take along')}</span> {ask}
      </p>
      <details>
        <summary>{t('Answer')}</summary>
        <div>{children}</div>
      </details>
    </section>
  );
}
