import { memo, useDeferredValue, useState } from 'react';
import type { CostUnit } from '../../../experiment/document/experiment.ts';
import { t } from '../../../i18n/index.ts';
import { costWords } from '../../../model/methods/costs.ts';
import { methods } from '../../../model/methods/index.ts';
import { CostPlot } from '../../../plots/cost/CostPlot.tsx';
import { shortenCosts } from '../../../plots/cost/costUnits.ts';
import { Term } from '../../../plots/frame/Term.tsx';
import { type Segment, Segments } from '../../controls/fields/Segments.tsx';
import { Timeline } from '../../toolbar/Timeline.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { PanelMenu } from '../../ui/PanelMenu.tsx';
import { Part } from '../../ui/Part.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';
import costStyles from './CostView.module.css';
import { StepSpreadReadout } from './StepSpreadReadout.tsx';

/** Memoized: the urgent render of a snapshot updates the prediction alone; this follows in a deferred render. */
const Plot = memo(CostPlot);

const Mdl = lazyPart(async () => (await import('./MdlView.tsx')).MdlView);

type Picture = 'run' | 'bits';

const unitChoices = (): readonly Segment<CostUnit>[] => [
  { value: 'nats', label: t('nats'), term: 'nats' },
  { value: 'bits', label: t('bits'), term: 'bits' },
];

const pictures = (): readonly Segment<Picture>[] => [
  { value: 'run', label: t('Over the run') },
  { value: 'bits', label: t('In bits'), term: 'description-length' },
];

/** Chooses the unit of all costs on the page. */
function UnitChoice() {
  const { change } = usePlayground();
  const units = useExperiment(({ view }) => view.units);
  return (
    <Segments
      label={t('Unit of costs')}
      value={units}
      choices={unitChoices()}
      onChoose={(value) => change({ 'view.units': value })}
    />
  );
}

/** The names of the costs of the chosen method. */
function useCostWords() {
  return useExperiment(({ inference }) => costWords[methods[inference.method].cost]);
}

/** The objective against the step. simple: a small plot with the timeline next to its heading, and no menu. */
export function CostView({ simple = false }: { readonly simple?: boolean }) {
  const history = useDeferredValue(usePlaygroundState((state) => state.history));
  const [picture, setPicture] = useState<Picture>('run');
  const words = useCostWords();
  const viewed = usePlaygroundState((state) => state.viewed);
  const units = useExperiment(({ view }) => view.units);
  const stepsByGradient = useExperiment(({ inference }) => methods[inference.method].fitsDistribution);
  return (
    <section className={styles.view} aria-labelledby="cost-title" data-highlight="total">
      <header className={styles.head}>
        <h2>
          <Term id={words.total.term} wordId="cost-title">
            {t(words.title)}
          </Term>
        </h2>
        {simple ? (
          <Timeline compact />
        ) : (
          <span className={styles.tools}>
            <PanelMenu panel={t(words.title)}>
              <DataTable
                title={t('Costs')}
                shorten={shortenCosts}
                csv={async () => {
                  const { costsCsv } = await import('../../../export/tables.ts');
                  return history.length > 0 ? costsCsv(history) : null;
                }}
              />
              <Segments
                label={t('Costs shown as')}
                value={picture}
                choices={pictures()}
                onChoose={setPicture}
              />
              <UnitChoice />
            </PanelMenu>
          </span>
        )}
        {!simple && stepsByGradient && (
          <div className={costStyles.spread}>
            <StepSpreadReadout />
          </div>
        )}
      </header>
      <div className={styles.plot}>
        <Part>
          {picture === 'bits' ? (
            <Mdl />
          ) : (
            <Plot history={history} words={words} units={units} viewed={viewed} />
          )}
        </Part>
      </div>
      {!simple && <Timeline />}
    </section>
  );
}
