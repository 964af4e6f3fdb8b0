import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { t } from '../../i18n/index.ts';
import { formatNumber } from '../frame/format.ts';
import type { Frame } from '../frame/frame.ts';
import type { Domain } from '../frame/stableRange.ts';
import { type BandGuess, moveEdge } from './bandGuess.ts';
import marks from './CurveTools.module.css';
import { clampToDomain, moveByKey, type PlotScales } from './predictivePlot.ts';

interface BandHandlesProps {
  readonly frame: Frame;
  readonly scales: PlotScales;
  readonly guess: BandGuess;
  /** Null once the band is revealed: the guess can no longer change. */
  readonly onGuess: ((guess: BandGuess) => void) | null;
}

/**
 * Radius of the hit area in pixels (WCAG target size). The first and last handles are moved inwards, off the axis
 * labels and the clipped edge.
 */
const RADIUS = 12;

const edges = ['upper', 'lower'] as const;

/** The guessed band with a handle on each edge at nine inputs, moved by dragging or arrow keys. */
export function BandHandles({ frame, scales, guess, onGuess }: BandHandlesProps) {
  const held = useRef<{
    readonly index: number;
    readonly edge: 'lower' | 'upper';
    readonly before: BandGuess;
  } | null>(null);
  const xDomain = scales.x.domain() as unknown as Domain;
  const yDomain = scales.y.domain() as unknown as Domain;
  const drag = (event: PointerEvent<SVGElement>) => {
    if (!held.current || !onGuess) return;
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    const y = clampToDomain(scales.y.invert(event.clientY - (box?.top ?? 0)), yDomain);
    onGuess(moveEdge(guess, held.current.index, held.current.edge, y));
  };
  const keyDown = (event: KeyboardEvent, index: number, edge: 'lower' | 'upper') => {
    const place = { x: guess.x[index] as number, y: guess[edge][index] as number };
    const moved = moveByKey(place, event.key, event.shiftKey, xDomain, yDomain);
    if (!moved || !onGuess) return;
    event.preventDefault();
    onGuess(moveEdge(guess, index, edge, moved.y));
  };
  const point = (index: number, edge: 'lower' | 'upper') =>
    `${scales.x(guess.x[index] as number)},${scales.y(guess[edge][index] as number)}`;
  const outline = [...guess.x.keys()].map((i) => point(i, 'upper'));
  const back = [...guess.x.keys()].reverse().map((i) => point(i, 'lower'));
  return (
    <g>
      {onGuess && (
        <rect
          className={marks.cover}
          x={frame.left}
          y={frame.top}
          width={frame.right - frame.left}
          height={frame.bottom - frame.top}
        />
      )}
      <path className={marks.guess} d={`M${[...outline, ...back].join('L')}Z`} />
      {onGuess &&
        guess.x.map((x, index) =>
          edges.map((edge) => (
            <circle
              key={`${x} ${edge}`}
              className={marks.handle}
              role="slider"
              tabIndex={0}
              aria-label={
                edge === 'upper'
                  ? t('Upper edge at x = {x}', { x: formatNumber(x) })
                  : t('Lower edge at x = {x}', { x: formatNumber(x) })
              }
              aria-orientation="vertical"
              aria-valuemin={yDomain[0]}
              aria-valuemax={yDomain[1]}
              aria-valuenow={guess[edge][index]}
              aria-valuetext={formatNumber(guess[edge][index] as number)}
              cx={Math.min(Math.max(scales.x(x), frame.left + RADIUS), frame.width - RADIUS - 2)}
              cy={scales.y(guess[edge][index] as number)}
              r={RADIUS}
              onPointerDown={(event) => {
                held.current = { index, edge, before: guess };
                event.currentTarget.setPointerCapture(event.pointerId);
              }}
              onPointerMove={drag}
              onPointerUp={() => {
                held.current = null;
              }}
              onPointerCancel={() => {
                if (held.current) onGuess(held.current.before);
                held.current = null;
              }}
              onKeyDown={(event) => keyDown(event, index, edge)}
            />
          )),
        )}
    </g>
  );
}
