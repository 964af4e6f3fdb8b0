/** A plot on the page: heading, drawing, and text alternative. */
export interface PlotOnPage {
  readonly title: string;
  readonly phase: HTMLElement;
  readonly words: string;
}

/** The plots currently on the page, in document order. */
export function plotsOnPage(): readonly PlotOnPage[] {
  return [...document.querySelectorAll<HTMLElement>('main section[aria-labelledby] figure')].flatMap(
    (figure) => {
      const phase = figure.querySelector<HTMLElement>(':scope > div:has(> svg, > canvas)');
      const title = figure.closest('section')?.querySelector('h2')?.textContent;
      const words = figure.ariaLabel ?? phase?.ariaLabel ?? '';
      return phase && title ? [{ title, phase, words }] : [];
    },
  );
}
