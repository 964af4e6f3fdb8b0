import type { ReactNode } from 'react';
import { isSimple } from '../../../experiment/document/experiment.ts';
import { t } from '../../../i18n/index.ts';
import { methods } from '../../../model/methods/index.ts';
import { Term } from '../../../plots/frame/Term.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { PanelMenu } from '../../ui/PanelMenu.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';
import { phaseCaption } from './phaseCaption.ts';
import { predictionNames } from './predictionNames.ts';

interface PredictiveHeadProps {
  /** The bar of the active tool, in place of the caption; the height of the heading stays the same. */
  readonly bar?: ReactNode;
  /** Entries of the menu. */
  readonly children?: ReactNode;
}

/** The heading of every predictive view: its caption or the bar of a tool, and its menu. */
export function PredictiveHead({ bar = null, children }: PredictiveHeadProps) {
  const { store } = usePlayground();
  const caption = usePlaygroundState(({ run, snapshot, viewed, converged, points, experiment }) =>
    phaseCaption(run.kind, snapshot?.step ?? null, {
      training: methods[experiment.inference.method].training,
      viewed: viewed !== null,
      converged: converged !== null,
      continued: converged?.continued ?? false,
      empty: points.length === 0,
    }),
  );
  const simple = useExperiment(isSimple);
  const presenting = useExperiment(({ view }) => view.present);
  return (
    <header className={styles.head} data-inline={simple || presenting}>
      <h2>
        <Term id="predictive" wordId="predictive-title">
          {t('Predictive')}
        </Term>
      </h2>
      <div className={styles.strip}>
        {bar ? <div className={styles.over}>{bar}</div> : <p className={styles.caption}>{caption}</p>}
      </div>
      <span className={styles.tools}>
        <PanelMenu panel={t('Predictive')}>
          {children}
          <DataTable
            title={t('Predictions')}
            csv={async () => {
              const state = store.getState();
              const { predictionsCsv } = await import('../../../export/tables.ts');
              return state.snapshot && predictionsCsv(state.snapshot, predictionNames(state));
            }}
          />
        </PanelMenu>
      </span>
    </header>
  );
}
