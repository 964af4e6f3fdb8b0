import type { ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import { methods } from '../../../model/methods/index.ts';
import { Term } from '../../../plots/frame/Term.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';
import { OverlayButton } from '../overlay/OverlayBar.tsx';
import { phaseCaption } from './phaseCaption.ts';
import { predictionNames } from './predictionNames.ts';

/** The heading of every predictive view: its caption, its table and tools and, where an overlay can be drawn, its button. */
export function PredictiveHead({
  comparable = false,
  children,
}: {
  readonly comparable?: boolean;
  readonly children?: ReactNode;
}) {
  const { store } = usePlayground();
  const caption = usePlaygroundState(({ run, snapshot, viewed, converged, points }) =>
    phaseCaption(run.kind, snapshot?.step ?? null, {
      viewed: viewed !== null,
      converged: converged !== null,
      empty: points.length === 0,
    }),
  );
  const comparison = useExperiment(({ inference }) => methods[inference.method].comparison);
  const overlay = usePlaygroundState((state) => state.overlay.kind);
  return (
    <header className={styles.head}>
      <h2>
        <Term id="predictive" wordId="predictive-title">
          {t('Predictive')}
        </Term>
      </h2>
      <p className={styles.caption}>{caption}</p>
      <span className={styles.tools}>
        <DataTable
          title={t('Predictions')}
          csv={async () => {
            const state = store.getState();
            const { predictionsCsv } = await import('../../../export/tables.ts');
            return state.snapshot && predictionsCsv(state.snapshot, predictionNames(state));
          }}
        />
        {children}
        {comparable && (comparison || overlay !== 'off') && <OverlayButton />}
      </span>
    </header>
  );
}
