import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';

interface PredictProps {
  /** Unique on its page. */
  readonly id: string;
  readonly question: string;
  readonly options: readonly string[];
  /** Index of the right option. */
  readonly answer: number;
  /** Why it is right; shown with the answer. */
  readonly children: ReactNode;
}

/**
 * A question before the exhibit that answers it. Plain HTML and CSS, so it works without JavaScript; the answer can be
 * shown once an option is selected.
 */
export function Predict({ id, question, options, answer, children }: PredictProps) {
  return (
    <section className="predict" aria-labelledby={`${id}-question`}>
      <fieldset>
        <legend id={`${id}-question`}>
          <span className="kicker">{t('Predict first')}</span> {question}
        </legend>
        {options.map((option, index) => (
          <div key={option} className="option" data-right={index === answer}>
            <label>
              <input type="radio" name={id} value={index} autoComplete="off" />
              <span>{option}</span>
            </label>
            <span className="verdict">{index === answer ? t('That is it.') : t('Not quite.')}</span>
          </div>
        ))}
      </fieldset>
      <details className="predict-answer">
        <summary>{t('See the answer')}</summary>
        <div>{children}</div>
      </details>
    </section>
  );
}
