import { memo, useCallback, useMemo } from 'react';
import type { CostUnit, Experiment } from '../../experiment/document/experiment.ts';
import { linearMaps } from '../../experiment/pictures/linearMaps.ts';
import type { NeuronActivations, OneDraw, WeightSummary } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { Figure } from '../frame/Figure.tsx';
import { createFrame } from '../frame/frame.ts';
import { MarkSlider } from '../frame/MarkSlider.tsx';
import styles from '../frame/Plot.module.css';
import { LineSwatch } from '../frame/Swatch.tsx';
import { Term } from '../frame/Term.tsx';
import { useCanvas } from '../frame/useCanvas.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { useSummary } from '../frame/useSummary.ts';
import { priorCurve } from '../weights/priorCurve.ts';
import marks from '../weights/Weights.module.css';
import { nameBlocks, weightReadout } from '../weights/weightNames.ts';
import {
  graphLayout,
  isGraph,
  MATRIX_NAME_HEIGHT,
  matrixLayout,
  minMatricesHeight,
  nearestWeight,
  weightInMatrices,
} from './networkLayout.ts';
import { negativeDash, paintGraph, paintMatrices } from './networkPaint.ts';
import { mapLabels, networkSummary } from './networkText.ts';

export interface NetworkPlotProps {
  readonly weights: WeightSummary;
  readonly prior: Experiment['prior'];
  readonly draw: Pick<OneDraw, 'weights'> | null;
  readonly neurons: NeuronActivations | null;
  readonly units: CostUnit;
  /**
   * Index of the pinned weight; callbacks when the pointer is over a weight (null: over none) and when one is pinned.
   */
  readonly selected: number | null;
  readonly onHover: (index: number | null) => void;
  readonly onSelect: (index: number) => void;
}

/** Every weight as an edge, or as a matrix cell in large networks, styled by its q relative to its prior. */
export function NetworkPlot(props: NetworkPlotProps) {
  const { weights, prior, draw, neurons, units, selected, onHover, onSelect } = props;
  const { setHost, size, theme } = usePlotArea();
  const { layers, kl } = weights;
  const maps = useMemo(() => linearMaps(layers), [layers]);
  const blocks = useMemo(() => nameBlocks(layers), [layers]);
  const square = (neurons?.rows ?? 1) > 1;
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const { fontSize } = theme;
    if (isGraph(maps)) {
      const frame = createFrame(size, fontSize, { left: 0, right: 0, top: 2.3, bottom: 1.7 });
      // Labels of neighbouring maps need so much room with the words 'KL' and 'nats'.
      const narrow = frame.width / maps.length < 7.5 * fontSize;
      return { kind: 'graph', frame, narrow, ...graphLayout(maps, frame, square) } as const;
    }
    const frame = createFrame(size, fontSize, { left: 0.5, right: 0.5, top: 0, bottom: 0.3 });
    return {
      kind: 'matrices',
      frame,
      boxes: matrixLayout(maps, frame, MATRIX_NAME_HEIGHT * fontSize),
    } as const;
  }, [size, theme, maps, square]);
  const deviationOf = useMemo(() => {
    const known = new Map(
      [...new Set(weights.priorScale)].map((scale) => [scale, priorCurve(prior, scale).deviation]),
    );
    return (index: number) => known.get(weights.priorScale[index] as number) ?? 1;
  }, [weights.priorScale, prior]);
  const paint = useCallback(
    (context: CanvasRenderingContext2D) => {
      if (!layout || !theme) return;
      const picture = { weights, deviationOf, draw, neurons };
      if (layout.kind === 'graph') paintGraph(context, picture, layout, theme);
      else paintMatrices(context, picture, layout.boxes, theme);
    },
    [layout, theme, weights, deviationOf, draw, neurons],
  );
  const canvasRef = useCanvas(size, paint);
  const summary = useSummary(() => networkSummary(weights, (scale) => priorCurve(prior, scale), units));
  const labels = useMemo(() => mapLabels(maps, kl, units), [maps, kl, units]);
  const most = Math.max(1e-9, ...labels.map((label) => label.kl ?? 0));
  const pinned = selected !== null && selected < weights.mu.length ? selected : null;
  const edge = layout?.kind === 'graph' ? layout.edges.find(({ index }) => index === pinned) : undefined;
  const unit =
    layout?.kind === 'graph'
      ? layout.columns.flat().find(({ bias }) => bias !== null && bias === pinned)
      : undefined;

  return (
    <Figure
      summary={summary}
      areaRef={setHost}
      minHeight={isGraph(maps) ? 12 : minMatricesHeight(maps.length)}
      legend={<NetworkLegend neurons={neurons !== null} />}
    >
      <canvas ref={canvasRef} />
      {layout && theme && (
        <svg>
          {layout.kind === 'graph' &&
            labels.map(({ name, kl: nats, cost, amount }, i) => (
              <g key={name} aria-hidden="true">
                <text className={marks.row} x={layout.gaps[i]} y={theme.fontSize} textAnchor="middle">
                  {cost === null ? name : layout.narrow ? amount : t('KL {cost}', { cost })}
                </text>
                {nats !== null && (
                  <rect
                    className={marks.share}
                    x={(layout.gaps[i] as number) - 24 * (Math.max(0, nats) / most)}
                    y={1.5 * theme.fontSize}
                    width={48 * (Math.max(0, nats) / most)}
                    height={4}
                  />
                )}
              </g>
            ))}
          {layout.kind === 'graph' && layout.narrow && kl !== null && (
            <text className={styles.note} x={0} y={theme.fontSize} aria-hidden="true">
              KL
            </text>
          )}
          {layout.kind === 'graph' &&
            layout.columns.map((column, i) => (
              <text
                key={i}
                className={styles.note}
                x={i === 0 ? 0 : i === layout.columns.length - 1 ? layout.frame.width : column[0]?.x}
                y={layout.frame.height - 0.4 * theme.fontSize}
                textAnchor={anchorOf(i, layout.columns.length)}
                aria-hidden="true"
              >
                {columnName(i, column.length, layout.columns.length, layout.narrow)}
              </text>
            ))}
          {layout.kind === 'matrices' &&
            layout.boxes.map(({ left, top, map }, i) => (
              <text
                key={map.name}
                className={marks.row}
                x={left}
                y={top - 0.4 * theme.fontSize}
                aria-hidden="true"
              >
                {labels[i]?.name}: {map.fanIn} → {map.fanOut}
                {labels[i]?.cost ? `, ${t('KL {cost}', { cost: labels[i].cost })}` : ''}
              </text>
            ))}
          {edge && <path className={marks.pinned} d={`M${edge.x1},${edge.y1}L${edge.x2},${edge.y2}`} />}
          {unit && (
            <rect
              className={marks.pinned}
              x={unit.x - unit.width / 2 - 2}
              y={unit.y - unit.height / 2 - 2}
              width={unit.width + 4}
              height={unit.height + 4}
            />
          )}
          <MarkSlider
            label={t('Weights of the network')}
            first={0}
            count={weights.mu.length}
            value={pinned}
            valueText={pinned === null ? t('none chosen') : weightReadout(weights, blocks, pinned, units)}
            x={0}
            y={0}
            width={layout.frame.width}
            height={layout.frame.height}
            nearest={(x, y) =>
              layout.kind === 'graph' ? nearestWeight(layout, x, y) : weightInMatrices(layout.boxes, x, y)
            }
            onHover={onHover}
            onChoose={onSelect}
          />
        </svg>
      )}
    </Figure>
  );
}

