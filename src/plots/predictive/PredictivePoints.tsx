import { type KeyboardEvent, memo, type PointerEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import type { Point } from '../../model/datasets/dataset.ts';
import type { Frame } from '../frame/frame.ts';
import type { Domain } from '../frame/stableRange.ts';
import marks from './PredictivePlot.module.css';
import {
  clampPoint,
  moveByKey,
  nearestPoint,
  type PlotPoint,
  type PlotScales,
  pointPixel,
} from './predictivePlot.ts';
import { usePointDrag } from './usePointDrag.ts';

/** Callbacks when points are edited. */
export interface PointHandlers {
  readonly onMovePoint?: ((index: number, point: PlotPoint) => void) | undefined;
  readonly onMoveEnd?: ((index: number) => void) | undefined;
  readonly onMoveCancel?: ((index: number) => void) | undefined;
  readonly onDeletePoint?: ((index: number) => void) | undefined;
}

interface PredictivePointsProps {
  readonly points: readonly Point[];
  /** Position, label and marker of a point; all three functions must be stable between renders. */
  readonly placeOf: (point: Point) => PlotPoint;
  readonly labelOf: (point: Point, index: number, count: number) => string;
  readonly markOf?: ((point: Point) => PointMark) | undefined;
  readonly frame: Frame;
  readonly scales: PlotScales;
  readonly stroke: number;
  readonly readOnly: boolean;
  /** Receives the focus when the last point is deleted. */
  readonly surfaceRef: RefObject<SVGRectElement | null>;
  readonly onSelect: (index: number | null) => void;
  readonly handlers: RefObject<PointHandlers>;
}

/** Marker of a point: SVG path centred at the origin in pixels for a radius of 4, and its fill colour. */
export interface PointMark {
  readonly path: string;
  readonly color: string;
}

function indexOf(target: EventTarget): number | null {
  const index = target instanceof Element ? target.closest('[data-index]')?.getAttribute('data-index') : null;
  return index == null ? null : Number(index);
}

/** Data points as markers: moved by dragging (by touch after a short press) or arrow keys, deleted by Delete or Backspace. */
export const PredictivePoints = memo(function PredictivePoints(props: PredictivePointsProps) {
  const { points, frame, scales, stroke, readOnly, surfaceRef, onSelect, handlers } = props;
  const { placeOf, labelOf, markOf } = props;
  const groupRef = useRef<SVGGElement>(null);
  const nudged = useRef<number | null>(null);
  const focusNext = useRef<number | null>(null);
  const xDomain = scales.x.domain() as unknown as Domain;
  const yDomain = scales.y.domain() as unknown as Domain;

  // Removing the element of a deleted point would lose the focus; move it to a neighbour.
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    const next = groupRef.current?.querySelector<SVGGElement>(`[data-index="${focusNext.current}"]`);
    (next ?? surfaceRef.current)?.focus();
    focusNext.current = null;
  });

  const within = ({ currentTarget, clientX, clientY }: PointerEvent<SVGGElement>) => {
    const box = currentTarget.ownerSVGElement?.getBoundingClientRect();
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
  };
  const drag = usePointDrag(groupRef, {
    find: (event) => {
      const { x, y } = within(event);
      // Where hit areas overlap, choose the nearest centre instead of the topmost element.
      const index = nearestPoint(points.map(placeOf), x, y, frame, scales);
      const place = index === null ? null : placeOf(points[index] as Point);
      const pixel = place && pointPixel(place, frame, scales);
      return index === null || !pixel ? null : { index, place, offsetX: x - pixel.x, offsetY: y - pixel.y };
    },
    placeOf: (event, { offsetX, offsetY }) => {
      const { x, y } = within(event);
      const place = { x: scales.x.invert(x - offsetX), y: scales.y.invert(y - offsetY) };
      return clampPoint(place, xDomain, yDomain);
    },
    onFocus: (index) =>
      groupRef.current?.querySelector<SVGGElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true }),
    onMove: (index, place) => handlers.current.onMovePoint?.(index, place),
    onEnd: (index) => handlers.current.onMoveEnd?.(index),
    onCancel: (index, place) => {
      const { onMovePoint, onMoveEnd, onMoveCancel } = handlers.current;
      if (onMoveCancel) return onMoveCancel(index);
      onMovePoint?.(index, place);
      onMoveEnd?.(index);
    },
  });

  const keyDown = (event: KeyboardEvent<SVGGElement>) => {
    const index = indexOf(event.target);
    const point = index === null ? undefined : points[index];
    if (index === null || !point) return;
    const moved = moveByKey(placeOf(point), event.key, event.shiftKey, xDomain, yDomain);
    if (moved) {
      nudged.current = index;
      handlers.current.onMovePoint?.(index, moved);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      focusNext.current = Math.min(index, points.length - 2);
      nudged.current = null;
      handlers.current.onDeletePoint?.(index);
    } else return;
    event.preventDefault();
  };

  const nudgeEnd = () => {
    if (nudged.current !== null) handlers.current.onMoveEnd?.(nudged.current);
    nudged.current = null;
  };

  const circles = points.map((point, index) => {
    const place = placeOf(point);
    const pixel = pointPixel(place, frame, scales);
    if (!pixel) return null;
    const label = labelOf(point, index, points.length);
    const { path, color } = markOf?.(point) ?? {};
    // A point is identified only by its index.
    return (
      <DataPoint
        key={index}
        index={index}
        label={label}
        {...pixel}
        radius={4 * stroke}
        path={path}
        color={color}
        held={drag.held === index}
        readOnly={readOnly}
      />
    );
  });
  if (readOnly) return <g>{circles}</g>;
  return (
    <g
      ref={groupRef}
      {...drag.handlers}
      // The nearest point has been focused explicitly.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={keyDown}
      onKeyUp={nudgeEnd}
      onFocus={(event) => onSelect(indexOf(event.target))}
      onBlur={(event) => {
        nudgeEnd();
        const figure = event.currentTarget.closest('figure');
        if (!figure?.contains(event.relatedTarget)) onSelect(null);
      }}
    >
      {circles}
    </g>
  );
});

interface DataPointProps {
  readonly index: number;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** Whether the point is beyond the axes and drawn at their edge. */
  readonly outside: boolean;
  readonly radius: number;
  readonly path: string | undefined;
  readonly color: string | undefined;
  /** Whether a pointer holds it. */
  readonly held: boolean;
  readonly readOnly: boolean;
}

const DataPoint = memo(function DataPoint(props: DataPointProps) {
  const { index, label, x, y, outside, radius, path, color, held, readOnly } = props;
  const transform = `translate(${x},${y})`;
  const className = outside ? marks.outside : marks.point;
  const circle = path ? (
    <path d={path} transform={`scale(${radius / 4})`} className={className} style={{ fill: color }} />
  ) : (
    <circle r={radius} className={className} />
  );
  if (readOnly) return <g transform={transform}>{circle}</g>;
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={label}
      data-index={index}
      data-held={held || undefined}
      className={marks.handle}
      transform={transform}
    >
      <circle r={12} className={marks.hit} />
      <circle r={radius + 5} className={marks.focus} />
      {circle}
    </g>
  );
});
