import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { sameValue } from '../experiment/document/defaults.ts';
import { isSimple, type PanelId, shownPanels, usualPanels } from '../experiment/document/experiment.ts';
import { pictureKindOf } from '../experiment/document/pictureKind.ts';
import { t } from '../i18n/index.ts';
import { Controls } from '../panels/controls/Controls.tsx';
import { ControlsDrawer } from '../panels/controls/ControlsDrawer.tsx';
import { LevelButton } from '../panels/controls/LevelButton.tsx';
import { SimpleControls } from '../panels/controls/SimpleControls.tsx';
import { Doors } from '../panels/doors/Doors.tsx';
import { Announcer } from '../panels/help/Announcer.tsx';
import { NoticeBar, RunError } from '../panels/messages/Messages.tsx';
import { PresentBar, PresentedQuestion } from '../panels/present/PresentBars.tsx';
import { PrintCaption } from '../panels/present/PrintCaption.tsx';
import { parts } from '../panels/slow/parts.ts';
import { Toolbar } from '../panels/toolbar/Toolbar.tsx';
import { lazyPart } from '../panels/ui/lazyPart.tsx';
import { OnScreen } from '../panels/ui/OnScreen.tsx';
import { Part } from '../panels/ui/Part.tsx';
import {
  PlaygroundContext,
  useExperiment,
  usePlayground,
  usePlaygroundState,
} from '../panels/ui/playgroundContext.ts';
import { SheetPart } from '../panels/ui/Sheet.tsx';
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

const BanditSheet = lazyPart(async () => (await import('../panels/bandit/BanditSheet.tsx')).BanditSheet);

const SlowView = lazyPart(async () => (await import('../panels/slow/SlowView.tsx')).SlowView);

const CompareSheet = lazyPart(async () => (await import('../panels/compare/CompareSheet.tsx')).CompareSheet);

const HelpDialog = lazyPart(async () => (await import('../panels/help/HelpDialog.tsx')).HelpDialog);

/** The page around a playground. */
export function App({ playground }: { readonly playground: Playground }) {
  return (
    <PlaygroundContext value={playground}>
      <Page />
      <FramePacing />
    </PlaygroundContext>
  );
}

/** Panels of the page while presenting: those of the link, or the prediction alone. */
function presentedPanels(shown: readonly PanelId[], chosen: boolean): readonly PanelId[] {
  const plots = shown.filter((id) => id !== 'controls' && id !== 'objective');
  return chosen && plots.length > 0 ? plots : ['predictive'];
}

/** The panels on the page now. */
function usePanels(presenting: boolean): readonly PanelId[] {
  const shown = usePlaygroundState(({ experiment }) => shownPanels(experiment).join());
  const chosen = useExperiment(({ view }) => !sameValue(view.panels, usualPanels));
  return useMemo(() => {
    const panels = shown.split(',') as PanelId[];
    return presenting ? presentedPanels(panels, chosen) : panels;
  }, [shown, chosen, presenting]);
}

