import { type DragEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { formatPoints, parseTable } from '../datasets/csv.ts';
import { suggestedRoles, type TableRoles, tableData } from '../datasets/tableRoles.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { say } from '../words/index.ts';
import { formatWhole } from '../words/numbers.ts';
import { ColumnRoles } from './ColumnRoles.tsx';
import { faultText } from './fields/faultText.ts';
import styles from './ImportDialog.module.css';
import panels from './panels.module.css';
import { usePlayground } from './playground.ts';

/** What points were made of. */
interface Source {
  readonly text: string;
  /** null: as suggested. */
  readonly roles: TableRoles | null;
  readonly leaveOut: boolean;
}

/** The tables of this visit: columns that were not used are still there when somebody comes back for them. */
const sources = new WeakMap<Experiment['dataset']['points'], Source>();

/** Rows from a file, a drop or pasted text; what is wrong with them is said line by line, and nothing is lost. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { store, replacePoints } = usePlayground();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [source, setSource] = useState(() => sourceOf(store.getState()));
  const { text, leaveOut } = source;
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [faulty, setFaulty] = useState(0);
  useEffect(() => dialog.current?.showModal(), []);

  const settled = useDeferredValue(text);
  const parsed = useMemo(() => parseTable(settled), [settled]);
  const table = 'table' in parsed ? parsed.table : null;
  const suggested = useMemo(() => table && suggestedRoles(table), [table]);
  const roles = source.roles ?? suggested;
  const edit = (change: Partial<Source>) => {
    setSource({ ...source, ...change });
    setFaults([]);
  };
  const read = async (file: File | undefined) => {
    if (file) edit({ text: await file.text(), roles: null });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void read(event.dataTransfer.files[0]);
  };
  const use = () => {
    const now = parseTable(text);
    if ('faults' in now) return setFaults(now.faults);
    const reading = tableData(now.table, source.roles ?? suggestedRoles(now.table), leaveOut);
    if ('faults' in reading) {
      setFaulty(reading.rows);
      return setFaults(reading.faults);
    }
    const refused = replacePoints(reading.data).map(faultText);
    setFaults(refused);
    if (refused.length > 0) return;
    sources.set(store.getState().experiment.dataset.points, source);
    dialog.current?.close();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.import}
      aria-labelledby={`${id}title`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      onClose={onClose}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          use();
        }}
      >
        <h2 id={`${id}title`}>{say('Your own data as CSV')}</h2>
        <p className={panels.hint} id={`${id}hint`}>
          {say(
            'One row a line, columns of numbers, a line of names at the top if you like. Paste, drop a file here, or choose one. The data stay in this browser.',
          )}
        </p>
        <textarea
          aria-label={say('Rows, one a line')}
          aria-describedby={`${id}hint`}
          aria-invalid={faults.length > 0}
          spellCheck={false}
          value={text}
          // Roles are of columns: other columns, other roles.
          onChange={(event) =>
            edit({
              text: event.target.value,
              ...(sameColumns(event.target.value, text) ? {} : { roles: null }),
            })
          }
        />
        {table && roles && (table.columns.length > 2 || roles.task === 'classification') && (
          <ColumnRoles table={table} roles={roles} onChange={(next) => edit({ roles: next })} />
        )}
        <div role="alert">
          <ul className={styles.faults}>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
        {(faulty > 0 || leaveOut) && (
          <label className={styles.leave}>
            <input
              type="checkbox"
              checked={leaveOut}
              onChange={(event) => edit({ leaveOut: event.target.checked })}
            />
            {say('Leave out rows with missing or wrong values')}
            {faulty > 0 && ` (${formatWhole(faulty)})`}
          </label>
        )}
        <div className={styles.actions}>
          <label className={`${panels.button} ${styles.file}`}>
            <span>{say('Choose a file…')}</span>
            <input
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              title=""
              onChange={(event) => void read(event.target.files?.[0])}
            />
          </label>
          <button type="button" className={panels.button} onClick={() => dialog.current?.close()}>
            {say('Cancel')}
          </button>
          <button type="submit" className={`${panels.button} ${panels.chief}`}>
            {say('Use these data')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** What the data now were made of, or how they would be written. */
function sourceOf({
  points,
  experiment: { dataset },
}: {
  readonly points: Experiment['dataset']['points'];
  readonly experiment: Experiment;
}): Source {
  const known = sources.get(dataset.points);
  if (known) return known;
  const own = dataset.id === 'custom' ? dataset.points : points;
  return { text: formatPoints(own, dataset.columns, dataset.classNames), roles: null, leaveOut: false };
}

/** Whether two texts begin with the same line. */
function sameColumns(text: string, other: string): boolean {
  const head = (of: string) => of.trimStart().split(/[\r\n]/, 1)[0];
  return head(text) === head(other);
}
