import type { Size } from './frame.ts';

/**
 * Reports the size of an element in whole CSS pixels: after layout, and whenever it or the device pixel ratio
 * changes. Returns the function that stops it. The element needs a CSS size that is independent of its content.
 */
export function observeSize(element: Element, onChange: (size: Size) => void): () => void {
  const measure = (): void => {
    const { width, height } = element.getBoundingClientRect();
    const pixelRatio = Math.max(1, window.devicePixelRatio);
    onChange({ width: Math.floor(width), height: Math.floor(height), pixelRatio });
  };
  const observer = new ResizeObserver(measure);
  observer.observe(element);
  const stopRatio = observePixelRatio(measure);
  return () => {
    observer.disconnect();
    stopRatio();
  };
}

/** Reports changes of the device pixel ratio. */
function observePixelRatio(tell: () => void): () => void {
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
