import { scaleLinear } from 'd3';
import { useMemo, useState } from 'react';
import type { RowPredictions } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { Axes } from '../frame/Axes.tsx';
import { Figure } from '../frame/Figure.tsx';
import { axisMargins, createFrame } from '../frame/frame.ts';
import { MarkSlider } from '../frame/MarkSlider.tsx';
import styles from '../frame/Plot.module.css';
import { LineSwatch } from '../frame/Swatch.tsx';
import { Term } from '../frame/Term.tsx';
import { horizontalTicks, verticalTicks } from '../frame/ticks.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { useSummary } from '../frame/useSummary.ts';
import type { Phase } from '../predictive/predictiveText.ts';
import { nearestDot } from '../weights/weightScatter.ts';
import marks from './ActualPlot.module.css';
import { actualDomain, actualMarks, actualPaths, actualSummary, rowReadout } from './actualPlot.ts';

interface ActualPlotProps {
  /** [rows]; null before the first snapshot. */
  readonly rows: RowPredictions | null;
  /** [rows], true values. */
  readonly actual: readonly number[];
  /** Name of the target. */
  readonly name: string;
  /** Central probability of the intervals. */
  readonly interval: number;
  readonly phase: Phase;
}

/** Predicted against actual values with their intervals; correct predictions lie on the diagonal. */
export function ActualPlot({ rows, actual, name, interval, phase }: ActualPlotProps) {
  const { setHost, size, theme } = usePlotArea();
  const [hovered, setHovered] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const known = rows && rows.mean.length === actual.length ? rows : null;
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const frame = createFrame(size, theme.fontSize, axisMargins);
    const domain = actualDomain(actual);
    return {
      frame,
      domain,
      x: scaleLinear(domain, [frame.left, frame.right]),
      y: scaleLinear(domain, [frame.bottom, frame.top]),
      xTicks: horizontalTicks(domain, frame.right - frame.left, theme.fontSize),
      yTicks: verticalTicks(domain, frame.bottom - frame.top, theme.fontSize),
    };
  }, [size, theme, actual]);
  const drawn = useMemo(
    () => (known && layout ? actualMarks(known, actual, layout.frame, layout.x, layout.y) : []),
    [known, actual, layout],
  );
  const paths = useMemo(() => actualPaths(drawn), [drawn]);
  const summary = useSummary(
    () => actualSummary(known, actual, phase, interval),
    known ? phase : 'nothing yet',
  );
  const existing = (index: number | null) => (index !== null && index < actual.length ? index : null);
  const shown = existing(hovered) ?? existing(chosen);
  const marked = drawn.find(({ index }) => index === shown);
  const words = (index: number | null) =>
    known && index !== null ? rowReadout(known, actual, index, interval) : null;
  return (
    <Figure
      summary={summary}
      areaRef={setHost}
      legend={
        <ul className={styles.legend} data-stage={phase}>
          <li>
            <LineSwatch
              color={phase === 'prior' ? 'var(--color-prior)' : 'var(--color-epistemic)'}
              width={4}
            />
            <Term id="epistemic" />
          </li>
          <li>
            <LineSwatch
              color={phase === 'prior' ? 'var(--color-prior)' : 'var(--color-aleatoric)'}
              width={1.25}
            />
            {t('with the noise')}
          </li>
          <li>
            <LineSwatch color="var(--color-ink-muted)" width={1} dash={[4, 3]} />
            {t('right')}
          </li>
        </ul>
      }
      readout={
        <div className={styles.readout}>
          {words(shown) === null ? (
            <span>{t('Point at a row to read it.')}</span>
          ) : (
            <output>{words(shown)}</output>
          )}
        </div>
      }
    >
      {layout && theme && (
        <svg data-stage={phase} className={marks.plot}>
          <Axes
            {...layout}
            fontSize={theme.fontSize}
            xLabel={t('actual {name}', { name })}
            yLabel={t('predicted {name}', { name })}
            grid={false}
          />
          <path
            className={marks.diagonal}
            d={`M${layout.frame.left},${layout.frame.bottom}L${layout.frame.right},${layout.frame.top}`}
          />
          <path className={marks.outer} d={paths.outer} />
          <path className={marks.inner} d={paths.inner} />
          <path className={marks.dots} d={paths.dots} />
          {marked && <circle className={marks.ring} cx={marked.x} cy={marked.y} r={6 * theme.stroke} />}
          <MarkSlider
            label={t('Rows')}
            first={0}
            count={actual.length}
            value={existing(chosen)}
            valueText={words(existing(chosen)) ?? t('none chosen')}
            x={layout.frame.left}
            y={layout.frame.top}
            width={layout.frame.right - layout.frame.left}
            height={layout.frame.bottom - layout.frame.top}
            nearest={(x, y) => nearestDot(drawn, x, y)}
            onHover={setHovered}
            onChoose={setChosen}
          />
        </svg>
      )}
    </Figure>
  );
}
