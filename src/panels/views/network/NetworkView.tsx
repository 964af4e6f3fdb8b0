import { memo, useDeferredValue, useMemo, useState } from 'react';
import { isSimple } from '../../../experiment/document/experiment.ts';
import { t } from '../../../i18n/index.ts';
import { methods } from '../../../model/methods/index.ts';
import { Term } from '../../../plots/frame/Term.tsx';
import { NetworkPlot } from '../../../plots/network/NetworkPlot.tsx';
import { WeightDensity } from '../../../plots/weights/WeightDensity.tsx';
import { nameBlocks, weightFacts, weightName } from '../../../plots/weights/weightNames.ts';
import { followedWeight } from '../../slow/parts.ts';
import { Part } from '../../ui/Part.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import views from '../../ui/views.module.css';
import { DrawBar } from './DrawBar.tsx';
import styles from './NetworkView.module.css';
import { useFollowed } from './useFollowed.ts';

/** Memoized: the urgent render of a snapshot updates the prediction alone; these follow in a deferred render. */
const Network = memo(NetworkPlot);
const Density = memo(WeightDensity);

/** The network with q(w | θ) on every edge, and an enlarged view of the weight that is hovered or pinned by a click. */
export function NetworkView() {
  const snapshot = useDeferredValue(usePlaygroundState((state) => state.snapshot));
  const prior = useExperiment((experiment) => experiment.prior);
  const units = useExperiment(({ view }) => view.units);
  const method = useExperiment(({ inference }) => methods[inference.method]);
  const followed = useDeferredValue(useFollowed());
  const { selectWeight } = usePlayground();
  const selected = usePlaygroundState((state) => state.selectedWeight);
  const [hovered, setHovered] = useState<number | null>(null);
  const weights = snapshot?.weights;
  const drawBar = useExperiment((experiment) => !isSimple(experiment) || experiment.view.draw !== 'off');
  const existing = (index: number | null) =>
    index !== null && weights && index < weights.mu.length ? index : null;
  const slow = usePlaygroundState(({ slowPart }) => slowPart !== null);
  const described = slow && snapshot?.nextStep ? followedWeight(snapshot.nextStep, selected) : selected;
  const shown = existing(hovered) ?? existing(described);
  const layers = weights?.layers;
  const blocks = useMemo(() => nameBlocks(layers ?? []), [layers]);
  return (
    <section className={views.view} aria-labelledby="network-title" data-highlight="complexity weights">
      <header className={views.head}>
        <h2 id="network-title">{t('Network')}</h2>
        {drawBar && <DrawBar />}
      </header>
      <div className={`${views.plot} ${views.scrolling}`}>
        <Part>
          {snapshot && (
            <Network
              weights={snapshot.weights}
              prior={prior}
              draw={followed}
              neurons={snapshot.neurons}
              units={units}
              selected={described}
              onHover={setHovered}
              onSelect={selectWeight}
            />
          )}
        </Part>
      </div>
      <div className={styles.weight}>
        {snapshot && shown !== null ? (
          <>
            <div className={styles.density}>
              <Density
                weights={snapshot.weights}
                prior={prior}
                index={shown}
                name={weightName(blocks, shown)}
                draw={followed}
              />
            </div>
            <div className={styles.facts}>
              <h3>{weightName(blocks, shown)}</h3>
              <dl>
                {weightFacts(snapshot.weights, shown, followed, units).map(
                  ({ term, glossary, title, value }) => (
                    <div key={term}>
                      <dt title={title}>
                        <Term id={glossary}>{term}</Term>
                      </dt>
                      <dd>{value}</dd>
                    </div>
                  ),
                )}
              </dl>
            </div>
          </>
        ) : (
          <p className={styles.hint}>
            {snapshot?.neurons
              ? t(
                  'Point at an edge to see {what} against its prior p (orange); click or tap to keep it. The bar at the left of a unit is its bias.',
                  { what: t(method.weight) },
                )
              : t('Point at a weight to see {what} against its prior p (orange); click or tap to keep it.', {
                  what: t(method.weight),
                })}
          </p>
        )}
      </div>
    </section>
  );
}
