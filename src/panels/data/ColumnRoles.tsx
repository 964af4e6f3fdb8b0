import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { suggestTask } from '../../import/customTable.ts';
import { MAX_LEVELS } from '../../import/oneHot.ts';
import type { Column, Table } from '../../import/readTable.ts';
import type { TableRoles } from '../../import/tablePoints.ts';
import field from '../controls/fields/Field.module.css';
import { Segments } from '../controls/fields/Segments.tsx';
import styles from './ImportDialog.module.css';

interface ColumnRolesProps {
  readonly table: Table;
  readonly roles: TableRoles;
  readonly onChange: (roles: TableRoles) => void;
}

/** Form that chooses target, task and inputs among the columns of a table. */
export function ColumnRoles({ table, roles, onChange }: ColumnRolesProps) {
  const { inputs, target, task } = roles;
  const { columns } = table;
  const predict = (next: number) => {
    const freed = columns[target]!.kind === 'number' && !columns[target]!.isRowNames ? [target] : [];
    const others = [...inputs.filter((input) => input !== next), ...freed].sort((a, b) => a - b);
    onChange({
      inputs: others,
      target: next,
      task: suggestTask(table, next, others.length),
      asksForClasses: true,
    });
  };
  const toggle = (column: number, chosen: boolean) =>
    onChange({
      ...roles,
      inputs: chosen ? [...inputs, column].sort((a, b) => a - b) : inputs.filter((input) => input !== column),
    });
  return (
    <div className={styles.roles}>
      <div className={styles.predict}>
        <label>
          {t('Predict')}{' '}
          <select
            className={field.menu}
            value={target}
            onChange={(event) => predict(Number(event.target.value))}
          >
            {columns.map(({ name }, column) => (
              <option key={name} value={column}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <span>{t('as')}</span>
        <Segments
          label={t('What it is')}
          value={task}
          choices={[
            {
              value: 'regression',
              label: t('a number'),
              refused: columns[target]!.isNumeric
                ? undefined
                : columns[target]!.kind === 'date'
                  ? t('This column has dates.')
                  : t('This column has words.'),
            },
            { value: 'classification', label: t('a class') },
          ]}
          onChoose={(next) => onChange({ ...roles, task: next, asksForClasses: false })}
        />
      </div>
      <fieldset>
        <legend>{t('from these inputs')}</legend>
        <div className={styles.inputs}>
          {columns.map((each, column) => {
            if (column === target) return null;
            const { name, cells } = each;
            const levels = levelCount(each);
            const missing = cells.filter((cell) => cell === '').length;
            const isChosen = inputs.includes(column);
            return (
              <label key={name}>
                <input
                  type="checkbox"
                  checked={isChosen}
                  disabled={(levels > MAX_LEVELS || each.kind === 'date') && !isChosen}
                  onChange={(event) => toggle(column, event.target.checked)}
                />
                {name}
                {levels > 0 && (
                  <small data-allowed={levels <= MAX_LEVELS && each.kind === 'word'}>
                    {each.kind === 'date' ? t('dates') : wordsText(levels)}
                  </small>
                )}
                {each.isRowNames && <small data-allowed="true">{t('row numbers or names')}</small>}
                {missing > 0 && <small>{t('{count} missing', { count: formatWhole(missing) })}</small>}
              </label>
            );
          })}
        </div>
        {inputs.some((input) => levelCount(columns[input]!) > 0) && (
          <p className={styles.encoding}>
            {t(
              'One input for each word (one-hot), 1 in its rows and 0 elsewhere: {inputs, plural, one {# input} other {# inputs}} in all.',
              { inputs: inputs.reduce((sum, input) => sum + (levelCount(columns[input]!) || 1), 0) },
            )}
          </p>
        )}
      </fieldset>
    </div>
  );
}

/** Number of different words of a column; 0 for a column of numbers. */
function levelCount({ isNumeric, cells }: Column): number {
  return isNumeric ? 0 : new Set(cells.filter((cell) => cell !== '')).size;
}

function wordsText(levels: number): string {
  return levels > MAX_LEVELS
    ? t('{count} words; at most {most} can be inputs', { count: formatWhole(levels), most: MAX_LEVELS })
    : t('words: {count, plural, one {# input} other {# inputs}}', { count: levels });
}
