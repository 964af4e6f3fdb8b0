import type { Size } from './frame.ts';

/**
 * Tells the size of an element in whole CSS pixels: once it is laid out, and whenever it or the screen's pixel ratio
 * changes. Returns what ends it. Give the element a size of its own (CSS), so that drawing into it never moves the page.
 */
export function followSize(element: Element, tell: (size: Size) => void): () => void {
  const measure = (): void => {
    const { width, height } = element.getBoundingClientRect();
    const pixelRatio = Math.max(1, window.devicePixelRatio);
    tell({ width: Math.floor(width), height: Math.floor(height), pixelRatio });
  };
  const observer = new ResizeObserver(measure);
  observer.observe(element);
  const stopRatio = followRatio(measure);
  return () => {
    observer.disconnect();
    stopRatio();
  };
}

/** Tells that the screen has another pixel ratio. */
function followRatio(tell: () => void): () => void {
  let query: MediaQueryList;
  const watch = (): void => {
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', changed);
  };
  const changed = (): void => {
    query.removeEventListener('change', changed);
    watch();
    tell();
  };
  watch();
  return () => query.removeEventListener('change', changed);
}
