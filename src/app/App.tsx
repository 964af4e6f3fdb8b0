import { lazy, Suspense, useDeferredValue } from 'react';
import { showsNetwork } from '../experiment/document/experiment.ts';
import { t } from '../i18n/index.ts';
import { Controls } from '../panels/controls/Controls.tsx';
import { ControlsDrawer } from '../panels/controls/ControlsDrawer.tsx';
import { Announcer } from '../panels/help/Announcer.tsx';
import { NoticeBar, RunError } from '../panels/messages/Messages.tsx';
import { PrintCaption } from '../panels/present/PrintCaption.tsx';
import { parts } from '../panels/slow/parts.ts';
import { Toolbar } from '../panels/toolbar/Toolbar.tsx';
import { OnScreen } from '../panels/ui/OnScreen.tsx';
import { PlaygroundContext, useExperiment, usePlaygroundState } from '../panels/ui/playgroundContext.ts';
import { CalibrationView } from '../panels/views/calibration/CalibrationView.tsx';
import { ChallengeBar } from '../panels/views/challenge/ChallengeBar.tsx';
import { CostView } from '../panels/views/cost/CostView.tsx';
import { ObjectiveBar } from '../panels/views/cost/ObjectiveBar.tsx';
import { NetworkView } from '../panels/views/network/NetworkView.tsx';
import { PredictiveView } from '../panels/views/predictive/PredictiveView.tsx';
import { WeightsView } from '../panels/views/weights/WeightsView.tsx';
import type { Playground } from '../store/playground.ts';
import { createPageTrainer } from '../worker/createPageTrainer.ts';
import { createTrainerWorker } from '../worker/createTrainerWorker.ts';
import styles from './App.module.css';
import { FramePacing } from './FramePacing.tsx';
import { usePanelTabs } from './PanelTabs.tsx';
import { useNarrow } from './useNarrow.ts';

const BanditSheet = lazy(async () => ({
  default: (await import('../panels/bandit/BanditSheet.tsx')).BanditSheet,
}));

const SlowView = lazy(async () => ({ default: (await import('../panels/slow/SlowView.tsx')).SlowView }));

const CompareSheet = lazy(async () => ({
  default: (await import('../panels/compare/CompareSheet.tsx')).CompareSheet,
}));

const HelpDialog = lazy(async () => ({
  default: (await import('../panels/help/HelpDialog.tsx')).HelpDialog,
}));

/** The page around a playground. */
export function App({ playground }: { readonly playground: Playground }) {
  return (
    <PlaygroundContext value={playground}>
      <Page />
      <FramePacing />
    </PlaygroundContext>
  );
}

function Page() {
  const panels = useExperiment(({ view }) => view.panels);
  const embed = useExperiment(({ view }) => view.embed);
  const narrow = useNarrow();
  const { shown, bar } = usePanelTabs(panels, embed);
  const network = useExperiment(showsNetwork) && (bar === null || shown.includes('network'));
  const objective = panels.includes('objective') || panels.includes('cost');
  const lit = usePlaygroundState(
    ({ highlighted, pinnedHighlight, slowPart }) =>
      highlighted ?? pinnedHighlight ?? parts[slowPart ?? -1]?.highlighted,
  );
  const challenged = useExperiment(({ view }) => view.challenge.length > 0);
  const help = usePlaygroundState((state) => state.help);
  const drawer = narrow || embed;
  const controls = shown.includes('controls');
  const lower = shown.includes('cost') || shown.includes('calibration');
  const slow = shown.includes('step');
  const plots = shown.includes('predictive') || lower || slow;
  // The predictive plot renders first; the panels next to it follow, deferred, in space that is already reserved.
  const opened = useDeferredValue(true, false);
  return (
    <div className={styles.page} data-highlighted={lit} data-challenged={challenged}>
      <PrintCaption />
      <Announcer />
      <Toolbar compact={drawer} controls={controls && drawer && <ControlsDrawer />} />
      <RunError />
      {challenged && <ChallengeBar />}
      {bar}
      <main className={styles.panels} data-opened={opened}>
        {controls && !drawer && (
          <section className={styles.controls} aria-label={t('Controls')}>
            {opened && <Controls />}
          </section>
        )}
        {plots && (
          <div className={styles.plots} data-slow={slow}>
            {shown.includes('predictive') && (
              <OnScreen>
                <PredictiveView />
              </OnScreen>
            )}
            {slow && (
              <Suspense>
                <SlowView />
              </Suspense>
            )}
            {lower && !slow && (
              <div className={styles.lower}>
                {shown.includes('cost') && <OnScreen>{opened && <CostView />}</OnScreen>}
                {shown.includes('calibration') && <OnScreen>{opened && <CalibrationView />}</OnScreen>}
              </div>
            )}
          </div>
        )}
        {(network || shown.includes('weights')) && (
          <div className={styles.weights}>
            {opened && network && (
              <OnScreen>
                <NetworkView />
              </OnScreen>
            )}
            {opened && shown.includes('weights') && (
              <OnScreen>
                <WeightsView />
              </OnScreen>
            )}
          </div>
        )}
      </main>
      {objective && <ObjectiveBar />}
      <NoticeBar />
      {help && (
        <Suspense>
          <HelpDialog />
        </Suspense>
      )}
      {shown.includes('compare') && (
        <Suspense>
          <CompareSheet createTrainer={createPageTrainer} />
        </Suspense>
      )}
      {shown.includes('bandit') && (
        <Suspense>
          <BanditSheet createWorker={createTrainerWorker} />
        </Suspense>
      )}
    </div>
  );
}
