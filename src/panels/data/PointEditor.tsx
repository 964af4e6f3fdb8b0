import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { formatWhole, withDecimalMark } from '../../i18n/numbers.ts';
import { parseNumber } from '../controls/fields/numberText.ts';
import buttons from '../ui/buttons.module.css';
import { Dialog } from '../ui/Dialog.tsx';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import styles from './PointEditor.module.css';

/** Number of rows shown; larger data sets are edited as a file. */
const MAX_ROWS = 300;

/** Table of all points whose values can be changed, added and deleted, each as an undoable change. */
export function PointEditor({ onClose }: { readonly onClose: () => void }) {
  const { setPoints, deletePoint, addPoint } = usePlayground();
  const points = usePlaygroundState((state) => state.points);
  const xDomain = usePlaygroundState((state) => state.xDomain);
  const yDomain = usePlaygroundState((state) => state.yDomain);
  const { task, classNames } = usePlaygroundState(({ experiment }) => experiment.dataset);
  const [fault, setFault] = useState('');
  const inputs = points[0]?.x.length ?? 1;
  const hasNames = task === 'classification' && classNames.length > 0;
  const textOf = (value: number, column: number) =>
    (hasNames && column === inputs ? classNames[value] : undefined) ?? withDecimalMark(String(value));
  const put = (index: number, column: number, text: string) => {
    const named = hasNames && column === inputs ? classNames.indexOf(text.trim()) : null;
    if (named === -1)
      return setFault(
        t("Row {row}: ''{text}'' is no class; the classes are {classes}.", {
          row: index + 1,
          text: text.trim(),
          classes: classNames.join(', '),
        }),
      );
    const value = named ?? parseNumber(text);
    if (value === null)
      return setFault(
        t('Row {row}, {name}: {text} is not a number.', {
          row: index + 1,
          name: columns[column] ?? '',
          text: text.trim() || t('nothing'),
        }),
      );
    const faults = setPoints(
      points.map((point, i) =>
        i !== index
          ? point
          : column < inputs
            ? { ...point, x: point.x.map((x, k) => (k === column ? value : x)) }
            : { ...point, y: value },
      ),
    );
    setFault(faults.map(({ message }) => message).join('; '));
  };
  const middle = ([low, high]: readonly [number, number]) => Number(((low + high) / 2).toPrecision(3));
  const add = () => {
    const x = inputs === 1 ? [middle(xDomain)] : [middle(xDomain), middle(yDomain)];
    setFault(
      addPoint({ x, y: task === 'regression' ? middle(yDomain) : 0 })
        .map(({ message }) => message)
        .join('; '),
    );
  };
  const columns = [
    ...(points[0]?.x.map((_, k) => (inputs > 1 ? `x${k + 1}` : 'x')) ?? ['x']),
    task === 'regression' ? 'y' : t('class'),
  ];
  return (
    <Dialog title={t('Points as numbers')} onClose={onClose}>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      <table className={styles.points}>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {points.slice(0, MAX_ROWS).map((point, index) => (
            <tr key={`${index} ${point.x.join()} ${point.y}`}>
              <th scope="row">{index + 1}</th>
              {[...point.x, point.y].map((value, column) => (
                <td key={columns[column]}>
                  <input
                    type="text"
                    inputMode={hasNames && column === inputs ? 'text' : 'decimal'}
                    aria-label={t('{name} of row {row}', { name: columns[column] ?? '', row: index + 1 })}
                    defaultValue={textOf(value, column)}
                    onBlur={(event) =>
                      event.target.value !== textOf(value, column) && put(index, column, event.target.value)
                    }
                    onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
                  />
                </td>
              ))}
              <td>
                <button
                  type="button"
                  className={buttons.button}
                  aria-label={t('Delete row {row}', { row: index + 1 })}
                  onClick={() => deletePoint(index)}
                >
                  ×
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {points.length > MAX_ROWS && (
        <p className={styles.note}>
          {t('The first {shown} of {count} points.', {
            shown: formatWhole(MAX_ROWS),
            count: formatWhole(points.length),
          })}
        </p>
      )}
      <button type="button" className={buttons.button} onClick={add}>
        {t('Add a point')}
      </button>
    </Dialog>
  );
}