function anchorOf(column: number, count: number): 'start' | 'middle' | 'end' {
  return column === 0 ? 'start' : column === count - 1 ? 'end' : 'middle';
}

function columnName(column: number, size: number, count: number, narrow: boolean): string {
  if (narrow)
    return column === 0
      ? t('in {size}', { size })
      : column === count - 1
        ? t('out {size}', { size })
        : `${size}`;
  if (column === 0) return t('{size, plural, one {input} other {# inputs}}', { size });
  if (column === count - 1) return t('{size, plural, one {output} other {# outputs}}', { size });
  return t('{size} units', { size });
}

const NetworkLegend = memo(function NetworkLegend({ neurons }: { readonly neurons: boolean }) {
  return (
    <ul className={styles.legend}>
      <li>
        <LineSwatch color="var(--color-posterior)" width={3} />
        <Term id="mu">μ &gt; 0</Term>
      </li>
      <li>
        <LineSwatch color="var(--color-negative)" width={3} dash={negativeDash} />
        <Term id="mu">μ &lt; 0</Term>
      </li>
      <li>
        <svg viewBox="0 0 24 13" aria-hidden="true" style={{ color: 'var(--color-posterior)' }}>
          <rect y="1" width="24" height="11" fill="currentColor" opacity="0.18" />
          <path d="M0,6.5H24" stroke="currentColor" opacity="0.3" />
        </svg>
        <Term id="sigma">{t('pale: σ large')}</Term>
      </li>
      {neurons && (
        <li>
          <svg viewBox="0 0 24 13" aria-hidden="true" style={{ color: 'var(--color-epistemic)' }}>
            <rect width="24" height="13" fill="currentColor" opacity="0.4" />
          </svg>
          {t('unit’s sd over x')}
        </li>
      )}
    </ul>
  );
});
