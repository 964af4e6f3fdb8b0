import { memo } from 'react';
import { t } from '../../i18n/index.ts';
import type { TermId } from '../frame/glossary.ts';
import styles from '../frame/Plot.module.css';
import { LineSwatch } from '../frame/Swatch.tsx';
import { Term } from '../frame/Term.tsx';

/** Legend of the ridgeline plot. */
export const RidgeLegend = memo(function RidgeLegend({
  curve,
  curveTerm,
  averages,
}: {
  readonly curve: string;
  readonly curveTerm: TermId | null;
  readonly averages: boolean;
}) {
  return (
    <ul className={styles.legend}>
      <li>
        <LineSwatch color="var(--color-posterior)" width={1} />
        {curveTerm ? <Term id={curveTerm}>{t(curve)}</Term> : t(curve)}
      </li>
      {averages && (
        <li>
          <LineSwatch color="var(--color-posterior)" width={2.5} />
          {t('average of the block')}
        </li>
      )}
      <li>
        <LineSwatch color="var(--color-prior)" width={1.75} dash={[5, 3]} />
        <Term id="prior">{t('prior p(w)')}</Term>
      </li>
    </ul>
  );
});