function Page() {
  const embed = useExperiment(({ view }) => view.embed);
  const presenting = useExperiment(({ view }) => view.present && !view.embed);
  const simple = useExperiment(isSimple) && !presenting;
  const panels = usePanels(presenting);
  const { shown, bar } = usePanelTabs(panels, embed);
  const lit = usePlaygroundState(
    ({ highlighted, pinnedHighlight, slowPart }) =>
      highlighted ?? pinnedHighlight ?? parts[slowPart ?? -1]?.highlighted,
  );
  const challenged = useExperiment(({ view }) => view.challenge.length > 0);
  const { setHelp } = usePlayground();
  const help = usePlaygroundState((state) => state.help);
  const drawer = useNarrow() || embed;
  const controls = shown.includes('controls');
  // The predictive plot renders first; the panels next to it follow, deferred, in space that is already reserved.
  const opened = useDeferredValue(true, false);
  const objective = !presenting && (panels.includes('objective') || panels.includes('cost'));
  const rail = controls && !simple && !drawer;
  const inDrawer = controls && !simple && drawer && !embed;
  const few = controls && simple && (
    <div className={styles.few}>
      <SimpleControls
        toAll={drawer ? <ControlsDrawer label={t('All controls')} /> : <LevelButton to="all" />}
      />
    </div>
  );
  const allOnPhone = inDrawer && (
    <div className={`${styles.few} ${styles.drawer}`}>
      <ControlsDrawer first={<LevelButton to="simple" />} />
    </div>
  );
  return (
    <div
      className={styles.page}
      data-highlighted={lit}
      data-challenged={challenged}
      data-layout={presenting ? 'present' : simple ? 'simple' : 'all'}
    >
      <PrintCaption />
      <Announcer />
      {presenting ? (
        <PresentedQuestion />
      ) : (
        <Toolbar compact={drawer} controls={embed && controls && <ControlsDrawer />} />
      )}
      <RunError />
      {challenged && <ChallengeBar />}
      {bar}
      <main className={styles.panels} data-opened={opened}>
        {rail && (
          <section className={styles.controls} aria-label={t('Controls')}>
            <Part>{opened && <Controls first={<LevelButton to="simple" />} />}</Part>
          </section>
        )}
        <Plots shown={shown} simple={simple} opened={opened} between={drawer && (few || allOnPhone)} />
        {!drawer && few}
        <Weights shown={shown} opened={opened} alone={bar !== null} />
      </main>
      {objective && <ObjectiveBar />}
      {presenting && <PresentBar />}
      {!presenting && <NoticeBar />}
      {help && (
        <Part onClose={() => setHelp(false)}>
          <HelpDialog />
        </Part>
      )}
      {shown.includes('compare') && (
        <SheetPart panel="compare">
          <CompareSheet createTrainer={createPageTrainer} />
        </SheetPart>
      )}
      {shown.includes('bandit') && (
        <SheetPart panel="bandit">
          <BanditSheet createWorker={createTrainerWorker} />
        </SheetPart>
      )}
    </div>
  );
}

interface PanelsProps {
  readonly shown: readonly PanelId[];
  /** Whether panels other than the prediction are rendered already. */
  readonly opened: boolean;
}

interface PlotsProps extends PanelsProps {
  readonly simple: boolean;
  /** Between the prediction and the plots below it. */
  readonly between: ReactNode;
}

/** The prediction, and below it the run's costs and calibration, or slow motion. */
function Plots({ shown, opened, simple, between }: PlotsProps) {
  const isCurve = useExperiment((experiment) => pictureKindOf(experiment) === 'curve');
  const predictive = shown.includes('predictive');
  const lower = shown.includes('cost') || shown.includes('calibration');
  const slow = shown.includes('step');
  if (!predictive && !lower && !slow) return between;
  return (
    <div className={styles.plots} data-slow={slow}>
      {predictive && (
        <OnScreen>
          <Part>
            <PredictiveView />
          </Part>
        </OnScreen>
      )}
      {predictive && simple && isCurve && <Doors />}
      {between}
      {slow && (
        <Part>
          <SlowView />
        </Part>
      )}
      {lower && !slow && (
        <div className={styles.lower}>
          {shown.includes('cost') && (
            <OnScreen>
              <Part>{opened && <CostView simple={simple} />}</Part>
            </OnScreen>
          )}
          {shown.includes('calibration') && (
            <OnScreen>
              <Part>{opened && <CalibrationView />}</Part>
            </OnScreen>
          )}
        </div>
      )}
    </div>
  );
}

interface WeightsProps extends PanelsProps {
  /** Whether the weights are shown without the network. */
  readonly alone: boolean;
}

/** The network and its weights. */
function Weights({ shown, opened, alone }: WeightsProps) {
  const weights = shown.includes('weights');
  const network = (weights && !alone) || shown.includes('network');
  if (!network && !weights) return null;
  return (
    <div className={styles.weights}>
      {opened && network && (
        <OnScreen>
          <Part>
            <NetworkView />
          </Part>
        </OnScreen>
      )}
      {opened && weights && (
        <OnScreen>
          <Part>
            <WeightsView />
          </Part>
        </OnScreen>
      )}
    </div>
  );
}
