import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Experiment } from '../../experiment/document/experiment.ts';
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
import { type Comparison, createComparison } from '../../store/comparison.ts';
import type { PlaygroundOptions } from '../../store/state.ts';
import { faultText } from '../controls/fields/faultText.ts';
import { Segments } from '../controls/fields/Segments.tsx';
import buttons from '../ui/buttons.module.css';
import { useExperiment, usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import { Sheet } from '../ui/Sheet.tsx';
import styles from './Compare.module.css';
import { CompareCell } from './CompareCell.tsx';
import { CompareNumbers } from './CompareNumbers.tsx';
import { Differences } from './Differences.tsx';
import { SweepValues } from './SweepValues.tsx';
import { TransportOfAll } from './TransportOfAll.tsx';

interface CompareSheetProps {
  readonly createTrainer: PlaygroundOptions['createTrainer'];
}

/** Two experiments, or one over several values of a control: the same data, seed and noise, in step, on the same axes. */
export function CompareSheet({ createTrainer }: CompareSheetProps) {
  const { change, loadExperiment } = usePlayground();
  const base = useExperiment((experiment) => experiment);
  const [swept, setSwept] = useState(base.view.sweep.length > 1);
  const { menu, compare, sweep, wanted, faults, experiments } = useMemo(
    () => comparedBy(base, swept),
    [base, swept],
  );
  const [refused, setRefused] = useState<readonly string[]>([]);
  const set = (fields: Readonly<Record<string, unknown>>) => setRefused(change(fields).map(faultText));
  const problems = [...faults, ...refused];
  const idle = wanted.at(-1)?.filter(({ path }) => !applies(path, base)) ?? [];
  const comparison = useComparison(faults.length > 0 ? null : experiments, createTrainer);
  const titles = wanted.map((differences, i) =>
    swept
      ? `${labelOf(differences[0]!.path)} = ${differences[0]!.text.replaceAll('_', ', ')}`
      : i === 0
        ? t('A: this experiment')
        : 'B',
  );
  const goOnWithB = () => {
    const b = experiments[1];
    const panels = base.view.panels.filter((id) => id !== 'compare');
    if (b) loadExperiment({ ...b, view: { ...b.view, panels, step: 0 } });
  };
  return (
    <Sheet
      panel="compare"
      title={t('Side by side')}
      head={
        <>
          <Segments
            label={t('What is compared')}
            value={swept ? 'sweep' : 'pair'}
            choices={[
              { value: 'pair', label: 'A | B' },
              { value: 'sweep', label: t('Several values') },
            ]}
            onChoose={(value) => setSwept(value === 'sweep')}
          />
          <p className={styles.caption}>{t('The same data, seed and noise; the same axes.')}</p>
        </>
      }
    >
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
    </Sheet>
  );
}

/** What the sheet compares: the differences of the runs from the base, and the resulting experiments. */
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

/** Runs for the lifetime of the sheet; restarted, paused, whenever the experiments change. */
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
  const beside = useMemo(() => histories.flat(), [histories]);
  return (
    <div className={styles.body}>
      <div className={styles.cells} data-count={playgrounds.length}>
        {playgrounds.map((playground, i) => (
          <CompareCell
            key={`${i} ${titles[i]}`}
            playground={playground}
            title={titles[i] ?? ''}
            beside={beside}
          />
        ))}
      </div>
      <CompareNumbers snapshots={snapshots} titles={titles} units={units} />
    </div>
  );
}
