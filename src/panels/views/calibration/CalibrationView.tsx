import { t } from '../../../i18n/index.ts';
import { CalibrationPlot } from '../../../plots/calibration/CalibrationPlot.tsx';
import { coverageText, scores } from '../../../plots/calibration/calibrationPlot.ts';
import { Term } from '../../../plots/frame/Term.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { PanelMenu } from '../../ui/PanelMenu.tsx';
import { Part } from '../../ui/Part.tsx';
import { useExperiment, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';

/** Calibration of the predictions: predicted probabilities against observed frequencies on points whose targets are known. */
export function CalibrationView() {
  const calibration = usePlaygroundState(({ snapshot }) => snapshot?.calibration ?? null);
  const empty = usePlaygroundState(({ points, heldOut }) => points.length + heldOut.length === 0);
  const interval = useExperiment(({ prediction }) => prediction.interval);
  const inSteps = usePlaygroundState(({ snapshot }) => snapshot?.predictive.kind === 'sequence');
  return (
    <section className={styles.view} aria-labelledby="calibration-title">
      <header className={styles.head}>
        <h2>
          <Term id="calibration" wordId="calibration-title">
            {t('Calibration')}
          </Term>
        </h2>
        <span className={styles.tools}>
          <PanelMenu panel={t('Calibration')}>
            <DataTable
              title={t('Calibration')}
              csv={async () => {
                const { calibrationCsv } = await import('../../../export/tables.ts');
                return calibration && calibrationCsv(calibration);
              }}
            />
          </PanelMenu>
        </span>
        <p className={`${styles.caption} ${styles.longer}`}>
          {calibration
            ? coverageText(calibration, interval, inSteps)
            : empty
              ? t('No points to check against.')
              : t('Known after the first step.')}
        </p>
      </header>
      <div className={styles.plot}>
        <Part>
          <CalibrationPlot calibration={calibration} interval={interval} inSteps={inSteps} />
        </Part>
      </div>
      <p className={styles.scores}>
        {calibration &&
          scores(calibration).map(({ name, term, value }) => (
            <span key={name}>
              <Term id={term}>{name}</Term> <output aria-live="off">{value}</output>
            </span>
          ))}
      </p>
    </section>
  );
}
