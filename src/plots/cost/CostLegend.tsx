import { memo } from 'react';
import { t } from '../../i18n/index.ts';
import type { CostWords } from '../../model/methods/costs.ts';
import styles from '../frame/Plot.module.css';
import { AreaSwatch, LineSwatch } from '../frame/Swatch.tsx';
import { Term } from '../frame/Term.tsx';
import { costFills } from './costPaint.ts';

/** Legend of the cost plot. */
export const CostLegend = memo(function CostLegend({ words }: { readonly words: CostWords }) {
  return (
    <ul className={styles.legend}>
      <li>
        <LineSwatch color="var(--color-ink)" width={2.5} />
        <Term id={words.total.term}>{t(words.total.long)}</Term>
      </li>
      <li>
        <AreaSwatch fill={costFills.complexity} dash={[]} color="var(--color-posterior)" />
        <Term id={words.complexity.term}>{t(words.complexity.long)}</Term>
      </li>
      <li>
        <AreaSwatch fill={costFills.likelihood} dash={[4, 3]} color="var(--color-data)" />
        <Term id={words.likelihood.term}>{t(words.likelihood.long)}</Term>
      </li>
    </ul>
  );
});
