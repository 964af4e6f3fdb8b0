import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { PlotPoint } from './predictivePlot.ts';

/** A point that is pressed, and where. */
export interface PressedPoint {
  readonly index: number;
  /** Position of the point in the data's units. */
  readonly place: PlotPoint;
  /** From the centre of the point to the pointer, in pixels. */
  readonly offsetX: number;
  readonly offsetY: number;
}

interface PointDragOptions {
  /** The point nearest to a pointer; null if there is none. */
  readonly find: (event: PointerEvent<SVGGElement>) => PressedPoint | null;
  /** Position in the data's units of a point whose offset from the pointer is that of `point`. */
  readonly placeOf: (event: PointerEvent<SVGGElement>, point: PressedPoint) => PlotPoint;
  readonly onFocus: (index: number) => void;
  readonly onMove: (index: number, place: PlotPoint) => void;
  readonly onEnd: (index: number) => void;
  /** The pointer was lost, for instance to a gesture of the system: the point belongs where it was. */
  readonly onCancel: (index: number, place: PlotPoint) => void;
}

/** pressed: by touch, not yet held long enough; held: a movement moves the point; moved: it has been moved. */
interface Drag extends PressedPoint {
  readonly pointerId: number;
  readonly startX: number;
  readonly startY: number;
  readonly phase: 'pressed' | 'held' | 'moved';
}

/** Pointer movement in pixels that turns a click into a drag, and a press by touch into a swipe. */
const DRAG_THRESHOLD = 3;
const SWIPE_THRESHOLD = 10;

/** Time in ms for which a point is pressed by touch before it can be moved: an earlier movement is a swipe. */
const PRESS_DELAY = 250;

export interface PointDrag {
  /** Index of the point that is held by touch or moved. */
  readonly held: number | null;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent<SVGGElement>) => void;
    readonly onPointerMove: (event: PointerEvent<SVGGElement>) => void;
    readonly onPointerUp: (event: PointerEvent<SVGGElement>) => void;
    readonly onPointerCancel: (event: PointerEvent<SVGGElement>) => void;
    readonly onContextMenu: (event: { readonly preventDefault: () => void }) => void;
  };
}

/**
 * Moves the points inside a group by pointer. A mouse moves a point at once. A finger or a pen moves it after a short
 * press; without one, its movement scrolls the page as elsewhere, and a tap gives the point the focus.
 */
export function usePointDrag(group: RefObject<SVGGElement | null>, options: PointDragOptions): PointDrag {
  const drag = useRef<Drag | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [held, setHeld] = useState<number | null>(null);

  useEffect(() => {
    const element = group.current;
    // Only a listener that is not passive can keep the page from scrolling under a point that is held.
    const keepPage = (event: TouchEvent) => {
      if (drag.current && drag.current.phase !== 'pressed') event.preventDefault();
    };
    element?.addEventListener('touchmove', keepPage, { passive: false });
    return () => {
      element?.removeEventListener('touchmove', keepPage);
      clearTimeout(timer.current);
    };
  }, [group]);

  const hold = (index: number) => {
    if (drag.current) drag.current = { ...drag.current, phase: 'held' };
    setHeld(index);
    options.onFocus(index);
  };
  const end = () => {
    clearTimeout(timer.current);
    drag.current = null;
    setHeld(null);
  };

  return {
    held,
    handlers: {
      onPointerDown: (event) => {
        if (event.button !== 0 || drag.current) return;
        const point = options.find(event);
        if (!point) return;
        const { pointerId, pointerType, clientX: startX, clientY: startY } = event;
        event.currentTarget.setPointerCapture(pointerId);
        drag.current = { ...point, pointerId, startX, startY, phase: 'pressed' };
        if (pointerType === 'mouse') hold(point.index);
        else timer.current = setTimeout(() => hold(point.index), PRESS_DELAY);
      },
      onPointerMove: (event) => {
        const { current } = drag;
        if (!current || current.pointerId !== event.pointerId) return;
        const distance = Math.hypot(event.clientX - current.startX, event.clientY - current.startY);
        if (current.phase === 'pressed') {
          if (distance > SWIPE_THRESHOLD) end();
          return;
        }
        if (current.phase === 'held' && distance < DRAG_THRESHOLD) return;
        drag.current = { ...current, phase: 'moved' };
        options.onMove(current.index, options.placeOf(event, current));
      },
      onPointerUp: (event) => {
        const { current } = drag;
        if (!current || current.pointerId !== event.pointerId) return;
        end();
        if (current.phase === 'pressed') options.onFocus(current.index);
        if (current.phase === 'moved') options.onEnd(current.index);
      },
      onPointerCancel: (event) => {
        const { current } = drag;
        if (!current || current.pointerId !== event.pointerId) return;
        end();
        if (current.phase === 'moved') options.onCancel(current.index, current.place);
      },
      // The menu of a long press would end the drag.
      onContextMenu: (event) => {
        if (drag.current) event.preventDefault();
      },
    },
  };
}
