import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Size } from './frame.ts';

/**
 * Paints a canvas whenever `paint` (memoized) or the size changes. Coordinates are CSS pixels. A resize is painted
 * synchronously, because it clears the canvas; other changes in a separate task, so that input is handled between
 * React's commit and painting.
 */
export function useCanvas(
  size: Size | null,
  paint: ((context: CanvasRenderingContext2D) => void) | null,
): RefObject<HTMLCanvasElement | null> {
  const canvasRef = useRef<HTMLCanvasElement>(null);

  useLayoutEffect(() => {
    const canvas = canvasRef.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || !size) return;
    const width = Math.round(size.width * size.pixelRatio);
    const height = Math.round(size.height * size.pixelRatio);
    const draw = () => {
      context.setTransform(size.pixelRatio, 0, 0, size.pixelRatio, 0, 0);
      context.clearRect(0, 0, size.width, size.height);
      if (!paint) return;
      context.save();
      paint(context);
      context.restore();
    };
    // The browser prints the canvas as it is when the change to print media has been handled.
    const printing = window.matchMedia('print').matches;
    if (canvas.width === width && canvas.height === height && !printing) {
      const task = setTimeout(draw);
      return () => clearTimeout(task);
    }
    canvas.width = width;
    canvas.height = height;
    draw();
  }, [size, paint]);

  return canvasRef;
}
