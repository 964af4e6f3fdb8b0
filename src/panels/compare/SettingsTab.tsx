import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Experiment } from '../../experiment/document/experiment.ts';
import { pictureKindOf } from '../../experiment/document/pictureKind.ts';
import {
  applies,
  comparablesOf,
  type Difference,
  firstDifference,
  labelOf,
  readDifference,
  withDifferences,
  writeDifference,
} from '../../experiment/link/comparable.ts';
import { t } from '../../i18n/index.ts';
import { costWords } from '../../model/methods/costs.ts';
import { methods } from '../../model/methods/index.ts';
import { CostLegend } from '../../plots/cost/CostLegend.tsx';
import { useCostDomain } from '../../plots/cost/CostPlot.tsx';
import { type Comparison, createComparison } from '../../store/comparison.ts';
import type { Playground } from '../../store/playground.ts';
import type { PlaygroundOptions } from '../../store/state.ts';
import { faultText } from '../controls/fields/faultText.ts';
import buttons from '../ui/buttons.module.css';
import { Part } from '../ui/Part.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import { pictureViews } from '../views/pictureViews.tsx';
import { useSmallPicture } from '../views/smallPicture.ts';
import styles from './Compare.module.css';
import { CompareCell } from './CompareCell.tsx';
import { CompareNumbers } from './CompareNumbers.tsx';
import { Differences } from './Differences.tsx';
import { SweepValues } from './SweepValues.tsx';
import { TransportOfAll } from './TransportOfAll.tsx';

interface SettingsTabProps {
  /** Whether one control takes several values; else experiment B differs from A. */
  readonly swept: boolean;
  readonly createTrainer: PlaygroundOptions['createTrainer'];
}

/** Two experiments, or one over several values of a control: the same data, seed and noise, in step, on the same axes. */
export function SettingsTab({ swept, createTrainer }: SettingsTabProps) {
  const { change, loadExperiment } = usePlayground();
  const base = useExperiment((experiment) => experiment);
  const { menu, compare, sweep, wanted, faults, experiments } = useMemo(
    () => comparedBy(base, swept),
    [base, swept],
  );
  const [refused, setRefused] = useState<readonly string[]>([]);
  const set = (fields: Readonly<Record<string, unknown>>) => setRefused(change(fields).map(faultText));
  const problems = [...faults, ...refused];
  const idle = wanted.at(-1)?.filter(({ path }) => !applies(path, base)) ?? [];
  const comparison = useComparison(faults.length > 0 ? null : experiments, createTrainer);
  const titles = wanted.map((differences, i) => {
    const text = differences
      .map(({ path, text }) => `${labelOf(path)} = ${text.replaceAll('_', ', ')}`)
      .join(', ');
    return swept ? text : i === 0 ? t('A: this experiment') : `B: ${text}`;
  });
  const goOnWithB = () => {
    const b = experiments[1];
    const panels = base.view.panels.filter((id) => id !== 'compare');
    if (b) loadExperiment({ ...b, view: { ...b.view, panels, step: 0 } });
  };
  return (
    <>
      <div className={styles.top}>
        <div className={styles.what}>
          {swept ? (
            <SweepValues menu={menu} sweep={sweep} onSweep={(next) => set({ 'view.sweep': next })} />
          ) : (
            <>
              <Differences
                menu={menu}
                differences={compare}
                onDifferences={(next) => set({ 'view.compare': next.map(writeDifference) })}
              />
              <button
                type="button"
                className={buttons.button}
                disabled={faults.length > 0}
                onClick={goOnWithB}
              >
                {t('Go on with B')}
              </button>
            </>
          )}
        </div>
        {comparison && (
          <TransportOfAll
            comparison={comparison}
            className={styles.transport}
            label={t('Training of all')}
            train={t('Train all')}
            pause={t('Pause all')}
            steps={[1, 10, 100]}
          />
        )}
      </div>
      {idle.map(({ path }) => (
        <p key={path} role="status" className={styles.note}>
          {t('{name} changes nothing here: this experiment does not use it.', { name: labelOf(path) })}
        </p>
      ))}
      {problems.length > 0 && (
        <p role="alert" className={styles.trouble}>
          {problems.join('; ')}
        </p>
      )}
      {comparison && <Runs comparison={comparison} titles={titles} />}
    </>
  );
}

/** What is compared: the differences of the runs from the base, and the resulting experiments. */
function comparedBy(base: Experiment, swept: boolean) {
  const menu = comparablesOf(base);
  const compare =
    base.view.compare.length > 0 ? base.view.compare.map(readDifference) : [firstDifference(base)];
  const sweep = base.view.sweep.length > 1 ? base.view.sweep : [menu[0]!.path, ...menu[0]!.values];
  const [path = '', ...values] = sweep;
  const wanted: readonly (readonly Difference[])[] = swept
    ? values.map((text) => [{ path, text }])
    : [[], compare];
  const results = wanted.map((differences) => withDifferences(base, differences));
  const faults = results.flatMap((result) =>
    'faults' in result ? result.faults.map(({ message }) => message) : [],
  );
  const experiments = results.flatMap((result) => ('experiment' in result ? [result.experiment] : []));
  return { menu, compare, sweep, wanted, faults: [...new Set(faults)], experiments };
}

/** Runs for the lifetime of the tab; restarted, paused, whenever the experiments change. */
function useComparison(
  experiments: Parameters<typeof createComparison>[0] | null,
  createTrainer: PlaygroundOptions['createTrainer'],
): Comparison | null {
  const [comparison, setComparison] = useState<Comparison | null>(null);
  useEffect(() => {
    if (!experiments) return setComparison(null);
    const made = createComparison(experiments, createTrainer);
    setComparison(made);
    return () => made.dispose();
  }, [experiments, createTrainer]);
  return comparison && experiments && comparison.playgrounds.length === experiments.length
    ? comparison
    : null;
}

interface RunsProps {
  readonly comparison: Comparison;
  readonly titles: readonly string[];
}

function Runs({ comparison, titles }: RunsProps) {
  const { playgrounds } = comparison;
  const histories = useStore(comparison.store, (state) => state.histories);
  const snapshots = useStore(comparison.store, (state) => state.snapshots);
  const visible = usePlaygroundState((state) => state.visible);
  useEffect(() => comparison.setVisible(visible), [comparison, visible]);
  const units = useExperiment(({ view }) => view.units);
  const costs = useCostDomain(histories, units);
  return (
    <div className={styles.body}>
      <Legends playgrounds={playgrounds} />
      <div className={styles.cells} data-count={playgrounds.length}>
        {playgrounds.map((playground, i) => (
          <CompareCell
            key={`${i} ${titles[i]}`}
            playground={playground}
            title={titles[i] ?? ''}
            costs={costs}
          />
        ))}
      </div>
      <CompareNumbers snapshots={snapshots} titles={titles} units={units} />
    </div>
  );
}

/** The legends of all pictures and of all costs, each once. */
function Legends({ playgrounds }: { readonly playgrounds: readonly Playground[] }) {
  const first = playgrounds[0]!;
  const picture = useSmallPicture(first);
  const { Small } = pictureViews[pictureKindOf(first.store.getState().experiment)];
  const costs = new Set(
    playgrounds.map(({ store }) => methods[store.getState().experiment.inference.method].cost),
  );
  return (
    <div className={styles.legends}>
      {Small && (
        <Part>
          <Small.Legend picture={picture} />
        </Part>
      )}
      {[...costs].map((cost) => (
        <CostLegend key={cost} words={costWords[cost]} />
      ))}
    </div>
  );
}
