import { useDeferredValue, useMemo, useState } from 'react';
import type { ClassesTablePredictive } from '../../../experiment/pictures/snapshot.ts';
import { tableRows } from '../../../experiment/pictures/table.ts';
import { t } from '../../../i18n/index.ts';
import { formatWhole } from '../../../i18n/numbers.ts';
import { formatNumber } from '../../../plots/frame/format.ts';
import { ClassBars } from '../../../plots/images/ClassBars.tsx';
import { type ImageOrder, imageOrders, orderedImages } from '../../../plots/images/imageOrder.ts';
import { ConfusionTable } from '../../../plots/table/ConfusionTable.tsx';
import { confusionOf } from '../../../plots/table/confusion.ts';
import field from '../../controls/fields/Field.module.css';
import panels from '../../ui/panels.module.css';
import { useExperiment, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from './ClassRows.module.css';

interface ClassRowsProps {
  readonly predictive: ClassesTablePredictive | null;
  readonly classNames: readonly string[];
  readonly inputNames: readonly string[];
}

/** The confusion table, and the rows one at a time with their predicted classes. */
export function ClassRows({ predictive, classNames, inputNames }: ClassRowsProps) {
  const points = usePlaygroundState((state) => state.points);
  const heldOut = usePlaygroundState((state) => state.heldOut);
  const interval = useExperiment(({ prediction }) => prediction.interval);
  const rows = useMemo(() => tableRows({ points, heldOut }).rows, [points, heldOut]);
  const labels = useMemo(() => rows.map(({ y }) => y), [rows]);
  // While an experiment loads, the last snapshot can belong to the one before it.
  const current = predictive && predictive.rows.totalEntropy.length === rows.length ? predictive : null;
  const settled = useDeferredValue(current);
  const confusion = useMemo(
    () => settled && confusionOf(settled.rows, labels, settled.classes),
    [settled, labels],
  );
  const [order, setOrder] = useState<ImageOrder>('uncertain');
  const [place, setPlace] = useState(0);
  const ordered = useMemo(
    () => orderedImages(settled && { ...settled.rows, classes: settled.classes }, labels, order),
    [settled, labels, order],
  );
  const at = Math.min(place, ordered.length - 1);
  const row = ordered[at];
  const step = (label: string, by: number) => (
    <button
      type="button"
      className={panels.button}
      disabled={at + by < 0 || at + by >= ordered.length}
      onClick={() => setPlace(at + by)}
    >
      {label}
    </button>
  );
  return (
    <div className={styles.halves}>
      <ConfusionTable confusion={confusion} classNames={classNames} />
      <section className={styles.row} aria-label={t('One row')}>
        <div className={styles.steps}>
          <select
            className={field.menu}
            aria-label={t('Order of the rows')}
            value={order}
            onChange={(event) => {
              setOrder(event.target.value as ImageOrder);
              setPlace(0);
            }}
          >
            {Object.entries(imageOrders).map(([value, label]) => (
              <option key={value} value={value}>
                {t(label)}
              </option>
            ))}
          </select>
          {step(t('Back'), -1)}
          {step(t('Next'), 1)}
          <output>
            {t('{number} of {count}', { number: formatWhole(at + 1), count: formatWhole(ordered.length) })}
          </output>
        </div>
        {row !== undefined && (
          <>
            <ClassBars
              answers={settled?.rows ?? null}
              row={row}
              classNames={classNames}
              trueClass={labels[row]!}
              interval={interval}
            />
            <dl className={styles.inputs}>
              {inputNames.map((name, input) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{formatNumber(rows[row]!.x[input] ?? Number.NaN)}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </section>
    </div>
  );
}
