import { type PointerEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../i18n/index.ts';
import type { Point } from '../../model/datasets/dataset.ts';
import { Crosshair } from '../frame/Crosshair.tsx';
import type { Frame } from '../frame/frame.ts';
import type { Domain } from '../frame/stableRange.ts';
import marks from './PredictivePlot.module.css';
import { type PointHandlers, type PointMark, PredictivePoints } from './PredictivePoints.tsx';
import { clampPoint, type PlotPoint, type PlotScales } from './predictivePlot.ts';

/** Callbacks of a plot whose points can be edited. */
export interface PointEditing {
  /** Positions are clamped to the domains. onMovePoint is called repeatedly, then onMoveEnd or onMoveCancel once. */
  readonly onAddPoint?: (place: PlotPoint) => void;
  readonly onMovePoint?: (index: number, place: PlotPoint) => void;
  readonly onMoveEnd?: (index: number) => void;
  /** The move was cancelled. Absent: onMovePoint is called with the first position, then onMoveEnd. */
  readonly onMoveCancel?: (index: number) => void;
  readonly onDeletePoint?: (index: number) => void;
  readonly readOnly?: boolean;
}

/** State of the crosshair and the selected point of a plot. */
export interface PointEditor {
  readonly cursor: PlotPoint | null;
  readonly setCursor: (cursor: PlotPoint | null) => void;
  /** Index of the selected point. */
  readonly selected: number | null;
  readonly setSelected: (index: number | null) => void;
  readonly deleteSelected: () => void;
  readonly surfaceRef: RefObject<SVGRectElement | null>;
  /** A stable object, so that points do not rerender when the callbacks change. */
  readonly handlers: RefObject<PointHandlers>;
}

export function usePointEditor(
  pointCount: number,
  { onMovePoint, onMoveEnd, onMoveCancel, onDeletePoint }: PointEditing,
): PointEditor {
  const [cursor, setCursor] = useState<PlotPoint | null>(null);
  const [selected, setSelected] = useState<number | null>(null);
  const surfaceRef = useRef<SVGRectElement>(null);
  const handlers = useRef<PointHandlers>({});
  useLayoutEffect(() => {
    handlers.current = { onMovePoint, onMoveEnd, onMoveCancel, onDeletePoint };
  });
  useEffect(() => {
    if (selected !== null && selected >= pointCount) setSelected(null);
  }, [selected, pointCount]);
  const deleteSelected = () => {
    if (selected === null) return;
    onDeletePoint?.(selected);
    setSelected(null);
    surfaceRef.current?.focus();
  };
  return { cursor, setCursor, selected, setSelected, deleteSelected, surfaceRef, handlers };
}

interface EditablePointsProps {
  readonly editor: PointEditor;
  readonly editing: PointEditing;
  readonly points: readonly Point[];
  readonly frame: Frame;
  readonly scales: PlotScales;
  readonly stroke: number;
  /** Stable between renders, as are labelOf and markOf. */
  readonly placeOf: (point: Point) => PlotPoint;
  readonly labelOf: (point: Point, index: number, count: number) => string;
  readonly markOf?: (point: Point) => PointMark;
  readonly onKey?: ((key: string) => boolean) | undefined;
}

/**
 * The crosshair of a plot below its data points. It follows a pointer over both; a touch leaves it where it ended, until
 * something else is touched.
 */
export function EditablePoints({ editor, editing, onKey, ...points }: EditablePointsProps) {
  const { frame, scales } = points;
  const { cursor, setCursor } = editor;
  const { onAddPoint, readOnly = false } = editing;
  const group = useRef<SVGGElement>(null);
  const isShown = cursor !== null;
  useEffect(() => {
    if (!isShown) return;
    const hide = (event: Event) => {
      if (event.target instanceof Node && !group.current?.contains(event.target)) setCursor(null);
    };
    document.addEventListener('pointerdown', hide, { capture: true });
    return () => document.removeEventListener('pointerdown', hide, { capture: true });
  }, [isShown, setCursor]);

  const follow = (event: PointerEvent<SVGGElement>) => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (!box) return;
    // A point that is dragged is read at its end.
    if (event.pointerType === 'mouse' && event.buttons !== 0) return setCursor(null);
    const place = {
      x: scales.x.invert(event.clientX - box.left),
      y: scales.y.invert(event.clientY - box.top),
    };
    setCursor(
      clampPoint(place, scales.x.domain() as unknown as Domain, scales.y.domain() as unknown as Domain),
    );
  };
  const followTouch = (event: PointerEvent<SVGGElement>) => {
    if (event.pointerType === 'touch') follow(event);
  };
  return (
    <g
      ref={group}
      onPointerMove={follow}
      onPointerDown={followTouch}
      onPointerUp={followTouch}
      onPointerCancel={() => setCursor(null)}
      onPointerLeave={({ pointerType }) => pointerType !== 'touch' && setCursor(null)}
    >
      <Crosshair
        surfaceRef={editor.surfaceRef}
        frame={frame}
        scales={scales}
        cursor={cursor}
        onCursor={setCursor}
        onAdd={
          readOnly || !onAddPoint
            ? null
            : (place) => {
                // What is said of a selected point is about no other one.
                editor.setSelected(null);
                onAddPoint(place);
              }
        }
        {...(onKey && { onKey })}
      />
      <PredictivePoints
        {...points}
        readOnly={readOnly}
        surfaceRef={editor.surfaceRef}
        onSelect={editor.setSelected}
        handlers={editor.handlers}
      />
    </g>
  );
}

/** How points are edited, by mouse or by touch, whichever the device has. */
export function pointHint(): string {
  return window.matchMedia('(pointer: coarse)').matches
    ? t('Tap to add a point. Hold a point, then drag it, to move it.')
    : t('Click to add a point, drag to move it, Delete removes it.');
}

/** Deletes the selected point. */
export function DeletePointButton({ onDelete }: { readonly onDelete: () => void }) {
  return (
    <button
      type="button"
      className={marks.delete}
      // Keeps the focus on the point until the click arrives.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onDelete}
    >
      {t('Delete point')}
    </button>
  );
}
