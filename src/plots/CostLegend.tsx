import { memo } from 'react';
import { costFills } from './costPaint.ts';
import styles from './Plot.module.css';
import { AreaSwatch, LineSwatch } from './Swatch.tsx';

/** What line and areas mean. */
export const CostLegend = memo(function CostLegend() {
  return (
    <ul className={styles.legend} aria-hidden="true">
      <li>
        <LineSwatch colour="var(--color-ink)" width={2.5} />
        total F
      </li>
      <li>
        <AreaSwatch fill={costFills.complexity} dash={[]} colour="var(--color-posterior)" />
        complexity cost
      </li>
      <li>
        <AreaSwatch fill={costFills.likelihood} dash={[4, 3]} colour="var(--color-data)" />
        likelihood cost
      </li>
    </ul>
  );
});
