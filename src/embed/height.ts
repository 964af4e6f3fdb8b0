/** Time in ms within which alternating heights count as oscillation. */
const OSCILLATION_TIME = 1000;

/**
 * Filters the heights that are sent to the host: whole pixels, changes only. When the host applies a height, a scroll
 * bar may change the width and thereby the height; of two alternating heights the larger one is kept.
 */
export function createHeightFilter(): (height: number, now: number) => number | null {
  let reported: readonly { readonly height: number; readonly at: number }[] = [];
  return (height, now) => {
    const rounded = Math.ceil(height);
    const last = reported.at(-1);
    const before = reported.at(-2);
    if (last?.height === rounded) return null;
    const first = reported.at(-3);
    const wavers = first && first.height === last?.height && rounded === before?.height;
    if (wavers && rounded < first.height && now - first.at < OSCILLATION_TIME) return null;
    reported = [...reported, { height: rounded, at: now }].slice(-3);
    return rounded;
  };
}

/** Reports the height of an element's content, now and whenever it changes. */
export function reportHeight(element: Element, tell: (height: number) => void): void {
  const news = createHeightFilter();
  new ResizeObserver(() => {
    const height = news(element.getBoundingClientRect().height, performance.now());
    if (height !== null) tell(height);
  }).observe(element);
}
