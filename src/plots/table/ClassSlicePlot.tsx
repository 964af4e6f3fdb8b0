import { area, line, scaleLinear } from 'd3';
import { useMemo } from 'react';
import type { ClassAnswers } from '../../experiment/pictures/snapshot.ts';
import { t, tRich } from '../../i18n/index.ts';
import { Axes } from '../frame/Axes.tsx';
import { Figure } from '../frame/Figure.tsx';
import { formatNumber, formatPercent } from '../frame/format.ts';
import { axisMargins, createFrame } from '../frame/frame.ts';
import styles from '../frame/Plot.module.css';
import { BandSwatch, LineSwatch } from '../frame/Swatch.tsx';
import { Term } from '../frame/Term.tsx';
import { horizontalTicks } from '../frame/ticks.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { useSummary } from '../frame/useSummary.ts';
import type { Phase } from '../predictive/predictiveText.ts';
import marks from './ClassSlicePlot.module.css';

interface ClassSlicePlotProps {
  /** Inputs along the slice and the predictions there; null before the first snapshot. */
  readonly slice: { readonly x: Float64Array; readonly answers: ClassAnswers } | null;
  readonly classes: number;
  /** Class whose probability is drawn. */
  readonly drawn: number;
  readonly className: string;
  readonly xLabel: string;
  /** Central probability of the band over draws. */
  readonly interval: number;
  readonly phase: Phase;
}

const yTicks = [0, 0.5, 1].map((value) => ({ value, label: `${100 * value} %` }));

/** Probability of one class along one input: mean and band over draws. */
export function ClassSlicePlot(props: ClassSlicePlotProps) {
  const { slice, classes, drawn, className, xLabel, interval, phase } = props;
  const { setHost, size, theme } = usePlotArea();
  const layout = useMemo(() => {
    if (!size || !theme || !slice) return null;
    const frame = createFrame(size, theme.fontSize, axisMargins);
    const domain = [slice.x[0]!, slice.x.at(-1)!] as const;
    const x = scaleLinear(domain, [frame.left, frame.right]);
    const y = scaleLinear([0, 1], [frame.bottom, frame.top]);
    const of = (values: Float64Array) => (i: number) => y(values[i * classes + drawn]!);
    const { lower, upper, probabilities } = slice.answers;
    const places = [...slice.x.keys()];
    const across = (i: number) => x(slice.x[i]!);
    return {
      frame,
      x,
      y,
      xTicks: horizontalTicks(domain, frame.right - frame.left, theme.fontSize),
      band: area<number>(across, of(lower), of(upper))(places) ?? '',
      mean: line<number>(across, of(probabilities))(places) ?? '',
    };
  }, [size, theme, slice, classes, drawn]);
  const summary = useSummary(() => {
    if (!slice)
      return t('Probability of {class} along {x}: nothing to show yet.', { class: className, x: xLabel });
    const along = Array.from(slice.x, (_, i) => slice.answers.probabilities[i * classes + drawn]!);
    const [low, high] = [Math.min(...along), Math.max(...along)];
    return t('Probability of {class} for {x} from {first} to {last}: between {low} and {high}.', {
      class: className,
      x: xLabel,
      first: formatNumber(slice.x[0]!),
      last: formatNumber(slice.x.at(-1)!),
      low: formatPercent(low),
      high: formatPercent(high),
    });
  }, `${className} ${xLabel}`);
  const [lineColor, bandColor] =
    phase === 'prior'
      ? ['var(--color-prior)', 'var(--color-prior)']
      : ['var(--color-posterior)', 'var(--color-epistemic)'];
  return (
    <Figure
      still
      summary={summary}
      areaRef={setHost}
      legend={
        <ul className={styles.legend}>
          <li>
            <LineSwatch color={lineColor} width={2.5} />
            {t('mean over draws')}
          </li>
          <li>
            <BandSwatch fill={0.34} dash={[]} color={bandColor} />
            <span>
              {tRich('{interval} of {draws}: {epistemic}', {
                interval: formatPercent(interval),
                draws: <Term key="draws" id="draw" />,
                epistemic: <Term key="epistemic" id="epistemic" />,
              })}
            </span>
          </li>
        </ul>
      }
    >
      {layout && theme && (
        <svg aria-hidden="true" data-stage={phase} className={marks.plot}>
          <Axes
            frame={layout.frame}
            fontSize={theme.fontSize}
            xTicks={layout.xTicks}
            yTicks={yTicks}
            x={layout.x}
            y={layout.y}
            xLabel={xLabel}
            yLabel={`p(${className})`}
          />
          <path className={marks.band} d={layout.band} />
          <path className={marks.mean} d={layout.mean} />
        </svg>
      )}
    </Figure>
  );
}
