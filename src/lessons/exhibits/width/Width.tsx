import { useMemo, useState } from 'react';
import { curveGrid } from '../../../experiment/pictures/observeCurve.ts';
import type { Problem } from '../../../experiment/problem/problem.ts';
import { t } from '../../../i18n/index.ts';
import { Segments } from '../../../panels/controls/fields/Segments.tsx';
import { formatNumber } from '../../../plots/frame/format.ts';
import plot from '../../../plots/frame/Plot.module.css';
import { problemOfLink } from '../../trained/posteriorDraws.ts';
import { useLoaded } from '../../trained/useLoaded.ts';
import { type FunctionSummary, type WidthRun, widthLink, widths } from '../../trained/widths.ts';
import { Chart, type ChartScales } from '../Chart.tsx';
import styles from '../exhibit.module.css';
import { bandStyles, DataPoints, FunctionBand } from '../FunctionBand.tsx';
import { Key } from '../Key.tsx';
import { Numbers } from '../Numbers.tsx';
import { infiniteWidthPosterior } from './infiniteWidth.ts';
import own from './Width.module.css';
import { distanceFromData, distanceOfFlatMean, openWidths } from './width.ts';

/** q and the exact posterior of networks of different width, trained on the same data. */
export function Width() {
  const runs = useLoaded(openWidths);
  return runs ? <ChosenWidth runs={runs} /> : <p>{t('Loading…')}</p>;
}

function ChosenWidth({ runs }: { readonly runs: readonly WidthRun[] }) {
  const [chosen, setChosen] = useState(widths.at(-1)!);
  const run = runs.find(({ hidden }) => hidden === chosen)!;
  // Points, domain and scalers are the same at every width.
  const problem = useMemo(() => problemOfLink(widthLink(widths[0]!)), []);
  const limit = useMemo(() => infiniteWidthPosterior(problem), [problem]);
  return (
    <div className={styles.exhibit}>
      <div className={styles.controls}>
        <Segments
          value={String(chosen)}
          label={t('Hidden units')}
          choices={widths.map((width) => ({ value: String(width), label: String(width) }))}
          onChoose={(value) => setChosen(Number(value))}
        />
        <span>{t('hidden units')}</span>
      </div>
      <div className={styles.pictures}>
        <Functions run={run} limit={limit} problem={problem} />
        <Distances runs={runs} limit={limit} problem={problem} chosen={chosen} />
      </div>
      <Numbers
        numbers={[
          [
            t('distance of the mean from the data'),
            t('{q} by mean field, {exact} exactly', {
              q: formatNumber(distanceFromData(problem, run.q)),
              exact: formatNumber(distanceFromData(problem, run.exact ?? limit)),
            }),
          ],
          [t('free energy F of q'), t('{value} nats', { value: formatNumber(run.freeEnergy) })],
        ]}
      />
    </div>
  );
}

interface FunctionsProps {
  readonly run: WidthRun;
  /** The exact posterior for infinitely many units, shown where that of the run is not stored. */
  readonly limit: FunctionSummary;
  readonly problem: Problem;
}

function Functions({ run, limit, problem }: FunctionsProps) {
  const { xDomain, points } = problem;
  const x = curveGrid(xDomain);
  return (
    <Chart
      xDomain={xDomain}
      yDomain={[-1.5, 1.5]}
      xLabel="x"
      yLabel="f(x)"
      legend={
        <ul className={plot.legend}>
          <Key className={bandStyles.q} label={t('mean field')} />
          <Key
            className={bandStyles.exact}
            label={run.exact ? t('exact posterior by HMC') : t('exact posterior of infinitely many units')}
          />
        </ul>
      }
      summary={t(
        'The data, and the mean and 90 % band of f under q and under the exact posterior, for {units} hidden units.',
        { units: String(run.hidden) },
      )}
    >
      {(scales) => (
        <>
          <FunctionBand scales={scales} of="exact" x={x} summary={run.exact ?? limit} />
          <FunctionBand scales={scales} of="q" x={x} summary={run.q} />
          <DataPoints scales={scales} points={points} />
        </>
      )}
    </Chart>
  );
}

interface DistancesProps {
  readonly runs: readonly WidthRun[];
  readonly limit: FunctionSummary;
  readonly problem: Problem;
  readonly chosen: number;
}

/** The distance of the mean from the data for every width, under q and exactly. */
function Distances({ runs, limit, problem, chosen }: DistancesProps) {
  const flat = distanceOfFlatMean(problem);
  const limitDistance = distanceFromData(problem, limit);
  const byQ = runs.map(({ hidden, q }) => ({ hidden, distance: distanceFromData(problem, q) }));
  const exactly = runs.flatMap(({ hidden, exact }) =>
    exact ? [{ hidden, distance: distanceFromData(problem, exact) }] : [],
  );
  return (
    <Chart
      xDomain={[0, widths.at(-1)! * 1.04]}
      yDomain={[0, 1.15 * flat]}
      xLabel={t('hidden units')}
      yLabel={t('distance of the mean from the data')}
      legend={
        <ul className={plot.legend}>
          <Key className={own.limit} label={t('exact, infinitely many units')} />
          <Key className={own.flat} label={t('a flat line')} />
        </ul>
      }
      summary={t(
        'With more hidden units the mean of q moves away from the data: distance {first} with {few} units, {last} with {many}. Exactly it is {exact} for infinitely many units; a flat line has {flat}.',
        {
          first: formatNumber(byQ[0]!.distance),
          few: String(byQ[0]!.hidden),
          last: formatNumber(byQ.at(-1)!.distance),
          many: String(byQ.at(-1)!.hidden),
          exact: formatNumber(limitDistance),
          flat: formatNumber(flat),
        },
      )}
    >
      {(scales) => (
        <>
          <Level scales={scales} y={flat} className={own.flat} />
          <Level scales={scales} y={limitDistance} className={own.limit} />
          <Path scales={scales} rows={exactly} chosen={chosen} className={own.exact} />
          <Path scales={scales} rows={byQ} chosen={chosen} className={own.q} />
        </>
      )}
    </Chart>
  );
}

interface MarkProps {
  readonly scales: ChartScales;
  readonly className: string | undefined;
}

function Level({ scales: { x, y }, y: level, className }: MarkProps & { readonly y: number }) {
  const [left, right] = x.range();
  return <line className={className} x1={left} x2={right} y1={y(level)} y2={y(level)} />;
}

interface PathProps extends MarkProps {
  readonly rows: readonly { readonly hidden: number; readonly distance: number }[];
  readonly chosen: number;
}

function Path({ scales: { x, y }, rows, chosen, className }: PathProps) {
  return (
    <g className={className}>
      <polyline points={rows.map((row) => `${x(row.hidden)},${y(row.distance)}`).join(' ')} />
      {rows.map(({ hidden, distance }) => (
        <circle key={hidden} cx={x(hidden)} cy={y(distance)} r={hidden === chosen ? 6 : 3} />
      ))}
    </g>
  );
}
