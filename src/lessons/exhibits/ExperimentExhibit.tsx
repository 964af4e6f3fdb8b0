import { type ComponentType, type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { decodeLink } from '../../experiment/link/link.ts';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { Transport } from '../../panels/toolbar/Transport.tsx';
import { PlaygroundContext } from '../../panels/ui/playgroundContext.ts';
import { CostView } from '../../panels/views/cost/CostView.tsx';
import { NetworkView } from '../../panels/views/network/NetworkView.tsx';
import { PredictiveView } from '../../panels/views/predictive/PredictiveView.tsx';
import { WeightsView } from '../../panels/views/weights/WeightsView.tsx';
import { createPlayground, type Playground } from '../../store/playground.ts';
import { createPageTrainer } from '../../worker/createPageTrainer.ts';
import styles from './ExperimentExhibit.module.css';
import { Numbers } from './Numbers.tsx';
import { useRestUnseen } from './useRestUnseen.ts';

/** The views that an exhibit may show, as the playground does. */
const views = {
  predictive: PredictiveView,
  network: NetworkView,
  weights: WeightsView,
  cost: CostView,
} as const satisfies Record<string, ComponentType>;

interface ExperimentExhibitProps {
  /** The experiment, as after the # of an address. It opens at rest. */
  readonly link: string;
  readonly panels: readonly (keyof typeof views)[];
  /** Beside the views: one of the exhibit's own. */
  readonly beside?: ReactNode;
  /** Under the views: controls of the exhibit's own, which read the playground from its context. */
  readonly children?: ReactNode;
}

/** A playground of its own in an exhibit: it trains in a worker, rests where nobody sees it, and ends with the exhibit. */
export function ExperimentExhibit({ link, panels, beside, children }: ExperimentExhibitProps) {
  const playground = usePlaygroundOf(link);
  const [host, setHost] = useState<HTMLDivElement | null>(null);
  useRestUnseen(
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

/** A playground for as long as the exhibit is there. */
function usePlaygroundOf(link: string): Playground | null {
  const [playground, setPlayground] = useState<Playground | null>(null);
  useEffect(() => {
    const { experiment } = decodeLink(link);
    const made = createPlayground({
      createTrainer: createPageTrainer,
      experiment: { ...experiment, view: { ...experiment.view, autoplay: false } },
    });
    setPlayground(made);
    return () => made.dispose();
  }, [link]);
  return playground;
}

/** How far the run is, and what stopped it; tells the worker when its picture has been drawn. */
function Progress({ playground: { store, drawn } }: { readonly playground: Playground }) {
  const snapshot = useDeferredValue(useStore(store, (state) => state.snapshot));
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
