import { lazy, memo, Suspense, useDeferredValue, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { costWords } from '../../../model/methods/costs.ts';
import { methods } from '../../../model/methods/index.ts';
import { CostPlot } from '../../../plots/cost/CostPlot.tsx';
import { shortenCosts } from '../../../plots/cost/costUnits.ts';
import { type Segment, Segments } from '../../controls/fields/Segments.tsx';
import { Timeline } from '../../toolbar/Timeline.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { useExperiment, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';
import costStyles from './CostView.module.css';
import { StepSpreadReadout } from './StepSpreadReadout.tsx';

/** Memoized: the urgent render of a snapshot updates the prediction alone; this follows in a deferred render. */
const Plot = memo(CostPlot);

const Mdl = lazy(async () => ({ default: (await import('./MdlView.tsx')).MdlView }));

type Picture = 'run' | 'bits';

const pictures = (): readonly Segment<Picture>[] => [
  { value: 'run', label: t('Over the run') },
  { value: 'bits', label: t('In bits') },
];

/** The names of the costs of the chosen method. */
function useCostWords() {
  return useExperiment(({ inference }) => costWords[methods[inference.method].cost]);
}

/** The objective against the step. */
export function CostView() {
  const history = useDeferredValue(usePlaygroundState((state) => state.history));
  const [picture, setPicture] = useState<Picture>('run');
  const words = useCostWords();
  const viewed = usePlaygroundState((state) => state.viewed);
  const units = useExperiment(({ view }) => view.units);
  const stepsByGradient = useExperiment(({ inference }) => methods[inference.method].fitsDistribution);
  return (
    <section className={styles.view} aria-labelledby="cost-title" data-highlight="total">
      <header className={styles.head}>
        <h2 id="cost-title">{t(words.title)}</h2>
        <Segments label={t('Costs shown as')} value={picture} choices={pictures()} onChoose={setPicture} />
        <DataTable
          title={t('Costs')}
          shorten={shortenCosts}
          csv={async () => {
            const { costsCsv } = await import('../../../export/tables.ts');
            return history.length > 0 ? costsCsv(history) : null;
          }}
        />
        {stepsByGradient && (
          <div className={costStyles.spread}>
            <StepSpreadReadout />
          </div>
        )}
      </header>
      <div className={styles.plot}>
        {picture === 'bits' ? (
          <Suspense>
            <Mdl />
          </Suspense>
        ) : (
          <Plot history={history} words={words} units={units} viewed={viewed} />
        )}
      </div>
      <Timeline />
    </section>
  );
}
