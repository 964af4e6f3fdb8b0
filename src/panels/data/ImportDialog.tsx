import { type ReactNode, useDeferredValue, useId, useMemo, useState } from 'react';
import type { Experiment } from '../../experiment/document/experiment.ts';
import { pointsCsv } from '../../export/csv.ts';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { customTableLimits, MAX_FILE_BYTES, suggestRoles, toCustomTable } from '../../import/customTable.ts';
import { decodeText } from '../../import/decodeText.ts';
import { readTable, type TableOptions } from '../../import/readTable.ts';
import { singleFault, type TableFaults } from '../../import/tableFaults.ts';
import { tableFaultTexts } from '../../import/tableFaultText.ts';
import type { TableRoles } from '../../import/tablePoints.ts';
import { faultText } from '../controls/fields/faultText.ts';
import { usePlayground } from '../ui/playgroundContext.ts';
import { ColumnRoles } from './ColumnRoles.tsx';
import styles from './ImportDialog.module.css';
import { ImportFrame } from './ImportFrame.tsx';
import { TableReading } from './TableReading.tsx';

/** Input of the dialog. */
interface Source extends Required<Pick<TableOptions, 'firstRow' | 'decimalMark'>> {
  readonly text: string;
  /** null: suggested roles. */
  readonly roles: TableRoles | null;
  readonly leaveOut: boolean;
  /** Whether a table with too many rows is sampled. */
  readonly sampled: boolean;
}

const untouched: Omit<Source, 'text'> = {
  firstRow: null,
  decimalMark: null,
  roles: null,
  leaveOut: false,
  sampled: false,
};

/** Longer texts are shown by their beginning and cannot be edited: text fields lay out every line. */
const MAX_EDITED = 500_000;
const PREVIEW = 5000;

/** Sources of imported tables during this visit, so that unused columns are available when the dialog is reopened. */
const sources = new WeakMap<Experiment['dataset']['points'], Source>();

/** Imports a table from a file, a drop or pasted text; faults are listed and the input is kept. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { store, replacePoints } = usePlayground();
  const hint = useId();
  const [source, setSource] = useState(() => sourceOf(store.getState()));
  const { text, leaveOut, firstRow, decimalMark, sampled } = source;
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [found, setFound] = useState<TableFaults | null>(null);

  const { seed } = store.getState().experiment;
  const settled = useDeferredValue(text);
  const parsed = useMemo(
    () => readTable(settled, customTableLimits, { firstRow, decimalMark, sampleSeed: sampled ? seed : null }),
    [settled, firstRow, decimalMark, sampled, seed],
  );
  const table = 'table' in parsed ? parsed.table : null;
  const tooMany =
    'faults' in parsed ? parsed.faults.first.find(({ kind }) => kind === 'tooManyRows') : undefined;
  const suggested = useMemo(() => table && suggestRoles(table), [table]);
  const roles = source.roles ?? suggested;
  const asked = found?.first.find(({ kind }) => kind === 'unlikelyClasses');
  const edit = (change: Partial<Source>) => {
    setSource({ ...source, ...change });
    setFaults([]);
  };
  const refuse = (reason: TableFaults): false => {
    setFound(reason);
    setFaults(tableFaultTexts(reason));
    return false;
  };
  const read = async ([file]: readonly File[]) => {
    if (!file) return;
    if (file.size > MAX_FILE_BYTES)
      return refuse(singleFault({ kind: 'tooManyBytes', bytes: file.size, most: MAX_FILE_BYTES }));
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
    if ('format' in decoded) return refuse(singleFault({ kind: 'format', format: decoded.format }));
    setFound(null);
    edit({ ...untouched, text: decoded.text });
  };
  const use = (): boolean => {
    const now = readTable(text, customTableLimits, {
      firstRow,
      decimalMark,
      sampleSeed: sampled ? seed : null,
    });
    if ('faults' in now) return refuse(now.faults);
    const reading = toCustomTable(now.table, source.roles ?? suggestRoles(now.table), leaveOut);
    if ('faults' in reading) return refuse(reading.faults);
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
      accept=".csv,.tsv,.tab,.txt,.data,.dat,.asc,text/*"
      onFiles={(files) => void read(files)}
      // Said at once: the rows are more than can be looked through.
      faults={faults.length === 0 && tooMany ? tableFaultTexts(singleFault(tooMany)) : faults}
      remedy={
        <>
          {((found?.rows ?? 0) > 0 || leaveOut) && (
            <Remedy checked={leaveOut} onChange={(checked) => edit({ leaveOut: checked })}>
              {t('Leave out rows with missing or wrong values')}
              {(found?.rows ?? 0) > 0 && ` (${formatWhole(found!.rows)})`}
            </Remedy>
          )}
          {(tooMany || sampled) && (
            <Remedy checked={sampled} onChange={(checked) => edit({ sampled: checked })}>
              {t('Use {most} rows, drawn by the seed', { most: formatWhole(customTableLimits.maxRows) })}
            </Remedy>
          )}
          {asked?.kind === 'unlikelyClasses' && roles && (
            <Remedy
              checked={roles.asksForClasses !== true}
              onChange={(checked) => edit({ roles: { ...roles, asksForClasses: !checked } })}
            >
              {t('Predict {count} classes', { count: formatWhole(asked.classes) })}
            </Remedy>
          )}
        </>
      }
      use={t('Use these data')}
      onUse={use}
      onClose={onClose}
    >
      {text.length > MAX_EDITED ? (
        <textarea
          aria-label={t('Rows, one a line')}
          aria-describedby={hint}
          readOnly
          value={`${text.slice(0, PREVIEW)}…`}
        />
      ) : (
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
              ...(hasSameHeader(event.target.value, text) ? {} : { roles: null, firstRow: null }),
            })
          }
        />
      )}
      <TableReading
        table={table && table.columns.length > 1 ? table : null}
        firstRow={firstRow}
        onFirstRow={(next) => edit({ firstRow: next, roles: null })}
        onDecimalMark={(mark) => edit({ decimalMark: mark })}
      />
      {table && roles && (table.columns.length > 2 || roles.task === 'classification') && (
        <ColumnRoles table={table} roles={roles} onChange={(next) => edit({ roles: next })} />
      )}
    </ImportFrame>
  );
}

interface RemedyProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

/** An option that avoids a fault. */
function Remedy({ checked, onChange, children }: RemedyProps) {
  return (
    <label className={styles.leave}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
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
  return { text: pointsCsv(own, dataset.columns, dataset.classNames), ...untouched };
}

/** Whether two texts have the same first line. */
function hasSameHeader(text: string, other: string): boolean {
  const head = (of: string) => of.trimStart().split(/[\r\n]/, 1)[0];
  return head(text) === head(other);
}
