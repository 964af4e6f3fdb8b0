import { useId } from 'react';
import type { Calibration, Metrics } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { formatDigits, formatNumber, formatPercent } from '../../plots/frame/format.ts';
import { methodColor } from '../../store/overlay.ts';
import type { PlaygroundState } from '../../store/state.ts';
import { formatDoubt } from '../views/overlay/formatDoubt.ts';
import own from './Methods.module.css';
import type { MethodRow } from './methodRows.ts';
import { doubtMeaning, doubtOfRow, progressText } from './methodText.ts';

interface MethodTableProps {
  readonly rows: readonly MethodRow[];
  /** Central probability of the bands. */
  readonly interval: number;
  readonly points: PlaygroundState['points'];
}

interface Column {
  readonly name: string;
  /** null: not known yet; undefined: the scores have no such number. */
  readonly value: (metrics: Metrics) => string | undefined;
}

function columns(interval: number): readonly Column[] {
  const digits = (value: number | undefined) => (value === undefined ? undefined : formatDigits(value, 3));
  const share = (value: number | undefined) =>
    value === undefined ? undefined : formatPercent(Math.round(1000 * value) / 1000);
  return [
    { name: t('log p(y) a point'), value: ({ logLikelihood }) => digits(logLikelihood) },
    { name: t('RMSE'), value: ({ rmse }) => digits(rmse) },
    { name: t('accuracy'), value: ({ accuracy }) => share(accuracy) },
    {
      name: t('inside the {interval} band', { interval: formatPercent(interval) }),
      value: ({ coverage }) => share(coverage),
    },
    { name: t('calibration error'), value: ({ calibrationError }) => digits(calibrationError) },
  ];
}

/** The scores of all methods. A cell that is not known yet says so. */
export function MethodTable({ rows, interval, points }: MethodTableProps) {
  const caption = useId();
  const scores = rows.map(({ snapshot }) => snapshot?.calibration ?? null);
  const known = scores.filter((score) => score !== null);
  const doubts = rows.map((row) => doubtOfRow(row, points));
  const meaning = doubts.find((doubt) => doubt !== null);
  const used = columns(interval).filter(({ value }) =>
    known.some(({ metrics }) => value(metrics) !== undefined),
  );
  const unknown = <span className={own.unknown}>{t('not yet')}</span>;
  return (
    <div className={own.table}>
      <p id={caption}>
        {captionText(known)}
        {meaning && `; ${doubtMeaning(meaning)}`}
      </p>
      <table aria-labelledby={caption}>
        <thead>
          <tr>
            <th scope="col">{t('method')}</th>
            {used.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{t('epistemic')}</th>
            <th scope="col">{t('seconds')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => {
            const doubt = doubts[i];
            const score = scores[i] ?? null;
            return (
              <tr key={row.by}>
                <th scope="row">
                  <span
                    className={own.swatch}
                    style={{ background: `var(--color-method-${methodColor(row.by)})` }}
                  />
                  {row.name}
                </th>
                {used.map(({ name, value }) => (
                  <td key={name}>{score ? (value(score.metrics) ?? '–') : unknown}</td>
                ))}
                <td>{doubt ? formatDoubt(doubt.value) : unknown}</td>
                <td>{secondsOf(row)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What the scores are of. */
function captionText(known: readonly Calibration[]): string {
  const first = known[0];
  if (!first) return t('Scores follow once a method has trained.');
  const count = formatWhole(first.metrics.n);
  return first.points === 'held-out'
    ? t('Scores of {count} points that no method has seen', { count })
    : t('Scores of the {count} training points', { count });
}

function secondsOf(row: MethodRow): string {
  if (row.run?.kind === 'done') return formatNumber(Number(row.run.seconds.toPrecision(2)));
  return row.own ? t('not timed') : progressText(row);
}
