import { memo } from 'react';
import { t } from '../../i18n/index.ts';
import type { CostWords } from '../../model/methods/costs.ts';
import styles from '../frame/Plot.module.css';
import { AreaSwatch, LineSwatch } from '../frame/Swatch.tsx';
import { costFills } from './costPaint.ts';

/** Legend of the cost plot. */
export const CostLegend = memo(function CostLegend({ words }: { readonly words: CostWords }) {
  return (
    <ul className={styles.legend} aria-hidden="true">
      <li>
        <LineSwatch color="var(--color-ink)" width={2.5} />
        {t(words.total.long)}
      </li>
      <li>
        <AreaSwatch fill={costFills.complexity} dash={[]} color="var(--color-posterior)" />
        {t(words.complexity.long)}
      </li>
      <li>
        <AreaSwatch fill={costFills.likelihood} dash={[4, 3]} color="var(--color-data)" />
        {t(words.likelihood.long)}
      </li>
    </ul>
  );
});
