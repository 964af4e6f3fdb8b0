import { type PointerEvent, useRef } from 'react';
import type { Frame } from '../frame/frame.ts';
import type { Domain } from '../frame/stableRange.ts';
import marks from './CurveTools.module.css';
import { clampPoint, type PlotPoint, type PlotScales } from './predictivePlot.ts';

/** A region in the data's units; y null: unbounded. */
export interface Region {
  readonly x: Domain;
  readonly y: Domain | null;
}

/** Whether a position is inside, including the edges. */
export function inRegion({ x, y }: Region, place: PlotPoint): boolean {
  const between = ([low, high]: Domain, value: number) => value >= low && value <= high;
  return between(x, place.x) && (y === null || between(y, place.y));
}

interface RegionBrushProps {
  readonly frame: Frame;
  readonly scales: PlotScales;
  readonly region: Region | null;
  /** Whether the region is bounded in y too. */
  readonly rectangle: boolean;
  readonly onRegion: (region: Region | null) => void;
}

const ordered = (a: number, b: number): Domain => [Math.min(a, b), Math.max(a, b)];

/** Selects a region of the plot by dragging. */
export function RegionBrush({ frame, scales, region, rectangle, onRegion }: RegionBrushProps) {
  const start = useRef<PlotPoint | null>(null);
  const place = (event: PointerEvent<SVGRectElement>): PlotPoint => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = scales.x.invert(frame.left + event.clientX - box.left);
    const y = scales.y.invert(frame.top + event.clientY - box.top);
    return clampPoint(
      { x, y },
      scales.x.domain() as unknown as Domain,
      scales.y.domain() as unknown as Domain,
    );
  };
  const top = region?.y ? scales.y(region.y[1]) : frame.top;
  const bottom = region?.y ? scales.y(region.y[0]) : frame.bottom;
  return (
    <g>
      {region && (
        <rect
          className={marks.range}
          x={scales.x(region.x[0])}
          y={top}
          width={Math.max(0, scales.x(region.x[1]) - scales.x(region.x[0]))}
          height={Math.max(0, bottom - top)}
        />
      )}
      <rect
        className={marks.brush}
        x={frame.left}
        y={frame.top}
        width={frame.right - frame.left}
        height={frame.bottom - frame.top}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          start.current = place(event);
          onRegion(null);
        }}
        onPointerMove={(event) => {
          if (!start.current) return;
          const now = place(event);
          onRegion({
            x: ordered(start.current.x, now.x),
            y: rectangle ? ordered(start.current.y, now.y) : null,
          });
        }}
        onPointerUp={() => {
          start.current = null;
        }}
        onPointerCancel={() => {
          start.current = null;
          onRegion(null);
        }}
      />
    </g>
  );
}
