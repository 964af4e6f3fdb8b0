import { lazy, Suspense, useDeferredValue, useSyncExternalStore } from 'react';
import { CalibrationView } from '../panels/CalibrationView.tsx';
import { Controls } from '../panels/Controls.tsx';
import { ControlsDrawer } from '../panels/ControlsDrawer.tsx';
import { CostView } from '../panels/CostView.tsx';
import { NoticeBar, Trouble } from '../panels/Messages.tsx';
import { PredictiveView } from '../panels/PredictiveView.tsx';
import { PlaygroundContext, useExperiment } from '../panels/playground.ts';
import { Toolbar } from '../panels/Toolbar.tsx';
import { WeightsView } from '../panels/WeightsView.tsx';
import type { Playground } from '../store/playground.ts';
import { createTrainerWorker } from '../worker/createTrainerWorker.ts';
import styles from './App.module.css';
import { Pace } from './Pace.tsx';

const BanditSheet = lazy(async () => ({
  default: (await import('../panels/bandit/BanditSheet.tsx')).BanditSheet,
}));

const narrow = window.matchMedia('(max-width: 760px)');

/** Whether the page is one column and the controls live in a drawer. */
function useNarrow(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      narrow.addEventListener('change', onChange);
      return () => narrow.removeEventListener('change', onChange);
    },
    () => narrow.matches,
  );
}

/** The page around a playground. */
export function App({ playground }: { readonly playground: Playground }) {
  return (
    <PlaygroundContext value={playground}>
      <Page />
      <Pace />
    </PlaygroundContext>
  );
}

function Page() {
  const shown = useExperiment(({ view }) => view.panels);
  const embed = useExperiment(({ view }) => view.embed);
  const drawer = useNarrow() || embed;
  const controls = shown.includes('controls');
  const lower = shown.includes('cost') || shown.includes('calibration');
  const plots = shown.includes('predictive') || lower;
  // The prediction is drawn first; what stands beside it, in room of its own, a moment later.
  const opened = useDeferredValue(true, false);
  return (
    <div className={styles.page}>
      <Toolbar compact={drawer} controls={controls && drawer && <ControlsDrawer />} />
      <Trouble />
      <main className={styles.panels}>
        {controls && !drawer && (
          <section className={styles.controls} aria-label="Controls">
            {opened && <Controls />}
          </section>
        )}
        {plots && (
          <div className={styles.plots}>
            {shown.includes('predictive') && <PredictiveView />}
            {lower && (
              <div className={styles.lower}>
                {opened && shown.includes('cost') && <CostView />}
                {opened && shown.includes('calibration') && <CalibrationView />}
              </div>
            )}
          </div>
        )}
        {shown.includes('weights') && <div className={styles.weights}>{opened && <WeightsView />}</div>}
      </main>
      <NoticeBar />
      {shown.includes('bandit') && (
        <Suspense>
          <BanditSheet createWorker={createTrainerWorker} />
        </Suspense>
      )}
    </div>
  );
}
