import { memo, useDeferredValue, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { methods } from '../../../model/methods/index.ts';
import { Ridgelines } from '../../../plots/weights/Ridgelines.tsx';
import { WeightScatter } from '../../../plots/weights/WeightScatter.tsx';
import { type Segment, Segments } from '../../controls/fields/Segments.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { PanelMenu } from '../../ui/PanelMenu.tsx';
import { Part } from '../../ui/Part.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';

/** Memoized: the urgent render of a snapshot updates the prediction alone; these follow in a deferred render. */
const Ridges = memo(Ridgelines);
const Scatter = memo(WeightScatter);
const Signal = lazyPart(async () => (await import('../../../plots/weights/SnrPlot.tsx')).SnrPlot);

type Picture = 'layers' | 'scatter' | 'signal';

const pictures = (): readonly Segment<Picture>[] => [
  { value: 'layers', label: t('By layer') },
  { value: 'scatter', label: t('Mean and width') },
  { value: 'signal', label: t('Signal/noise'), term: 'signal-to-noise' },
];

/** Every weight against its prior. A weight that is selected in one plot is selected in all. */
export function WeightsView() {
  const weights = useDeferredValue(usePlaygroundState(({ snapshot }) => snapshot?.weights ?? null));
  const prior = useExperiment((experiment) => experiment.prior);
  const units = useExperiment(({ view }) => view.units);
  const curve = useExperiment(({ inference }) => methods[inference.method].curve);
  const hasQ = useExperiment(({ inference }) => methods[inference.method].cost === 'free-energy');
  const pruned = useExperiment(({ prediction }) => prediction.pruned);
  const { selectWeight, change } = usePlayground();
  const selected = usePlaygroundState((state) => state.selectedWeight);
  const [picture, setPicture] = useState<Picture>('layers');
  return (
    <section className={styles.view} aria-labelledby="ridges-title" data-highlight="complexity">
      <header className={styles.head}>
        <h2 id="ridges-title">{t('Weights')}</h2>
        <span className={styles.tools}>
          <PanelMenu panel={t('Weights')}>
            <DataTable
              title={t('Weights')}
              csv={async () => {
                const { weightsCsv } = await import('../../../export/tables.ts');
                return weights && weightsCsv(weights);
              }}
            />
          </PanelMenu>
        </span>
        <div className={styles.second}>
          <Segments
            label={t('Weights shown as')}
            value={picture}
            choices={pictures()}
            onChoose={setPicture}
          />
        </div>
      </header>
      <div className={picture === 'layers' ? `${styles.plot} ${styles.tall}` : styles.plot}>
        <Part>
          {weights && picture === 'layers' && (
            <Ridges
              weights={weights}
              prior={prior}
              units={units}
              curve={curve}
              curveTerm={hasQ ? 'q' : null}
              selected={selected}
              onSelect={selectWeight}
            />
          )}
          {weights && picture === 'signal' && (
            <Signal
              weights={weights}
              pruned={pruned}
              onPrune={(fraction) => change({ 'prediction.pruned': fraction })}
            />
          )}
          {weights && picture === 'scatter' && (
            <Scatter
              weights={weights}
              prior={prior}
              units={units}
              selected={selected}
              onSelect={selectWeight}
            />
          )}
        </Part>
      </div>
    </section>
  );
}
