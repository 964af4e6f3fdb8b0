import { useEffect, useLayoutEffect, useState } from 'react';
import type { Size } from './frame.ts';

function pixelRatio(): number {
  return Math.max(1, window.devicePixelRatio);
}

/**
 * The size of an element in whole CSS pixels, kept up to date; null before it is known. Give the element a size of
 * its own (CSS), so that drawing into it never moves the page.
 */
export function useSize(element: Element | null): Size | null {
  const [size, setSize] = useState<Size | null>(null);

  useLayoutEffect(() => {
    if (!element) return;
    const measure = () => {
      const { width, height } = element.getBoundingClientRect();
      const measured = { width: Math.floor(width), height: Math.floor(height), pixelRatio: pixelRatio() };
      setSize((known) => (known && sameSize(known, measured) ? known : measured));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);

  const ratio = size?.pixelRatio;
  useEffect(() => {
    if (ratio === undefined) return;
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    const changed = () => setSize((known) => known && { ...known, pixelRatio: pixelRatio() });
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, [ratio]);

  return size && size.width > 0 && size.height > 0 ? size : null;
}

function sameSize(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height && a.pixelRatio === b.pixelRatio;
}
