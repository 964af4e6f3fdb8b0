import { t } from '../../i18n/index.ts';

/** The name of the playground over its sentence. index.html has the same; both are styled by app/shell.css. */
export function Masthead() {
  return (
    <div className="masthead">
      <p className="masthead-name">{t('Bayes by Backprop')}</p>
      <h1>{t('A network that knows what it does not know')}</h1>
    </div>
  );
}
