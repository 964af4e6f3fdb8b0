import { useMemo, useState } from 'react';
import type {
  ClassesTablePredictive,
  NumbersTablePredictive,
  TablePredictive,
} from '../../../experiment/pictures/snapshot.ts';
import { tableRows } from '../../../experiment/pictures/table.ts';
import { t } from '../../../i18n/index.ts';
import { PredictivePlot } from '../../../plots/predictive/PredictivePlot.tsx';
import { ActualPlot } from '../../../plots/table/ActualPlot.tsx';
import { ClassSlicePlot } from '../../../plots/table/ClassSlicePlot.tsx';
import field from '../../controls/fields/Field.module.css';
import { Segments } from '../../controls/fields/Segments.tsx';
import { Part } from '../../ui/Part.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';
import { classLabelsOf } from '../plane/planeNames.ts';
import { PredictiveHead } from '../predictive/PredictiveHead.tsx';
import { phaseOf } from '../predictive/phaseOf.ts';
import { predictiveOfKind } from '../predictiveOfKind.ts';
import { ClassRows } from './ClassRows.tsx';
import { NoiseNotice } from './NoiseNotice.tsx';
import { inputNames, targetName } from './tableNames.ts';

type Shown = 'rows' | 'slice';

/** p(y | x, D) of the rows of a table, and along one of its inputs. */
export function TableView() {
  const dataset = useExperiment((experiment) => experiment.dataset);
  const inputs = usePlaygroundState(({ points }) => points[0]?.x.length ?? 1);
  const predictive = usePlaygroundState(({ snapshot }) => predictiveOfKind(snapshot?.predictive, 'table'));
  const current = predictive?.task === dataset.task ? predictive : null;
  const [shown, setShown] = useState<Shown>('rows');
  const isNumber = dataset.task === 'regression';
  const names = useMemo(() => inputNames(dataset.columns, inputs), [dataset.columns, inputs]);
  const of = usePlaygroundState((state) => tableRows(state).of);
  const [drawn, setDrawn] = useState(0);
  return (
    <>
      <PredictiveHead />
      <NoiseNotice />
      <div className={styles.bar}>
        <Segments
          label={t('What is drawn')}
          value={shown}
          choices={[
            { value: 'rows', label: isNumber ? t('Predicted against actual') : t('Row by row') },
            { value: 'slice', label: t('Along one input') },
          ]}
          onChoose={setShown}
        />
        {shown === 'slice' ? (
          <SliceMenus names={names} predictive={current} drawn={drawn} onDraw={setDrawn} />
        ) : (
          <span className={styles.caption}>
            {of === 'held-out' ? t('Rows that training never sees.') : t('Training rows; none are held out.')}
          </span>
        )}
      </div>
      <div className={styles.plot} data-plot="predictive">
        <Part>
          {isNumber ? (
            <NumberPlot
              shown={shown}
              predictive={current?.task === 'regression' ? current : null}
              names={names}
            />
          ) : (
            <ClassPlot
              shown={shown}
              predictive={current?.task === 'classification' ? current : null}
              names={names}
              drawn={drawn}
            />
          )}
        </Part>
      </div>
    </>
  );
}

interface SliceMenusProps {
  readonly names: readonly string[];
  readonly predictive: TablePredictive | null;
  readonly drawn: number;
  readonly onDraw: (y: number) => void;
}

/** The menus for the input of the slice and for the class whose probability is plotted. */
function SliceMenus({ names, predictive, drawn, onDraw }: SliceMenusProps) {
  const { change } = usePlayground();
  const slice = useExperiment(({ prediction }) => prediction.slice);
  const given = useExperiment(({ dataset }) => dataset.classNames);
  const classes = predictive?.task === 'classification' ? classLabelsOf(given, predictive.classes) : [];
  return (
    <>
      <label className={styles.choice}>
        {t('Input')}
        <select
          className={field.menu}
          value={Math.min(slice, names.length - 1)}
          onChange={(event) => change({ 'prediction.slice': Number(event.target.value) })}
        >
          {names.map((name, input) => (
            <option key={name} value={input}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {classes.length > 0 && (
        <label className={styles.choice}>
          {t('Class')}
          <select
            className={field.menu}
            value={drawn}
            onChange={(event) => onDraw(Number(event.target.value))}
          >
            {classes.map((name, y) => (
              <option key={name} value={y}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {names.length > 1 && <span className={styles.caption}>{t('Other inputs at their medians.')}</span>}
    </>
  );
}

interface TablePlotProps<T extends TablePredictive> {
  readonly shown: Shown;
  readonly predictive: T | null;
  readonly names: readonly string[];
}

function NumberPlot({ shown, predictive, names }: TablePlotProps<NumbersTablePredictive>) {
  const columns = useExperiment(({ dataset }) => dataset.columns);
  const interval = useExperiment(({ prediction }) => prediction.interval);
  const phase = usePlaygroundState(phaseOf);
  const points = usePlaygroundState((state) => state.points);
  const heldOut = usePlaygroundState((state) => state.heldOut);
  const yDomain = usePlaygroundState((state) => state.yDomain);
  const showDraws = usePlaygroundState((state) => state.showDraws);
  const actual = useMemo(() => tableRows({ points, heldOut }).rows.map(({ y }) => y), [points, heldOut]);
  const input = Math.min(predictive?.input ?? 0, names.length - 1);
  const along = useMemo(
    () => points.slice(0, MAX_POINTS).map(({ x, y }) => ({ x: [x[input] ?? Number.NaN], y })),
    [points, input],
  );
  const slice = predictive?.slice ?? null;
  if (shown === 'rows')
    return (
      <ActualPlot
        rows={predictive?.rows ?? null}
        actual={actual}
        name={targetName(columns)}
        interval={interval}
        phase={phase}
      />
    );
  return (
    <PredictivePlot
      predictive={slice}
      points={along}
      xDomain={slice ? [slice.x[0]!, slice.x.at(-1)!] : [0, 1]}
      yDomain={yDomain}
      xLabel={names[input] ?? 'x'}
      yLabel={targetName(columns)}
      interval={interval}
      phase={phase}
      showDraws={showDraws}
      readOnly
    />
  );
}

/** Training points that a slice shows. */
const MAX_POINTS = 200;

function ClassPlot({
  shown,
  predictive,
  names,
  drawn,
}: TablePlotProps<ClassesTablePredictive> & { readonly drawn: number }) {
  const given = useExperiment(({ dataset }) => dataset.classNames);
  const interval = useExperiment(({ prediction }) => prediction.interval);
  const phase = usePlaygroundState(phaseOf);
  const classes = predictive?.classes ?? Math.max(2, given.length);
  const classNames = useMemo(() => classLabelsOf(given, classes), [given, classes]);
  if (shown === 'rows')
    return <ClassRows predictive={predictive} classNames={classNames} inputNames={names} />;
  const y = Math.min(drawn, classes - 1);
  return (
    <ClassSlicePlot
      slice={predictive?.slice ?? null}
      classes={classes}
      drawn={y}
      className={classNames[y]!}
      xLabel={names[predictive?.input ?? 0] ?? 'x'}
      interval={interval}
      phase={phase}
    />
  );
}
