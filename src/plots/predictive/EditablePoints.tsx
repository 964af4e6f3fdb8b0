import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../i18n/index.ts';
import type { Point } from '../../model/datasets/dataset.ts';
import { Crosshair } from '../frame/Crosshair.tsx';
import type { Frame } from '../frame/frame.ts';
import marks from './PredictivePlot.module.css';
import { type PointHandlers, type PointMark, PredictivePoints } from './PredictivePoints.tsx';
import type { PlotPoint, PlotScales } from './predictivePlot.ts';

/** Callbacks of a plot whose points can be edited. */
export interface PointEditing {
  /** Positions are clamped to the domains. onMovePoint is called repeatedly, then onMoveEnd once. */
  readonly onAddPoint?: (place: PlotPoint) => void;
  readonly onMovePoint?: (index: number, place: PlotPoint) => void;
  readonly onMoveEnd?: (index: number) => void;
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
  { onMovePoint, onMoveEnd, onDeletePoint }: PointEditing,
): PointEditor {
  const [cursor, setCursor] = useState<PlotPoint | null>(null);
  const [selected, setSelected] = useState<number | null>(null);
  const surfaceRef = useRef<SVGRectElement>(null);
  const handlers = useRef<PointHandlers>({});
  useLayoutEffect(() => {
    handlers.current = { onMovePoint, onMoveEnd, onDeletePoint };
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

/** The crosshair of a plot below its data points. */
export function EditablePoints({ editor, editing, onKey, ...points }: EditablePointsProps) {
  const { frame, scales } = points;
  const { onAddPoint = null, readOnly = false } = editing;
  return (
    <>
      <Crosshair
        surfaceRef={editor.surfaceRef}
        frame={frame}
        scales={scales}
        cursor={editor.cursor}
        onCursor={editor.setCursor}
        onAdd={readOnly ? null : onAddPoint}
        {...(onKey && { onKey })}
      />
      <PredictivePoints
        {...points}
        readOnly={readOnly}
        surfaceRef={editor.surfaceRef}
        onSelect={editor.setSelected}
        handlers={editor.handlers}
      />
    </>
  );
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
