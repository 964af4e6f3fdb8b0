import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Size } from './frame.ts';

/** Paints a canvas whenever `paint` or the size changes; memoise `paint`. Coordinates are CSS pixels. */
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
    // Setting the size of a canvas clears and reallocates it, even to what it was.
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    context.setTransform(size.pixelRatio, 0, 0, size.pixelRatio, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    if (!paint) return;
    context.save();
    paint(context);
    context.restore();
  }, [size, paint]);

  return canvasRef;
}
