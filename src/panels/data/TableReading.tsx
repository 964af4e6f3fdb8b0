import { t } from '../../i18n/index.ts';
import { formatPlain, formatWhole } from '../../i18n/numbers.ts';
import type { DecimalMark } from '../../import/cellNumber.ts';
import { readingExamples } from '../../import/readingExamples.ts';
import type { Table, TableOptions } from '../../import/readTable.ts';
import { Segments } from '../controls/fields/Segments.tsx';
import styles from './ImportDialog.module.css';

/** Examples of numbers that are named. */
const MAX_EXAMPLES = 2;

interface TableReadingProps {
  /** null while the text is no table. */
  readonly table: Table | null;
  readonly firstRow: TableOptions['firstRow'];
  readonly onFirstRow: (firstRow: 'names' | 'data') => void;
  readonly onDecimalMark: (mark: DecimalMark) => void;
}

/** How a text is read as a table: what its first row is, how its numbers are written, and what is left out. */
export function TableReading({ table, firstRow, onFirstRow, onDecimalMark }: TableReadingProps) {
  if (!table && !firstRow) return null;
  const open = table?.columns.find(({ ambiguity }) => ambiguity);
  return (
    <div className={styles.reading}>
      <div className={styles.choice}>
        <span>{t('First row')}</span>
        <Segments
          label={t('First row')}
          value={firstRow ?? (table?.headerRow === null ? 'data' : 'names')}
          choices={[
            { value: 'names', label: t('names') },
            { value: 'data', label: t('data') },
          ]}
          onChoose={onFirstRow}
        />
      </div>
      {open && <MarkChoice column={open} onChoose={onDecimalMark} />}
      {table && (
        <ul>
          {notesOn(table).map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface MarkChoiceProps {
  readonly column: Table['columns'][number];
  readonly onChoose: (mark: DecimalMark) => void;
}

/** Asks which of two values a cell has; the answer holds for the whole table. */
function MarkChoice({ column: { name, ambiguity, numberFormat }, onChoose }: MarkChoiceProps) {
  const { cell, point, comma, isDecided } = ambiguity!;
  const question = t("''{cell}'' in column ''{column}'' is", { cell, column: name });
  return (
    <div className={styles.choice} data-open={!isDecided}>
      <span>{question}</span>
      <Segments<DecimalMark | ''>
        label={question}
        value={isDecided ? numberFormat.decimalMark : ''}
        choices={[
          { value: '.', label: formatPlain(point) },
          { value: ',', label: formatPlain(comma) },
        ]}
        onChoose={(mark) => mark !== '' && onChoose(mark)}
      />
    </div>
  );
}

function notesOn(table: Table): readonly string[] {
  const { columns, rowNumbers, rowsInFile, comments } = table;
  const rowNames = columns.find(({ isRowNames }) => isRowNames);
  const sampled = rowNumbers.length < rowsInFile;
  return [
    ...(rowNames
      ? [
          t("Column ''{column}'' numbers or names the rows. It is an input only if you tick it.", {
            column: rowNames.name,
          }),
        ]
      : []),
    ...(comments.length > 0
      ? [
          t('{count, plural, one {# line} other {# lines}} left out as comments: # or % at the beginning.', {
            count: comments.length,
          }),
        ]
      : []),
    ...(sampled
      ? [
          t('{used} of the {all} rows are used, drawn by the seed.', {
            used: formatWhole(rowNumbers.length),
            all: formatWhole(rowsInFile),
          }),
        ]
      : []),
    ...readingExamples(table)
      .filter(({ cell, value }) => cell !== formatPlain(value))
      .slice(0, MAX_EXAMPLES)
      .map(({ column, cell, value }) =>
        t("''{cell}'' in column ''{column}'' is read as {value}.", {
          cell,
          column,
          value: formatPlain(value),
        }),
      ),
  ];
}
