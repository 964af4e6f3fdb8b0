import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { Experiment } from '../../experiment/document/experiment.ts';
import { pointsCsv } from '../../export/csv.ts';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { customTableLimits, suggestRoles, toCustomTable } from '../../import/customTable.ts';
import { readTable } from '../../import/readTable.ts';
import { tableFaultTexts } from '../../import/tableFaultText.ts';
import type { TableRoles } from '../../import/tablePoints.ts';
import { faultText } from '../controls/fields/faultText.ts';
import { usePlayground } from '../ui/playgroundContext.ts';
import { ColumnRoles } from './ColumnRoles.tsx';
import styles from './ImportDialog.module.css';
import { ImportFrame } from './ImportFrame.tsx';

/** Input of the dialog. */
interface Source {
  readonly text: string;
  /** null: suggested roles. */
  readonly roles: TableRoles | null;
  readonly leaveOut: boolean;
}

/** Sources of imported tables during this visit, so that unused columns are available when the dialog is reopened. */
const sources = new WeakMap<Experiment['dataset']['points'], Source>();

/** Imports a table from a file, a drop or pasted text; faults are listed and the input is kept. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { store, replacePoints } = usePlayground();
  const hint = useId();
  const [source, setSource] = useState(() => sourceOf(store.getState()));
  const { text, leaveOut } = source;
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [faultyRows, setFaultyRows] = useState(0);

  const settled = useDeferredValue(text);
  const parsed = useMemo(() => readTable(settled, customTableLimits), [settled]);
  const table = 'table' in parsed ? parsed.table : null;
  const suggested = useMemo(() => table && suggestRoles(table), [table]);
  const roles = source.roles ?? suggested;
  const edit = (change: Partial<Source>) => {
    setSource({ ...source, ...change });
    setFaults([]);
  };
  const read = async ([file]: readonly File[]) => {
    if (file) edit({ text: await file.text(), roles: null });
  };
  const use = (): boolean => {
    const now = readTable(text, customTableLimits);
    if ('faults' in now) {
      setFaults(tableFaultTexts(now.faults));
      return false;
    }
    const reading = toCustomTable(now.table, source.roles ?? suggestRoles(now.table), leaveOut);
    if ('faults' in reading) {
      setFaultyRows(reading.faults.rows);
      setFaults(tableFaultTexts(reading.faults));
      return false;
    }
    const refused = replacePoints(reading.data).map(faultText);
    setFaults(refused);
    if (refused.length === 0) sources.set(store.getState().experiment.dataset.points, source);
    return refused.length === 0;
  };

  return (
    <ImportFrame
      title={t('Your own data as CSV')}
      hint={t(
        'One row a line, columns of numbers or words, a line of names at the top if you like. Paste, drop a file here, or choose one. The data stay in this browser.',
      )}
      hintId={hint}
      choose={t('Choose a file…')}
      accept=".csv,.tsv,.txt,text/csv"
      onFiles={(files) => void read(files)}
      faults={faults}
      remedy={
        (faultyRows > 0 || leaveOut) && (
          <label className={styles.leave}>
            <input
              type="checkbox"
              checked={leaveOut}
              onChange={(event) => edit({ leaveOut: event.target.checked })}
            />
            {t('Leave out rows with missing or wrong values')}
            {faultyRows > 0 && ` (${formatWhole(faultyRows)})`}
          </label>
        )
      }
      use={t('Use these data')}
      onUse={use}
      onClose={onClose}
    >
      <textarea
        aria-label={t('Rows, one a line')}
        aria-describedby={hint}
        aria-invalid={faults.length > 0}
        spellCheck={false}
        value={text}
        // Roles refer to columns: reset them when the header changes.
        onChange={(event) =>
          edit({
            text: event.target.value,
            ...(hasSameHeader(event.target.value, text) ? {} : { roles: null }),
          })
        }
      />
      {table && roles && (table.columns.length > 2 || roles.task === 'classification') && (
        <ColumnRoles table={table} roles={roles} onChange={(next) => edit({ roles: next })} />
      )}
    </ImportFrame>
  );
}

/** The source of the current data, or the current data as CSV. */
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
  return { text: pointsCsv(own, dataset.columns, dataset.classNames), roles: null, leaveOut: false };
}

/** Whether two texts have the same first line. */
function hasSameHeader(text: string, other: string): boolean {
  const head = (of: string) => of.trimStart().split(/[\r\n]/, 1)[0];
  return head(text) === head(other);
}
