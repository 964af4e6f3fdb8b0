import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { parseCsvRows } from '../../import/csvRows.ts';
import { saveText } from '../share/saveFile.ts';
import buttons from './buttons.module.css';
import styles from './DataTable.module.css';
import { Dialog } from './Dialog.tsx';
import { usePlayground } from './playgroundContext.ts';

interface DataTableProps {
  /** Name of the plot. */
  readonly title: string;
  /** The data of the plot as CSV; null if there are none yet. */
  readonly csv: () => Promise<string | null>;
  /** The cells of a row as the table shows them; absent: numbers with five significant digits. */
  readonly shorten?: (cells: readonly string[]) => readonly string[];
}

/** Number of rows shown; the file has all. */
const MAX_ROWS = 250;

/** An entry of a panel's menu that shows the data of a plot as a table with CSV download, as of the moment of opening. */
export function DataTable({ title, csv, shorten = shortenEach }: DataTableProps) {
  const { notify } = usePlayground();
  const [text, setText] = useState<string | null>(null);
  const open = async () => {
    try {
      const numbers = await csv();
      if (numbers === null) notify(t('There are no numbers yet.'));
      else setText(numbers);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      notify(t('No table was made: {reason}', { reason }));
    }
  };
  return (
    <>
      <button
        type="button"
        className={buttons.word}
        aria-haspopup="dialog"
        title={t('The numbers behind this plot')}
        onClick={() => void open()}
      >
        {t('{title} as a table', { title })}
      </button>
      {text !== null && (
        <Dialog title={t('{title} as a table', { title })} wide onClose={() => setText(null)}>
          <Rows text={text} title={title} shorten={shorten} />
        </Dialog>
      )}
    </>
  );
}

interface RowsProps extends Required<Pick<DataTableProps, 'title' | 'shorten'>> {
  readonly text: string;
}

function Rows({ text, title, shorten }: RowsProps) {
  const [head, ...rows] = parseCsvRows(text).rows;
  const file = `${title.toLowerCase().replaceAll(' ', '-')}.csv`;
  return (
    <>
      <p className={styles.note}>
        {rows.length > MAX_ROWS
          ? t('The first {shown} of {count} rows; the file has all.', {
              shown: formatWhole(MAX_ROWS),
              count: formatWhole(rows.length),
            })
          : t('{count} rows.', { count: formatWhole(rows.length) })}{' '}
        <button type="button" className={buttons.button} onClick={() => saveText(file, text, 'text/csv')}>
          {t('Download CSV')}
        </button>
      </p>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              {head?.cells.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MAX_ROWS).map(({ number, cells }) => (
              <tr key={number}>
                {shorten(cells).map((cell, i) => (
                  <td key={`${number} ${head?.cells[i]}`}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Rounds each number to five digits; the file has full precision. */
function shortenEach(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => {
    const value = Number(cell);
    return cell === '' || !Number.isFinite(value) || cell.length < 8
      ? cell
      : String(Number(value.toPrecision(5)));
  });
}
