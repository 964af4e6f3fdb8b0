/** Milliseconds within which a page that goes back and forth between two heights is taken to waver. */
const WAVERING = 1000;

/**
 * What of the heights of a page its host is told: those that are new, as whole pixels. A host that gives the page the height
 * it asked for may thereby change its width, by a scroll bar, and so the height: of two heights that alternate the larger
 * stays.
 */
export function createHeightFilter(): (height: number, now: number) => number | null {
  let told: readonly { readonly height: number; readonly at: number }[] = [];
  return (height, now) => {
    const rounded = Math.ceil(height);
    const last = told.at(-1);
    const before = told.at(-2);
    if (last?.height === rounded) return null;
    const first = told.at(-3);
    const wavers = first && first.height === last?.height && rounded === before?.height;
    if (wavers && rounded < first.height && now - first.at < WAVERING) return null;
    told = [...told, { height: rounded, at: now }].slice(-3);
    return rounded;
  };
}

/** Tells the height of an element that is as tall as what is in it, now and whenever it changes. */
export function followHeight(element: Element, tell: (height: number) => void): void {
  const news = createHeightFilter();
  new ResizeObserver(() => {
    const height = news(element.getBoundingClientRect().height, performance.now());
    if (height !== null) tell(height);
  }).observe(element);
}
