import type { ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import { methods } from '../../../model/methods/index.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';
import { phaseCaption } from './phaseCaption.ts';
import { predictionNames } from './predictionNames.ts';

/** The heading of every predictive view: its caption, its table and its tools. */
export function PredictiveHead({ children }: { readonly children?: ReactNode }) {
  const { store } = usePlayground();
  const caption = usePlaygroundState(({ run, snapshot, viewed, converged, points, experiment }) =>
    phaseCaption(run.kind, snapshot?.step ?? null, {
      training: methods[experiment.inference.method].training,
      viewed: viewed !== null,
      converged: converged !== null,
      empty: points.length === 0,
    }),
  );
  return (
    <header className={styles.head}>
      <h2 id="predictive-title">{t('Predictive')}</h2>
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
      </span>
    </header>
  );
}
