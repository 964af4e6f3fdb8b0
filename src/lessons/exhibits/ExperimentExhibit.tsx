import { type ComponentType, type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { Transport } from '../../panels/toolbar/Transport.tsx';
import { PlaygroundContext } from '../../panels/ui/playgroundContext.ts';
import { followReducedMotion } from '../../panels/ui/reducedMotion.ts';
import { CostView } from '../../panels/views/cost/CostView.tsx';
import { NetworkView } from '../../panels/views/network/NetworkView.tsx';
import { PredictiveView } from '../../panels/views/predictive/PredictiveView.tsx';
import { WeightsView } from '../../panels/views/weights/WeightsView.tsx';
import { createPlayground, type Playground } from '../../store/playground.ts';
import { latestSnapshot } from '../../store/timeline.ts';
import { createPageTrainer } from '../../worker/createPageTrainer.ts';
import type { TrainedName } from '../trained/runs.ts';
import { useTrained } from '../trained/useTrained.ts';
import styles from './ExperimentExhibit.module.css';
import { Numbers } from './Numbers.tsx';
import { usePauseOffScreen } from './usePauseOffScreen.ts';

/** The views that an exhibit may show, as the playground does. */
const views = {
  predictive: PredictiveView,
  network: NetworkView,
  weights: WeightsView,
  cost: CostView,
} as const satisfies Record<string, ComponentType>;

interface ExperimentExhibitProps {
  /** The shipped run that it opens with, paused. */
  readonly trained: TrainedName;
  readonly panels: readonly (keyof typeof views)[];
  /** The exhibit's own view, next to the others. */
  readonly beside?: ReactNode;
  /** Controls of the exhibit's own, below the views; they read the playground from its context. */
  readonly children?: ReactNode;
}

/** A playground inside an exhibit: it trains in a worker, pauses while off-screen and is disposed with the exhibit. */
export function ExperimentExhibit({ trained, panels, beside, children }: ExperimentExhibitProps) {
  const playground = usePlaygroundOf(trained);
  const [host, setHost] = useState<HTMLDivElement | null>(null);
  usePauseOffScreen(
    host,
    useMemo(() => playground && [playground], [playground]),
  );
  return (
    <div ref={setHost} className={styles.exhibit}>
      {playground && (
        <PlaygroundContext value={playground}>
          <div className={styles.bar}>
            <Transport />
            <Progress playground={playground} />
          </div>
          <div className={styles.views} data-count={panels.length}>
            {panels.map((panel) => {
              const View = views[panel];
              return <View key={panel} />;
            })}
            {beside}
          </div>
          {children}
        </PlaygroundContext>
      )}
    </div>
  );
}

/** Creates a playground for the lifetime of the component, once its run is loaded. */
function usePlaygroundOf(name: TrainedName): Playground | null {
  const [run] = useTrained(useMemo(() => [name], [name])) ?? [];
  const [playground, setPlayground] = useState<Playground | null>(null);
  useEffect(() => {
    if (!run) return;
    const { experiment, checkpoint } = run;
    const made = createPlayground({
      createTrainer: createPageTrainer,
      experiment: { ...experiment, view: { ...experiment.view, autoplay: false } },
      checkpoint,
    });
    const stopFollowing = followReducedMotion(made);
    setPlayground(made);
    return () => {
      stopFollowing();
      made.dispose();
    };
  }, [run]);
  return playground;
}

/** Shows the step and any failure of the run; acknowledges each drawn snapshot to the worker. */
function Progress({ playground: { store, drawn } }: { readonly playground: Playground }) {
  const snapshot = useDeferredValue(useStore(store, latestSnapshot));
  const run = useStore(store, (state) => state.run);
  const notice = useStore(store, (state) => state.notices.at(-1)?.text ?? null);
  useEffect(() => {
    if (!snapshot) return;
    const frame = requestAnimationFrame(drawn);
    return () => cancelAnimationFrame(frame);
  }, [snapshot, drawn]);
  return (
    <>
      <Numbers numbers={[[t('step'), formatWhole(snapshot?.step ?? 0)]]} />
      <p className={styles.state} role="status">
        {run.kind === 'diverged'
          ? t('Diverged at step {step}.', { step: run.step })
          : run.kind === 'failed'
            ? run.message
            : notice}
      </p>
    </>
  );
}
