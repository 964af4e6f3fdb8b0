import { t } from '../../i18n/index.ts';
import { useSummary } from '../frame/useSummary.ts';
import marks from './VarianceBars.module.css';
import { type NamedVariance, varianceBars, varianceNote, varianceSummary } from './varianceBars.ts';

export interface VarianceBarsProps {
  readonly variances: readonly NamedVariance[];
}

/** Gradient variance of one sample by estimator, a bar each. */
export function VarianceBars({ variances }: VarianceBarsProps) {
  const summary = useSummary(() => varianceSummary(variances));
  return (
    <figure className={marks.figure}>
      <div role="img" aria-label={summary} className={marks.rows}>
        {varianceBars(variances).map(({ name, chosen, share, value }) => (
          <div key={name} className={marks.row} data-chosen={chosen}>
            <span>{chosen ? t('{name}, chosen', { name }) : name}</span>
            <span>{value}</span>
            <span className={marks.track}>
              <span className={marks.bar} style={{ width: `${100 * share}%` }} />
            </span>
          </div>
        ))}
      </div>
      <figcaption className={marks.note}>{varianceNote(variances)}</figcaption>
    </figure>
  );
}
